/* SPDX-License-Identifier: MIT */
/* chart/words.c - words of the language, and numbers as charts print them */
#include "chart/marked.h"
#include "chart/words.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/locale.h"
#include "base/num.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "chart/plot.h"

const char *
word(const struct chart *c, const char *path, const char *fallback)
{
	const char *w = c->env.locale ? locale_word(c->env.locale, path) : NULL;

	return w ? w : fallback;
}

const char *
word_of(const struct chart *c, const char *group, const char *code)
{
	char *path = arena_printf(c->env.arena, "%s.%s", group, code);
	char *plain = arena_strdup(c->env.arena, code);

	for (char *p = plain; *p; p++)
		if (*p == '_' || *p == '-')
			*p = ' ';
	if (*plain >= 'a' && *plain <= 'z')
		*plain = (char)(*plain - 'a' + 'A');
	return word(c, path, plain);
}

const char *
sentence(const struct chart *c, const char *path, const char *fallback,
    const struct filler *fill)
{
	const char *p = word(c, path, fallback);
	struct buf b = {0};

	while (*p) {
		const char *end = *p == '{' ? strchr(p, '}') : NULL;
		const struct filler *f = fill;

		while (end && f->name &&
		       (strlen(f->name) != (size_t)(end - p - 1) ||
			   memcmp(f->name, p + 1, (size_t)(end - p - 1)) != 0))
			f++;
		if (end && f->name) {
			buf_puts(&b, f->text ? f->text : "");
			p = end + 1;
		} else {
			buf_putc(&b, *p++);
		}
	}
	return buf_take(&b, c->env.arena).p;
}

const char *
typeset(const struct chart *c, const char *text)
{
	struct buf b = {0};

	if (!strchr(text, '\''))
		return text;
	for (const char *p = text; *p; p++)
		if (*p == '\'' && p > text && p[-1] != ' ')
			buf_puts(&b, "\u2019");
		else
			buf_putc(&b, *p);
	return buf_take(&b, c->env.arena).p;
}

const char *
capital(const struct chart *c, const char *text)
{
	struct buf b = {0};

	if (!c->env.locale || !*text)
		return text;
	locale_sentence(c->env.locale, str_from(text), &b);
	return buf_take(&b, c->env.arena).p;
}

const char *
number_text(const struct chart *c, double v, int decimals)
{
	struct buf b = {0};
	char fixed[NUM_TEXT];

	if (c->env.locale) {
		locale_number(c->env.locale, v, decimals, &b);
	} else {
		num_fixed(v, decimals, fixed);
		buf_puts(&b, fixed);
	}
	return buf_take(&b, c->env.arena).p;
}

const char *
tick_text(const struct chart *c, double v, int decimals)
{
	return number_text(c, v, decimals);
}

const char *
count_word(const struct chart *c, size_t n)
{
	struct buf b = {0};

	if (!c->env.locale || n > 12)
		return number_text(c, (double)n, 0);
	locale_words(c->env.locale, (double)n, &b);
	return buf_take(&b, c->env.arena).p;
}

const char *
count_form(size_t n)
{
	return n > 12 ? "number(0)" : "words";
}

const char *
ordinal_word(const struct chart *c, int n)
{
	struct buf b = {0};

	if (!c->env.locale)
		return number_text(c, n, 0);
	locale_ordinal_words(c->env.locale, n, &b);
	return buf_take(&b, c->env.arena).p;
}

const char *
verdict_name(enum verdict v)
{
	static const char *const names[] = {
	    "", "yes", "no", "partial", "not_full", "unclear"};

	return names[v];
}

const char *
bracketed(const struct chart *c, const char *text)
{
	return sentence(c, "comparator.bracketed", "({n})",
	    (struct filler[]){{"n", text}, {0}});
}

struct chart_number
point_figure(
    const struct chart *c, const struct series *s, const struct point *p)
{
	const struct measure *m = s->measure;
	struct arena *a = c->env.arena;
	struct chart_number n = {0};

	n.value = p->v / m->divide;
	n.decimals = m->decimals;
	n.text = number_text(c, n.value, n.decimals);
	if (p->obs) {
		const struct obs **list = ARENA_ARRAY(a, const struct obs *, 2);
		const char *now = obs_expression(a, p->obs), *before;

		list[0] = p->obs;
		list[1] = p->base;
		n.obs = list;
		n.nobs = p->base ? 2 : 1;
		n.expression = arena_printf(a, "%s.value", now);
		if (p->base) {
			before = obs_expression(a, p->base);
			n.expression = arena_printf(a,
			    "(%s.value - %s.value) / %s.value * 100", now,
			    before, before);
		}
		if (m->divide > 1)
			n.expression = arena_printf(
			    a, "%s / %.0f", n.expression, m->divide);
	}
	return n;
}

struct chart_number
point_number(
    const struct chart *c, const struct series *s, const struct point *p)
{
	struct chart_number n = point_figure(c, s, p);

	if (point_small(p))
		n.text = bracketed(c, n.text);
	return n;
}

/* Blanks that do not break: number and word stay on one line. */
static const char *
no_break(const struct chart *c, const char *text)
{
	struct buf b = {0};

	for (; *text; text++)
		buf_puts(&b, *text == ' ' ? "\302\240" : (char[]){*text, 0});
	return b.n ? buf_take(&b, c->env.arena).p : "";
}

/* "{n} million" around a number, or around nothing for the word alone. */
static const char *
scaled(const struct chart *c, const struct measure *m, const char *n)
{
	const struct filler fill[] = {{"n", n}, {0}};

	if (m->divide >= 1e9)
		return sentence(c, "compact.billion", "{n} billion", fill);
	if (m->divide >= 1e6)
		return sentence(c, "compact.million", "{n} million", fill);
	return n;
}

const char *
scale_word(const struct chart *c, const struct measure *m)
{
	return str_dup(c->env.arena, str_trim(str_from(scaled(c, m, ""))));
}

/* An entry of a unit in the locale file. */
static const char *
unit_entry(const struct chart *c, const char *unit, const char *entry,
    const char *fallback)
{
	if (!*unit)
		return fallback;
	return word(
	    c, arena_printf(c->env.arena, "unit.%s.%s", unit, entry), fallback);
}

const char *
data_point_text(const struct chart *c, const struct series *s,
    const struct point *p, bool marked)
{
	const struct measure *m = s->measure;
	const char *unit = m->wanted->indicator->unit;
	struct chart_number n = point_figure(c, s, p);
	const char *text = marked ? marked_number(c, &n) : n.text;
	const char *mark = unit_entry(c, unit, "mark", m->percent ? "%" : "");

	text = no_break(c, scaled(c, m, text));
	if (*unit_entry(c, unit, "before", ""))
		text = arena_printf(c->env.arena, "%s%s", mark, text);
	else
		text = arena_printf(c->env.arena, "%s%s", text, mark);
	return point_small(p) ? bracketed(c, text) : text;
}

const char *
unit_words(const struct chart *c, const struct measure *m)
{
	const struct wanted *w = m->wanted;
	const char *text;

	if (w->unit)
		return w->unit;
	if (m->percent)
		return unit_entry(c, "percent", "mark", "%");
	text = word_of(c, "unit", w->indicator->unit);
	text = unit_entry(c, w->indicator->unit, "other", text);
	if (*m->word)
		return arena_printf(
		    c->env.arena, "%s%s%s", m->word, *text ? " " : "", text);
	return text;
}

const char *
words_escape(struct arena *arena, const char *s)
{
	struct buf b = {0};

	if (!*s)
		return "";
	for (; *s; s++) {
		if (strchr("\\`*_[]<>{}#|@^~", *s))
			buf_putc(&b, '\\');
		buf_putc(&b, *s);
	}
	return buf_take(&b, arena).p;
}
