/* SPDX-License-Identifier: MIT */
/* app/chart_cmd.c - sitan chart: one chart as SVG, PNG or PDF */
#include <stdio.h>
#include <string.h>

#include "app/batch.h"
#include "app/cmd.h"
#include "app/hooks.h"
#include "base/arena.h"
#include "base/str.h"

enum target { TARGET_SVG, TARGET_PNG, TARGET_PDF, TARGET_NONE };

static enum target
target_of(const char *path)
{
	static const char *const endings[] = {".svg", ".png", ".pdf"};
	int i;

	for (i = 0; i < TARGET_NONE; i++)
		if (path && str_ends(str_from(path), endings[i]))
			return (enum target)i;
	return TARGET_NONE;
}

/* The first job of the plan that has the wanted subject. */
static bool
find_job(struct batch *b, struct arena *a, struct opts *o, struct workspace *w,
    struct job *job)
{
	if (!batch_plan(b, a, o, w))
		return false;
	if (b->n == 0) {
		fprintf(stderr, "sitan: the workspace has no report whose "
				"subjects could be charted\n");
		return false;
	}
	*job = b->jobs[0];
	return true;
}

static enum exit_status
draw(struct arena *a, struct sink *sink, struct job *job, const char *spec,
    enum target target)
{
	struct hooks *h;
	const struct conf *conf;
	struct chart *c;

	if (target == TARGET_PDF) {
		struct outcome o;

		job->chart = spec;
		o = build_report(a, sink, job);
		if (o.machine)
			return STATUS_MACHINE;
		return o.written ? STATUS_DONE : STATUS_INPUT;
	}
	h = hooks_new(a, sink, job);
	conf = hooks_chart_file(h, spec, (struct place){0});
	c = conf ? chart_prepare(&h->chart_env, conf, (struct place){0}) : NULL;
	if (!c)
		return STATUS_INPUT;
	return chart_export(
		   c, target == TARGET_SVG ? CHART_SVG : CHART_PNG, job->path)
		   ? STATUS_DONE
		   : STATUS_MACHINE;
}

enum exit_status
cmd_chart(const struct opts *given)
{
	struct arena *a = arena_new();
	struct opts o = *given;
	enum target target = target_of(o.out);
	enum exit_status status = STATUS_USAGE;
	struct workspace *w;
	struct batch b = {0};
	struct job job;

	if (o.nargs != 1 || target == TARGET_NONE) {
		fprintf(stderr, "sitan: %s\n",
		    o.nargs != 1 ? "chart takes one SPEC: a name in charts/ or "
				   "a YAML file"
				 : "chart needs -o with a name that ends in "
				   ".svg, .png or .pdf");
		arena_free(a);
		return status;
	}
	w = work_open(a, ".");
	sink_print(w->sink, stderr);
	if (find_job(&b, a, &o, w, &job)) {
		struct sink *sink = sink_new(a);

		job.path = o.out;
		status = draw(a, sink, &job, o.args[0], target);
		sink_print(sink, stderr);
	}
	batch_free(&b);
	arena_free(a);
	return status;
}
