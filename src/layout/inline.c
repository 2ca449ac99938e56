/* SPDX-License-Identifier: MIT */
/* layout/inline.c - inline nodes to one text with spans */
#include "layout/inline.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "text/bidi.h"
#include "text/segment.h"

/* Code keeps the size of its lower-case letters beside the serif. */
#define CODE_SIZE 920

/* How the text at hand looks and where it leads. */
struct look {
	bool bold, italic;
	const struct node *link;
	const char *lang;
	const struct face *face;
};

struct collector {
	const struct inline_job *job;
	const struct role_style *role;
	struct buf text;
	VEC(struct span) spans;
	const struct node *dest; /* waiting for the next span */
	bool soft;               /* the text holds U+00AD or U+200B */
	bool skip_space;         /* after a status mark */
};

static const struct style *
style_of(const struct collector *c)
{
	return c->job->env->style;
}

/* The face of a look: cut of the role, colour of links and of the caller. */
static const struct face *
make_face(const struct collector *c, const struct look *l)
{
	const struct para_options *o = c->job->options;
	const struct role_style *r = c->role;
	struct face *f = ARENA_NEW(c->job->arena, struct face);

	*f = l->bold     ? l->italic ? r->bold_italic : r->bold
	     : l->italic ? r->italic
			 : r->face;
	if (o && o->has_colour)
		f->colour = o->colour;
	else if (l->link && f->colour == style_of(c)->ink)
		f->colour = style_of(c)->petrol700;
	return f;
}

static const struct face *
code_face(const struct collector *c, const struct face *around)
{
	const struct role_style *sans = &style_of(c)->roles[ROLE_TABLE_CELL];
	struct face *f = ARENA_NEW(c->job->arena, struct face);

	*f = *around;
	f->chain = sans->face.chain;
	f->scale = sans->face.scale;
	f->features = sans->face.features;
	f->size = (mpt)((int64_t)f->size * CODE_SIZE / 1000);
	return f;
}

/* Note marks grow with the text they stand in, but never shrink. */
static const struct face *
mark_face(const struct collector *c)
{
	const struct style *st = style_of(c);
	mpt body = st->roles[ROLE_BODY].face.size;
	struct face *f = ARENA_NEW(c->job->arena, struct face);

	*f = st->roles[ROLE_NOTE_MARK].face;
	if (c->role->face.size > body) {
		f->size = (mpt)((int64_t)f->size * c->role->face.size / body);
		f->raise = (mpt)((int64_t)f->raise * c->role->face.size / body);
	}
	if (c->job->options && c->job->options->has_colour)
		f->colour = c->job->options->colour;
	return f;
}

static struct span *
open_span(struct collector *c, enum span_kind kind, const struct node *leaf,
    const struct look *l)
{
	struct span s = {.kind = kind,
	    .from = (uint32_t)c->text.n,
	    .to = (uint32_t)c->text.n,
	    .leaf = leaf,
	    .link = l->link,
	    .dest = c->dest,
	    .face = l->face,
	    .lang = l->lang};

	c->dest = NULL;
	VEC_PUSH(c->job->arena, &c->spans, s);
	return &c->spans.v[c->spans.n - 1];
}

static bool
is_blank(char ch)
{
	return ch == ' ' || ch == '\n' || ch == '\t' || ch == '\r';
}

/* Add characters to the last span, blanks as one space. */
static void
add_text(struct collector *c, const char *s)
{
	size_t n = strlen(s), i, from;

	for (i = 0; i < n;) {
		from = i;
		while (i < n && !is_blank(s[i])) {
			/* first bytes of U+00AD and U+200B */
			c->soft |= (unsigned char)s[i] == 0xC2 ||
				   (unsigned char)s[i] == 0xE2;
			i++;
		}
		if (i > from) {
			buf_add(&c->text, s + from, i - from);
			c->skip_space = false;
		}
		from = i;
		while (i < n && is_blank(s[i]))
			i++;
		if (i > from && c->text.n && !c->skip_space &&
		    !is_blank(c->text.p[c->text.n - 1]))
			buf_putc(&c->text, ' ');
	}
	c->spans.v[c->spans.n - 1].to = (uint32_t)c->text.n;
}

/* Take back a space at the end: before note marks and forced breaks. */
static void
drop_space(struct collector *c)
{
	size_t i;

	if (!c->text.n || c->text.p[c->text.n - 1] != ' ')
		return;
	c->text.p[--c->text.n] = '\0';
	for (i = c->spans.n; i-- > 0;) {
		struct span *s = &c->spans.v[i];

		if (s->to > c->text.n)
			s->to = (uint32_t)c->text.n;
		if (s->from > c->text.n)
			s->from = (uint32_t)c->text.n;
		if (s->to > s->from)
			break;
	}
}

static void
collect_leaf(struct collector *c, const struct node *n, const struct look *l)
{
	struct look own = *l;

	switch (n->kind) {
	case NODE_CODE:
		own.face = code_face(c, l->face);
		break;
	case NODE_PAGE_REF:
		own.link = n;
		own.face = make_face(c, &own);
		break;
	case NODE_NOTE_MARK:
		drop_space(c);
		own.link = n;
		own.face = mark_face(c);
		c->dest = n;
		open_span(c, SPAN_NOTE, n, &own);
		add_text(c, n->text ? n->text : "");
		return;
	case NODE_STATUS:
		/* in a key of marks they stand well apart */
		if (c->job->role == ROLE_SOURCE && c->spans.n)
			add_text(c, "\u00A0\u00A0\u00A0 ");
		open_span(c, SPAN_STATUS, n, &own);
		add_text(c, INLINE_OBJECT);
		c->skip_space = true;
		return;
	case NODE_BREAK:
		drop_space(c);
		open_span(c, SPAN_BREAK, n, &own)->to++;
		buf_putc(&c->text, '\n');
		return;
	default:
		break;
	}
	if (!n->text)
		return;
	open_span(c, SPAN_TEXT, n, &own);
	add_text(c, n->text);
}

/* Spans that are set in another role than their paragraph. */
static const struct role_style *
span_role(const struct collector *c, const struct node *n)
{
	static const struct {
		const char *class_name;
		enum role role;
	} spans[] = {{"year", ROLE_STAT_UNIT}, {"letter", ROLE_NOTE_MARK}};
	size_t i;

	for (i = 0; i < sizeof spans / sizeof *spans; i++)
		if (n->kind == NODE_SPAN &&
		    node_has_class(n, spans[i].class_name))
			return &style_of(c)->roles[spans[i].role];
	return c->role;
}

static void
collect_node(struct collector *c, const struct node *n, const struct look *l)
{
	const struct role_style *role = c->role;
	struct look own = *l;
	const struct node *k;

	if (n->id)
		c->dest = n;
	if (node_is_leaf(n) || n->kind == NODE_BREAK) {
		if (n->lang)
			own.lang = n->lang;
		collect_leaf(c, n, &own);
		return;
	}
	if (n->kind == NODE_NOTE) /* stands at the foot of the page */
		return;
	own.bold |= n->kind == NODE_STRONG;
	if (n->kind == NODE_EMPH)
		own.italic = !own.italic;
	if (n->kind == NODE_LINK)
		own.link = n;
	if (n->lang)
		own.lang = n->lang;
	c->role = span_role(c, n);
	own.face = make_face(c, &own);
	for (k = n->first; k; k = k->next)
		collect_node(c, k, &own);
	c->role = role;
}

/* --- the finished text --- */

static size_t
soft_length(const char *p, const char *end)
{
	if (end - p >= 2 && memcmp(p, "\u00AD", 2) == 0)
		return 2;
	if (end - p >= 3 && memcmp(p, "\u200B", 3) == 0)
		return 3;
	return 0;
}

/* Take U+00AD and U+200B out of the text; their breaks stay. */
static void
compact(struct arena *a, struct inline_text *t)
{
	uint32_t *moved = ARENA_ARRAY(a, uint32_t, t->text.n + 1);
	char *text = arena_alloc(a, t->text.n + 1);
	uint8_t *kinds = ARENA_ARRAY(a, uint8_t, t->text.n + 1);
	const char *end = t->text.p + t->text.n;
	size_t i, k, n = 0;

	for (i = 0; i < t->text.n;) {
		size_t skip = soft_length(t->text.p + i, end);

		for (k = i; k < i + skip; k++) {
			moved[k] = (uint32_t)n;
			if (t->kinds[k] > kinds[n])
				kinds[n] = t->kinds[k];
		}
		i += skip;
		if (skip)
			continue;
		moved[i] = (uint32_t)n;
		if (t->kinds[i] > kinds[n])
			kinds[n] = t->kinds[i];
		text[n++] = t->text.p[i++];
	}
	moved[i] = (uint32_t)n;
	for (i = 0; i < t->nspans; i++) {
		t->spans[i].from = moved[t->spans[i].from];
		t->spans[i].to = moved[t->spans[i].to];
	}
	t->text = (struct str){text, n};
	t->kinds = kinds;
}

/* No break before a note mark nor between a status mark and its word. */
static void
bind_marks(struct inline_text *t)
{
	size_t i;

	for (i = 0; i < t->nspans; i++) {
		const struct span *s = &t->spans[i];

		if (s->kind == SPAN_NOTE)
			t->kinds[s->from] = BREAK_NONE;
		else if (s->kind == SPAN_STATUS)
			t->kinds[s->to] = BREAK_NONE;
		else if (s->kind == SPAN_BREAK)
			t->kinds[s->to] = BREAK_FORCED;
	}
}

/* Is a span of a language of the other direction? */
static bool
is_isolated(const struct inline_text *t, const struct span *s)
{
	return s->to > s->from && bidi_is_rtl(s->lang) != t->rtl;
}

/*
 * Levels of the text, with each stretch in a language of the other direction
 * as an isolate (UAX #9: U+2067 or U+2066 before, U+2069 behind), so that
 * "(2006)" after an Arabic title stays where English has it.
 */
static uint8_t *
find_levels(struct arena *a, const struct inline_text *t)
{
	const char *begin = t->rtl ? "\u2066" : "\u2067";
	uint8_t *levels, *out;
	struct buf b = {0};
	size_t i, k, at = 0;

	for (i = 0; i < t->nspans && !is_isolated(t, &t->spans[i]); i++)
		;
	if (i == t->nspans)
		return bidi_levels(a, t->text, t->rtl);
	for (i = 0; i < t->nspans; i = k) {
		bool in = is_isolated(t, &t->spans[i]);

		for (k = i + 1;
		     k < t->nspans && is_isolated(t, &t->spans[k]) == in; k++)
			;
		if (in)
			buf_puts(&b, begin);
		buf_add(&b, t->text.p + t->spans[i].from,
		    t->spans[k - 1].to - t->spans[i].from);
		if (in)
			buf_puts(&b, "\u2069");
	}
	levels = bidi_levels(a, buf_view(&b), t->rtl);
	out = levels ? ARENA_ARRAY(a, uint8_t, t->text.n + 1) : NULL;
	for (i = 0; levels && i < b.n; i++) {
		if ((unsigned char)b.p[i] == 0xE2 && i + 2 < b.n &&
		    (memcmp(b.p + i, begin, 3) == 0 ||
			memcmp(b.p + i, "\u2069", 3) == 0)) {
			i += 2;
			continue;
		}
		out[at++] = levels[i];
	}
	buf_free(&b);
	return out;
}

static struct inline_text
finish(struct collector *c)
{
	const struct layout_env *env = c->job->env;
	struct inline_text t = {.spans = c->spans.v, .nspans = c->spans.n};

	drop_space(c);
	t.text = buf_take(&c->text, c->job->arena);
	t.rtl = bidi_is_rtl(env->lang);
	t.kinds = segment_breaks(
	    shaper_segmenter(env->shaper), c->job->arena, t.text, env->lang);
	if (c->soft)
		compact(c->job->arena, &t);
	bind_marks(&t);
	t.levels = find_levels(c->job->arena, &t);
	return t;
}

static void
collect_run_in(
    struct collector *c, const struct node *n, const struct look *around)
{
	const struct role_style *role = c->role;
	struct look l = {.lang = around->lang};

	c->role = &style_of(c)->roles[c->job->options->run_in_role];
	l.face = make_face(c, &l);
	collect_node(c, n, &l);
	if (c->spans.n)
		add_text(c, " ");
	c->role = role;
}

/* Numbers of chapters and of contents' entries, and pages, have a place of
 * their own. */
static bool
stands_apart(const struct inline_job *job, const struct node *n)
{
	enum node_kind block = job->block->kind;

	if (job->options && n == job->options->run_in)
		return true;
	if (block == NODE_TOC_ENTRY)
		return n->kind == NODE_LABEL || n->kind == NODE_PAGE_REF;
	return block == NODE_HEADING && n->kind == NODE_LABEL;
}

/* "Source", "How to read", "Evidence": bold, with a wide space. */
static void
collect_label(
    struct collector *c, const struct node *n, const struct look *around)
{
	const struct para_options *o = c->job->options;
	const struct role_style *role = c->role;
	enum node_kind block = c->job->block->kind;
	struct look l = {.lang = around->lang};
	struct face *face = ARENA_NEW(c->job->arena, struct face);
	const struct node *k;

	if (block == NODE_SOURCE)
		c->role = &style_of(c)->roles[ROLE_SOURCE_LABEL];
	else if (block == NODE_READING)
		c->role = &style_of(c)->roles[ROLE_READING_LABEL];
	/* their roles are bold already */
	l.bold = c->role == role;
	*face = *make_face(c, &l);
	if (c->role == role && !(o && o->has_colour))
		face->colour = style_of(c)->petrol700;
	l.face = face;
	for (k = n->first; k; k = k->next)
		collect_node(c, k, &l);
	if (c->spans.n)
		add_text(c, "\u00A0 ");
	c->role = role;
}

struct inline_text
inline_collect(const struct inline_job *job)
{
	struct collector c = {
	    .job = job, .role = &job->env->style->roles[job->role]};
	const struct para_options *o = job->options;
	const struct node *k;
	struct look l = {.lang = node_lang(job->block)};

	if (!l.lang || !*l.lang)
		l.lang = job->env->lang;
	if (o && o->run_in)
		collect_run_in(&c, o->run_in, &l);
	l.bold = o && o->bold;
	l.face = make_face(&c, &l);
	if (o && o->only)
		collect_node(&c, o->only, &l);
	else if (node_is_leaf(job->block))
		collect_leaf(&c, job->block, &l);
	else
		for (k = job->block->first; k; k = k->next)
			if (k->kind == NODE_LABEL && !stands_apart(job, k))
				collect_label(&c, k, &l);
			else if (!stands_apart(job, k))
				collect_node(&c, k, &l);
	return finish(&c);
}

struct inline_text
inline_plain(
    const struct inline_job *job, const char *text, const struct node *leaf)
{
	struct collector c = {
	    .job = job, .role = &job->env->style->roles[job->role]};
	struct look l = {
	    .lang = job->env->lang, .bold = job->options && job->options->bold};

	l.face = make_face(&c, &l);
	open_span(&c, SPAN_TEXT, leaf, &l);
	add_text(&c, text);
	return finish(&c);
}
