/* SPDX-License-Identifier: MIT */
/*
 * doc/cite_parse.c - citations as written: "see @key, art. 2(b); @other, 12"
 *
 * An item is words, a key, a locator and more words.  A locator is a row of
 * numbers, each with or without a label; what is none of these is free text.
 * "{…}" takes its content as locator as it stands.  A full stop behind the
 * locator begins a comment.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "doc/md.h"
#include "doc/work.h"

static const struct {
	const char *written, *path, *english; /* path NULL: page, no label */
} labels[] = {
    {"pp.", NULL, NULL},
    {"p.", NULL, NULL},
    {"pages", NULL, NULL},
    {"page", NULL, NULL},
    {"paragraphs", "cite.paragraphs", "paras."},
    {"paragraph", "cite.paragraph", "para."},
    {"paras.", "cite.paragraphs", "paras."},
    {"para.", "cite.paragraph", "para."},
    {"articles", "cite.articles", "Articles"},
    {"article", "cite.article", "Article"},
    {"arts.", "cite.articles", "Articles"},
    {"art.", "cite.article", "Article"},
    {"chapters", "cite.chapters", "Chapters"},
    {"chapter", "cite.chapter", "Chapter"},
    {"ch.", "cite.chapter", "Chapter"},
    {"sections", "cite.sections", "Sections"},
    {"section", "cite.section", "Section"},
    {"sec.", "cite.section", "Section"},
    {"tables", "cite.tables", "Tables"},
    {"table", "cite.table", "Table"},
    {"figures", "cite.figures", "Figures"},
    {"figure", "cite.figure", "Figure"},
    {"fig.", "cite.figure", "Figure"},
    {"annex", "cite.annex", "Annex"},
    {"box", "cite.box", "Box"},
    {"vol.", "cite.volume", "vol."},
    {"no.", "cite.number", "no."},
    {"note", "cite.note", "note"},
    {"n.", "cite.note", "note"},
};

#define NLABELS (sizeof labels / sizeof *labels)

static size_t
blanks(struct str s, size_t i)
{
	size_t n = 0;

	while (i + n < s.n && (s.p[i + n] == ' ' || s.p[i + n] == '\n'))
		n++;
	return n;
}

/* The label at i and its length; NLABELS if there is none. */
static size_t
label_at(struct str s, size_t i, size_t *length)
{
	size_t k, n, m;

	for (k = 0; k < NLABELS; k++) {
		n = strlen(labels[k].written);
		for (m = 0; m < n && i + m < s.n; m++)
			if (tolower((unsigned char)s.p[i + m]) !=
			    labels[k].written[m])
				break;
		if (m == n && i + n < s.n &&
		    (s.p[i + n] == ' ' || isdigit((unsigned char)s.p[i + n]))) {
			*length = n + blanks(s, i + n);
			return k;
		}
	}
	return NLABELS;
}

static bool
is_roman(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!strchr("ivxlcIVXLC-", s.p[i]))
			return false;
	return s.n > 0;
}

/* Length of the number at i: "22", "39(b)(d)", "12-14", "A.1", "xii". */
static size_t
number_at(struct str s, size_t i, bool labelled)
{
	size_t n = 0, depth = 0;
	bool digit = false;

	while (i + n < s.n) {
		unsigned char c = (unsigned char)s.p[i + n];

		if (c == '(')
			depth++;
		else if (c == ')' && depth)
			depth--;
		else if (!isalnum(c) && !strchr(".-/", c) &&
			 !(c == 0xE2 &&
			     str_starts(str_slice(s, i + n, s.n), "\u2013")) &&
			 c != 0x80 && c != 0x93)
			break;
		digit = digit || isdigit(c);
		n++;
	}
	while (n && strchr(".-/(", s.p[i + n - 1]))
		n--;
	if (n == 0 || depth)
		return 0;
	if (labelled)
		return digit || n == 1 || is_roman(str_slice(s, i, i + n)) ? n
									   : 0;
	if (!isdigit((unsigned char)s.p[i]) &&
	    !is_roman(str_slice(s, i, i + n)))
		return 0;
	/* a bare number followed by a word is the start of free text */
	if (i + n < s.n && s.p[i + n] != ',' && s.p[i + n] != '.')
		return 0;
	return n;
}

/* A range takes a dash. */
static void
put_number(struct buf *out, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == '-' && i > 0 && i + 1 < s.n &&
		    isalnum((unsigned char)s.p[i + 1]))
			buf_puts(out, "\u2013");
		else
			buf_putc(out, s.p[i]);
}

/* "and 5" or "& 5" behind a number. */
static size_t
conjunction_at(struct str s, size_t i)
{
	size_t n = blanks(s, i);

	if (str_starts(str_slice(s, i + n, s.n), "and ") &&
	    number_at(s, i + n + 4, true))
		return n + 4;
	if (str_starts(str_slice(s, i + n, s.n), "& ") &&
	    number_at(s, i + n + 2, true))
		return n + 2;
	return 0;
}

/* One label and its numbers at i. */
static size_t
one_locator(const struct doc *d, struct str s, size_t i, struct buf *out)
{
	size_t length = 0, k = label_at(s, i, &length), n, m;
	bool labelled = k < NLABELS;

	n = number_at(s, i + length, labelled);
	if (n == 0)
		return 0;
	if (labelled && labels[k].path) {
		buf_puts(out, doc_word(d, labels[k].path, labels[k].english));
		buf_puts(out, "\u00A0");
	}
	put_number(out, str_slice(s, i + length, i + length + n));
	n += length;
	while ((m = conjunction_at(s, i + n)) != 0) {
		buf_puts(out, doc_word(d, "list.and", " and "));
		n += m;
		m = number_at(s, i + n, true);
		put_number(out, str_slice(s, i + n, i + n + m));
		n += m;
	}
	return n;
}

size_t
cite_locator(const struct doc *d, struct str s, struct buf *out)
{
	size_t i = blanks(s, 0), end = 0, n, gap;

	if (i < s.n && s.p[i] == '{') {
		end = str_find(s, '}', i);
		buf_str(out, str_slice(s, i + 1, end));
		return end < s.n ? end + 1 : s.n;
	}
	while ((n = one_locator(d, s, i, out)) != 0) {
		end = i += n;
		if (i >= s.n || s.p[i] != ',')
			break;
		gap = 1 + blanks(s, i + 1);
		i += gap;
		/* look ahead: is there another one? */
		n = label_at(s, i, &gap) < NLABELS ? gap : 0;
		if (!number_at(s, i + n, n > 0))
			break;
		buf_puts(out, ", ");
	}
	return end;
}

/* --- items --- */

static struct node *
holder(struct frag *f, struct str part)
{
	struct doc *d = f->md->doc;
	struct str s = str_trim(part);
	size_t from = (size_t)(s.p - f->text.p);
	struct node *n;

	if (s.n == 0)
		return NULL;
	n = doc_holder(d, md_place(f->md, md_source(f, from)));
	f->md->before = 0;
	md_inline_slice(f, n, from, from + s.n);
	return n;
}

static size_t
key_length(struct str s, size_t i)
{
	size_t n = 0;

	while (i + n < s.n && (isalnum((unsigned char)s.p[i + n]) ||
				  strchr("-_:./", s.p[i + n])))
		n++;
	while (n && strchr(":./-", s.p[i + n - 1]))
		n--;
	return n;
}

static const struct source *
find_source(struct doc *d, struct str key, struct place at)
{
	const struct doc_env *e = d->env;
	const struct source *s = e->source ? e->source(e->ctx, key) : NULL;
	const char *const *keys = NULL;
	const char *near;
	size_t n;

	if (s)
		return s;
	n = e->source_keys ? e->source_keys(e->ctx, &keys) : 0;
	near = str_nearest(str_dup(d->arena, key), keys, n);
	diag(d->sink, DIAG_DOC_SOURCE_UNKNOWN, at, STR_ARG(key),
	    near ? "did you mean '" : "add it to sources.csv", near ? near : "",
	    near ? "'?" : "");
	return NULL;
}

/* Locator and free text behind the key. */
static void
tail(struct frag *f, struct cite_item *it, struct str s)
{
	struct arena *a = f->md->doc->arena;
	struct buf locator = {0};
	size_t n;

	s = str_trim(s);
	if (s.n && s.p[0] == ',')
		s = str_trim(str_slice(s, 1, s.n));
	n = cite_locator(f->md->doc, s, &locator);
	it->locator = buf_take(&locator, a).p;
	s = str_trim(str_slice(s, n, s.n));
	if (s.n && s.p[0] == ',') {
		s = str_slice(s, 1, s.n);
	} else if (s.n && s.p[0] == '.') {
		s = str_slice(s, 1, s.n);
		it->sentence = true;
	}
	s = str_trim(s);
	it->pin = it->sentence || s.n == 0
		      ? it->locator
		      : arena_printf(a, "%s|" STR_FMT, it->locator, STR_ARG(s));
	it->after = holder(f, s);
}

static struct cite_item
item(struct frag *f, struct str s)
{
	struct cite_item it = {.locator = "", .pin = ""};
	size_t at = str_find(s, '@', 0), n, from;

	while (at < s.n && at > 0 && isalnum((unsigned char)s.p[at - 1]))
		at = str_find(s, '@', at + 1);
	from = (size_t)(s.p - f->text.p);
	it.at = md_place(f->md, md_source(f, from + at));
	it.before = holder(f, str_slice(s, 0, at));
	if (at >= s.n)
		return it;
	n = key_length(s, at + 1);
	it.source =
	    find_source(f->md->doc, str_slice(s, at + 1, at + 1 + n), it.at);
	tail(f, &it, str_slice(s, at + 1 + n, s.n));
	return it;
}

/* End of the item that begins at i: a ";" outside of braces and quotes. */
static size_t
item_end(struct str s, size_t i)
{
	int depth = 0;

	for (; i < s.n; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == '{' || s.p[i] == '(' || s.p[i] == '[')
			depth++;
		else if (s.p[i] == '}' || s.p[i] == ')' || s.p[i] == ']')
			depth--;
		else if (s.p[i] == ';' && depth <= 0)
			break;
	}
	return i < s.n ? i : s.n;
}

struct cite_group *
cite_parse(struct frag *f, size_t from, size_t to)
{
	struct arena *a = f->md->doc->arena;
	struct cite_group *g = ARENA_NEW(a, struct cite_group);
	VEC(struct cite_item) items = {0};
	struct str s = str_slice(f->text, from, to);
	size_t i = 0, end;

	for (; i < s.n; i = end + 1) {
		end = item_end(s, i);
		if (str_trim(str_slice(s, i, end)).n)
			VEC_PUSH(a, &items, item(f, str_slice(s, i, end)));
	}
	g->v = items.v;
	g->n = items.n;
	return g;
}

struct cite_group *
cite_make(struct doc *d, struct str key, struct str locator, struct place at)
{
	struct cite_group *g = ARENA_NEW(d->arena, struct cite_group);
	struct cite_item *it = ARENA_NEW(d->arena, struct cite_item);
	struct buf b = {0};
	size_t n = cite_locator(d, locator, &b);

	buf_str(&b, str_slice(locator, n, locator.n));
	it->at = at;
	it->source = find_source(d, key, at);
	it->pin = it->locator = attrs_plain(d->arena, buf_take(&b, d->arena));
	g->v = it;
	g->n = 1;
	return g;
}
