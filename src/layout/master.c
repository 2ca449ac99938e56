/* SPDX-License-Identifier: MIT */
/* layout/master.c - new pages and their furniture: running heads and folios */
#include "layout/master.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/str.h"
#include "layout/set.h"
#include "text/bidi.h"
#include "text/shape.h"

struct page *
page_new(struct setter *s, enum furniture furniture)
{
	struct pages *all = s->pages;
	struct page *p = ARENA_NEW(all->arena, struct page);

	p->width = s->style->page_width;
	p->height = s->style->page_height;
	p->part = s->part;
	p->furniture = (int)furniture;
	if (all->n == all->cap) {
		size_t old = all->cap * sizeof *all->v;

		all->cap = all->cap ? all->cap * 2 : 8;
		all->v = arena_grow(
		    all->arena, all->v, old, all->cap * sizeof *all->v);
	}
	all->v[all->n++] = p;
	return p;
}

struct piece {
	struct str text;
	const struct face *face;
};

/* Set pieces in one line as an artifact: flush left at x, or ending there. */
static void
set_line(const struct layout_env *env, struct pages *pages, struct page *page,
    const struct piece *pieces, size_t n, mpt x, bool ends, mpt baseline,
    enum artifact artifact)
{
	mpt width = 0;
	size_t i, k, count;
	struct run *runs;

	for (i = 0; i < n && ends; i++)
		width += shape_width(
		    env->shaper, pieces[i].text, pieces[i].face, env->lang);
	x -= width;
	for (i = 0; i < n; i++) {
		count = shape_text(env->shaper, pieces[i].text, pieces[i].face,
		    env->lang, false, NULL, (struct place){0}, &runs);
		for (k = 0; k < count; k++) {
			page_add(pages, page,
			    (struct item){.kind = ITEM_RUN,
				.artifact = artifact,
				.box = {x, baseline, 0, 0},
				.run = &runs[k]});
			x += runs[k].width;
		}
	}
}

/* The part's title for the running head: "short", else the heading's text. */
static struct str
running_title(struct arena *a, const struct node *part, const char **number)
{
	const struct node *n;
	const char *title = node_attr(part, "short");

	*number = NULL;
	for (n = part->first; n; n = node_next(n, part))
		if (n->kind == NODE_HEADING && n->level == 1)
			break;
	if (!n)
		return str_from(title);
	if (n->first && n->first->kind == NODE_LABEL)
		*number = str_dup(a, node_plain_text(a, n->first));
	return title[0] ? str_from(title) : node_plain_text(a, n);
}

static void
add_head(const struct layout_env *env, struct pages *pages, struct page *page)
{
	const struct style *st = env->style;
	const struct role_style *r = &st->roles[ROLE_RUNNING_HEAD];
	struct face number_face = r->bold;
	struct piece left = {str_from(env->running_left), &r->face};
	struct piece right[3];
	const char *number;
	struct str title = running_title(pages->arena, page->part, &number);
	bool rtl = bidi_is_rtl(env->lang);
	mpt far = st->page_width - st->right;
	size_t n = 0;

	number_face.colour = st->petrol700;
	if (number) {
		right[n++] = (struct piece){str_from(number), &number_face};
		right[n++] = (struct piece){STR("\xE2\x80\x82"), &r->face};
	}
	right[n++] = (struct piece){title, &r->face};
	set_line(env, pages, page, &left, 1, rtl ? far : st->left, rtl,
	    st->head_baseline, ARTIFACT_HEADER);
	set_line(env, pages, page, right, n, rtl ? st->left : far, !rtl,
	    st->head_baseline, ARTIFACT_HEADER);
}

static void
add_folio(const struct layout_env *env, struct pages *pages, struct page *page)
{
	const struct style *st = env->style;
	struct piece folio = {
	    str_from(page->label), &st->roles[ROLE_FOLIO].face};
	bool at_right = (page->number % 2 == 1) != bidi_is_rtl(env->lang);

	set_line(env, pages, page, &folio, 1,
	    at_right ? st->page_width - st->right : st->left, at_right,
	    st->folio_baseline, ARTIFACT_FOOTER);
}

void
master_furnish(const struct layout_env *env, struct pages *pages)
{
	size_t i;

	for (i = 0; i < pages->n; i++) {
		struct page *p = pages->v[i];

		if (p->furniture == FURNITURE_ALL)
			add_head(env, pages, p);
		if (p->furniture != FURNITURE_NONE)
			add_folio(env, pages, p);
	}
}
