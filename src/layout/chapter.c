/* SPDX-License-Identifier: MIT */
/*
 * layout/chapter.c - chapters with their opener, and plain parts
 *
 * A chapter begins on a new page with a tinted band that holds number, title
 * and lead (HOUSE-STYLE section 8); it grows in steps of the grid when they
 * need more.  A heading of class "plain", and every other part of text, has
 * its title at the top of the type area.
 */
#include "layout/para.h"
#include "layout/set.h"

#define BAND_HEIGHT PT(267)
#define BAND_GAP    PT(26) /* between band and text */
#define TITLE_LEFT  PT(139.8)
#define TITLE_TOP   PT(94)
#define LEAD_TOP    PT(176)
#define LEAD_GAP    PT(17)
#define LEAD_WIDTH  PT(374)
#define BAND_FOOT   PT(40) /* under the lead, at least */
#define NUMBER_TOP  PT(92)
#define TITLE_WIDTH PT(398)

static bool
is_lead(const struct node *n)
{
	return (n->kind == NODE_PARA || n->kind == NODE_DIV) &&
	       node_has_class(n, "lead");
}

/* The part's level-1 heading; *rest is the first block behind it. */
static const struct node *
find_title(const struct node *part, const struct node **rest)
{
	const struct node *n = part->first;

	while (n && n->kind == NODE_SECTION && n->level == 1)
		n = n->first;
	*rest = n;
	if (!n || n->kind != NODE_HEADING || n->level != 1)
		return NULL;
	for (*rest = n->next; *rest && (*rest)->kind == NODE_NOTE;)
		*rest = (*rest)->next;
	return n;
}

/* Lines of the lead (a paragraph or a div of them). */
static void
set_lead(struct setter *s, struct vlist *l, const struct node *lead,
    enum role role, mpt width)
{
	struct para_options o = {.width = width};
	const struct node *p;

	if (lead->kind == NODE_PARA) {
		para_set(s->env, l, lead, role, &o);
		return;
	}
	for (p = lead->first; p; p = p->next)
		if (p->kind == NODE_PARA)
			para_set(s->env, l, p, role, &o);
}

static void
place_lines(
    struct setter *s, struct page *page, const struct vlist *l, mpt x, mpt *y)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		vbox_place(&l->v[i], s->pages, page, x, *y);
		*y += l->v[i].height;
	}
}

static const struct node *
skip_notes(const struct node *n)
{
	while (n && n->kind == NODE_NOTE)
		n = n->next;
	return n;
}

mpt
set_title(struct setter *s, struct page *page, const struct node **rest)
{
	const struct style *st = s->style;
	mpt width = st->page_width - st->left - st->right, y = st->top;
	struct vlist title = {.arena = s->arena}, lead = {.arena = s->arena};
	struct para_options o = {.width = width, .balanced = true};
	const struct node *h = find_title(s->part, rest);

	if (!h)
		return y;
	page_add(s->pages, page, dest_item(h, st->left, y));
	para_set(s->env, &title, h, ROLE_H1, &o);
	place_lines(s, page, &title, st->left, &y);
	if (*rest && is_lead(*rest)) {
		y += PT(6.5);
		set_lead(s, &lead, *rest, ROLE_LEAD, PT(374));
		place_lines(s, page, &lead, st->left, &y);
		*rest = skip_notes((*rest)->next);
	}
	y += PT(19.5);
	return y + (st->grid - (y - st->top) % st->grid) % st->grid;
}

/* Band, number, title and lead; the y where the columns begin. */
static mpt
set_opener(struct setter *s, struct page *page, const struct node *h,
    const struct node *lead)
{
	const struct style *st = s->style;
	struct vlist title = {.arena = s->arena}, text = {.arena = s->arena},
		     number = {.arena = s->arena};
	struct para_options o = {.width = TITLE_WIDTH, .balanced = true};
	mpt y = TITLE_TOP, height = BAND_HEIGHT;

	page_add(s->pages, page,
	    (struct item){.kind = ITEM_FILL,
		.artifact = ARTIFACT_BACKGROUND,
		.box = {0, 0, st->page_width, height},
		.colour = st->opener});
	page_add(s->pages, page, dest_item(h, st->left, TITLE_TOP));
	if (h->first && h->first->kind == NODE_LABEL) {
		mpt at = NUMBER_TOP;

		para_set(s->env, &number, h->first, ROLE_CHAPTER_NUMBER,
		    &(struct para_options){.width = PT(80)});
		place_lines(s, page, &number, st->left, &at);
	}
	para_set(s->env, &title, h, ROLE_H1, &o);
	place_lines(s, page, &title, TITLE_LEFT, &y);
	if (lead) {
		set_lead(s, &text, lead, ROLE_LEAD, LEAD_WIDTH);
		y = y + LEAD_GAP > LEAD_TOP ? y + LEAD_GAP : LEAD_TOP;
		place_lines(s, page, &text, TITLE_LEFT, &y);
	}
	while (height < y + BAND_FOOT)
		height += st->grid;
	page->items[0].box.h = height; /* the band is the page's first item */
	return height + BAND_GAP;
}

static void
set_text(struct setter *s, const struct node *rest, struct page *page, mpt top,
    bool opener, int columns)
{
	const struct style *st = s->style;
	mpt width = st->page_width - st->left - st->right;
	mpt column = columns == 1
			 ? width
			 : (width - (columns - 1) * st->gutter) / columns;
	struct block_style style = {.width = column,
	    .body = ROLE_BODY,
	    .grid = true,
	    .floats = true,
	    .float_width = width};
	struct fill fill = {.columns = columns,
	    .column_width = column,
	    .left = st->left,
	    .top = top,
	    .page = page,
	    .opener = opener,
	    .balance = true};
	struct flow flow = {0};

	block_set(s, &flow, rest, &style);
	fill_pages(s, &flow, &fill);
}

void
set_chapter(struct setter *s)
{
	const struct node *rest, *lead = NULL;
	const struct node *h = find_title(s->part, &rest);
	struct page *page;

	if (!h || node_has_class(h, "plain")) {
		set_plain(s);
		return;
	}
	page = page_new(s, FURNITURE_FOLIO);
	if (rest && is_lead(rest)) {
		lead = rest;
		rest = skip_notes(rest->next);
	}
	set_text(s, rest, page, set_opener(s, page, h, lead), true,
	    s->style->columns);
}

void
set_plain(struct setter *s)
{
	struct page *page = page_new(s, FURNITURE_ALL);
	const struct node *rest = s->part->first;
	mpt top = set_title(s, page, &rest);
	const char *columns = node_attr(s->part, "columns");

	set_text(s, rest, page, top, false,
	    columns[0] == '1' ? 1 : s->style->columns);
}
