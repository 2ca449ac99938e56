/* SPDX-License-Identifier: MIT */
/*
 * layout/para.c - inline content to lines, placed as boxes of a vertical list
 *
 * A paragraph is first broken without the hyphenation dictionaries: "sparing"
 * (HOUSE-STYLE 4) is taken to mean that a paragraph that sets well without
 * divided words keeps its words whole.  Where a line comes out short, or glue
 * stretches too much, it is broken again with them.
 */
#include "layout/para.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "layout/breaks.h"
#include "layout/inline.h"
#include "layout/items.h"
#include "layout/line.h"

/* Ragged lines that fill less (in 1/1000) ask for hyphenation. */
#define GOOD_LINE LINE_LEAST

/* Badness that justified lines may have: as plain TeX. */
#define PRETOLERANCE 80
#define ANY_BADNESS  10000

/* Spaces wider than this part of their own, in 1/100, are reported. */
#define VERY_LOOSE 200

/* Characters of a line that a message quotes. */
#define QUOTE 40

struct para {
	const struct layout_env *env;
	struct arena *scratch;
	const struct node *block; /* NULL: generated text */
	enum role role;
	const struct para_options *options;
	enum para_align align;
	struct items items;
	struct break_style style;
	size_t *breaks;
	size_t nbreaks;
	VEC(struct line) lines;
};

static const struct role_style *
role_of(const struct para *p)
{
	return &p->env->style->roles[p->role];
}

/* --- breaking --- */

static mpt
first_indent(const struct para *p)
{
	return p->options->hang + p->options->first_indent;
}

static void
set_style(struct para *p)
{
	const struct para_options *o = p->options;
	const struct role_style *r = role_of(p);

	p->align = o->align == PARA_STYLE
		       ? r->justified ? PARA_JUSTIFIED : PARA_RAGGED
		       : o->align;
	p->style = (struct break_style){.first = o->width - first_indent(p),
	    .rest = o->width - o->hang,
	    .justified = p->align == PARA_JUSTIFIED,
	    .expand = p->env->style->expand,
	    .balanced =
		(o->balanced || r->balanced) && p->align != PARA_JUSTIFIED};
}

/* Is every ragged line but the last well filled? */
static bool
is_even(const struct para *p)
{
	const struct line *l;
	size_t i;

	for (i = 0; i < p->lines.n; i++) {
		l = &p->lines.v[i];
		if (l->natural > l->width - l->indent)
			return false;
		if (!l->last && (int64_t)l->natural * 1000 <
				    (int64_t)(l->width - l->indent) * GOOD_LINE)
			return false;
	}
	return true;
}

static void
make_lines(struct para *p)
{
	const struct brick *b = p->items.bricks;
	struct line l = {.width = p->options->width, .indent = first_indent(p)};
	size_t i;

	p->lines.n = 0;
	for (i = 0; i < p->nbreaks; i++) {
		const struct brick *at = &b[p->breaks[i]];
		bool end = i + 1 == p->nbreaks;

		l.to = at->end;
		l.hyphen = at->flagged;
		l.last =
		    at->kind == BRICK_PENALTY && at->penalty <= BRICK_FORCED;
		l.spaced = at->kind == BRICK_GLUE || (l.last && !end);
		l.hang_end = p->style.justified ? at->hang_end : 0;
		l.hang_start = 0;
		if (p->style.justified)
			l.hang_start = items_hang_start(&p->items, l.from);
		line_measure(&p->items, &l);
		if (!end || l.to > l.from || p->lines.n == 0)
			VEC_PUSH(p->scratch, &p->lines, l);
		l.from = at->at;
		l.indent = p->options->hang;
	}
}

static bool
choose(struct para *p, int tolerance, bool final)
{
	size_t n;
	size_t *breaks;

	p->style.tolerance = tolerance;
	p->style.final = final;
	breaks = breaks_choose(
	    p->scratch, p->items.bricks, p->items.nbricks, &p->style, &n);
	if (!breaks)
		return false;
	p->breaks = breaks;
	p->nbreaks = n;
	make_lines(p);
	return true;
}

static void
break_ragged(struct para *p)
{
	bool may_hyphenate = role_of(p)->hyphenate && p->env->hyph;

	if (choose(p, ANY_BADNESS, !may_hyphenate) &&
	    (!may_hyphenate || is_even(p)))
		return;
	items_hyphenate(&p->items, false);
	choose(p, ANY_BADNESS, true);
}

static void
break_justified(struct para *p)
{
	if (choose(p, PRETOLERANCE, false))
		return;
	if (role_of(p)->hyphenate && p->env->hyph)
		items_hyphenate(&p->items, true);
	choose(p, ANY_BADNESS, true);
}

/* --- messages --- */

static const char *
quote(const struct para *p, const struct line *l)
{
	struct str s = str_slice(p->items.text.text, l->from, l->to);
	const char *q = s.p, *end = s.p + s.n;
	size_t n;

	for (n = 0; n < QUOTE && q < end; n++)
		utf8_decode(&q, end);
	return arena_printf(
	    p->scratch, "%.*s%s", (int)(q - s.p), s.p, q < end ? "…" : "");
}

static struct place
place_of(const struct para *p, const struct line *l)
{
	size_t i = items_find(&p->items, l->from);
	const struct span *s =
	    i < p->items.nunits ? p->items.units[i].span : NULL;

	if (s && s->leaf)
		return s->leaf->at;
	return p->block ? p->block->at : (struct place){0};
}

/* The same for readers of the printed pages. */
static void
remark(const struct para *p, struct vbox *b, enum remark what, mpt amount)
{
	vbox_item(p->env->arena, b,
	    (struct item){.kind = ITEM_REMARK,
		.leaf = p->block,
		.remark = what,
		.box = {0, 0, amount, 0}});
}

/* Width of the spaces of a justified line, in per cent of their own. */
static int
spacing(const struct line *l, const struct line_fit *f)
{
	int64_t space = l->spaces ? l->blank / (mpt)l->spaces : 0;

	if (space <= 0)
		return 100;
	return (int)((space + space * f->expand / 1000 + f->word_space) * 100 /
		     space);
}

/* Is the line too wide?  How much, in millipoints. */
static mpt
excess(const struct para *p, const struct line *l, const struct line_fit *f)
{
	return p->style.justified ? f->over : l->natural - l->width + l->indent;
}

static void
report_line(
    const struct para *p, const struct line *l, bool body, struct vbox *b)
{
	struct line_fit fit = line_fit(&p->items, l);
	mpt room = l->width - l->indent, over = excess(p, l, &fit);
	int64_t filled = room > 0 ? (int64_t)l->natural * 1000 / room : 1000;
	int percent = (int)(filled / 10), space = spacing(l, &fit);
	bool ragged = !p->style.justified;

	if (over > PT(0.05)) {
		int tenths = (over + 50) / 100;

		diag(p->env->sink, DIAG_LINE_OVERFULL, place_of(p, l),
		    arena_printf(p->scratch, "%d.%d", tenths / 10, tenths % 10),
		    quote(p, l));
		remark(p, b, REMARK_OVERFULL, over);
	} else if (!ragged && !l->last && space > VERY_LOOSE) {
		diag(p->env->sink, DIAG_LINE_LOOSE, place_of(p, l), space,
		    quote(p, l));
		remark(p, b, REMARK_LOOSE, space * PT(1));
	} else if (body && !l->last && ragged && filled < LINE_LEAST) {
		diag(p->env->sink, DIAG_LINE_SHORT, place_of(p, l), percent,
		    quote(p, l));
		remark(p, b, REMARK_SHORT, percent * PT(1));
	} else if (body && l->last && p->lines.n > 1 &&
		   filled < LINE_LAST_LEAST) {
		diag(p->env->sink, DIAG_LINE_LAST, place_of(p, l), percent,
		    quote(p, l));
		remark(p, b, REMARK_LAST, percent * PT(1));
	}
}

/* The lines stand in the boxes of `out` from `from` on. */
static void
report(const struct para *p, struct vlist *out, size_t from)
{
	int most = role_of(p)->max_lines;
	size_t i;

	if (p->options->artifact != ARTIFACT_NONE)
		return;
	for (i = 0; i < p->lines.n; i++)
		report_line(
		    p, &p->lines.v[i], p->role == ROLE_BODY, &out->v[from + i]);
	if (most && p->lines.n > (size_t)most)
		diag(p->env->sink, DIAG_TOO_MANY_LINES,
		    place_of(p, &p->lines.v[0]), style_role_name(p->role),
		    (int)p->lines.n, most);
}

/* --- setting --- */

/* Costs of breaking the column between the paragraph's lines. */
static void
add_penalties(const struct para *p, struct vlist *out, size_t from)
{
	size_t i, n = out->n - from;

	for (i = 1; i < n; i++) {
		struct vbox *b = &out->v[from + i];

		if (i == 1)
			b->penalty += BREAK_WIDOW;
		if (i == n - 1)
			b->penalty += BREAK_WIDOW;
		/* no hyphen across a column or page */
		if (p->lines.v[i - 1].hyphen)
			b->penalty += BREAK_AVOID;
	}
}

/* Break the items and append their lines; the style is set. */
static size_t
set_items(struct para *p, struct vlist *out)
{
	size_t i, from = out->n;

	if (p->style.justified)
		break_justified(p);
	else
		break_ragged(p);
	for (i = 0; i < p->lines.n; i++)
		line_set(&p->items, &p->lines.v[i], out, p->role, p->align,
		    p->options->artifact);
	if (out->n > from)
		out->v[from].flags |= VBOX_PARA;
	add_penalties(p, out, from);
	report(p, out, from);
	return p->lines.n;
}

static size_t
set_text(struct para *p, struct vlist *out, struct inline_text text)
{
	if (text.text.n == 0)
		return 0;
	set_style(p);
	p->items = items_new(p->env, p->scratch, text, p->style.justified);
	return set_items(p, out);
}

size_t
para_set(const struct layout_env *env, struct vlist *out,
    const struct node *block, enum role role, const struct para_options *o)
{
	struct para p = {.env = env,
	    .scratch = arena_new(),
	    .block = block,
	    .role = role,
	    .options = o};
	struct inline_job job = {env, p.scratch, block, role, o};
	size_t n = set_text(&p, out, inline_collect(&job));

	arena_free(p.scratch);
	return n;
}

void
para_text(const struct layout_env *env, struct vlist *out, const char *text,
    const struct node *leaf, enum role role, const struct para_options *o)
{
	struct para p = {.env = env,
	    .scratch = arena_new(),
	    .block = leaf,
	    .role = role,
	    .options = o};
	struct inline_job job = {env, p.scratch, leaf, role, o};

	set_text(&p, out, inline_plain(&job, text, leaf));
	arena_free(p.scratch);
}

/* --- measuring --- */

struct para_draft {
	struct arena *arena;
	const struct node *block;
	enum role role;
	struct items items;
};

struct para_draft *
para_draft(const struct layout_env *env, struct arena *a,
    const struct node *block, enum role role, const struct para_options *o)
{
	struct inline_job job = {env, a, block, role, o};
	struct para_draft *d = ARENA_NEW(a, struct para_draft);

	*d = (struct para_draft){
	    a, block, role, items_new(env, a, inline_collect(&job), false)};
	return d;
}

struct para_widths
para_draft_widths(const struct para_draft *d)
{
	const struct items *it = &d->items;
	struct para_widths w = {0, 0};
	mpt line = 0, piece = 0;
	size_t i;

	for (i = 0; i < it->nbricks; i++) {
		const struct brick *b = &it->bricks[i];
		bool breaks = b->kind != BRICK_BOX && b->penalty < BRICK_NEVER;

		if (breaks && piece + b->before > w.min)
			w.min = piece + b->before;
		piece = breaks ? b->after : piece + b->width;
		line += b->width;
		if (line > w.max)
			w.max = line;
		if (b->kind == BRICK_PENALTY && b->penalty <= BRICK_FORCED)
			line = 0;
	}
	return w;
}

size_t
para_draft_set(
    const struct para_draft *d, struct vlist *out, const struct para_options *o)
{
	struct para p = {.env = d->items.env,
	    .scratch = d->arena,
	    .block = d->block,
	    .role = d->role,
	    .options = o,
	    .items = d->items};

	if (p.items.text.text.n == 0)
		return 0;
	set_style(&p);
	assert(!p.style.justified);
	return set_items(&p, out);
}

struct para_widths
para_measure(
    const struct layout_env *env, const struct node *block, enum role role)
{
	struct arena *scratch = arena_new();
	struct para_widths w =
	    para_draft_widths(para_draft(env, scratch, block, role, NULL));

	arena_free(scratch);
	return w;
}
