/* SPDX-License-Identifier: MIT */
/*
 * layout/chapter.c - chapters with their opener, and plain parts
 *
 * A chapter begins on a new page with a tinted band that holds number, title
 * and lead (HOUSE-STYLE section 8); it grows in steps of the grid when they
 * need more.  A heading of class "plain", and every other part of text, has
 * its title at the top of the type area.
 */
#include "layout/front.h"

#define LEAD_GAP    PT(17)
#define BAND_FOOT   PT(40) /* under the lead, at least */
#define NUMBER_ROOM PT(80)
#define LABEL_GAP   PT(6.5) /* under a label that is a line */
#define LEAD_WIDTH  PT(374) /* without band */

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

static const struct node *
skip_notes(const struct node *n)
{
	while (n && n->kind == NODE_NOTE)
		n = n->next;
	return n;
}

/* h1 and lead at the top of the type area; the y where the text begins. */
static mpt
set_title(struct setter *s, struct page *page, const struct node *h,
    const struct node **rest)
{
	const struct style *st = s->style;
	struct vlist lead = {.arena = s->arena};
	struct para_options o = {.width = LEAD_WIDTH};
	mpt y = st->top;

	if (!h)
		return y;
	front_title(s, page, &y);
	if (*rest && front_is_lead(*rest)) {
		y += PT(6.5);
		front_paras(s, &lead, *rest, ROLE_LEAD, &o);
		front_lines(s, page, &lead, st->left, &y);
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
	mpt left = front_measure(s, "opener.title.x", 139.84);
	mpt wide = front_measure(s, "opener.title.width", 398.7);
	mpt lead_wide = front_measure(s, "opener.lead.width", 374);
	mpt lead_top = front_measure(s, "opener.lead.y", 176);
	mpt step = front_measure(s, "opener.step", 13);
	mpt height = front_measure(s, "opener.height", 267);
	mpt gap = front_measure(s, "opener.text", 293) - height;
	mpt y = front_measure(s, "opener.title.y", 94), off;
	const struct style *st = s->style;
	bool line = h->first && h->first->kind == NODE_LABEL &&
		    front_label_is_line(h->first);
	struct vlist title = {.arena = s->arena}, text = {.arena = s->arena},
		     number = {.arena = s->arena};
	struct para_options o = {.width = wide, .balanced = true};

	page_add(s->pages, page,
	    (struct item){.kind = ITEM_FILL,
		.artifact = ARTIFACT_BACKGROUND,
		.box = {0, 0, st->page_width, height},
		.colour = st->opener});
	page_add(s->pages, page, dest_item(h, st->left, y));
	if (line) {
		wide += left - st->left;
		o.width = wide;
		left = st->left;
		para_set(s->env, &number, h->first, ROLE_H2, &o);
		front_lines(s, page, &number, left, &y);
		y += LABEL_GAP;
	} else if (h->first && h->first->kind == NODE_LABEL) {
		mpt at = front_measure(s, "opener.number.y", 92);

		para_set(s->env, &number, h->first, ROLE_CHAPTER_NUMBER,
		    &(struct para_options){.width = NUMBER_ROOM});
		front_lines(s, page, &number,
		    front_measure(s, "opener.number.x", 56.69), &at);
	}
	para_set(s->env, &title, h, ROLE_H1, &o);
	front_lines(s, page, &title, left, &y);
	if (lead) {
		o = (struct para_options){.width = lead_wide};
		front_paras(s, &text, lead, ROLE_LEAD, &o);
		y = y + LEAD_GAP > lead_top ? y + LEAD_GAP : lead_top;
		front_lines(s, page, &text, left, &y);
	}
	while (height < y + BAND_FOOT)
		height += step;
	page->items[0].box.h = height; /* the band is the page's first item */
	off = (height + gap - st->top) % st->grid;
	return height + gap + (off ? st->grid - off : 0);
}

/* The blocks from `rest`, then what stands behind the section of the title. */
static void
set_text(struct setter *s, const struct node *h, const struct node *rest,
    struct page *page, mpt top, bool opener, int columns)
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
	if (h && h->parent->kind == NODE_SECTION && h->parent->next)
		block_set(s, &flow, h->parent->next, &style);
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
	if (rest && front_is_lead(rest)) {
		lead = rest;
		rest = skip_notes(rest->next);
	}
	set_text(s, h, rest, page, set_opener(s, page, h, lead), true,
	    s->style->columns);
}

void
set_plain(struct setter *s)
{
	struct page *page = page_new(s, FURNITURE_ALL);
	const struct node *rest, *h = find_title(s->part, &rest);
	mpt top = set_title(s, page, h, &rest);
	const char *columns = node_attr(s->part, "columns");

	set_text(s, h, rest, page, top, false,
	    columns[0] == '1' ? 1 : s->style->columns);
}
