/* SPDX-License-Identifier: MIT */
/* layout/table_point.c - numbers in columns stand on their decimal point */
#include "layout/table_point.h"

#include <string.h>

#include "base/arena.h"
#include "base/locale.h"
#include "base/str.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "layout/table_grid.h"

const char *
table_point_text(const struct layout_env *env)
{
	struct buf b = {0};
	struct str s;
	const char *p, *last;

	if (!env->locale)
		return ".";
	/* what stands between the digits of "1.5" */
	locale_number(env->locale, 1.5, 1, &b);
	s = buf_take(&b, env->arena);
	p = s.p;
	last = s.p + s.n;
	utf8_decode(&p, last);
	while (last > p && ((unsigned char)*--last & 0xC0) == 0x80)
		;
	return arena_strndup(env->arena, p, (size_t)(last - p));
}

/* Digits of the scripts of the series. */
static bool
is_digit(uint32_t c)
{
	static const uint32_t zeros[] = {
	    '0', 0x660, 0x6F0, 0xE50, 0xED0, 0x1040, 0x17E0};
	size_t i;

	for (i = 0; i < sizeof zeros / sizeof *zeros; i++)
		if (c >= zeros[i] && c <= zeros[i] + 9)
			return true;
	return false;
}

/* The text of the first leaf that has any. */
static const char *
first_text(const struct node *cell)
{
	const struct node *n;

	for (n = cell->first; n; n = node_next(n, cell))
		if (node_is_leaf(n) && n->text && n->text[0])
			return n->text;
	return "";
}

bool
table_point_is_number(const struct node *cell)
{
	const char *p = first_text(cell), *end = p + strlen(p);
	int n;

	for (n = 0; n < 3 && p < end; n++)
		if (is_digit(utf8_decode(&p, end)))
			return true;
	return false;
}

/* Byte offset of the last decimal point between digits, else behind the last
 * digit; false if there is none. */
static bool
find_offset(struct str s, const char *point, size_t *offset, bool *decimal)
{
	const char *p = s.p, *end = s.p + s.n;
	size_t n = strlen(point);
	bool any = false, digit = false;

	*decimal = false;
	while (p < end) {
		const char *at = p;
		const char *next = p + n;

		if (digit && (size_t)(end - p) > n &&
		    memcmp(p, point, n) == 0 &&
		    is_digit(utf8_decode(&next, end))) {
			*offset = (size_t)(at - s.p);
			*decimal = any = true;
			p = next;
			continue;
		}
		digit = is_digit(utf8_decode(&p, end));
		if (digit && !*decimal) {
			*offset = (size_t)(p - s.p);
			any = true;
		}
	}
	return any;
}

/* How far from the run's start the glyph of a byte begins. */
static mpt
glyph_x(const struct run *r, size_t offset)
{
	mpt x = 0;
	size_t i;

	for (i = 0; i < r->nglyphs; i++) {
		const struct glyph *g = &r->glyphs[i];

		if (g->cluster >= offset)
			break;
		x += font_scale(r->font, g->advance, r->size) + r->letter_space;
	}
	return x;
}

bool
table_point_find(
    const struct vbox *line, const char *point, struct table_cell *c)
{
	bool any = false, done = false, decimal;
	size_t i, offset = 0;

	for (i = 0; i < line->nitems; i++) {
		const struct item *it = &line->items[i];
		mpt x = it->box.x, end;

		if (it->kind != ITEM_RUN)
			continue;
		end = x + it->run->width;
		if (!any || x < c->left)
			c->left = x;
		if (!any || end > c->end)
			c->end = end;
		any = true;
		if (done || it->run->raise ||
		    !find_offset(it->run->text, point, &offset, &decimal))
			continue;
		c->point = x + glyph_x(it->run, offset);
		done = true;
	}
	return any && c->point > c->left;
}
