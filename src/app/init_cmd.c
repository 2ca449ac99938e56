/* SPDX-License-Identifier: MIT */
/*
 * app/init_cmd.c - sitan init: a workspace of one's own
 *
 * The new workspace is the shipped one without what belongs to other subjects:
 * the templates of one kind of report, the charts that they use, their style
 * and words, the catalogues, and the rows that speak of the subjects and of
 * the countries that they are compared with.  A country that is not shipped
 * gets its code, its name and an empty file of observations.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/cmd.h"
#include "app/init.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"

#define DEFAULT_KIND "country-overview"

void
init_write(struct init *in, const char *path, struct str text)
{
	const char *to = path_join(in->arena, in->dir, path);

	if (in->failed || file_write(to, text))
		return;
	fprintf(stderr, "sitan: cannot write '%s': %s\n", to, strerror(errno));
	in->failed = true;
}

/* The shipped file of a path; false: there is none. */
bool
init_read(struct init *in, const char *path, struct str *text)
{
	char *found = work_find(in->from, in->arena, path);

	return found && file_read(in->arena, in->from->sink, found,
			    (struct place){0}, text);
}

void
init_copy(struct init *in, const char *path)
{
	struct str text;

	if (init_read(in, path, &text))
		init_write(in, path, text);
}

/* --- all of it --- */

/* The shipped workspace that has the kind: here, or what is installed. */
static bool
find_shipped(struct init *in)
{
	const char *share = getenv("SITAN_SHARE");
	const char *const places[] = {share, ".", SITAN_SHARE_DIR};
	const char *names[64], *near;
	size_t i, k, n = 0;

	for (i = 0; i < sizeof places / sizeof *places; i++) {
		if (!places[i] ||
		    !dir_exists(path_join(in->arena, places[i], "data")) ||
		    !dir_exists(path_join(in->arena, places[i], "templates")))
			continue;
		in->from = work_open(in->arena, places[i]);
		in->report = work_report(in->from, in->kind);
		if (in->report)
			return true;
		for (k = 0; k < in->from->nreports && n < 64; k++)
			names[n++] = in->from->reports[k].name;
	}
	if (n == 0) {
		fprintf(stderr,
		    "sitan: found no templates to start from; install sitan, "
		    "or name their folder in SITAN_SHARE\n");
		return false;
	}
	near = str_nearest(in->kind, names, n);
	fprintf(stderr, "sitan: no kind of report '%s'%s; see sitan list\n",
	    in->kind, str_hint(near).text);
	return false;
}

static bool
is_free(struct arena *a, const char *dir)
{
	const char **names;

	if (dir_list(a, dir, &names) == 0 && !file_exists(dir))
		return true;
	fprintf(stderr, "sitan: '%s' is not empty; name a new folder\n", dir);
	return false;
}

/* Complete or not at all: the folder gets its name at the end. */
static enum exit_status
run(struct init *in, const struct opts *o)
{
	struct str name = str_from(o->args[0]);
	const char *dir;

	while (name.n > 1 && name.p[name.n - 1] == '/')
		name.n--;
	dir = str_dup(in->arena, name);
	in->dir = arena_printf(in->arena, "%s.part", dir);
	if (!is_free(in->arena, dir) || !is_free(in->arena, in->dir))
		return STATUS_USAGE;
	if (!find_shipped(in) || !init_areas(in, o->countries))
		return STATUS_USAGE;
	init_data(in);
	init_texts(in);
	if (!in->failed && rename(in->dir, dir) != 0) {
		fprintf(stderr, "sitan: cannot write '%s': %s\n", dir,
		    strerror(errno));
		in->failed = true;
	}
	if (in->failed) {
		fprintf(
		    stderr, "sitan: '%s' is incomplete; remove it\n", in->dir);
		return STATUS_MACHINE;
	}
	printf("%s: a workspace for the report '%s'\n"
	       "next: sitan build %s\n",
	    dir, in->kind, dir);
	return STATUS_DONE;
}

enum exit_status
cmd_init(const struct opts *o)
{
	struct arena *a = arena_new();
	struct init in = {.arena = a,
	    .kind = o->kind ? o->kind : DEFAULT_KIND,
	    .kept = map_new(a),
	    .rows = map_new(a)};
	enum exit_status status = STATUS_USAGE;

	if (o->nargs != 1)
		fprintf(stderr, "sitan: init takes one new folder\n");
	else
		status = run(&in, o);
	buf_free(&in.text);
	arena_free(a);
	return status;
}
