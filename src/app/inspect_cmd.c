/* SPDX-License-Identifier: MIT */
/*
 * app/inspect_cmd.c - sitan inspect: what a data file is and holds
 *
 * Works without a workspace; in one, it says what the codes are mapped to.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/cmd.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "base/str.h"
#include "data/load.h"
#include "data/mapping.h"
#include "data/obsrow.h"
#include "data/read.h"

/* A code that occurs, with how many values it has. */
struct seen {
	struct str code;
	const char *title;    /* of an indicator */
	bool country, listed; /* of an area: in areas.csv */
	size_t n;
	struct period first, last;
};

struct inspection {
	struct arena *arena;
	const struct mapping *mapping;
	struct reading *reading;
	struct map *areas, *indicators, *groups;
	struct seen *area, *indicator; /* of the value before */
	struct period first, last;
	size_t missing, bounds, bases;
	size_t by_status[OBS_SUPPRESSED + 1];
};

static struct seen *
see(struct inspection *x, struct map *map, struct str code)
{
	struct seen *s = map_find(map, code);

	if (!s) {
		s = ARENA_NEW(x->arena, struct seen);
		map_put(map, code, s);
		s->code = map->entries[map->n - 1].key;
	}
	return s;
}

static void
widen(struct period *first, struct period *last, struct period p)
{
	if (p.from.year == 0)
		return;
	if (first->from.year == 0 || date_compare(p.from, first->from) < 0)
		*first = p;
	if (last->from.year == 0 || period_compare(p, *last) > 0)
		*last = p;
}

/* "F 15-24 residence:rural" */
static struct str
subgroup(struct inspection *x, const struct fact *f)
{
	bool second = f->sex[0] && f->age[0];
	bool third = (f->sex[0] || f->age[0]) && f->group[0];

	return str_from(arena_printf(x->arena, "%s%s%s%s%s", f->sex,
	    second ? " " : "", f->age, third ? " " : "", f->group));
}

/* Is it a country, and does the workspace have it? */
static void
place_area(struct inspection *x, struct seen *s)
{
	const struct nation *nation;
	const struct area *area =
	    mapping_area(x->mapping, read_system(x->reading),
		read_area_kind(x->reading), s->code, &nation);

	s->listed = area != NULL;
	s->country = nation || (area && streq(area->kind, "country"));
}

static void
on_fact(void *ctx, const struct fact *f)
{
	struct inspection *x = ctx;
	struct seen *s;

	if (!x->area || !str_eq(x->area->code, f->area))
		x->area = see(x, x->areas, f->area);
	if (x->area->n++ == 0)
		place_area(x, x->area);
	if (!x->indicator || !str_eq(x->indicator->code, f->indicator))
		x->indicator = see(x, x->indicators, f->indicator);
	s = x->indicator;
	if (s->n++ == 0)
		s->title = str_dup(x->arena, f->title);
	widen(&s->first, &s->last, f->period);
	widen(&x->first, &x->last, f->period);
	if (f->sex[0] || f->age[0] || f->group[0])
		see(x, x->groups, subgroup(x, f))->n++;
	x->missing += f->figure.kind == FIGURE_REASON;
	x->bounds += f->figure.low[0] || f->figure.high[0];
	x->bases += f->base[0] != '\0';
	x->by_status[f->figure.status]++;
}

/* --- printing --- */

static void
print_period(struct inspection *x, struct period first, struct period last)
{
	if (first.from.year == 0)
		fputs("not stated", stdout);
	else
		printf("%s to %s", date_text(x->arena, first.from),
		    date_text(x->arena, last.to));
}

/* Countries or other areas: how many, how many of them the workspace has, and
 * the first few codes. */
static void
print_areas(const struct map *map, bool countries)
{
	size_t i, n = 0, all = 0, listed = 0;

	for (i = 0; i < map->n; i++) {
		const struct seen *s = map->entries[i].value;

		all += s->country == countries;
		listed += s->country == countries && s->listed;
	}
	printf("%zu", all);
	if (all > 0 && dir_exists("data"))
		printf(", %zu of them in areas.csv", listed);
	for (i = 0; i < map->n && n < 12; i++) {
		const struct seen *s = map->entries[i].value;

		if (s->country == countries)
			printf(
			    "%s%.*s", n++ == 0 ? ": " : ", ", STR_ARG(s->code));
	}
	puts(all > n ? ", ..." : "");
}

static void
print_indicators(struct inspection *x)
{
	const char *systems = read_system(x->reading);
	size_t i, k;

	printf("  indicators  %zu\n", x->indicators->n);
	for (i = 0; i < x->indicators->n && i < 30; i++) {
		const struct seen *s = x->indicators->entries[i].value;
		const struct target *t =
		    mapping_indicator(x->mapping, systems, s->code);

		printf("    %.*s", STR_ARG(s->code));
		if (s->title[0])
			printf(" (%s)", s->title);
		printf(", %zu values, ", s->n);
		print_period(x, s->first, s->last);
		k = strcspn(systems, " ");
		if (t)
			printf(", is %s\n", t->indicator->id);
		else if (k == 0)
			puts(", not in indicators.csv");
		else
			printf(", unknown: %.*s=%.*s in `codes`\n", (int)k,
			    systems, STR_ARG(s->code));
	}
	if (i < x->indicators->n)
		printf("    and %zu more\n", x->indicators->n - i);
}

static void
print_groups(struct inspection *x)
{
	size_t i;

	if (x->groups->n == 0)
		return;
	printf("  subgroups   %zu", x->groups->n);
	for (i = 0; i < x->groups->n && i < 8; i++)
		printf("%s%.*s", i == 0 ? ": " : ", ",
		    STR_ARG(x->groups->entries[i].key));
	puts(i < x->groups->n ? ", ..." : "");
}

static void
print_status(struct inspection *x)
{
	size_t i, n = 0;

	for (i = 1; i < sizeof x->by_status / sizeof *x->by_status; i++)
		if (x->by_status[i] > 0)
			printf("%s%zu %s", n++ == 0 ? "  status      " : ", ",
			    x->by_status[i], obsrow_status((enum obs_status)i));
	if (n > 0)
		putchar('\n');
	if (x->bounds > 0)
		printf(
		    "  bounds      %zu values with low or high\n", x->bounds);
	if (x->bases > 0)
		printf("  bases       %zu values with an unweighted base\n",
		    x->bases);
}

static void
print_counts(const struct read_count *c)
{
	static const char *const why[SKIP_COUNT] = {"area not wanted",
	    "indicator not wanted", "no value", "see notes", "footer"};
	size_t i, skipped = 0, n = 0;

	for (i = 0; i < SKIP_COUNT; i++)
		skipped += c->skipped[i];
	printf(
	    "  rows        %zu read = %zu kept + %zu skipped + %zu refused\n",
	    c->rows, c->kept, skipped, c->refused);
	for (i = 0; i < SKIP_COUNT; i++)
		if (c->skipped[i] > 0)
			printf("%s%zu %s", n++ == 0 ? "  skipped     " : ", ",
			    c->skipped[i], why[i]);
	if (n > 0)
		putchar('\n');
	printf("  values      %zu, beside %zu empty cells and %zu that cannot "
	       "be read\n",
	    c->values, c->empty, c->bad);
}

static void
print_file(struct inspection *x, const char *path)
{
	const struct reading *r = x->reading;
	const struct quirk *q;
	size_t n = read_quirks(r, &q), i;
	struct date release = read_release(r);
	char separator = read_separator(r);

	printf("%s\n  format      %s (%s)\n", path, read_title(r), read_key(r));
	if (read_database(r)[0])
		printf("  data set    %s\n", read_database(r));
	if (date_known(release))
		printf("  released    %s\n", date_text(x->arena, release));
	printf("  header      line %u, separator %s\n", read_header_line(r),
	    separator == '\t'  ? "tab"
	    : separator == ';' ? "semicolon"
	    : separator == '|' ? "bar"
			       : "comma");
	print_counts(read_counts(r));
	if (!read_is_metadata(r)) {
		printf("  periods     ");
		print_period(x, x->first, x->last);
		printf("\n  countries   ");
		print_areas(x->areas, true);
		printf("  other areas ");
		print_areas(x->areas, false);
		print_indicators(x);
		print_groups(x);
		print_status(x);
	}
	for (i = 0; i < n; i++) {
		printf("  note        %s", q[i].text);
		if (q[i].line > 0)
			printf(
			    ": %zu, first in line %u", q[i].count, q[i].line);
		putchar('\n');
	}
	if (read_ignored(r)[0])
		printf("  not used    %s\n", read_ignored(r));
}

static void
inspect(struct arena *a, struct sink *sink, const struct mapping *mapping,
    const char *path)
{
	struct inspection x = {.arena = a,
	    .mapping = mapping,
	    .areas = map_new(a),
	    .indicators = map_new(a),
	    .groups = map_new(a)};
	struct read_wish wish = {.fact = on_fact, .ctx = &x};

	x.reading = read_open(a, sink, path);
	if (!x.reading)
		return;
	read_run(x.reading, &wish);
	print_file(&x, path);
	read_close(x.reading);
}

enum exit_status
cmd_inspect(const struct opts *o)
{
	struct arena *a = arena_new();
	struct sink *sink = sink_new(a), *quiet = sink_new(a);
	struct store *store;
	struct mapping *mapping;
	enum exit_status status = STATUS_DONE;
	size_t i;

	if (o->nargs == 0) {
		fprintf(stderr, "sitan: inspect takes one or more files\n");
		arena_free(a);
		return STATUS_USAGE;
	}
	/* messages about the workspace are those of lint */
	store = dir_exists("data") ? store_load(a, quiet, ".") : store_new(a);
	mapping = mapping_new(a, store);
	for (i = 0; i < o->nargs; i++)
		inspect(a, sink, mapping, o->args[i]);
	sink_print(sink, stderr);
	if (sink_level(sink) > DIAG_WARNING)
		status = STATUS_INPUT;
	arena_free(a);
	return status;
}
