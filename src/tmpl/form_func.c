/* SPDX-License-Identifier: MIT */
/* tmpl/form_func.c - filters that give a number its form */
#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/fraction.h"
#include "base/locale.h"
#include "base/num.h"
#include "tmpl/func.h"

static double
number_in(const struct value *v)
{
	return v->kind == VALUE_OBS ? v->obs->value : v->number;
}

static const char *
unit_in(const struct value *v)
{
	return v->kind == VALUE_OBS ? v->obs->indicator->unit : v->unit;
}

static int
decimals_arg(struct call *c, size_t i)
{
	int n = -1;

	if (func_int(c, i, &n) && (n < 0 || n > 15)) {
		func_wrong(c, i, "a number of decimals");
		n = -1;
	}
	return n;
}

/* A number that a form cannot do without. */
static bool
need_point(struct call *c, double *v)
{
	struct value n = c->in;

	if (!eval_number(c->t, &n, c->at, c->filter->name))
		return false;
	*v = n.number;
	return true;
}

static struct value
run_number(struct call *c)
{
	int decimals = decimals_arg(c, 0);
	struct value v = c->in;

	return form_number(c->t, &v,
	    decimals < 0 ? form_decimals(&v) : decimals, false, func_format(c));
}

/* A number without unit is a ratio: 0.5 is 50%. */
static struct value
run_percent(struct call *c)
{
	struct value v = c->in;
	int decimals = decimals_arg(c, 0);
	bool ratio = v.kind == VALUE_NUMBER && !*v.unit;

	if (v.kind == VALUE_OBS && !streq(unit_in(&v), "percent") &&
	    !streq(unit_in(&v), "percent_point")) {
		diag(c->t->sink, DIAG_TMPL_FILTER_UNIT, c->at, "percent",
		    "per cent", unit_in(&v));
		return value_error;
	}
	if (decimals < 0)
		decimals = ratio ? 0 : form_decimals(&v);
	if (v.kind == VALUE_NUMBER) {
		v.deriv = deriv_of(c->t->arena, &c->in);
		v.unit = "percent";
		v.bare = v.plain = false;
		v.number *= ratio ? 100 : 1;
	}
	return form_number(c->t, &v, decimals, true, func_format(c));
}

/* unit("percent"): the number with another unit, as closed expressions have it
 */
static struct value
run_unit(struct call *c)
{
	struct value v = c->in;
	const char *unit;

	if (!func_text(c, 0, &unit))
		return func_wrong(c, 0, "a unit in quotes");
	if (!eval_number(c->t, &v, c->at, "unit"))
		return v;
	if (v.deriv)
		v.deriv = func_deriv(c, NULL, 0);
	v.unit = unit;
	v.bare = v.plain = false;
	return v;
}

/* --- compact --- */

static const struct {
	double size;
	const char *path;
} scales[] = {{1e12, "compact.trillion"}, {1e9, "compact.billion"},
    {1e6, "compact.million"}};

static void
write_compact(struct tmpl *t, double v, const void *ctx, struct buf *out)
{
	const struct value *in = ctx;
	int decimals = in->decimals;
	const char *unit = in->unit;
	struct buf n = {0};
	size_t i;

	for (i = 0; i < 3; i++)
		if (num_round(fabs(v) / scales[i].size, decimals) >= 1)
			break;
	if (i == 3) {
		form_digits(t, v, fabs(v) < 100 ? form_decimals(in->items) : 0,
		    unit, false, out);
		return;
	}
	v = num_round(v / scales[i].size, decimals);
	form_digits(t, v, v == floor(v) ? 0 : decimals, unit, false, &n);
	form_fill(out, form_word(t, scales[i].path), "n", n.p, (char *)NULL);
	buf_free(&n);
}

static struct value
run_compact(struct call *c)
{
	struct value how = {.decimals = decimals_arg(c, 0),
	    .items = &c->in,
	    .unit = unit_in(&c->in)};

	if (how.decimals < 0)
		how.decimals = 1;
	return form_with(
	    c->t, &c->in, write_compact, &how, func_format(c), how.decimals);
}

/* --- words --- */

static void
write_words(struct tmpl *t, double v, const void *ctx, struct buf *out)
{
	locale_words(t->locale, num_round(v, *(const int *)ctx), out);
}

static struct value
run_words(struct call *c)
{
	int decimals = form_decimals(&c->in);

	return form_with(
	    c->t, &c->in, write_words, &decimals, func_format(c), -1);
}

static bool
whole(struct call *c, long *out)
{
	double v;

	if (!need_point(c, &v))
		return false;
	if (v != floor(v) || v < 0 || v > 1e9) {
		diag(c->t->sink, DIAG_TMPL_FILTER_UNIT, c->at, c->filter->name,
		    "a whole number", "a fraction");
		return false;
	}
	*out = (long)v;
	return true;
}

static struct value
run_ordinal(struct call *c)
{
	struct buf b = {0};
	long n;

	if (!whole(c, &n))
		return value_error;
	if (c->filter->name[strlen("ordinal")] == '_')
		locale_ordinal_words(c->t->locale, n, &b);
	else
		locale_ordinal(c->t->locale, n, &b);
	return value_printed(
	    c->t->arena, &c->in, buf_take(&b, c->t->arena), func_format(c), -1);
}

/* --- fraction --- */

/* "about 3 in 4" in figures, as pictograms have it. */
static struct value
fraction_of(struct call *c, double share, int of)
{
	bool about = c->in.kind == VALUE_OBS
			 ? c->in.obs->comparator == CMP_ABOUT
			 : c->in.about;
	struct buf b = {0};

	if (of < 1 || of > 100) {
		func_wrong(c, 0, "a number from 1 to 100");
		return value_error;
	}
	fraction_text(c->t->locale, fraction_near(share, of), share, about, &b);
	return value_printed(
	    c->t->arena, &c->in, buf_take(&b, c->t->arena), func_format(c), -1);
}

static struct value
run_fraction(struct call *c)
{
	const char *unit = unit_in(&c->in);
	struct buf a = {0}, b = {0}, n = {0}, out = {0};
	struct tmpl *t = c->t;
	struct fraction f;
	bool exact;
	double p;
	int of;

	if (!need_point(c, &p))
		return value_error;
	if (!streq(unit, "percent"))
		p *= 100;
	if (p < 0 || p > 100) {
		diag(t->sink, DIAG_TMPL_FILTER_UNIT, c->at, "fraction",
		    "a share", "a number outside 0 to 100 per cent");
		return value_error;
	}
	if (func_int(c, 0, &of))
		return fraction_of(c, p / 100, of);
	f = fraction_simplest(p == 0 || p == 100 ? 50 : p, &exact);
	if (p == 0 || p == 100) {
		buf_puts(&out,
		    form_word(t, p == 0 ? "fraction.none" : "fraction.all"));
	} else if (!f.n) {
		return run_percent(c);
	} else {
		locale_words(t->locale, f.k, &a);
		if (f.n <= 20)
			locale_words(t->locale, f.n, &b);
		else
			locale_number(t->locale, f.n, 0, &b);
		if (f.k == 1 && f.n == 2)
			buf_puts(&n, form_word(t, "fraction.half"));
		else
			form_fill(&n, form_word(t, "fraction.in"), "a", a.p,
			    "b", b.p, (char *)NULL);
		if (exact)
			buf_puts(&out, n.p);
		else
			form_fill(&out, form_word(t, "fraction.about"), "n",
			    n.p, (char *)NULL);
	}
	buf_free(&a);
	buf_free(&b);
	buf_free(&n);
	return value_printed(
	    t->arena, &c->in, buf_take(&out, t->arena), func_format(c), -1);
}

/* --- with units --- */

static struct value
run_points(struct call *c)
{
	int decimals = decimals_arg(c, 0);
	struct buf b = {0};
	double v;

	if (!need_point(c, &v))
		return value_error;
	if (decimals < 0)
		decimals = form_decimals(&c->in);
	v = num_round(v, decimals);
	locale_number(c->t->locale, v, decimals, &b);
	buf_printf(
	    &b, " %s", form_unit(c->t, "percent_point", fabs(v), decimals));
	return value_printed(c->t->arena, &c->in, buf_take(&b, c->t->arena),
	    func_format(c), decimals);
}

/*
 * A number with its unit: the mark, or the word behind it.  Converted amounts
 * below 100 keep their hundredths, so that what is printed depends on nothing
 * but the amount and the rate.
 */
struct money {
	const char *unit;
	double rate; /* divides */
};

static bool
has_mark(struct tmpl *t, const char *unit)
{
	char path[80];

	snprintf(path, sizeof path, "unit.%s.mark", unit);
	return locale_word(t->locale, path) != NULL;
}

static void
write_money(struct tmpl *t, double v, const void *ctx, struct buf *out)
{
	const struct money *m = ctx;

	int decimals;

	v = num_round(v / m->rate, 2);
	decimals = m->rate != 1 && fabs(v) < 100 && v != floor(v) ? 2 : 0;
	form_digits(t, num_round(v, decimals), decimals, m->unit, false, out);
}

static struct str
money_text(struct call *c, const struct money *m)
{
	struct value v = form_with(c->t, &c->in, write_money, m, "", 0);
	struct str s = value_plain(c->t->arena, &v);
	double n = c->in.kind == VALUE_RANGE
		       ? isnan(c->in.high) ? c->in.low : c->in.high
		       : number_in(&c->in);

	if (has_mark(c->t, m->unit))
		return s;
	return str_from(arena_printf(c->t->arena, STR_FMT " %s", STR_ARG(s),
	    form_unit(c->t, m->unit, n / m->rate, 0)));
}

/* Units of `unit` for one of `per`: the latest rate on record. */
static double
rate_of(struct call *c, const char *unit, const char *per)
{
	const struct record **rows;
	size_t n = view_records(c->t->view, c->t->arena, "rates", &rows), i;
	struct date newest = {0};
	double rate = NAN;

	for (i = 0; i < n; i++) {
		const struct cell *p = record_cell(rows[i], "period");

		if (strcasecmp(record_text(rows[i], "currency"), unit) == 0 &&
		    strcasecmp(record_text(rows[i], "per"), per) == 0 &&
		    (isnan(rate) || date_compare(p->date, newest) > 0)) {
			rate = record_cell(rows[i], "rate")->number;
			newest = p->date;
		}
	}
	return rate;
}

static struct value
from_list(const struct value *list, const char *unit)
{
	struct value v = {.kind = VALUE_RANGE, .low = NAN, .high = NAN};

	v.unit = unit;
	if (list->n == 2 && list->items[0].kind == VALUE_NUMBER)
		v.low = list->items[0].number;
	if (list->n == 2 && list->items[1].kind == VALUE_NUMBER)
		v.high = list->items[1].number;
	v.deriv = list->deriv;
	return v;
}

static const char *
lower(struct call *c, const char *code)
{
	struct buf b = {0};

	for (; *code; code++)
		buf_putc(&b, (char)tolower((unsigned char)*code));
	return buf_take(&b, c->t->arena).p;
}

/* Codes of currencies: "USD", "EUR; USD" or a list of texts. */
static struct value
codes_of(struct call *c)
{
	struct value list = c->args[0];
	struct buf b = {0};
	size_t i;

	if (list.kind == VALUE_TEXT)
		return text_split(c->t, &list);
	if (list.kind != VALUE_LIST)
		return value_list(NULL, 0);
	for (i = 0; i < list.n; i++)
		buf_printf(&b, "%s" STR_FMT, i ? "; " : "",
		    STR_ARG(value_plain(c->t->arena, &list.items[i])));
	c->args[0] = value_text(c->t->arena, buf_take(&b, c->t->arena));
	return list;
}

/* The rate of code i that a closed expression brings, else of rates.csv. */
static double
rate_for(struct call *c, const char *unit, size_t i, const char *code)
{
	struct value list;
	double rate;

	if (c->args[2].kind == VALUE_TEXT) {
		list = text_split(c->t, &c->args[2]);
		return i < list.n && num_parse(value_plain(
						   c->t->arena, &list.items[i]),
					 &rate)
			   ? rate
			   : NAN;
	}
	return func_number(c, 2, &rate) ? rate : rate_of(c, unit, code);
}

/* "US$2,500", "€1,852 / US$2,500"; the rates go into the call's third
 * argument. */
static bool
also_text(struct call *c, const char *unit, struct buf *out)
{
	struct value codes = codes_of(c);
	struct buf rates = {0};
	double last = NAN;
	char text[NUM_TEXT];
	size_t i;

	for (i = 0; i < codes.n; i++) {
		const char *code = str_dup(
		    c->t->arena, value_plain(c->t->arena, &codes.items[i]));
		struct money other = {
		    lower(c, code), rate_for(c, unit, i, code)};

		if (isnan(other.rate) || other.rate <= 0) {
			diag(c->t->sink, DIAG_TMPL_NO_RATE, c->at, unit, code);
			buf_free(&rates);
			return false;
		}
		last = other.rate;
		num_shortest(last, text);
		buf_printf(&rates, "%s%s", i ? "; " : "", text);
		if (i > 0)
			buf_puts(out, form_word(c->t, "money.between"));
		buf_str(out, money_text(c, &other));
	}
	c->args[2] = value_text(c->t->arena, buf_take(&rates, c->t->arena));
	if (codes.n == 1)
		c->args[2] = value_number(last, -1, "");
	return true;
}

/*
 * money(also, unit, rate): unit and rate are for closed expressions, which
 * know neither the record nor rates.csv.
 */
static struct value
run_money(struct call *c)
{
	struct money own = {unit_in(&c->in), 1};
	const char *unit = NULL;
	struct buf out = {0}, also = {0};
	struct str a;

	if (func_text(c, 1, &unit))
		own.unit = lower(c, unit);
	if (c->in.kind == VALUE_LIST)
		c->in = from_list(&c->in, own.unit);
	if (!own.unit || !*own.unit) {
		diag(c->t->sink, DIAG_TMPL_FILTER_UNIT, c->at, "money",
		    "an amount in a currency", "no unit");
		return value_error;
	}
	if (c->in.kind == VALUE_RANGE)
		c->args[1] = value_text(c->t->arena, str_from(own.unit));
	a = money_text(c, &own);
	if (!func_has(c, 0))
		return value_printed(c->t->arena, &c->in, a, func_format(c), 0);
	if (!also_text(c, own.unit, &also)) {
		buf_free(&also);
		return value_error;
	}
	form_fill(&out, form_word(c->t, "money.also"), "n",
	    str_dup(c->t->arena, a), "other",
	    str_dup(c->t->arena, buf_view(&also)), (char *)NULL);
	buf_free(&also);
	return value_printed(c->t->arena, &c->in, buf_take(&out, c->t->arena),
	    func_format(c), 0);
}

static void
write_plain(struct tmpl *t, double v, const void *ctx, struct buf *out)
{
	struct value n = value_number(v, -1, "");

	form_digits(t, v, form_decimals(&n), ctx, false, out);
}

/* "2 to 5 years" */
static struct value
run_range(struct call *c)
{
	const char *unit = "";
	struct value in = c->in, v;
	struct buf out = {0};
	double last;

	if (!func_text(c, 0, &unit))
		unit = in.kind == VALUE_LIST ? "" : unit_in(&in);
	if (in.kind == VALUE_LIST)
		in = from_list(&in, unit);
	if (in.kind == VALUE_RANGE && isnan(in.low) && isnan(in.high))
		return func_wrong(c, 0, "a range");
	in.unit = unit;
	/* the closed form needs the unit, which a list has not */
	c->args[0] = value_text(c->t->arena, str_from(unit));
	if (!*unit)
		c->args[0] = value_error;
	v = form_with(c->t, &in, write_plain, unit, func_format(c), 0);
	if (!*unit || has_mark(c->t, unit))
		return v;
	last = in.kind != VALUE_RANGE ? number_in(&in)
	       : isnan(in.high)       ? in.low
				      : in.high;
	buf_str(&out, value_plain(c->t->arena, &v));
	buf_printf(&out, " %s", form_unit(c->t, unit, last, 0));
	return value_printed(
	    c->t->arena, &in, buf_take(&out, c->t->arena), func_format(c), 0);
}

/* The word alone, as the number wants it. */
static struct value
run_plural(struct call *c)
{
	static const char *const names[] = {
	    "one", "other", "few", "many", "two", "zero"};
	const char *category, *word;
	size_t i, use = 1;
	double v;

	if (c->in.kind == VALUE_LIST) {
		v = (double)c->in.n;
	} else if (c->in.kind == VALUE_OBS && isnan(c->in.obs->value)) {
		v = isnan(c->in.obs->high) ? c->in.obs->low : c->in.obs->high;
	} else {
		v = number_in(&c->in);
	}
	category = locale_plural(c->t->locale, v,
	    c->in.kind == VALUE_LIST ? 0 : form_decimals(&c->in));
	for (i = 0; i < 6; i++)
		if (streq(names[i], category) && func_has(c, i))
			use = i;
	if (!func_text(c, use, &word)) {
		diag(c->t->sink, DIAG_TMPL_PLURAL, c->at);
		return value_error;
	}
	return value_text(c->t->arena, str_from(word));
}

const struct filter func_forms[] = {
    {"number", {"decimals"}, TAKES_NUMBERS, "a number", 0, run_number},
    {"percent", {"decimals"}, TAKES_NUMBER, "a number", 0, run_percent},
    {"compact", {"decimals"}, TAKES_NUMBERS, "a number", 0, run_compact},
    {"unit", {"unit"}, TAKES_NUMBER, "a number", FUNC_NEEDS(1), run_unit},
    {"words", {NULL}, TAKES_NUMBERS, "a number", 0, run_words},
    {"fraction", {"of"}, TAKES_NUMBER, "a share", 0, run_fraction},
    {"ordinal", {NULL}, TAKES_NUMBER, "a number", 0, run_ordinal},
    {"ordinal_words", {NULL}, TAKES_NUMBER, "a number", 0, run_ordinal},
    {"points", {"decimals"}, TAKES_NUMBER, "a number", 0, run_points},
    {"money", {"also", "unit", "rate"}, TAKES_NUMBERS | TAKES(VALUE_LIST),
	"an amount", 0, run_money},
    {"range", {"unit"}, TAKES_NUMBERS | TAKES(VALUE_LIST), "a range", 0,
	run_range},
    {"plural", {"one", "other", "few", "many", "two", "zero"},
	TAKES_NUMBER | TAKES(VALUE_LIST), "a number", FUNC_NEEDS(1),
	run_plural},
    {NULL, {NULL}, 0, NULL, 0, NULL},
};
