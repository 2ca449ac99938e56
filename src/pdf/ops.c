/* SPDX-License-Identifier: MIT */
/* pdf/ops.c - the operators of a content stream */
#include "pdf/ops.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/font_file.h"

#define ZERO_WIDTH_SPACE "\xE2\x80\x8B"
#define SOFT_HYPHEN      "\xC2\xAD"
#define NO_BREAK_SPACE   "\xC2\xA0"

enum {
	FAR = 20,     /* em: beyond it the pen is set, not moved */
	UNIT = 65536, /* of the binary fraction of ops.unit */
};

static void
add_numbers(struct buf *out, const mpt *v, size_t n, const char *operator)
{
	for (size_t i = 0; i < n; i++) {
		buf_thousandths(out, v[i]);
		buf_putc(out, ' ');
	}
	buf_puts(out, operator);
	buf_putc(out, '\n');
}

/* Three components of 0 to 1 with three decimals. */
static void
add_colour(struct buf *out, uint32_t rgb, const char *operator)
{
	mpt v[3];

	for (int i = 0; i < 3; i++)
		v[i] = (mpt)(((rgb >> (16 - 8 * i) & 0xFF) * 1000 + 127) / 255);
	add_numbers(out, v, 3, operator);
}

struct ops
ops_begin(struct buf *out, struct font_files *fonts, mpt height)
{
	return (struct ops){
	    .out = out, .fonts = fonts, .height = height, .fill = -1};
}

/* --- text --- */

void
ops_text_begin(struct ops *o)
{
	if (o->in_text)
		return;
	buf_puts(o->out, "BT\n");
	o->in_text = true;
	o->line_x = o->line_y = 0;
	o->pen = 0;
}

static void
flush_codes(struct ops *o)
{
	buf_add(o->out, o->chunk, o->nchunk);
	o->nchunk = 0;
}

static void
end_string(struct ops *o)
{
	flush_codes(o);
	if (o->in_string)
		buf_putc(o->out, ')');
	o->in_string = false;
}

void
ops_array_end(struct ops *o)
{
	end_string(o);
	if (o->in_array)
		buf_puts(o->out, "]TJ\n");
	o->in_array = false;
}

void
ops_text_end(struct ops *o)
{
	ops_array_end(o);
	if (o->in_text)
		buf_puts(o->out, "ET\n");
	o->in_text = false;
}

static void
set_fill(struct ops *o, uint32_t colour)
{
	if (o->fill == (int64_t)colour)
		return;
	ops_array_end(o);
	add_colour(o->out, colour, "rg");
	o->fill = colour;
}

static void
set_state(struct ops *o, const struct run *r)
{
	struct font_file *font = font_file_of(o->fonts, r->font);

	if (r->expand != o->expand) {
		mpt percent = (1000 + r->expand) * 100;

		ops_array_end(o);
		add_numbers(o->out, &percent, 1, "Tz");
	}
	if (font != o->font || r->size != o->size) {
		ops_array_end(o);
		buf_printf(o->out, "/%s ", font->name);
		add_numbers(o->out, &r->size, 1, "Tf");
	}
	if (font != o->font || r->size != o->size || r->expand != o->expand) {
		o->font = font;
		o->size = r->size;
		o->expand = r->expand;
		o->unit = (int64_t)r->size * (1000 + r->expand) * UNIT /
			  r->font->upem;
		o->step = (int64_t)r->size * (1000 + r->expand) / 1000;
		if (o->step < 1)
			o->step = 1;
	}
	if (r->letter_space != o->letter_space) {
		ops_array_end(o);
		add_numbers(o->out, &r->letter_space, 1, "Tc");
		o->letter_space = r->letter_space;
	}
	set_fill(o, r->colour);
}

static void
set_rise(struct ops *o, mpt rise)
{
	if (rise == o->rise)
		return;
	ops_array_end(o);
	add_numbers(o->out, &rise, 1, "Ts");
	o->rise = rise;
}

/* Set the pen at a point with Td, which counts from the line's start. */
static void
set_pen(struct ops *o, int64_t x, mpt y)
{
	mpt to_x = (mpt)((x + (x < 0 ? -500 : 500)) / 1000);
	mpt move[2] = {to_x - o->line_x, y - o->line_y};

	ops_array_end(o);
	add_numbers(o->out, move, 2, "Td");
	o->line_x = to_x;
	o->line_y = y;
	o->pen = (int64_t)to_x * 1000;
}

/* Bring the pen to x on the line at y (of PDF). */
static void
move_pen(struct ops *o, int64_t x, mpt y)
{
	int64_t unit = o->step, off = x - o->pen, steps;

	if (y != o->line_y || llabs(off) > unit * 1000 * FAR) {
		set_pen(o, x, y);
		return;
	}
	if (llabs(off) < unit - unit / 2)
		return;
	steps = (off < 0 ? off - unit / 2 : off + unit / 2) / unit;
	end_string(o);
	if (!o->in_array)
		buf_putc(o->out, '[');
	o->in_array = true;
	buf_thousandths(o->out, -steps * 1000);
	o->pen += steps * unit;
}

/* A byte of a literal string (7.3.4.2). */
static char *
put_byte(char *p, unsigned char c)
{
	switch (c) {
	case '(':
	case ')':
	case '\\':
		*p++ = '\\';
		break;
	case '\r': /* would be read as a line feed */
		*p++ = '\\';
		c = 'r';
		break;
	default:
		break;
	}
	*p++ = (char)c;
	return p;
}

/* Codes stand in literal strings: half the bytes of hexadecimal ones. */
static void
put_code(struct ops *o, uint32_t cid)
{
	char *p = o->chunk + o->nchunk;

	if (o->nchunk + 8 > sizeof o->chunk) {
		flush_codes(o);
		p = o->chunk;
	}
	if (!o->in_array)
		*p++ = '[';
	if (!o->in_string)
		*p++ = '(';
	o->in_array = o->in_string = true;
	p = put_byte(p, (unsigned char)(cid >> 8));
	p = put_byte(p, (unsigned char)cid);
	o->nchunk = (size_t)(p - o->chunk);
}

struct ops_cursor
ops_cursor(const struct run *r, mpt x)
{
	return (struct ops_cursor){0, r->text.n, (int64_t)x * 1000};
}

/*
 * The text that glyph i stands for.  The first glyph of a cluster in logical
 * order carries all of the cluster's text, the others a zero-width space.
 */
static struct str
glyph_text(const struct run *r, struct ops_cursor *at, size_t i)
{
	const struct glyph *g = r->glyphs;
	size_t from = g[i].cluster, to = at->limit, last, k;

	last = r->rtl ? 0 : r->nglyphs - 1;
	if (r->end == RUN_SOFT_HYPHEN && i == last)
		return STR(SOFT_HYPHEN);
	if (r->rtl) {
		if (i + 1 < r->nglyphs && g[i + 1].cluster == from)
			return STR(ZERO_WIDTH_SPACE);
		if (i + 1 == r->nglyphs)
			from = 0;
		at->limit = from;
	} else {
		if (i > 0 && g[i - 1].cluster == from)
			return STR(ZERO_WIDTH_SPACE);
		for (k = i + 1; k < r->nglyphs && g[k].cluster == from;)
			k++;
		to = k < r->nglyphs ? g[k].cluster : r->text.n;
		if (i == 0)
			from = 0;
	}
	return str_slice(r->text, from, to);
}

static bool
is_space(struct str s)
{
	return (s.n == 1 && s.p[0] == ' ') ||
	       (s.n == 2 && memcmp(s.p, NO_BREAK_SPACE, 2) == 0);
}

/* Font units in micropoints, by the factor of set_state. */
static int64_t
scale(const struct ops *o, int64_t units)
{
	return units * o->unit / UNIT;
}

size_t
ops_show(
    struct ops *o, const struct run *r, struct ops_cursor *at, size_t to, mpt y)
{
	mpt line = o->height - y;
	size_t chars = 0;

	assert(o->in_mark && o->in_text && to <= r->nglyphs);
	set_state(o, r);
	for (; at->glyph < to; at->glyph++) {
		const struct glyph *g = &r->glyphs[at->glyph];
		struct str text = glyph_text(r, at, at->glyph);
		uint32_t cid = font_file_cid(o->fonts, o->font, g->id, text);
		const struct cid *c = &o->font->cids[cid];
		bool space = is_space(text);

		set_rise(o, r->raise + (g->y_offset ? font_scale(r->font,
							  g->y_offset, r->size)
						    : 0));
		move_pen(
		    o, at->x + (g->x_offset ? scale(o, g->x_offset) : 0), line);
		put_code(o, cid);
		o->pen += scale(o, c->advance) +
			  (int64_t)r->letter_space * (1000 + r->expand);
		at->x +=
		    scale(o, g->advance) +
		    ((int64_t)r->letter_space + (space ? r->word_space : 0)) *
			1000;
		chars += c->chars;
	}
	return chars;
}

size_t
ops_blank(struct ops *o, const struct run *r)
{
	uint32_t cid;

	assert(o->in_mark && o->in_text);
	set_state(o, r);
	cid = font_file_blank(o->fonts, o->font);
	if (!cid)
		return 0;
	put_code(o, cid);
	o->pen += scale(o, o->font->cids[cid].advance) +
		  (int64_t)r->letter_space * (1000 + r->expand);
	return 1;
}

/* Artifacts and tagged content never hold each other (ISO 14289-1 7.1;
 * Matterhorn 01-003 to 01-005). */
void
ops_mark(struct ops *o, const char *tag, struct str properties)
{
	assert(!o->in_mark);
	o->in_mark = true;
	buf_putc(o->out, '/');
	buf_puts(o->out, tag);
	buf_str(o->out, properties);
	buf_puts(o->out, "BDC\n");
}

void
ops_mark_end(struct ops *o)
{
	ops_array_end(o);
	assert(o->in_mark);
	o->in_mark = false;
	buf_puts(o->out, "EMC\n");
}

/* --- graphics --- */

void
ops_rect(struct ops *o, const struct rect *box, uint32_t colour)
{
	mpt v[4] = {box->x, o->height - box->y - box->h, box->w, box->h};

	assert(o->in_mark);
	set_fill(o, colour);
	add_numbers(o->out, v, 4, "re f");
}

static void
add_step(struct ops *o, const struct path_step *s, mpt x, mpt y)
{
	mpt v[6] = {x + s->x1, o->height - y - s->y1, x + s->x2,
	    o->height - y - s->y2, x + s->x, o->height - y - s->y};

	switch (s->op) {
	case PATH_MOVE:
		add_numbers(o->out, v + 4, 2, "m");
		break;
	case PATH_LINE:
		add_numbers(o->out, v + 4, 2, "l");
		break;
	case PATH_CURVE:
		add_numbers(o->out, v, 6, "c");
		break;
	case PATH_CLOSE:
		buf_puts(o->out, "h\n");
		break;
	}
}

static void
set_stroke(struct ops *o, const struct path *p)
{
	add_colour(o->out, p->stroke, "RG");
	add_numbers(o->out, &p->width, 1, "w");
	if (p->round)
		buf_puts(o->out, "1 J 1 j\n");
	if (p->dash[0]) {
		buf_putc(o->out, '[');
		buf_thousandths(o->out, p->dash[0]);
		buf_putc(o->out, ' ');
		buf_thousandths(o->out, p->dash[1] ? p->dash[1] : p->dash[0]);
		buf_puts(o->out, "] 0 d\n");
	}
}

void
ops_path(struct ops *o, const struct path *p, mpt x, mpt y)
{
	assert(o->in_mark);
	if (p->filled)
		set_fill(o, p->fill);
	if (p->stroked) {
		buf_puts(o->out, "q\n");
		set_stroke(o, p);
	}
	for (size_t i = 0; i < p->n; i++)
		add_step(o, &p->steps[i], x, y);
	if (p->stroked)
		buf_puts(o->out, p->filled ? "B\nQ\n" : "S\nQ\n");
	else
		buf_puts(o->out, p->filled ? "f\n" : "n\n");
}

void
ops_paint(struct ops *o, const char *name, const struct rect *box)
{
	mpt v[6] = {box->w ? box->w : 1000, 0, 0, box->w ? box->h : 1000,
	    box->x, o->height - box->y - box->h};

	assert(o->in_mark);
	buf_puts(o->out, "q\n");
	add_numbers(o->out, v, 6, "cm");
	buf_printf(o->out, "/%s Do\nQ\n", name);
}
