/* SPDX-License-Identifier: MIT */
/* proof/verify.c - does a PDF prove its numbers? */
#include "proof/verify.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/diag.h"
#include "base/locale.h"
#include "base/map.h"
#include "base/num.h"
#include "base/utf8.h"
#include "data/load.h"
#include "data/store.h"
#include "proof/inputs.h"
#include "proof/number.h"
#include "proof/read.h"
#include "tmpl/tmpl.h"

#define AROUND 200 /* bytes of the sentence on each side */

struct verifier {
	struct arena *arena;
	struct sink *sink; /* messages about the file */
	const char *path;
	struct finished *file;
	struct store *store;
	struct edition_rule rule;
	struct tmpl_env env;
	struct locale *locale; /* of env */
	struct tmpl *tmpl;
	struct sink *trial; /* of one expression */
	struct number *numbers;
	size_t n;
	struct map *digests; /* of inputs, by n */
	FILE *out;
};

/* --- the workspace inside the file --- */

static bool
attached(struct verifier *v, const char *name, struct str *text)
{
	if (finished_attachment(v->file, name, text))
		return true;
	diag(v->sink, DIAG_PROOF_LACKS, (struct place){v->path, 0, 0}, name);
	return false;
}

static const struct conf *
attached_conf(struct verifier *v, const char *name)
{
	struct origin origin = {.file = name};
	struct str text;

	if (!attached(v, name, &text))
		return NULL;
	return conf_parse(v->arena, v->sink, &origin, text);
}

static void
load_data(struct verifier *v)
{
	const char *const *names;
	size_t n = finished_names(v->file, &names), i;
	struct data_text *texts = ARENA_ARRAY(v->arena, struct data_text, n);

	for (i = 0; i < n; i++) {
		texts[i].name = names[i];
		finished_attachment(v->file, names[i], &texts[i].text);
	}
	v->store = store_load_texts(v->arena, v->sink, texts, n);
}

static void
read_rule(struct verifier *v, const struct conf *build)
{
	const struct conf *prefer = conf_find(build, "prefer");
	const char *cutoff = conf_str(build, v->sink, "cutoff", "");
	size_t i, n = prefer && prefer->kind == CONF_LIST ? prefer->n : 0;
	const char **keys = ARENA_ARRAY(v->arena, const char *, n + 1);

	for (i = 0; i < n; i++)
		keys[i] = prefer->kids[i]->text;
	v->rule.prefer = keys;
	v->rule.threshold = (int)conf_int(build, v->sink, "threshold", 0);
	if (*cutoff)
		date_parse(str_from(cutoff), &v->rule.cutoff);
}

static const struct area *
area_of(struct verifier *v, const struct conf *build, const char *key)
{
	return store_area(
	    v->store, str_from(conf_str(build, v->sink, key, "")));
}

static bool
open_engine(struct verifier *v)
{
	const struct conf *build = attached_conf(v, "build.json");
	const struct conf *words = attached_conf(v, "locale.yaml");

	if (!build || !words)
		return false;
	load_data(v);
	read_rule(v, build);
	v->trial = sink_new(v->arena);
	v->env = (struct tmpl_env){.arena = v->arena,
	    .sink = v->trial,
	    .view = view_new(v->arena, v->store, &v->rule),
	    .subject = area_of(v, build, "subject"),
	    .region = area_of(v, build, "region"),
	    .lang = conf_str(build, v->sink, "language", "en"),
	    .edition = conf_str(build, v->sink, "edition", ""),
	    .edition_year = (int)conf_int(build, v->sink, "year", 0),
	    .report = conf_str(build, v->sink, "report", "")};
	v->locale = locale_new(v->arena, v->env.lang, words);
	v->env.locale = v->locale;
	v->tmpl = tmpl_new(&v->env);
	return true;
}

/* --- texts --- */

/* Characters [from, from + n) of a text, as far as there are. */
static struct str
characters(struct str s, long from, long n)
{
	const char *p = s.p, *end = s.p + s.n, *start;

	for (; from > 0 && p < end; from--)
		utf8_decode(&p, end);
	start = p;
	for (; n > 0 && p < end; n--)
		utf8_decode(&p, end);
	return (struct str){start, (size_t)(p - start)};
}

/* As compared: blanks of all kinds are one, marks for breaking are none. */
static const char *
plain(struct arena *a, struct str s)
{
	const char *p = s.p, *end = s.p + s.n;
	struct buf b = {0};
	bool blank = false;

	while (p < end) {
		uint32_t c = utf8_decode(&p, end);

		if (c == 0xAD || c == 0x200B || c == 0x2060)
			continue;
		if (c == 0xA0 || c == 0x202F || c == '\n')
			c = ' ';
		if (c != ' ' || !blank)
			buf_utf8(&b, c);
		blank = c == ' ';
	}
	return b.n ? buf_take(&b, a).p : "";
}

static bool
is_alt(const struct spot_on_page *s)
{
	return strncmp(s->where, "alt:", 4) == 0;
}

/* The text that a stretch is in. */
static struct str
text_of(struct verifier *v, const struct spot_on_page *s)
{
	return is_alt(s) ? finished_alt(v->file, s->page, s->mcid)
			 : finished_text(v->file, s->page, s->mcid);
}

/* The stretch of numbers [i, k) on the page. */
static const char *
shown(struct verifier *v, size_t i, size_t k)
{
	struct buf b = {0};
	struct str text;

	for (; i < k; i++) {
		const struct spot_on_page *s = &v->numbers[i].spot;

		text = characters(text_of(v, s), s->start, s->length);
		buf_str(&b, text);
		if ((long)utf8_length(text) < s->length)
			buf_puts(&b, "\xE2\x80\xA6"); /* ends too early */
	}
	text = buf_take(&b, v->arena);
	return plain(v->arena, text);
}

static bool
is_stop(struct str s, size_t i)
{
	return strchr(".?!", s.p[i]) && (i + 1 == s.n || s.p[i + 1] == ' ');
}

static bool
is_inside(struct str s, size_t i)
{
	return ((unsigned char)s.p[i] & 0xC0) == 0x80;
}

/* The sentence around a stretch, or as much of it as a line holds. */
static struct str
sentence(struct verifier *v, const struct spot_on_page *s)
{
	struct str all = text_of(v, s);
	struct str at = characters(all, s->start, s->length);
	size_t from = (size_t)(at.p - all.p), to = from + at.n, n;

	for (n = 0; from > 0 && n < AROUND && !is_stop(all, from - 1); n++)
		from--;
	for (n = 0; to < all.n && n < AROUND && !is_stop(all, to); n++)
		to++;
	while (from < all.n && is_inside(all, from))
		from++;
	to += to < all.n && !is_inside(all, to);
	while (to < all.n && is_inside(all, to))
		to++;
	return str_trim(str_slice(all, from, to));
}

/* --- one number --- */

static const char *
value_text(struct arena *a, double value)
{
	char text[NUM_TEXT];

	if (!isfinite(value))
		return "";
	num_shortest(value, text);
	return arena_strdup(a, text);
}

/* Up to the last digits, which depend on the order of arithmetic. */
static bool
same_value(const char *listed, double value)
{
	double v;

	if (!isfinite(value))
		return *listed == '\0';
	return num_parse(str_from(listed), &v) &&
	       fabs(v - value) <= 1e-12 * fabs(value);
}

/* What the data give; NULL and a reason when they give nothing. */
static const struct printed *
recompute(struct verifier *v, const struct number *x, const char **why)
{
	const char *e = arena_printf(v->arena, "(%s)%s%s", x->expression,
	    *x->format ? " | " : "", x->format);
	struct place at = {x->file, (unsigned)strtoul(x->line, NULL, 10), 0};
	size_t before = sink_count(v->trial, DIAG_ERROR), n, i, last = 0;
	const struct printed *p = tmpl_eval(v->tmpl, str_from(e), at);
	const struct diag **all;

	*why = "nothing";
	if (p && sink_count(v->trial, DIAG_ERROR) == before)
		return p;
	n = sink_sorted(v->trial, &all);
	for (i = 0; i < n; i++)
		if (all[i]->order >= last) {
			last = all[i]->order;
			*why = all[i]->text;
		}
	return NULL;
}

/* `what` is said of the number as it is printed. */
static bool
fail(struct verifier *v, const struct number *x, const char *printed,
    const char *what, ...)
{
	struct str s = sentence(v, &x->spot);
	va_list ap;
	char *text;

	va_start(ap, what);
	text = arena_vprintf(v->arena, what, ap);
	va_end(ap);
	fprintf(v->out, "%s: page %s: '%s' %s (%s:%s, %s)\n    " STR_FMT "\n",
	    v->path, *x->spot.label ? x->spot.label : "?", printed, text,
	    x->file, x->line, x->expression, STR_ARG(s));
	return false;
}

/* Are the observations behind a number those that it was made from? */
static bool
same_inputs(struct verifier *v, const struct number *x, const struct printed *p)
{
	const char *listed =
	    map_get(v->digests, arena_printf(v->arena, "%ld", x->n));
	char digest[17];

	inputs_digest(v->arena, p, digest);
	return !listed || !digest[0] || strcmp(listed, digest) == 0;
}

/* What is wrong with how a stretch is read aloud; NULL: nothing. */
static const char *
misheard(struct verifier *v, const struct spot_on_page *s)
{
	struct str heard;

	if (is_alt(s))
		return NULL;
	if (!finished_actual(v->file, s->page, s->mcid, &heard))
		return s->actual ? "has lost the text that is read aloud"
				 : NULL;
	return streq(plain(v->arena, heard),
		   plain(v->arena, finished_text(v->file, s->page, s->mcid)))
		   ? NULL
		   : "is read aloud as other text";
}

/* Parts [i, k) of one number; false after a report. */
static bool
verify_number(struct verifier *v, size_t i, size_t k)
{
	const struct number *x = &v->numbers[i];
	const char *page = shown(v, i, k), *why, *text;
	const struct printed *p = recompute(v, x, &why);

	if (!p)
		return fail(v, x, page, "cannot be computed: %s", why);
	text = plain(v->arena, str_from(p->text));
	if (strcmp(page, text) != 0)
		return fail(v, x, page, "is printed, the data give '%s'", text);
	if (strcmp(plain(v->arena, str_from(x->printed)), text) != 0)
		return fail(v, x, page, "is listed as '%s'", x->printed);
	if (!same_value(x->value, p->value))
		return fail(v, x, page,
		    "is listed with the value %s, the data give %s", x->value,
		    value_text(v->arena, p->value));
	if (!same_inputs(v, x, p))
		return fail(v, x, page, "rests on data that were changed");
	for (; i < k; i++) {
		why = misheard(v, &v->numbers[i].spot);
		if (why)
			return fail(v, x, page, "%s", why);
	}
	return true;
}

bool
verify_file(struct arena *a, struct sink *sink, const char *path, FILE *out,
    struct verdict_of_file *result)
{
	struct verifier v = {
	    .arena = a, .sink = sink, .path = path, .out = out};
	struct str text;
	size_t i, k;
	bool ok;

	*result = (struct verdict_of_file){0};
	v.file = finished_open(a, sink, path);
	if (!v.file)
		return false;
	ok = attached(&v, "numbers.csv", &text) &&
	     number_read(a, sink, text, &v.numbers, &v.n) &&
	     attached(&v, "inputs.csv", &text) && open_engine(&v);
	if (ok)
		v.digests = number_inputs_read(a, sink, text);
	for (i = 0; ok && i < v.n; i = k) {
		for (k = i + 1; k < v.n; k++)
			if (v.numbers[k].n != v.numbers[i].n)
				break;
		result->numbers++;
		result->failed += !verify_number(&v, i, k);
	}
	finished_close(v.file);
	locale_free(v.locale);
	return ok;
}
