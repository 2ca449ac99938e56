/* SPDX-License-Identifier: MIT */
/* stat/audit.c - sums that do not add up, values that grew old */
#include "stat/audit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/num.h"
#include "stat/audit_work.h"
#include "stat/region.h"

#define FRESH 2 /* years in which a source counts as new */

/* --- parts and their total --- */

enum { DIM_PLACE, DIM_SEX, DIM_AGE, DIM_GROUP, DIMS };

static const char *const dim_names[DIMS] = {"place", "sex", "age", "group"};

/* The code of an observation that is split in one dimension only. */
static const char *
part_of(const struct obs *o, int *dim)
{
	const char *const codes[DIMS] = {o->place, o->sex, o->age, o->group};
	int d, n = 0;

	for (d = 0; d < DIMS; d++)
		if (codes[d][0]) {
			*dim = d;
			n++;
		}
	return n == 1 ? codes[*dim] : NULL;
}

static bool
is_total(const struct obs *o)
{
	return !o->place[0] && !o->sex[0] && !o->age[0] && !o->group[0];
}

/* Of one statement: area, indicator, period, source, date. */
static int
compare_statement(const struct obs *a, const struct obs *b)
{
	int c;

	if (a->area != b->area)
		return a->area->rank < b->area->rank ? -1 : 1;
	if (a->indicator != b->indicator)
		return a->indicator->rank < b->indicator->rank ? -1 : 1;
	c = period_compare(a->period, b->period);
	c = c ? c : strcmp(a->source->key, b->source->key);
	return c ? c : date_compare(a->known, b->known);
}

static int
compare_parts(const void *pa, const void *pb)
{
	const struct obs *a = *(const struct obs *const *)pa;
	const struct obs *b = *(const struct obs *const *)pb;
	int c = compare_statement(a, b);

	c = c ? c : strcmp(a->place, b->place);
	c = c ? c : strcmp(a->sex, b->sex);
	c = c ? c : strcmp(a->age, b->age);
	return c ? c : strcmp(a->group, b->group);
}

/* Codes that together are the whole; other codes may leave something out or
 * overlap. */
static const char *const wholes[][2] = {
    {"F", "M"}, {"residence:rural", "residence:urban"}};

/* Do the amounts add up?  Shares and rates do not: theirs lie on both sides of
 * the total's. */
static bool
is_amount(const struct indicator *i)
{
	return i->aggregate == AGG_SUM;
}

static void
check_whole(struct sink *sink, const struct obs *total, const struct obs *a,
    const struct obs *b, const char *dim)
{
	double unit = pow(10, -total->indicator->decimals);
	double low = fmin(a->value, b->value), high = fmax(a->value, b->value);
	double sum = a->value + b->value;
	char parts[NUM_TEXT], whole[NUM_TEXT], other[NUM_TEXT];

	num_shortest(total->value, whole);
	if (is_amount(total->indicator)) {
		/* rounded to the unit, or to three digits */
		if (fabs(sum - total->value) <=
		    fmax(1.5 * unit, 0.005 * fabs(total->value)))
			return;
		num_shortest(sum, parts);
		diag(sink, DIAG_AUDIT_SUM, total->at, total->indicator->id, dim,
		    parts, whole);
	} else if (total->value < low - unit || total->value > high + unit) {
		num_shortest(low, parts);
		num_shortest(high, other);
		diag(sink, DIAG_AUDIT_BETWEEN, total->at, whole,
		    total->indicator->id, dim, parts, other);
	}
}

static void
check_part(
    struct sink *sink, const struct obs *total, const struct obs *part, int dim)
{
	char a[NUM_TEXT], b[NUM_TEXT];

	if (!is_amount(total->indicator) || part->note[0] ||
	    part->value <= total->value * 1.005 +
			       1.5 * pow(10, -total->indicator->decimals))
		return;
	num_shortest(part->value, a);
	num_shortest(total->value, b);
	diag(sink, DIAG_AUDIT_PART, part->at, a, total->indicator->id,
	    dim_names[dim], b);
}

/* The rows of one statement, total first. */
static void
check_statement(struct sink *sink, const struct obs *const *v, size_t n)
{
	const struct obs *found[2][2] = {{NULL}};
	size_t i, w, k;
	int dim = 0;

	if (!is_total(v[0]) || !region_accepts(v[0]) || v[0]->note[0])
		return;
	for (i = 1; i < n; i++) {
		const char *code = part_of(v[i], &dim);

		if (!code || !region_accepts(v[i]))
			continue;
		check_part(sink, v[0], v[i], dim);
		for (w = 0; w < 2; w++)
			for (k = 0; k < 2; k++)
				if (strcmp(wholes[w][k], code) == 0)
					found[w][k] = v[i];
	}
	for (w = 0; w < 2; w++)
		if (found[w][0] && found[w][1])
			check_whole(sink, v[0], found[w][0], found[w][1],
			    w ? "residence" : "sex");
}

static void
audit_sums(const struct store *s, struct sink *sink)
{
	const struct obs *const *all;
	size_t n = store_obs(s, &all), i, k = 0, from, to;
	const struct obs **v = xmalloc((n + 1) * sizeof *v);

	for (i = 0; i < n; i++)
		if (all[i]->indicator->type == IND_NUMBER)
			v[k++] = all[i];
	if (k > 1)
		qsort(v, k, sizeof *v, compare_parts);
	for (from = 0; from < k; from = to) {
		for (to = from;
		     to < k && compare_statement(v[from], v[to]) == 0; to++)
			;
		check_statement(
		    sink, (const struct obs *const *)v + from, to - from);
	}
	free(v);
}

/* --- old values --- */

static int
compare_indicator(const void *pa, const void *pb)
{
	const struct obs *a = *(const struct obs *const *)pa;
	const struct obs *b = *(const struct obs *const *)pb;
	int x = a->period.to.year, y = b->period.to.year;

	if (a->indicator != b->indicator)
		return a->indicator->rank < b->indicator->rank ? -1 : 1;
	return (x > y) - (x < y);
}

/* Values older than AUDIT_STALE years, if most areas have newer ones and their
 * source is not fresh: a release of this year without a newer value says that
 * there is none. */
static void
check_ages(struct sink *sink, const struct obs *const *v, size_t n, int year)
{
	int limit = year - AUDIT_STALE, usual = v[n / 2]->period.to.year;
	size_t i;

	if (usual < limit)
		return;
	for (i = 0; i < n && v[i]->period.to.year < limit; i++)
		if (!v[i]->note[0] && v[i]->known.year < year - FRESH)
			diag(sink, DIAG_AUDIT_STALE, v[i]->at,
			    v[i]->indicator->id, v[i]->period.to.year,
			    v[i]->known.year, usual);
}

static void
audit_ages(const struct store *s, struct sink *sink, int year)
{
	const struct obs *const *all;
	size_t n = store_obs(s, &all), i, k = 0, from, to;
	const struct obs **v = xmalloc((n + 1) * sizeof *v);

	/* sorted by key and period: the last of a key is the newest */
	for (i = 0; i < n; i++) {
		const struct obs *o = all[i];

		if (o->indicator->type != IND_NUMBER || !is_total(o) ||
		    !region_accepts(o))
			continue;
		if (k > 0 && v[k - 1]->area == o->area &&
		    v[k - 1]->indicator == o->indicator)
			k--;
		v[k++] = o;
	}
	if (k > 1)
		qsort(v, k, sizeof *v, compare_indicator);
	for (from = 0; from < k; from = to) {
		for (to = from;
		     to < k && v[to]->indicator == v[from]->indicator; to++)
			;
		check_ages(
		    sink, (const struct obs *const *)v + from, to - from, year);
	}
	free(v);
}

void
audit_observations(const struct store *s, struct sink *sink, int year)
{
	audit_series(s, sink);
	audit_sums(s, sink);
	if (year)
		audit_ages(s, sink, year);
}
