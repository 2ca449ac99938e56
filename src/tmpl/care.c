/* SPDX-License-Identifier: MIT */
/*
 * tmpl/care.c - what is said before two observations are compared
 *
 * Values on two sides of a break or by two definitions are not compared at
 * all.  Values that are modelled and measured, of two publishers, or with
 * overlapping intervals may be, if the text says so: a warning asks for that
 * until the writer states with `despite` that it does.
 */
#include <string.h>

#include "base/arena.h"
#include "stat/compare.h"
#include "tmpl/func.h"

static const struct {
	unsigned caution;
	const char *word;
} reasons[] = {
    {CAUTION_MODELLED, "model"},
    {CAUTION_SOURCE, "source"},
    {CAUTION_OVERLAP, "interval"},
};

/* The cautions that the text answers, by the words of `despite`. */
static unsigned
answered(struct tmpl *t, const struct value *despite, struct place at)
{
	struct str s, word;
	unsigned bits = 0;
	size_t from, to, i;

	if (!despite ||
	    (despite->kind != VALUE_TEXT && despite->kind != VALUE_CODE))
		return 0;
	s = value_plain(t->arena, despite);
	for (from = 0; from < s.n; from = to + 1) {
		to = str_find(s, ';', from);
		word = str_trim(str_slice(s, from, to));
		for (i = 0; i < 3; i++)
			if (str_is(word, reasons[i].word))
				break;
		if (i == 3)
			diag(t->sink, DIAG_TMPL_DESPITE, at, STR_ARG(word));
		else
			bits |= reasons[i].caution;
	}
	return bits;
}

/* "2014" or "no year" */
static const char *
year(struct tmpl *t, const struct obs *o)
{
	return o->period.to.year
		   ? arena_printf(t->arena, "%d", o->period.to.year)
		   : "no year";
}

static const char *
status(const struct obs *o)
{
	return o->status == OBS_MODELLED    ? "modelled"
	       : o->status == OBS_IMPUTED   ? "imputed"
	       : o->status == OBS_ESTIMATED ? "estimated"
					    : "measured";
}

static bool
refused(struct tmpl *t, unsigned c, const struct obs *a, const struct obs *b,
    struct place at)
{
	const char *id = b->indicator->id;
	int x = a->period.to.year, y = b->period.to.year;

	if (c & CAUTION_BREAK)
		diag(t->sink, DIAG_TMPL_BREAK, at, id, x < y ? x : y,
		    x < y ? y : x);
	else if (c & CAUTION_DEFINITION && a->area == b->area)
		diag(t->sink, DIAG_TMPL_DEFINITION, at, id, year(t, a),
		    year(t, b));
	else if (c & CAUTION_DEFINITION)
		diag(t->sink, DIAG_TMPL_DEFINITION, at, id, a->area->id,
		    b->area->id);
	return c & CAUTION_REFUSED;
}

bool
care_pair(
    struct tmpl *t, const struct obs *a, const struct obs *b, struct place at)
{
	const struct obs **series = NULL;
	struct obs_key key = {
	    a->area, a->indicator, a->place, a->sex, a->age, a->group};
	size_t n = 0;

	if (a->indicator != b->indicator)
		return true;
	if (a->area == b->area && a->period.to.year && b->period.to.year)
		n = view_series(t->view, t->arena, &key, false, &series);
	return !refused(t,
	    compare_cautions(a, b, (const struct obs *const *)series, n), a, b,
	    at);
}

bool
care_course(struct tmpl *t, const struct obs *const *series, size_t n,
    bool whole, const struct value *despite, struct place at)
{
	const struct obs *a = series[0], *b = series[n - 1];
	const struct obs *model = NULL, *source = NULL;
	unsigned c = 0;
	size_t i;

	for (i = whole ? 1 : n - 1; i > 0 && i < n; i++) {
		unsigned one = compare_cautions(a, series[i], series, n);

		if (refused(t, one, a, series[i], at))
			return false;
		/* the interval matters at the end alone */
		c |= i + 1 < n ? one & ~(unsigned)CAUTION_OVERLAP : one;
		if (!model && one & CAUTION_MODELLED)
			model = series[i];
		if (!source && one & CAUTION_SOURCE)
			source = series[i];
	}
	c &= ~answered(t, despite, at);
	if (c & CAUTION_MODELLED)
		diag(t->sink, DIAG_TMPL_CARE_MODEL, at, b->indicator->id,
		    status(a), year(t, a), status(model), year(t, model));
	if (c & CAUTION_SOURCE)
		diag(t->sink, DIAG_TMPL_CARE_SOURCE, at, b->indicator->id,
		    year(t, a), a->source->key, year(t, source),
		    source->source->key);
	if (c & CAUTION_OVERLAP)
		diag(t->sink, DIAG_TMPL_CARE_INTERVAL, at, b->indicator->id,
		    year(t, a), year(t, b));
	return true;
}
