/* SPDX-License-Identifier: MIT */
/*
 * data/view.c - what one edition sees of the observations
 *
 * A row is visible when it was known by the cut-off and is not restricted in
 * a public edition; what is not visible does not exist for any statistic.
 * Among the visible statements on one key and period the best is the one that
 * is no forecast, then the one whose source is preferred, then the one that
 * became known last, then the one whose source has the lowest key.
 *
 * A statement without a value (not collected, suppressed …) takes part in
 * that choice: when the best statement on a period says that there is no
 * value, that period has none.
 */
#include "data/view.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"

#define SMALL_BASE  25 /* DHS: fewer unweighted cases are not shown */
#define SMALL_COUNT 6  /* default of edition_rule.threshold */

struct view *
view_new(
    struct arena *a, const struct store *s, const struct edition_rule *rule)
{
	struct view *v = ARENA_NEW(a, struct view);

	v->store = s;
	v->rule = *rule;
	if (v->rule.threshold == 0)
		v->rule.threshold = SMALL_COUNT;
	v->hidden = view_hidden_counts(v, a);
	return v;
}

const char *
absence_name(enum absence why)
{
	static const char *const names[] = {"", "absent", "missing",
	    "not-collected", "not-applicable", "suppressed", "withheld",
	    "restricted", "after-cutoff", "subgroups-only"};

	return names[why];
}

/* --- visibility and preference --- */

static bool
is_known(const struct view *v, struct date known)
{
	return !date_is_after(known, v->rule.cutoff);
}

static bool
is_visible(const struct view *v, const struct obs *o)
{
	return (v->rule.restricted || !o->restricted) && is_known(v, o->known);
}

bool
view_shows(const struct view *v, const struct record *r)
{
	return (v->rule.restricted || !r->restricted) && is_known(v, r->known);
}

static size_t
preference(const struct view *v, const struct obs *o)
{
	const char *key = o->source->key;
	size_t i;

	if (!v->rule.prefer)
		return 0;
	for (i = 0; v->rule.prefer[i]; i++)
		if (strcmp(v->rule.prefer[i], key) == 0)
			break;
	return i;
}

/* The order in which two statements on one key hold, but for the keys of
 * their sources: <0 if a is the better one. */
static int
compare_claims(const struct view *v, const struct obs *a, const struct obs *b)
{
	size_t x = preference(v, a), y = preference(v, b);
	bool f = a->status == OBS_FORECAST, g = b->status == OBS_FORECAST;

	if (f != g)
		return f ? 1 : -1;
	if (x != y)
		return x < y ? -1 : 1;
	return date_compare(b->known, a->known);
}

static bool
is_better(const struct view *v, const struct obs *a, const struct obs *b)
{
	int c = compare_claims(v, a, b);

	return c ? c < 0 : strcmp(a->source->key, b->source->key) < 0;
}

/* Why a visible observation has nothing to print; ABSENT_NO if it has. */
static enum absence
obs_absence(const struct view *v, const struct obs *o)
{
	switch (o->status) {
	case OBS_MISSING:
		return ABSENT_MISSING;
	case OBS_NOT_COLLECTED:
		return ABSENT_NOT_COLLECTED;
	case OBS_NOT_APPLICABLE:
		return ABSENT_NOT_APPLICABLE;
	case OBS_SUPPRESSED:
		return ABSENT_SUPPRESSED;
	default:
		break;
	}
	if (o->n < SMALL_BASE && strcmp(o->indicator->unit, "percent") == 0)
		return ABSENT_WITHHELD;
	if (view_guards(v, o))
		return ABSENT_SUPPRESSED;
	return ABSENT_NO;
}

/* --- slices of the sorted observations --- */

static int
compare_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

/* Order of an observation against a key; `whole` counts the codes too. */
static int
compare_key(const struct obs *o, const struct obs_key *k, bool whole)
{
	int c = 0;

	if (o->area != k->area)
		return o->area->rank < k->area->rank ? -1 : 1;
	if (o->indicator != k->indicator)
		return o->indicator->rank < k->indicator->rank ? -1 : 1;
	if (!whole)
		return 0;
	c = compare_text(o->place, k->place);
	if (c == 0)
		c = compare_text(o->sex, k->sex);
	if (c == 0)
		c = compare_text(o->age, k->age);
	if (c == 0)
		c = compare_text(o->group, k->group);
	return c;
}

/* Index of the first observation that is not before the key, or, with
 * `after`, that is behind it. */
static size_t
bound(const struct slice *all, const struct obs_key *k, bool whole, bool after)
{
	size_t lo = 0, hi = all->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		int c = compare_key(all->v[mid], k, whole);

		if (c < 0 || (c == 0 && after))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

struct slice
view_slice(const struct view *v, const struct obs_key *k, bool whole)
{
	struct slice all;
	size_t from;

	all.n = store_obs(v->store, &all.v);
	if (!k->area || !k->indicator)
		return (struct slice){0};
	from = bound(&all, k, whole, false);
	all.n = bound(&all, k, whole, true);
	return (struct slice){all.v + from, all.n - from};
}

/* --- one observation --- */

/* Beginning of the run of equal periods that ends before `end`. */
static size_t
run_begin(const struct slice *s, size_t end)
{
	size_t i = end - 1;

	while (i > 0 &&
	       period_compare(s->v[i - 1]->period, s->v[end - 1]->period) == 0)
		i--;
	return i;
}

const struct obs *
view_best(const struct view *v, const struct slice *s, size_t from, size_t to,
    bool forecasts)
{
	const struct obs *best = NULL;
	size_t i;

	for (i = from; i < to; i++) {
		const struct obs *o = s->v[i];

		if (!is_visible(v, o) ||
		    (!forecasts && o->status == OBS_FORECAST))
			continue;
		if (!best || is_better(v, o, best))
			best = o;
	}
	return best;
}

/* Texts are interned: equal ones are the same. */
static bool
same_key(const struct obs *a, const struct obs *b)
{
	return a->area == b->area && a->indicator == b->indicator &&
	       a->place == b->place && a->sex == b->sex && a->age == b->age &&
	       a->group == b->group;
}

size_t
view_values(const struct view *v, const struct area *area)
{
	struct slice all;
	size_t i, from, n = 0;

	all.n = store_obs(v->store, &all.v);
	for (i = 0; i < all.n; i = from) {
		const struct obs *first = all.v[i], *best;

		for (from = i;
		     from < all.n && same_key(first, all.v[from]) &&
		     period_compare(first->period, all.v[from]->period) == 0;
		     from++)
			;
		if (first->area != area)
			continue;
		best = view_best(v, &all, i, from, false);
		n += best && isfinite(best->value);
	}
	return n;
}

static bool
is_total(const struct obs_key *k)
{
	return compare_text(k->place, "") == 0 &&
	       compare_text(k->sex, "") == 0 && compare_text(k->age, "") == 0 &&
	       compare_text(k->group, "") == 0;
}

/* Why nothing of the slice can be seen. */
static enum absence
why_unseen(const struct view *v, const struct obs_key *k, const struct slice *s)
{
	struct slice all;
	bool late = false, restricted = false;
	size_t i;

	for (i = 0; i < s->n; i++) {
		if (!is_known(v, s->v[i]->known))
			late = true;
		else if (!is_visible(v, s->v[i]))
			restricted = true;
	}
	if (restricted)
		return ABSENT_RESTRICTED;
	if (late)
		return ABSENT_AFTER_CUTOFF;
	if (!is_total(k) || !k->area || !k->indicator)
		return ABSENT_ABSENT;
	all = view_slice(v, k, false);
	for (i = 0; i < all.n; i++)
		if (is_visible(v, all.v[i]))
			break;
	return i < all.n && s->n == 0 ? ABSENT_SUBGROUPS_ONLY : ABSENT_ABSENT;
}

static const struct obs *
answer(const struct obs *o, enum absence reason, enum absence *why)
{
	if (why)
		*why = o ? ABSENT_NO : reason;
	return o;
}

const struct obs *
view_newest(const struct view *v, const struct obs_key *k, enum absence *why)
{
	struct slice s = view_slice(v, k, true);
	enum absence first = ABSENT_NO;
	size_t end = s.n, from;

	for (; end > 0; end = from) {
		const struct obs *o;
		enum absence reason;

		from = run_begin(&s, end);
		if (date_is_after(s.v[from]->period.to, v->rule.cutoff))
			continue;
		o = view_best(v, &s, from, end, false);
		if (!o)
			continue;
		reason = obs_absence(v, o);
		if (reason == ABSENT_NO)
			return answer(o, ABSENT_NO, why);
		if (first == ABSENT_NO)
			first = reason;
	}
	return answer(NULL, first ? first : why_unseen(v, k, &s), why);
}

/* Runs of the slice whose period is asked: equal, or, for a bare year, the
 * last one within that year. */
static bool
is_asked(struct period asked, struct period p, bool exact)
{
	if (exact)
		return period_compare(asked, p) == 0;
	return asked.from.month == 0 && asked.from.year == asked.to.year &&
	       p.from.year == asked.from.year && p.to.year == asked.from.year;
}

const struct obs *
view_at(const struct view *v, const struct obs_key *k, struct period period,
    enum absence *why)
{
	struct slice s = view_slice(v, k, true), found = {0};
	enum absence first = ABSENT_NO;
	size_t end, from;
	int exact;

	for (exact = 1; exact >= 0; exact--)
		for (end = s.n; end > 0; end = from) {
			const struct obs *o;

			from = run_begin(&s, end);
			if (!is_asked(period, s.v[from]->period, exact))
				continue;
			if (!found.n)
				found = (struct slice){s.v + from, end - from};
			o = view_best(v, &s, from, end, true);
			if (!o)
				continue;
			if (obs_absence(v, o) == ABSENT_NO)
				return answer(o, ABSENT_NO, why);
			if (first == ABSENT_NO)
				first = obs_absence(v, o);
		}
	if (first == ABSENT_NO && found.n == 0 && s.n > 0)
		first = ABSENT_ABSENT;
	return answer(NULL, first ? first : why_unseen(v, k, &found), why);
}

/* --- several observations --- */

size_t
view_series(const struct view *v, struct arena *a, const struct obs_key *k,
    bool undated, const struct obs ***out)
{
	struct slice s = view_slice(v, k, true);
	VEC(const struct obs *) list = {0};
	size_t from, to;

	for (from = 0; from < s.n; from = to) {
		const struct obs *o;

		to = from + 1;
		while (to < s.n &&
		       period_compare(s.v[to]->period, s.v[from]->period) == 0)
			to++;
		if (!date_known(s.v[from]->period.to) && !undated)
			continue;
		o = view_best(v, &s, from, to, true);
		if (o && obs_absence(v, o) == ABSENT_NO)
			VEC_PUSH(a, &list, o);
	}
	*out = list.v;
	return list.n;
}

static struct obs_key
key_of(const struct obs *o)
{
	return (struct obs_key){
	    o->area, o->indicator, o->place, o->sex, o->age, o->group};
}

/* Whether another source's statement is its last but for its forecasts. */
static bool
is_last_word(const struct view *v, const struct slice *s, size_t i)
{
	const struct obs *o = s->v[i];
	size_t k;

	if (o->status == OBS_FORECAST)
		return false;
	for (k = i + 1; k < s->n; k++)
		if (s->v[k]->source == o->source && is_visible(v, s->v[k]) &&
		    s->v[k]->status != OBS_FORECAST &&
		    !date_is_after(s->v[k]->period.to, v->rule.cutoff))
			return false;
	return true;
}

size_t
view_others(const struct view *v, struct arena *a, const struct obs *o,
    const struct obs ***out)
{
	struct obs_key key = key_of(o);
	struct slice s = view_slice(v, &key, true);
	bool current =
	    !date_known(o->period.to) || view_newest(v, &key, NULL) == o;
	VEC(const struct obs *) list = {0};
	size_t i, k;

	for (i = 0; i < s.n; i++) {
		const struct obs *p = s.v[i];
		bool same = period_compare(p->period, o->period) == 0;

		if (p == o || !is_visible(v, p) ||
		    obs_absence(v, p) != ABSENT_NO)
			continue;
		if (!same && (!current || p->source == o->source ||
				 !is_last_word(v, &s, i)))
			continue;
		VEC_PUSH(a, &list, p);
	}
	/* best first; the lists are short */
	for (i = 1; i < list.n; i++)
		for (k = i; k > 0 && is_better(v, list.v[k], list.v[k - 1]);
		     k--) {
			const struct obs *swap = list.v[k];

			list.v[k] = list.v[k - 1];
			list.v[k - 1] = swap;
		}
	*out = list.v;
	return list.n;
}

const struct obs *
view_tie(const struct view *v, const struct obs *o)
{
	struct obs_key key = key_of(o);
	struct slice s = view_slice(v, &key, true);
	size_t i;

	for (i = 0; i < s.n; i++) {
		const struct obs *p = s.v[i];

		if (p != o && is_visible(v, p) &&
		    period_compare(p->period, o->period) == 0 &&
		    compare_claims(v, o, p) == 0 && !obs_agree(o, p))
			return p;
	}
	return NULL;
}

void
view_report_ties(const struct view *v, struct sink *sink)
{
	struct slice all;
	size_t from, to;

	all.n = store_obs(v->store, &all.v);
	for (from = 0; from < all.n; from = to) {
		struct obs_key key = key_of(all.v[from]);
		const struct obs *best, *tie = NULL;

		for (to = from + 1; to < all.n; to++)
			if (compare_key(all.v[to], &key, true) != 0 ||
			    period_compare(
				all.v[to]->period, all.v[from]->period) != 0)
				break;
		best = view_best(v, &all, from, to, true);
		if (best)
			tie = view_tie(v, best);
		if (tie)
			diag(sink, DIAG_OBS_TIE, best->at, best->source->key,
			    tie->source->key, best->indicator->id);
	}
}

size_t
view_keys(const struct view *v, struct arena *a, const struct area *area,
    const struct indicator *in, struct obs_key **out)
{
	struct obs_key key = {.area = area, .indicator = in};
	struct slice s = view_slice(v, &key, false);
	VEC(struct obs_key) list = {0};
	size_t i;

	for (i = 0; i < s.n; i++) {
		const struct obs *o = s.v[i];

		if (!is_visible(v, o))
			continue;
		if (list.n > 0 &&
		    compare_key(o, &list.v[list.n - 1], true) == 0)
			continue;
		VEC_PUSH(a, &list, key_of(o));
	}
	*out = list.v;
	return list.n;
}
