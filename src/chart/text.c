/* SPDX-License-Identifier: MIT */
/*
 * chart/text.c - parts of sentences about a chart, and which texts it gets
 */
#include "chart/flow.h"
#include "chart/marked.h"
#include "chart/text.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/locale.h"
#include "base/num.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "chart/plot.h"
#include "chart/words.h"
#include "stat/compare.h"

#define ALT_MAX 300

/* What stands against saying that the subject's value changed from a to b. */
static unsigned
cautions(const struct chart *c, const struct finding *f)
{
	const struct series *s = f->series;
	const struct obs **all =
	    ARENA_ARRAY(c->env.arena, const struct obs *, s->n);
	size_t i, n = 0;

	if (!f->a->obs || !f->b->obs)
		return 0;
	for (i = 0; i < s->n; i++)
		if (s->points[i].obs)
			all[n++] = s->points[i].obs;
	return compare_cautions(
	    f->a->obs, f->b->obs, (const struct obs *const *)all, n);
}

bool
text_finding(const struct chart *c, struct finding *f)
{
	const struct measure *m;
	unsigned care;
	double a, b;

	*f = (struct finding){0};
	if (!c->subject)
		return false;
	f->series = c->subject;
	m = c->subject->measure;
	if (!series_pair(c, c->subject, &f->a, &f->b)) {
		f->a = series_last(c->subject);
		f->b = NULL;
		return true;
	}
	care = cautions(c, f);
	if (care & CAUTION_REFUSED) {
		/* not one series: no word of change */
		f->a = f->b;
		f->b = NULL;
		return true;
	}
	a = num_round(f->a->v / m->divide, m->decimals);
	b = num_round(f->b->v / m->divide, m->decimals);
	f->direction = b > a ? 1 : b < a ? -1 : 0;
	if (care & CAUTION_OVERLAP)
		f->direction = 0;
	return true;
}

const char *
text_direction(const struct chart *c, int direction)
{
	return direction > 0   ? word(c, "trend.up", "rose")
	       : direction < 0 ? word(c, "trend.down", "fell")
			       : word(c, "trend.flat", "was stable");
}

const char *
text_lower(const struct chart *c, const char *name)
{
	struct buf b = {0};

	if (!streq(c->env.lang, "en") || !name[0])
		return name;
	locale_inside(c->env.locale, str_from(name), &b);
	return buf_take(&b, c->env.arena).p;
}

const char *
text_measure(const struct chart *c, const struct measure *m, bool inside)
{
	const struct wanted *w = m->wanted;
	const char *name = w->name ? w->name : w->indicator->short_name;

	if (!*name)
		name = w->indicator->name;
	return inside ? text_lower(c, name) : name;
}

const char *
text_areas(const struct chart *c, const struct area *const *all, size_t n)
{
	struct str *names = ARENA_ARRAY(c->env.arena, struct str, n);
	struct buf b = {0};

	for (size_t i = 0; i < n; i++)
		names[i] = str_from(area_short(c, all[i]));
	if (c->env.locale) {
		locale_list(c->env.locale, names, n, "and", &b);
	} else {
		for (size_t i = 0; i < n; i++) {
			buf_puts(&b, i ? ", " : "");
			buf_str(&b, names[i]);
		}
	}
	return b.n ? buf_take(&b, c->env.arena).p : "";
}

bool
text_extremes(const struct chart *c, const struct measure *m,
    const struct series **top, const struct series **low)
{
	*top = *low = NULL;
	for (size_t i = 0; i < c->nseries; i++) {
		const struct series *s = &c->series[i];

		if (s->measure != m || !s->n || point_small(series_last(s)))
			continue;
		if (!*top || series_last(s)->v > series_last(*top)->v)
			*top = s;
		if (!*low || series_last(s)->v < series_last(*low)->v)
			*low = s;
	}
	return *top && *top != *low;
}

/*
 * The place as a sum over the others, and the number of all, with the
 * observations behind them; without expressions where a value has none.
 */
static void
prove_place(const struct chart *c, const struct measure *m, bool high,
    struct chart_number *rank, struct chart_number *n)
{
	struct buf sum = {0}, list = {0};
	VEC(const struct obs *) obs = {0};
	const char *own = NULL, *other;
	bool proven = true;

	for (size_t i = 0; i < c->nseries; i++)
		if (c->series[i].measure == m && c->series[i].subject)
			own = point_number(
			    c, &c->series[i], series_last(&c->series[i]))
				  .expression;
	for (size_t i = 0; own && i < c->nseries; i++) {
		const struct series *s = &c->series[i];
		struct chart_number v;

		if (s->measure != m || !series_ranks(s, 0))
			continue;
		v = point_number(c, s, series_last(s));
		other = v.expression ? v.expression : "";
		proven = proven && *other;
		for (size_t k = 0; k < v.nobs; k++)
			VEC_PUSH(c->env.arena, &obs, v.obs[k]);
		buf_printf(&list, "%s%s", list.n ? ", " : "[", other);
		if (!s->subject)
			buf_printf(&sum, " + (1 if %s %s %s else 0)", other,
			    high ? ">" : "<", own);
	}
	if (proven && sum.n) {
		rank->expression = arena_printf(c->env.arena, "1%s", sum.p);
		n->expression =
		    arena_printf(c->env.arena, "%s] | count", list.p);
	}
	rank->obs = n->obs = obs.v;
	rank->nobs = n->nobs = obs.n;
	buf_free(&sum);
	buf_free(&list);
}

bool
text_place(const struct chart *c, const struct measure *m, bool high,
    struct chart_number *rank, struct chart_number *n)
{
	struct place_among p = series_rank(c, m, 0, high);

	if (p.n < 2)
		return false;
	*rank = (struct chart_number){.value = p.rank,
	    .text = ordinal_word(c, p.rank),
	    .format = "ordinal_words"};
	*n = (struct chart_number){.value = p.n,
	    .text = count_word(c, (size_t)p.n),
	    .format = count_form((size_t)p.n)};
	prove_place(c, m, high, rank, n);
	return true;
}

struct counted *
text_areas_counted(const struct chart *c, bool others)
{
	struct counted *k = counted_new(c);

	for (size_t i = 0; i < c->spec.nareas; i++)
		if (!others || c->spec.areas[i] != c->env.subject)
			counted_id(k, c->spec.areas[i]->id);
	return k;
}

struct counted *
text_movements(const struct chart *c)
{
	struct counted *k = counted_new(c);

	for (size_t i = 0; i < c->flow->n; i++)
		counted_record(k, c->flow->v[i].record);
	return k;
}

struct counted *
text_whole(const struct chart *c)
{
	struct counted *k = counted_new(c);

	for (size_t i = 0; i < c->spec.nareas; i++) {
		const struct point *last = NULL;
		size_t n = 0;

		for (size_t s = 0; s < c->nseries; s++)
			if (c->series[s].area == c->spec.areas[i] &&
			    c->series[s].n) {
				last = series_last(&c->series[s]);
				n++;
			}
		if (last && n == c->spec.nwanted)
			counted_obs(k, last->obs);
	}
	return k;
}

struct tally
text_tally_sum(const struct chart *c)
{
	struct tally sum = {.topic = "", .name = ""};
	VEC(const struct obs *) all = {0};
	VEC(const struct indicator *) unknown = {0};

	for (size_t i = 0; i < c->ntallies; i++) {
		for (int s = 0; s < TALLY_STATES; s++)
			sum.count[s] += c->tallies[i].count[s];
		sum.total += c->tallies[i].total;
		for (size_t k = 0; k < c->tallies[i].nobs; k++)
			VEC_PUSH(c->env.arena, &all, c->tallies[i].obs[k]);
		for (size_t k = 0; k < c->tallies[i].nunknown; k++)
			VEC_PUSH(
			    c->env.arena, &unknown, c->tallies[i].unknown[k]);
	}
	sum.obs = all.v;
	sum.nobs = all.n;
	sum.unknown = unknown.v;
	sum.nunknown = unknown.n;
	return sum;
}

struct counted *
text_tally_all(const struct chart *c, const struct tally *t, bool assessed)
{
	struct counted *k = counted_new(c);

	for (size_t i = 0; i < t->nobs; i++)
		if (tally_state_of(t->obs[i]) != TALLY_UNKNOWN)
			counted_obs(k, t->obs[i]);
	for (size_t i = 0; !assessed && i < t->nunknown; i++)
		counted_id(k, t->unknown[i]->id);
	return k;
}

/* "1 if it is yes else 0" over the verdicts of a state. */
static const char *
tally_proof(const struct chart *c, const struct obs *const *those, size_t n)
{
	struct buf b = {0};

	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s(1 if %s is %s else 0)", i ? " + " : "",
		    obs_expression(c->env.arena, those[i]),
		    verdict_name(those[i]->verdict));
	return buf_take(&b, c->env.arena).p;
}

struct chart_number
text_tally_number(
    const struct chart *c, const struct tally *t, enum tally_state state)
{
	VEC(const struct obs *) those = {0};
	struct counted *unknown = counted_new(c);
	struct chart_number n = {.value = t->count[state],
	    .text = number_text(c, t->count[state], 0)};

	for (size_t i = 0; i < t->nobs; i++)
		if (tally_state_of(t->obs[i]) == state)
			VEC_PUSH(c->env.arena, &those, t->obs[i]);
	for (size_t i = 0; state == TALLY_UNKNOWN && i < t->nunknown; i++)
		counted_id(unknown, t->unknown[i]->id);
	if (state == TALLY_UNKNOWN || !those.n)
		return counted_number(unknown, n.text, "number(0)");
	n.expression = tally_proof(c, those.v, those.n);
	n.obs = those.v;
	n.nobs = those.n;
	return n;
}

size_t
text_alt_most(const struct spec *s)
{
	return ALT_MAX * (s->ntopics ? 2 : s->nwanted ? s->nwanted : 1);
}

static const char *
given_alt(struct chart *c)
{
	size_t n = marked_length(c->spec.alt), most = text_alt_most(&c->spec);

	if (n > most)
		diag(c->env.sink, DIAG_CHART_TEXT_LONG, c->spec.at, (unsigned)n,
		    (unsigned)most);
	return c->spec.alt;
}

void
text_make(struct chart *c)
{
	bool bare = chart_is_bare(c);

	c->title = c->spec.title ? c->spec.title : bare ? "" : text_title(c);
	c->subtitle = c->spec.subtitle ? c->spec.subtitle
		      : bare           ? ""
				       : text_subtitle(c);
	c->reading = c->spec.reading ? c->spec.reading
		     : bare          ? ""
				     : text_reading(c);
	c->source = c->spec.source ? c->spec.source
		    : bare         ? ""
				   : text_source(c);
	c->alt = marked_plain(c->env.arena,
	    c->spec.alt && *c->spec.alt ? given_alt(c) : text_alt(c),
	    &c->alt_values, &c->nalt_values);
}
