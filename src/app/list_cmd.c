/* SPDX-License-Identifier: MIT */
/* app/list_cmd.c - sitan list: what the workspace holds */
#include <stdio.h>
#include <string.h>

#include "app/cmd.h"
#include "app/work.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"

static void
list_reports(const struct workspace *w)
{
	size_t i, k;

	for (i = 0; i < w->nreports; i++) {
		const struct report *r = &w->reports[i];

		printf("%s\t%s\t%zu subjects\teditions", r->name, r->title,
		    r->nsubjects);
		for (k = 0; k < r->neditions; k++)
			printf(" %s", r->editions[k].id);
		putchar('\n');
	}
}

static void
list_countries(const struct workspace *w)
{
	const struct area *const *all;
	size_t n = store_areas(w->store, &all), i;

	for (i = 0; i < n; i++) {
		const char *name;

		if (strcmp(all[i]->kind, "country") != 0)
			continue;
		name = store_name(w->store, "en", all[i]->id, "short");
		printf("%s\t%s\t%s\n", all[i]->id, name ? name : all[i]->id,
		    all[i]->parent ? all[i]->parent->id : "");
	}
}

static void
list_indicators(const struct workspace *w)
{
	static const char *const types[] = {
	    "number", "verdict", "date", "text"};
	const struct indicator *const *all;
	size_t n = store_indicators(w->store, &all), i;

	for (i = 0; i < n; i++)
		printf("%s\t%s\t%s\t%s\n", all[i]->id, types[all[i]->type],
		    all[i]->unit, all[i]->name);
}

/* YAML files of a folder in all places where the workspace looks. */
static void
list_files(const struct workspace *w, const char *folder)
{
	const char **names;
	size_t f, n, i;

	for (f = 0; w->folders[f]; f++) {
		char *path = path_join(w->arena, w->folders[f], folder);

		n = dir_list(w->arena, path, &names);
		for (i = 0; i < n; i++)
			if (str_ends(str_from(names[i]), ".yaml"))
				printf("%s\t%s\n",
				    path_stem(w->arena, names[i]),
				    path_join(w->arena, path, names[i]));
	}
}

enum exit_status
cmd_list(const struct opts *o)
{
	static const char *const kinds[] = {
	    "reports", "countries", "indicators", "charts", "styles"};
	struct arena *a = arena_new();
	enum exit_status status = STATUS_DONE;
	const char *what = o->nargs ? o->args[0] : "", *near;
	struct workspace *w;
	size_t k, n = sizeof kinds / sizeof *kinds;

	for (k = 0; k < n && strcmp(kinds[k], what) != 0; k++)
		;
	if (k == n) {
		near = str_nearest(what, kinds, n);
		fprintf(stderr,
		    "sitan: list takes reports, countries, "
		    "indicators, charts or styles%s\n",
		    str_hint(near).text);
		arena_free(a);
		return STATUS_USAGE;
	}
	w = work_open(a, o->nargs > 1 ? o->args[1] : ".");
	if (k == 0)
		list_reports(w);
	else if (k == 1)
		list_countries(w);
	else if (k == 2)
		list_indicators(w);
	else
		list_files(w, k == 3 ? "charts" : "templates/styles");
	sink_print(w->sink, stderr);
	if (sink_level(w->sink) > DIAG_WARNING)
		status = STATUS_INPUT;
	arena_free(a);
	return status;
}
