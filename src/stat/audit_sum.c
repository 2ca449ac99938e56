/* SPDX-License-Identifier: MIT */
/*
 * stat/audit_sum.c - totals that their parts contradict
 *
 * Parts of one statement (area, indicator, period, source, date) that are split
 * in one dimension.  Some are the whole together: both sexes, town and country,
 * five fifths, ages from 0 to an open end.  Amounts of these add up to the
 * total; a share or rate of all lies between theirs.  Others leave something
 * out, but do not overlap: ages, places of one level, nationalities.  Amounts
 * of these are not more than the total.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/num.h"
#include "base/str.h"
#include "stat/audit_work.h"
#include "stat/region.h"

#define AGE_END 150 /* of an open age group */

enum { DIM_PLACE, DIM_SEX, DIM_AGE, DIM_GROUP, DIMS };

static const char *const dim_names[DIMS] = {"place", "sex", "age", "group"};

/* The rows of one statement but the total. */
struct parts {
	struct sink *sink;
	const struct store *store;
	const struct obs *total;
	const struct obs *const *v;
	size_t n;
	bool over; /* one of them is more than the total, and reported */
};

/* A sum of some of them. */
struct sum {
	double sum, low, high;
	size_t n;
};

static void
add(struct sum *s, double value)
{
	s->low = s->n ? fmin(s->low, value) : value;
	s->high = s->n ? fmax(s->high, value) : value;
	s->sum += value;
	s->n++;
}

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
	return n == 1 && region_accepts(o) ? codes[*dim] : NULL;
}

static bool
is_amount(const struct indicator *i)
{
	return i->aggregate == AGG_SUM;
}

/* What rounding explains: half a unit of each number, or the third digit. */
static double
slack(const struct obs *total, size_t n)
{
	double unit = pow(10, -total->indicator->decimals);

	return fmax(0.5 * ((double)n + 1) * unit, 0.005 * fabs(total->value));
}

/* --- parts that are the whole --- */

static const struct {
	const char *dim, *codes[5];
} wholes[] = {{"sex", {"F", "M"}},
    {"residence", {"residence:rural", "residence:urban"}},
    {"wealth",
	{"wealth:Q1", "wealth:Q2", "wealth:Q3", "wealth:Q4", "wealth:Q5"}}};

static void
check_whole(const struct parts *p, const struct sum *s, const char *dim)
{
	const struct obs *total = p->total;
	double unit = pow(10, -total->indicator->decimals);
	char parts[NUM_TEXT], whole[NUM_TEXT], other[NUM_TEXT];

	num_shortest(total->value, whole);
	if (is_amount(total->indicator)) {
		if (fabs(s->sum - total->value) <= slack(total, s->n))
			return;
		num_shortest(s->sum, parts);
		diag(p->sink, DIAG_AUDIT_SUM, total->at, total->indicator->id,
		    dim, parts, whole);
	} else if (total->value < s->low - unit ||
		   total->value > s->high + unit) {
		num_shortest(s->low, parts);
		num_shortest(s->high, other);
		diag(p->sink, DIAG_AUDIT_BETWEEN, total->at, whole,
		    total->indicator->id, dim, parts, other);
	}
}

static void
check_words(const struct parts *p)
{
	size_t w, k, i;
	int dim = 0;

	for (w = 0; w < sizeof wholes / sizeof *wholes; w++) {
		struct sum s = {0};

		for (k = 0; k < 5 && wholes[w].codes[k]; k++)
			for (i = 0; i < p->n; i++) {
				const char *code = part_of(p->v[i], &dim);

				if (!code || !streq(code, wholes[w].codes[k]))
					continue;
				add(&s, p->v[i]->value);
				break;
			}
		if (s.n == k)
			check_whole(p, &s, wholes[w].dim);
	}
}

/* --- parts that do not overlap --- */

/* Alone, each part is less than the total; together they are not. */
static void
check_room(const struct parts *p, const struct sum *s, const char *dim)
{
	char parts[NUM_TEXT], whole[NUM_TEXT];

	if (!is_amount(p->total->indicator) || p->over || s->n < 2 ||
	    s->sum <= p->total->value + slack(p->total, s->n))
		return;
	num_shortest(s->sum, parts);
	num_shortest(p->total->value, whole);
	diag(p->sink, DIAG_AUDIT_SUM, p->total->at, p->total->indicator->id,
	    dim, parts, whole);
}

static void
check_parts(struct parts *p)
{
	double unit = pow(10, -p->total->indicator->decimals);
	char a[NUM_TEXT], b[NUM_TEXT];
	size_t i;
	int dim = 0;

	for (i = 0; i < p->n && is_amount(p->total->indicator); i++) {
		const struct obs *o = p->v[i];

		if (!part_of(o, &dim) || o->note[0] ||
		    o->value <= p->total->value * 1.005 + 1.5 * unit)
			continue;
		num_shortest(o->value, a);
		num_shortest(p->total->value, b);
		diag(p->sink, DIAG_AUDIT_PART, o->at, a, o->indicator->id,
		    dim_names[dim], b);
		p->over = true;
	}
}

/* Places of the first level below the area, and nationalities. */
static void
check_apart(const struct parts *p)
{
	struct sum places = {0}, nations = {0};
	size_t i;
	int dim = 0;

	for (i = 0; i < p->n; i++) {
		const char *code = part_of(p->v[i], &dim);
		const struct area *a;

		if (!code)
			continue;
		a = dim == DIM_PLACE ? store_area(p->store, str_from(code))
				     : NULL;
		if (a && a->parent == p->total->area)
			add(&places, p->v[i]->value);
		if (str_starts(str_from(code), "nationality:") &&
		    !strchr(code, ';'))
			add(&nations, p->v[i]->value);
	}
	check_room(p, &places, "place");
	check_room(p, &nations, "nationality");
}

/* --- ages --- */

struct ages {
	int from, to; /* to is AGE_END when it is open */
	double value;
	bool leads; /* to the open end, through the one that begins next */
	size_t next;
};

/* "0-17", "15+", "<18" in full years. */
static bool
read_ages(const char *age, struct ages *a)
{
	char *end = NULL;
	bool under = age[0] == '<';
	long x = strtol(age + under, &end, 10), y = x;

	if (end == age + under)
		return false;
	if (under) {
		y = x - 1;
		x = 0;
	} else if (*end == '+') {
		y = AGE_END;
		end++;
	} else if (*end == '-') {
		y = strtol(end + 1, &end, 10);
	}
	a->from = (int)x;
	a->to = (int)y;
	return *end == '\0' && x >= 0 && x <= y && y <= AGE_END;
}

/* The youngest last; of those that begin together the widest first. */
static int
by_age(const void *pa, const void *pb)
{
	const struct ages *a = pa, *b = pb;

	if (a->from != b->from)
		return a->from > b->from ? -1 : 1;
	return (a->to < b->to) - (a->to > b->to);
}

/* Groups from 0 to the open end, the narrowest of each; false: there is a
 * gap. */
static bool
sum_all_ages(struct ages *v, size_t n, struct sum *s)
{
	size_t begin[AGE_END + 2] = {0}, i; /* 1 + group, by its first year */

	for (i = 0; i < n; i++) {
		v[i].next = v[i].to < AGE_END ? begin[v[i].to + 1] : 0;
		v[i].leads = v[i].to == AGE_END || v[i].next;
		if (v[i].leads)
			begin[v[i].from] = i + 1;
	}
	for (i = begin[0]; i > 0; i = v[i - 1].next)
		add(s, v[i - 1].value);
	return s->n > 1;
}

/* As many groups as there are without an overlap, from the oldest down. */
static void
sum_some_ages(const struct ages *v, size_t n, struct sum *s)
{
	int before = AGE_END + 1;
	size_t i;

	for (i = 0; i < n; i++)
		if (v[i].to < before) {
			add(s, v[i].value);
			before = v[i].from;
		}
}

static void
check_ages_add_up(const struct parts *p)
{
	struct ages *v = xmalloc((p->n + 1) * sizeof *v);
	struct sum all = {0}, some = {0};
	size_t n = 0, i;
	int dim = 0;

	for (i = 0; i < p->n; i++)
		if (part_of(p->v[i], &dim) && dim == DIM_AGE &&
		    read_ages(p->v[i]->age, &v[n]))
			v[n++].value = p->v[i]->value;
	if (n > 1)
		qsort(v, n, sizeof *v, by_age);
	if (sum_all_ages(v, n, &all)) {
		check_whole(p, &all, "age");
	} else {
		sum_some_ages(v, n, &some);
		check_room(p, &some, "age");
	}
	free(v);
}

/* --- statements --- */

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

/* The rows of one statement, total first. */
static void
check_statement(const struct store *s, struct sink *sink,
    const struct obs *const *v, size_t n)
{
	struct parts p = {sink, s, v[0], v + 1, n - 1, false};
	const struct obs *o = v[0];

	if (o->place[0] || o->sex[0] || o->age[0] || o->group[0] ||
	    !region_accepts(o) || o->note[0] || n < 2)
		return;
	check_parts(&p);
	check_words(&p);
	check_apart(&p);
	check_ages_add_up(&p);
}

void
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
		    s, sink, (const struct obs *const *)v + from, to - from);
	}
	free(v);
}
