/* SPDX-License-Identifier: MIT */
/*
 * tmpl/form.c - values as text
 *
 * Comparator, range and the mark of the unit come from the data and are never
 * lost by a number form: "less than 10%", "1,200 to 1,500".
 */
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/locale.h"
#include "base/map.h"
#include "base/num.h"
#include "stat/disclose.h"
#include "tmpl/engine.h"
#include "tmpl/form.h"

#define DECIMALS_OWN 2 /* at most, for a number that has none of its own */

/* --- words of the locale --- */

const char *
form_word(struct tmpl *t, const char *path)
{
	const char *word = locale_word(t->locale, path);
	struct place at = {0};

	if (word)
		return word;
	at.file =
	    arena_printf(t->arena, "templates/locale/%s.yaml", t->env.lang);
	diag(t->sink, DIAG_TMPL_NO_WORD, at, path);
	return "";
}

void
form_fill(struct buf *out, const char *pattern, ...)
{
	const char *p, *end, *name, *text;
	va_list ap;

	for (p = pattern; *p; p = end + 1) {
		end = *p == '{' ? strchr(p, '}') : NULL;
		if (!end) {
			buf_putc(out, *p);
			end = p;
			continue;
		}
		va_start(ap, pattern);
		while ((name = va_arg(ap, const char *)) != NULL) {
			text = va_arg(ap, const char *);
			if (strlen(name) == (size_t)(end - p - 1) &&
			    memcmp(name, p + 1, (size_t)(end - p - 1)) == 0)
				buf_puts(out, text ? text : "");
		}
		va_end(ap);
	}
}

/* --- numbers --- */

/* The decimals that a number has of its own. */
static int
own_decimals(double v)
{
	char text[NUM_TEXT];
	const char *dot;

	num_shortest(num_round(v, DECIMALS_OWN), text);
	dot = strchr(text, '.');
	return dot ? (int)strlen(dot + 1) : 0;
}

/* Those of the indicator; "about 10" does not become "about 10.0". */
static int
obs_decimals(const struct obs *o)
{
	int most = o->indicator->decimals, own;

	if (o->comparator == CMP_EQUAL || !isfinite(o->value))
		return most;
	own = own_decimals(o->value);
	return own < most ? own : most;
}

int
form_decimals(const struct value *v)
{
	if (v->kind == VALUE_OBS)
		return obs_decimals(v->obs);
	if ((v->kind == VALUE_NUMBER || v->kind == VALUE_RANGE) &&
	    v->decimals >= 0)
		return v->decimals;
	if (v->kind != VALUE_NUMBER || v->number == floor(v->number))
		return 0;
	return own_decimals(v->number);
}

static const char *
unit_word(struct tmpl *t, const char *unit, const char *what)
{
	char path[80];

	if (!unit || !*unit)
		return NULL;
	snprintf(path, sizeof path, "unit.%s.%s", unit, what);
	return locale_word(t->locale, path);
}

/* The mark of a unit, looked up once. */
struct mark {
	const char *text; /* NULL: none */
	bool before;
};

static const struct mark *
mark_of(struct tmpl *t, const char *unit)
{
	struct mark *m;

	if (!unit || !*unit)
		return NULL;
	m = map_get(t->marks, unit);
	if (!m) {
		m = ARENA_NEW(t->arena, struct mark);
		m->text = unit_word(t, unit, "mark");
		m->before = unit_word(t, unit, "before") != NULL;
		map_put(t->marks, str_from(unit), m);
	}
	return m->text ? m : NULL;
}

const char *
form_unit(struct tmpl *t, const char *unit, double n, int decimals)
{
	const char *word =
	    unit_word(t, unit, locale_plural(t->locale, n, decimals));

	if (!word)
		word = unit_word(t, unit, "other");
	return word ? word : unit;
}

void
form_digits(struct tmpl *t, double v, int decimals, const char *unit,
    bool plain, struct buf *out)
{
	const struct mark *mark = mark_of(t, unit);
	bool before = mark && mark->before;
	char fixed[NUM_TEXT];
	const char *p = fixed;

	num_fixed(v, decimals, fixed);
	if (before && *p == '-') {
		locale_digits(t->locale, "-", out);
		p++;
	}
	if (before)
		buf_puts(out, mark->text);
	if (plain)
		buf_puts(out, p);
	else
		locale_digits(t->locale, p, out);
	if (mark && !before)
		buf_puts(out, mark->text);
}

/* Wrap a number's text in the words of its comparator. */
static void
wrap(struct tmpl *t, const char *path, struct buf *number, struct buf *out)
{
	form_fill(out, form_word(t, path), "n", number->p, (char *)NULL);
	buf_free(number);
}

const char *
form_comparator(const struct value *v)
{
	if (v->kind == VALUE_NUMBER)
		return v->about ? "comparator.about" : NULL;
	switch (v->obs->comparator) {
	case CMP_ABOUT:
		return "comparator.about";
	case CMP_LESS:
		return "comparator.less";
	case CMP_MORE:
		return "comparator.more";
	default:
		return NULL;
	}
}

void
form_span(struct tmpl *t, double low, double high,
    void (*write)(struct tmpl *, double, const void *, struct buf *),
    const void *ctx, struct buf *out)
{
	struct buf a = {0}, b = {0};

	if (!isnan(low))
		write(t, low, ctx, &a);
	if (!isnan(high))
		write(t, high, ctx, &b);
	if (isnan(high))
		wrap(t, "comparator.at_least", &a, out);
	else if (isnan(low))
		wrap(t, "comparator.up_to", &b, out);
	else if (low == high)
		buf_puts(out, a.p);
	else
		form_fill(out, form_word(t, "comparator.range"), "low", a.p,
		    "high", b.p, (char *)NULL);
	buf_free(&a);
	buf_free(&b);
}

/* A share on a small survey base stands in brackets (DHS). */
static bool
is_bracketed(const struct value *v)
{
	return v->kind == VALUE_OBS ? disclose_obs(v->obs) == DISCLOSE_BRACKET
				    : v->bracketed;
}

struct value
form_with(struct tmpl *t, const struct value *v,
    void (*write)(struct tmpl *, double, const void *, struct buf *),
    const void *ctx, const char *format, int decimals)
{
	struct buf n = {0}, out = {0};
	const char *path;
	double x = v->kind == VALUE_OBS ? v->obs->value : v->number;

	if (v->kind == VALUE_RANGE || (v->kind == VALUE_OBS && isnan(x))) {
		double low = v->kind == VALUE_OBS ? v->obs->low : v->low;
		double high = v->kind == VALUE_OBS ? v->obs->high : v->high;

		form_span(t, low, high, write, ctx, &out);
	} else {
		path = form_comparator(v);
		write(t, x, ctx, path ? &n : &out);
		if (path)
			wrap(t, path, &n, &out);
		if (is_bracketed(v)) {
			n = out;
			out = (struct buf){0};
			wrap(t, "comparator.bracketed", &n, &out);
		}
	}
	return value_printed(
	    t->arena, v, buf_take(&out, t->arena), format, decimals);
}

struct digits {
	int decimals;
	const char *unit;
	bool plain;
};

static void
write_digits(struct tmpl *t, double v, const void *ctx, struct buf *out)
{
	const struct digits *d = ctx;

	form_digits(t, v, d->decimals, d->unit, d->plain, out);
}

struct value
form_number(struct tmpl *t, const struct value *v, int decimals, bool mark,
    const char *format)
{
	const char *unit = v->kind == VALUE_OBS ? v->obs->indicator->unit
			   : v->bare            ? ""
						: v->unit;
	struct digits d = {decimals < 0 ? form_decimals(v) : decimals,
	    mark ? unit : "", v->plain && decimals < 0};

	return form_with(t, v, write_digits, &d, format, d.decimals);
}

/* --- everything else --- */

static struct value
unprintable(
    struct tmpl *t, const struct value *v, const char *remedy, struct place at)
{
	diag(t->sink, DIAG_TMPL_UNPRINTABLE, at, value_what(v), remedy);
	return value_error;
}

struct value
form_date(
    struct tmpl *t, const struct value *v, struct date d, const char *format)
{
	struct buf b = {0};

	locale_date(t->locale, d.year, d.month, d.day, &b);
	return value_printed(t->arena, v, buf_take(&b, t->arena), format, 0);
}

static struct value
obs_text(struct tmpl *t, const struct value *v, struct place at)
{
	switch (v->obs->indicator->type) {
	case IND_NUMBER:
		return form_number(t, v, -1, true, "");
	case IND_DATE:
		return form_date(t, v, v->obs->date, "");
	case IND_TEXT:
		return numeral_text(t, v, str_from(v->obs->text));
	default:
		return unprintable(
		    t, v, "use {% case %}, 'is yes' or | status", at);
	}
}

/* The word of a code; what the locale does not know prints with blanks. */
static struct value
code_text(struct tmpl *t, const struct value *v)
{
	const char *word;
	char path[80], *own, *p;

	if (streq(v->path, "unit")) {
		word = unit_word(t, v->text, "name");
		if (!word)
			word = unit_word(t, v->text, "other");
	} else {
		snprintf(path, sizeof path, "%s.%s", v->path ? v->path : "",
		    v->text);
		word = locale_word(t->locale, path);
	}
	if (word)
		return value_text(t->arena, str_from(word));
	own = arena_strdup(t->arena, v->text);
	for (p = own; *p; p++)
		if (*p == '_')
			*p = ' ';
	return value_text(t->arena, str_from(own));
}

static struct value
record_text_of(struct tmpl *t, const struct value *v, struct place at)
{
	static const char *const fields[] = {
	    "name", "title", "title_en", "term", "text", "label", "short"};
	const struct record *r = v->record;
	const char *text;
	size_t i;

	for (i = 0; i < sizeof fields / sizeof *fields; i++) {
		text = record_text(r, fields[i]);
		if (*text)
			return value_text(t->arena, str_from(text));
	}
	return unprintable(t, v, "name one of its fields", at);
}

struct value
form_list(
    struct tmpl *t, const struct value *v, const char *conj, struct place at)
{
	struct value *texts = ARENA_ARRAY(t->arena, struct value, v->n);
	struct piece *pieces, glue;
	const char *comma = form_word(t, "list.comma");
	const char *last =
	    form_word(t, conj[0] == 'o' ? "list.or" : "list.and");
	struct value all = {.kind = VALUE_TEXT};
	size_t i, n = 0;

	for (i = 0; i < v->n; i++) {
		texts[i] = form_default(t, &v->items[i], at);
		if (texts[i].kind != VALUE_TEXT)
			return texts[i];
		n += texts[i].n + 1;
	}
	pieces = ARENA_ARRAY(t->arena, struct piece, n);
	for (i = n = 0; i < v->n; i++) {
		glue = (struct piece){
		    .text = str_from(i + 1 == v->n ? last : comma)};
		if (i)
			pieces[n++] = glue;
		memcpy(
		    pieces + n, texts[i].pieces, texts[i].n * sizeof *pieces);
		n += texts[i].n;
	}
	all.pieces = pieces;
	all.n = n;
	return all;
}

struct value
form_default(struct tmpl *t, const struct value *value, struct place at)
{
	struct value v = access_newest(t, value);
	const char *name;

	switch (v.kind) {
	case VALUE_ERROR:
	case VALUE_MISSING:
	case VALUE_TEXT:
		return v;
	case VALUE_NUMBER:
	case VALUE_RANGE:
		return form_number(t, &v, -1, true, "");
	case VALUE_OBS:
		return obs_text(t, &v, at);
	case VALUE_DATE:
		return form_date(t, &v, v.date, "");
	case VALUE_CODE:
		return code_text(t, &v);
	case VALUE_AREA:
		name = attr_area_name(t, v.area, "short");
		return value_text(t->arena, str_from(name ? name : v.area->id));
	case VALUE_RECORD:
		return record_text_of(t, &v, at);
	case VALUE_LIST:
		return form_list(t, &v, "and", at);
	case VALUE_EDITION:
		return value_text(t->arena,
		    str_from(v.edition ? v.edition->name : t->env.edition));
	case VALUE_BOOL:
		return unprintable(t, &v, "write \"…\" if it else \"…\"", at);
	case VALUE_TABLE:
		return unprintable(t, &v, "go through it with {% for %}", at);
	default:
		return unprintable(t, &v, "name one of its parts", at);
	}
}
