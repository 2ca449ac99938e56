/* SPDX-License-Identifier: MIT */
/*
 * app/stats_cmd.c - sitan stats: what the series of a country say
 *
 * One row an indicator with at least one plain dated value: the columns are a
 * table of names and getters, printed as text, CSV or JSON.  Change and trend
 * are those of the years from `since` on, which no break and no other
 * definition parts from the last one.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/cmd.h"
#include "app/work.h"
#include "base/arena.h"
#include "base/num.h"
#include "base/str.h"
#include "stat/change.h"
#include "stat/compare.h"
#include "stat/rank.h"
#include "stat/rate.h"
#include "stat/region.h"
#include "stat/summary.h"

struct stats {
	const struct indicator *indicator;
	size_t n, from; /* values; the first that is one series with the last */
	double *years, *values;
	struct mann_kendall test;
	struct region region;
	struct rank rank;
	struct weighted_mean mean;
	bool has_mean;
	int decimals, edition_year;
};

/* --- columns --- */

static double
first_year(const struct stats *s)
{
	return s->years[0];
}

static double
last_year(const struct stats *s)
{
	return s->years[s->n - 1];
}

static double
count(const struct stats *s)
{
	return (double)s->n;
}

/* Years with a value in the span, per cent. */
static double
coverage(const struct stats *s)
{
	return 100 * (double)s->n / (last_year(s) - first_year(s) + 1);
}

static double
first(const struct stats *s)
{
	return s->values[0];
}

static double
last(const struct stats *s)
{
	return s->values[s->n - 1];
}

static double
mean(const struct stats *s)
{
	return summary_mean(s->values, s->n);
}

static double
median(const struct stats *s)
{
	return summary_median(s->values, s->n);
}

static double
sd(const struct stats *s)
{
	return summary_sd(s->values, s->n);
}

static double
least(const struct stats *s)
{
	return summary_min(s->values, s->n);
}

static double
most(const struct stats *s)
{
	return summary_max(s->values, s->n);
}

/* --- of the stretch that is one series with the last value --- */

static double
since(const struct stats *s)
{
	return s->years[s->from];
}

static double
change(const struct stats *s)
{
	return s->n - s->from < 2
		   ? NAN
		   : change_absolute(s->values[s->from], last(s));
}

static double
cagr(const struct stats *s)
{
	return 100 * change_cagr(
			 s->values[s->from], last(s), last_year(s) - since(s));
}

static double
aarr(const struct stats *s)
{
	return 100 * change_aarr(s->years + s->from, s->values + s->from,
			 s->n - s->from);
}

static double
slope(const struct stats *s)
{
	return change_theil_sen(
	    s->years + s->from, s->values + s->from, s->n - s->from)
	    .slope;
}

static double
trend_p(const struct stats *s)
{
	return change_trend_p(&s->test);
}

/* The direction that the test bears at 5 per cent. */
static const char *
trend(const struct stats *s)
{
	double p = trend_p(s);

	return isnan(p)        ? "untested"
	       : p >= 0.05     ? "none"
	       : s->test.s > 0 ? "up"
			       : "down";
}

/* --- among the countries of the region --- */

static double
rank(const struct stats *s)
{
	return s->rank.position ? (double)s->rank.position : NAN;
}

static double
ranked(const struct stats *s)
{
	return (double)s->rank.n;
}

static double
region_coverage(const struct stats *s)
{
	if (s->has_mean)
		return 100 * s->mean.coverage;
	return rate_per((double)s->region.with_value, (double)s->region.n, 100);
}

/* Weighted where the indicator says by what, else of the countries. */
static double
region_average(const struct stats *s)
{
	if (s->has_mean)
		return s->mean.value;
	return region_coverage(s) < 100 * REGION_COVERAGE
		   ? NAN
		   : region_mean(&s->region);
}

static const char *
weight(const struct stats *s)
{
	return s->has_mean        ? s->indicator->weight
	       : s->region.n == 0 ? ""
				  : "countries";
}

static double
age(const struct stats *s)
{
	return s->edition_year - last_year(s);
}

#define AS_INDICATOR (-1)

static const struct {
	const char *name;
	double (*value)(const struct stats *); /* NULL: a word */
	int decimals; /* AS_INDICATOR: one more than the indicator's */
	const char *(*word)(const struct stats *);
} columns[] = {
    {"n", count, 0, NULL},
    {"from", first_year, 0, NULL},
    {"to", last_year, 0, NULL},
    {"coverage", coverage, 0, NULL},
    {"first", first, AS_INDICATOR, NULL},
    {"last", last, AS_INDICATOR, NULL},
    {"mean", mean, AS_INDICATOR, NULL},
    {"median", median, AS_INDICATOR, NULL},
    {"sd", sd, AS_INDICATOR, NULL},
    {"min", least, AS_INDICATOR, NULL},
    {"max", most, AS_INDICATOR, NULL},
    {"since", since, 0, NULL},
    {"change", change, AS_INDICATOR, NULL},
    {"cagr", cagr, 2, NULL},
    {"aarr", aarr, 2, NULL},
    {"slope", slope, 3, NULL},
    {"p", trend_p, 4, NULL},
    {"trend", NULL, 0, trend},
    {"rank", rank, 0, NULL},
    {"of", ranked, 0, NULL},
    {"region", region_average, AS_INDICATOR, NULL},
    {"covered", region_coverage, 0, NULL},
    {"weight", NULL, 0, weight},
    {"age", age, 0, NULL},
};

#define NCOLUMNS (sizeof columns / sizeof *columns)

/* People read rounded numbers, programs all their digits. */
static void
cell(const struct stats *s, size_t column, bool rounded, char out[NUM_TEXT])
{
	double v = columns[column].value ? columns[column].value(s) : NAN;
	int decimals = columns[column].decimals == AS_INDICATOR
			   ? s->decimals
			   : columns[column].decimals;

	out[0] = '\0';
	if (columns[column].word)
		snprintf(out, NUM_TEXT, "%s", columns[column].word(s));
	else if (isfinite(v) && rounded)
		num_fixed(v, decimals, out);
	else if (isfinite(v))
		num_shortest(v, out);
}

/* --- rows --- */

static bool
collect(struct arena *a, const struct view *v, const struct area *area,
    const struct report *report, const struct indicator *ind, struct stats *s)
{
	struct obs_key key = {.area = area, .indicator = ind};
	enum rank_first end = RANK_HIGHEST;
	const struct obs **series;
	const struct indicator *weight;
	const struct area **members;
	size_t n, i;

	if (ind->type != IND_NUMBER)
		return false;
	n = view_series(v, a, &key, false, &series);
	*s = (struct stats){.indicator = ind, .decimals = ind->decimals};
	s->years = ARENA_ARRAY(a, double, n);
	s->values = ARENA_ARRAY(a, double, n);
	for (i = 0; i < n; i++) {
		if (!region_accepts(series[i]))
			continue;
		series[s->n] = series[i];
		s->years[s->n] = series[i]->period.to.year;
		s->values[s->n++] = series[i]->value;
	}
	s->from = compare_stretch((const struct obs *const *)series, s->n);
	s->test = change_mann_kendall(
	    s->years + s->from, s->values + s->from, s->n - s->from);
	if (s->n == 0 || !report->region)
		return s->n > 0;
	n = view_members(v, a, report->region->id, &members);
	weight = store_indicator(v->store, str_from(ind->weight));
	s->region = region_collect(
	    v, a, &key, 0, weight, 0, (const struct area *const *)members, n);
	rank_direction(ind, &end);
	s->rank = rank_in_region(&s->region, area, end);
	s->has_mean = weight && ind->aggregate == AGG_WEIGHTED;
	if (s->has_mean)
		s->mean = region_weighted(&s->region, REGION_COVERAGE);
	return true;
}

static void
print_head(const char *format)
{
	size_t c;

	if (strcmp(format, "json") == 0) {
		fputs("[", stdout);
		return;
	}
	printf(strcmp(format, "csv") == 0 ? "%s" : "%-34s", "indicator");
	for (c = 0; c < NCOLUMNS; c++)
		printf(strcmp(format, "csv") == 0 ? ",%s" : " %11s",
		    columns[c].name);
	putchar('\n');
}

static void
print_row(const struct stats *s, const char *format, bool first_row)
{
	bool json = strcmp(format, "json") == 0;
	bool csv = strcmp(format, "csv") == 0;
	char text[NUM_TEXT];
	size_t c;

	if (json)
		printf("%s\n {\"indicator\": \"%s\"", first_row ? "" : ",",
		    s->indicator->id);
	else
		printf(csv ? "%s" : "%-34s", s->indicator->id);
	for (c = 0; c < NCOLUMNS; c++) {
		cell(s, c, !json && !csv, text);
		if (json && columns[c].word && text[0])
			printf(", \"%s\": \"%s\"", columns[c].name, text);
		else if (json)
			printf(", \"%s\": %s", columns[c].name,
			    text[0] ? text : "null");
		else
			printf(csv ? ",%s" : " %11s", text);
	}
	fputs(json ? "}" : "\n", stdout);
}

static bool
wanted(const struct opts *o, const char *id)
{
	size_t i;

	for (i = 1; i < o->nargs; i++)
		if (strcmp(o->args[i], id) == 0)
			return true;
	return o->nargs < 2;
}

/* Each indicator that was asked for must exist. */
static bool
check_names(const struct workspace *w, const struct opts *o)
{
	const char *near;
	size_t k;

	for (k = 1; k < o->nargs; k++) {
		if (store_indicator(w->store, str_from(o->args[k])))
			continue;
		near = store_near_indicator(w->store, o->args[k]);
		fprintf(stderr, "sitan: no indicator '%s'%s\n", o->args[k],
		    str_hint(near).text);
		return false;
	}
	return true;
}

static enum exit_status
print_stats(struct arena *a, const struct workspace *w, const struct opts *o,
    const char *format)
{
	static const struct report none = {0};
	const struct area *area = work_area(w, a, o->args[0]);
	const struct report *r = w->nreports ? &w->reports[0] : &none;
	const struct edition *e = r->neditions ? &r->editions[0] : NULL;
	const struct edition_rule open = {0};
	const struct indicator *const *all;
	struct view *v = view_new(a, w->store, e ? &e->rule : &open);
	size_t n = store_indicators(w->store, &all), i, rows = 0;

	if (!area || !check_names(w, o))
		return STATUS_USAGE;
	print_head(format);
	for (i = 0; i < n; i++) {
		struct stats s;

		if (!wanted(o, all[i]->id))
			continue;
		if (!collect(a, v, area, r, all[i], &s)) {
			if (o->nargs > 1)
				fprintf(stderr,
				    "sitan: no dated number of '%s' for %s; "
				    "see sitan explain %s %s\n",
				    all[i]->id, area->id, area->id, all[i]->id);
			continue;
		}
		s.edition_year = e ? e->year : (int)last_year(&s);
		print_row(&s, format, rows++ == 0);
	}
	if (strcmp(format, "json") == 0)
		puts("\n]");
	return STATUS_DONE;
}

enum exit_status
cmd_stats(const struct opts *o)
{
	static const char *const formats[] = {"table", "csv", "json"};
	const char *format = o->format ? o->format : "table";
	struct arena *a = arena_new();
	enum exit_status status = STATUS_USAGE;
	size_t i;

	for (i = 0; i < 3 && strcmp(formats[i], format) != 0; i++)
		;
	if (i == 3) {
		fprintf(stderr,
		    "sitan: --format is table, csv or json, not "
		    "'%s'\n",
		    format);
	} else if (o->nargs < 1) {
		fprintf(stderr, "sitan: stats takes a country, such as KHM\n");
	} else {
		struct workspace *w = work_open(a, ".");

		sink_print(w->sink, stderr);
		status = print_stats(a, w, o, format);
	}
	arena_free(a);
	return status;
}
