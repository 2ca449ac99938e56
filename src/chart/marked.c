/* SPDX-License-Identifier: MIT */
/* chart/marked.c - numbers within texts, and what proves them */
#include "chart/marked.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/locale.h"
#include "base/num.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "chart/plot.h"
#include "chart/words.h"
#include "data/address.h"

/* Marks around a recorded number in template output (DESIGN section 5). */
#define MARK_FIRST 0xF0000u
#define MARK_END   0x10FFFDu
/* All marks begin with 0xF3 or 0xF4 in UTF-8, and little else does. */
#define MARK_BYTES "\xF3\xF4"

const char *
obs_expression(struct arena *arena, const struct obs *o)
{
	struct buf b = {0};

	address_obs(o, &b);
	return buf_take(&b, arena).p;
}

const char *
record_expression(struct arena *arena, const struct record *r)
{
	struct buf b = {0};

	address_record(r, &b);
	return buf_take(&b, arena).p;
}

int
number_index(
    const struct chart_env *e, const struct chart_number *n, struct place at)
{
	return e->printed && n->expression ? e->printed(e->ctx, n, at) : -1;
}

const char *
marked_number(const struct chart *c, const struct chart_number *n)
{
	int index = number_index(&c->env, n, c->spec.at);
	struct buf b = {0};

	if (index < 0)
		return n->text;
	buf_utf8(&b, MARK_FIRST + (uint32_t)index);
	buf_puts(&b, n->text);
	buf_utf8(&b, MARK_END);
	return buf_take(&b, c->env.arena).p;
}

/* --- years --- */

const char *
year_text(const struct chart *c, double year)
{
	struct buf b = {0};
	char fixed[NUM_TEXT];

	num_fixed(year, 0, fixed);
	if (!c->env.locale)
		return arena_strdup(c->env.arena, fixed);
	locale_date(c->env.locale, (int)year, 0, 0, &b);
	return buf_take(&b, c->env.arena).p;
}

/* What the number's expression names: an observation, a record or neither. */
static void
prove_by(const struct chart *c, struct chart_number *n, const struct obs *o,
    const struct record *r)
{
	const struct obs **obs =
	    ARENA_ARRAY(c->env.arena, const struct obs *, 1);
	const struct record **record =
	    ARENA_ARRAY(c->env.arena, const struct record *, 1);

	obs[0] = o;
	record[0] = r;
	n->obs = obs;
	n->nobs = o != NULL;
	n->records = record;
	n->nrecords = r != NULL;
}

static struct chart_number
date_year(const struct chart *c, double year, const char *date,
    const struct obs *o, const struct record *r)
{
	struct chart_number n = {
	    .value = year, .text = year_text(c, year), .format = ""};

	n.expression = arena_printf(c->env.arena, "%s.year", date);
	prove_by(c, &n, o, r);
	return n;
}

struct chart_number
point_year(const struct chart *c, const struct point *p)
{
	if (!p->obs || p->obs->period.to.year != (int)p->x)
		return (struct chart_number){
		    .value = p->x, .text = year_text(c, p->x), .format = ""};
	return date_year(
	    c, p->x, obs_expression(c->env.arena, p->obs), p->obs, NULL);
}

const char *
marked_year(const struct chart *c, const struct point *p)
{
	struct chart_number n = point_year(c, p);

	return marked_number(c, &n);
}

const char *
marked_date(const struct chart *c, double year, const char *date,
    const struct obs *o, const struct record *r)
{
	struct chart_number n = date_year(c, year, date, o, r);

	return marked_number(c, &n);
}

/* The year as that of a point that is drawn there, the subject's first. */
static const char *
drawn_year(const struct chart *c, double year)
{
	for (int own = 1; own >= 0; own--)
		for (size_t i = 0; i < c->nseries; i++) {
			const struct series *s = &c->series[i];
			const struct point *p = s->subject == (own == 1)
						    ? series_at(s, (int)year)
						    : NULL;

			if (p && p->obs &&
			    series_draws(c, s, (size_t)(p - s->points)))
				return marked_year(c, p);
		}
	return year_text(c, year);
}

const char *
marked_field(const struct chart *c, const struct record *r, const char *field)
{
	struct chart_number n = {
	    .value = NAN, .text = record_text(r, field), .format = ""};

	prove_by(c, &n, NULL, r);
	n.expression = arena_printf(
	    c->env.arena, "%s.%s", record_expression(c->env.arena, r), field);
	return marked_number(c, &n);
}

const char *
marked_literal_year(const struct chart *c, int year)
{
	struct chart_number n = {
	    .value = NAN, .text = year_text(c, year), .format = "date"};

	n.expression = arena_printf(c->env.arena, "\"%04d\"", year);
	return marked_number(c, &n);
}

const char *
span_text(const struct chart *c, const char *from, const char *to)
{
	return arena_printf(c->env.arena, "%s–%s", from, to);
}

const char *
marked_span(const struct chart *c, double from, double to)
{
	const char *first;

	if (to == 0)
		return "";
	first = drawn_year(c, from);
	return from == to ? first : span_text(c, first, drawn_year(c, to));
}

/* --- numbers of things --- */

struct counted {
	const struct chart *chart;
	size_t n;
	VEC(const char *) names;
	VEC(const struct obs *) obs;
	VEC(const struct record *) records;
};

struct counted *
counted_new(const struct chart *c)
{
	struct counted *k = ARENA_NEW(c->env.arena, struct counted);

	k->chart = c;
	return k;
}

static void
add_name(struct counted *k, const char *name)
{
	k->n++;
	VEC_PUSH(k->chart->env.arena, &k->names, name);
}

void
counted_id(struct counted *k, const char *id)
{
	struct buf b = {0};

	address_text(id, &b);
	add_name(k, buf_take(&b, k->chart->env.arena).p);
}

void
counted_obs(struct counted *k, const struct obs *o)
{
	struct arena *a = k->chart->env.arena;

	if (!o) {
		k->n++;
		return;
	}
	add_name(k, obs_expression(a, o));
	VEC_PUSH(a, &k->obs, o);
}

void
counted_record(struct counted *k, const struct record *r)
{
	struct arena *a = k->chart->env.arena;

	if (!r) {
		k->n++;
		return;
	}
	add_name(k, record_expression(a, r));
	VEC_PUSH(a, &k->records, r);
}

size_t
counted_n(const struct counted *k)
{
	return k->n;
}

struct chart_number
counted_number(const struct counted *k, const char *text, const char *format)
{
	struct chart_number n = {.text = text,
	    .value = (double)k->n,
	    .format = format,
	    .obs = k->obs.v,
	    .nobs = k->obs.n,
	    .records = k->records.v,
	    .nrecords = k->records.n};
	struct buf b = {0};

	if (k->names.n < k->n)
		return n;
	for (size_t i = 0; i < k->n; i++)
		buf_printf(&b, "%s%s", i ? ", " : "[", k->names.v[i]);
	buf_puts(&b, k->n ? "] | count" : "[] | count");
	n.expression = buf_take(&b, k->chart->env.arena).p;
	return n;
}

static const char *
counted_as(const struct counted *k, const char *text, const char *format)
{
	struct chart_number n = counted_number(k, text, format);

	return marked_number(k->chart, &n);
}

const char *
counted_words(const struct counted *k)
{
	return counted_as(k, count_word(k->chart, k->n), count_form(k->n));
}

const char *
counted_sentence(const struct counted *k)
{
	return counted_as(k, capital(k->chart, count_word(k->chart, k->n)),
	    arena_printf(
		k->chart->env.arena, "%s | sentence", count_form(k->n)));
}

const char *
counted_digits(const struct counted *k)
{
	return counted_as(
	    k, number_text(k->chart, (double)k->n, 0), "number(0)");
}

/* --- texts with marks --- */

static bool
is_mark(uint32_t c)
{
	return c >= MARK_FIRST && c <= MARK_END;
}

bool
marked_any(const char *text)
{
	return text[strcspn(text, MARK_BYTES)] != '\0';
}

bool
marked_next(const char **text, struct str *piece, int *value)
{
	const char *p = *text, *from, *end = p + strlen(p);
	uint32_t c = 0;

	*value = -1;
	for (from = p; p < end; from = p) {
		c = utf8_decode(&p, end);
		if (!is_mark(c))
			break;
		*value = c == MARK_END ? -1 : (int)(c - MARK_FIRST);
	}
	*piece = (struct str){from, 0};
	while (from + piece->n < end) {
		p = from + piece->n;
		if (is_mark(utf8_decode(&p, end)))
			break;
		piece->n = (size_t)(p - from);
	}
	*text = from + piece->n;
	return piece->n > 0;
}

size_t
marked_length(const char *marked)
{
	const char *p = marked, *end = p + strlen(p);
	size_t n = 0;

	while (p < end)
		n += !is_mark(utf8_decode(&p, end));
	return n;
}

const char *
marked_plain(
    struct arena *a, const char *marked, struct chart_value **values, size_t *n)
{
	VEC(struct chart_value) all = {0};
	struct buf b = {0};
	size_t chars = 0;
	struct str piece;
	int value;

	while (marked_next(&marked, &piece, &value)) {
		size_t length = utf8_length(piece);

		if (value >= 0)
			VEC_PUSH(a, &all,
			    (struct chart_value){value, chars, length});
		buf_str(&b, piece);
		chars += length;
	}
	*values = all.v;
	*n = all.n;
	return b.n ? buf_take(&b, a).p : "";
}

const char *
marked_strip(struct arena *a, const char *marked)
{
	struct chart_value *values;
	size_t n;

	return marked_any(marked) ? marked_plain(a, marked, &values, &n)
				  : marked;
}
