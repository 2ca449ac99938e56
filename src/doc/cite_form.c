/* SPDX-License-Identifier: MIT */
/*
 * doc/cite_form.c - a source as text
 *
 *	Author (Year), *Title* (hereinafter "Short"), *Container*, number,
 *	Place: Publisher, SYMBOL, locator, accessed 24 July 2017, URL
 *	*Title* (Year), ... without an author
 *	Author (Year), locator        *Short title*, locator       *Ibid.*, 26
 *
 * Articles, news and pages stand between quotation marks, what holds them in
 * italics; a personal communication has neither.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/locale.h"
#include "doc/md.h"
#include "doc/work.h"

struct writer {
	struct doc *doc;
	struct node *parent;
	struct place at;
	struct buf text; /* of the leaf at hand */
	bool begun;
	const char *author; /* stands for the next author, or NULL */
};

bool
cite_option(const struct doc *d, const char *key)
{
	return conf_bool(d->env->cite_style, d->sink, key, true);
}

static void
flush(struct writer *w)
{
	struct node *n;

	if (w->text.n == 0)
		return;
	n = node_new(w->doc, NODE_TEXT, w->at);
	n->text = buf_take(&w->text, w->doc->arena).p;
	node_append(w->parent, n);
}

/* A comma in front of everything but the first. */
static void
comma(struct writer *w)
{
	if (w->begun)
		buf_puts(&w->text, ", ");
	w->begun = true;
}

static void
plain(struct writer *w, const char *s)
{
	uint32_t before = 0;

	md_smart(&w->text, str_from(s), w->doc->env->lang, &before, false);
}

static void
inside(struct writer *w, enum node_kind kind, const char *s, const char *href)
{
	struct node *n;

	flush(w);
	n = node_new(w->doc, kind, w->at);
	n->href = href;
	node_append(w->parent, n);
	if (href) {
		node_text(w->doc, n, str_from(s));
	} else {
		struct writer in = {.doc = w->doc, .parent = n, .at = w->at};

		plain(&in, s);
		flush(&in);
	}
}

static void
copy(struct writer *w, struct node *holder)
{
	flush(w);
	doc_move_children(holder, w->parent);
}

/* A text of the doc's language between its quotation marks. */
static void
quoted(struct writer *w, const char *s)
{
	plain(w, arena_printf(w->doc->arena, "\"%s\"", s));
}

/* --- authors --- */

/* The family name of "Davis, Jarrett"; an institution as it is. */
static struct str
family(struct str author)
{
	size_t comma_at = str_find(author, ',', 0), i, words = 0;

	if (comma_at == author.n ||
	    str_find(author, ',', comma_at + 1) < author.n)
		return author;
	for (i = comma_at + 1; i < author.n; i++)
		words += author.p[i] == ' ';
	return words > 3 ? author : str_slice(author, 0, comma_at);
}

/* "A and B", "A, B and C"; with `brief` family names, "A et al." from four. */
static char *
authors(struct doc *d, const char *list, bool brief)
{
	struct str s = str_from(list), v[16];
	size_t n = 0, i = 0, end;
	struct buf b = {0};

	for (; i < s.n && n < 16; i = end + 1) {
		end = str_find(s, ';', i);
		v[n] = str_trim(str_slice(s, i, end));
		if (brief)
			v[n] = family(v[n]);
		n++;
	}
	if (brief && n > 3) {
		buf_str(&b, v[0]);
		buf_printf(&b, " %s", doc_word(d, "cite.et_al", "et al."));
		n = 0;
	}
	for (i = 0; i < n; i++) {
		if (i + 1 == n && i > 0)
			buf_puts(&b, doc_word(d, "list.and", " and "));
		else if (i > 0)
			buf_puts(&b, brief ? ", " : "; ");
		buf_str(&b, v[i]);
	}
	return (char *)buf_take(&b, d->arena).p;
}

char *
cite_short_name(struct doc *d, const struct source *s)
{
	if (s->short_title[0])
		return arena_strdup(d->arena, s->short_title);
	if (!s->author[0] || strcmp(s->type, "law") == 0)
		return arena_strdup(d->arena, s->title);
	return arena_printf(
	    d->arena, "%s (%s)", authors(d, s->author, true), s->year);
}

static void
author_year(struct writer *w, const struct source *s, bool brief)
{
	if (s->author[0]) {
		comma(w);
		plain(w,
		    w->author ? w->author : authors(w->doc, s->author, brief));
	}
	if (s->year[0]) {
		buf_puts(&w->text, w->begun ? " " : "");
		buf_printf(&w->text, "(%s)", s->year);
		w->begun = true;
	}
}

/* A work without an author begins with its title. */
static bool
begins_with_title(const struct source *s)
{
	return !s->author[0] && (s->title[0] || s->title_en[0]);
}

/* --- titles --- */

static bool
is_type(const struct source *s, const char *names)
{
	const char *p = strstr(names, s->type);
	size_t n = strlen(s->type);

	return n && p && (p == names || p[-1] == ' ') &&
	       (p[n] == ' ' || p[n] == '\0');
}

static void
title(struct writer *w, const struct source *s)
{
	if (!s->title[0] && !s->title_en[0])
		return;
	comma(w);
	if (!s->title[0])
		inside(w, NODE_EMPH, s->title_en, NULL);
	else if (is_type(s, "article news web"))
		quoted(w, s->title);
	else if (is_type(s, "comm interview"))
		plain(w, s->title);
	else
		inside(w, NODE_EMPH, s->title, NULL);
	if (s->title[0] && s->title_en[0]) {
		buf_puts(&w->text, " [");
		plain(w, s->title_en);
		buf_putc(&w->text, ']');
	}
}

static void
hereinafter(struct writer *w, const struct source *s)
{
	buf_printf(&w->text, " (%s ",
	    doc_word(w->doc, "label.hereinafter", "hereinafter"));
	quoted(w, s->short_title);
	buf_putc(&w->text, ')');
}

static void
publication(struct writer *w, const struct source *s)
{
	const char *place = s->place, *publisher = s->publisher;

	if (strcmp(publisher, s->author) == 0 ||
	    is_type(s, "law dataset un-doc web"))
		publisher = "";
	if (is_type(s, "law dataset un-doc web"))
		place = "";
	if (!cite_option(w->doc, "publisher"))
		place = publisher = "";
	if (!place[0] && !publisher[0])
		return;
	comma(w);
	plain(w, place);
	if (place[0] && publisher[0])
		buf_puts(&w->text, ": ");
	plain(w, publisher);
}

static void
one(struct writer *w, const char *s)
{
	if (s[0]) {
		comma(w);
		plain(w, s);
	}
}

static void
accessed(struct writer *w, const struct source *s, bool entry)
{
	int y = 0, m = 0, d = 0;

	if (!s->url[0])
		return;
	if (s->accessed[0] && (entry || cite_option(w->doc, "accessed")) &&
	    sscanf(s->accessed, "%4d-%2d-%2d", &y, &m, &d) > 0) {
		comma(w);
		buf_printf(&w->text, "%s ",
		    doc_word(w->doc, "label.accessed", "accessed"));
		if (w->doc->env->locale)
			locale_date(w->doc->env->locale, y, m, d, &w->text);
		else
			buf_puts(&w->text, s->accessed);
	}
	if (entry || cite_option(w->doc, "url")) {
		comma(w);
		inside(w, NODE_LINK, s->url, s->url);
	}
}

/* --- forms --- */

static void
locator(struct writer *w, const struct cite_item *it)
{
	one(w, it->locator);
	if (it->after && !it->sentence) {
		comma(w);
		copy(w, it->after);
	}
}

static void via(struct writer *, const struct cite_item *);

static void
full(struct writer *w, const struct cite_item *it, enum cite_form form)
{
	const struct source *s = it->source;

	if (begins_with_title(s)) {
		title(w, s);
		author_year(w, s, false);
	} else {
		author_year(w, s, false);
		title(w, s);
	}
	w->author = NULL;
	if (it->hereinafter)
		hereinafter(w, s);
	if (s->container[0]) {
		comma(w);
		inside(w, NODE_EMPH, s->container, NULL);
	}
	one(w, s->number);
	if (form != CITE_PLACE)
		publication(w, s);
	one(w, s->symbol);
	locator(w, it);
	if (form != CITE_PLACE)
		accessed(w, s, form == CITE_ENTRY);
	if (form == CITE_ENTRY ||
	    (form == CITE_FULL && cite_option(w->doc, "cited_in")))
		via(w, it);
}

/* Acronyms stay upright, titles do not. */
static bool
is_capitals(const char *s)
{
	for (; *s; s++)
		if (islower((unsigned char)*s))
			return false;
	return true;
}

static void
short_form(struct writer *w, const struct cite_item *it)
{
	const struct source *s = it->source;
	const char *name = s->short_title[0] ? s->short_title : s->title;

	if (s->short_title[0] && is_capitals(name)) {
		comma(w);
		plain(w, name);
	} else if (s->short_title[0] || !s->author[0] || is_type(s, "law")) {
		comma(w);
		if (it->twin && s->author[0]) { /* the Penal Code of which? */
			plain(w, authors(w->doc, s->author, true));
			comma(w);
		}
		inside(w, NODE_EMPH, name, NULL);
	} else {
		author_year(w, s, true);
		if (it->twin)
			title(w, s);
	}
	locator(w, it);
}

static void
via(struct writer *w, const struct cite_item *it)
{
	const struct doc_env *e = w->doc->env;
	const struct source *s =
	    it->source->via[0] && e->source
		? e->source(e->ctx, str_from(it->source->via))
		: NULL;
	struct cite_item in = {.source = s, .locator = "", .pin = ""};

	if (!s || s == it->source)
		return;
	comma(w);
	buf_printf(
	    &w->text, "%s ", doc_word(w->doc, "label.cited_in", "cited in"));
	w->begun = false;
	if (it->via == CITE_SHORT || it->form == CITE_ENTRY)
		short_form(w, &in);
	else
		full(w, &in, CITE_PLACE);
	w->begun = true;
}

void
cite_write(struct doc *d, struct node *parent, const struct cite_item *it)
{
	struct writer w = {
	    .doc = d, .parent = parent, .at = it->at, .author = it->author};

	if (it->before) {
		copy(&w, it->before);
		if (it->source)
			buf_putc(&w.text, ' ');
	}
	if (!it->source) {
		flush(&w);
		return;
	}
	switch (it->form) {
	case CITE_IBID:
		comma(&w);
		inside(&w, NODE_EMPH, doc_word(d, "label.ibid", "Ibid."), NULL);
		if (!it->same_pin)
			locator(&w, it);
		break;
	case CITE_SHORT:
		short_form(&w, it);
		break;
	case CITE_FULL:
	case CITE_PLACE:
	case CITE_ENTRY:
		full(&w, it, it->form);
		break;
	}
	if (it->after && it->sentence) {
		buf_puts(&w.text, ". ");
		copy(&w, it->after);
	}
	flush(&w);
}
