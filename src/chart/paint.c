/* SPDX-License-Identifier: MIT */
/* chart/paint.c - paths onto a Cairo surface, or as operators of a PDF */
#include "chart/paint.h"

#include <assert.h>
#include <cairo.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"

struct paint {
	struct arena *arena;
	cairo_t *cr;
	bool pdf;
	double height; /* points */
	struct buf out;
	/* what the content has set so far */
	int64_t fill, stroke; /* 0xRRGGBB, -1: unknown */
	struct pen pen;       /* width 0: unknown */
};

/* Neither width nor colour is known, as at the start and after Q. */
static void
forget(struct paint *p)
{
	p->fill = p->stroke = -1;
	p->pen = (struct pen){0};
}

struct paint *
paint_on(struct arena *a, void *cairo)
{
	struct paint *p = ARENA_NEW(a, struct paint);

	p->arena = a;
	p->cr = cairo;
	return p;
}

/* Nothing is painted on the surface: Cairo makes the paths. */
struct paint *
paint_pdf(struct arena *a, mpt height)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
	struct paint *p = paint_on(a, cairo_create(s));

	cairo_surface_destroy(s);
	p->pdf = true;
	p->height = height / 1000.0;
	forget(p);
	buf_puts(&p->out, "q\n");
	return p;
}

struct str
paint_end(struct paint *p)
{
	assert(cairo_status(p->cr) == CAIRO_STATUS_SUCCESS);
	if (!p->pdf)
		return STR("");
	cairo_destroy(p->cr);
	buf_puts(&p->out, "Q\n");
	return buf_take(&p->out, p->arena);
}

void *
paint_cairo(const struct paint *p)
{
	return p->cr;
}

/* --- operators --- */

/* A number with two decimals: finer is not seen. */
static void
put_number(struct paint *p, double v)
{
	buf_thousandths(&p->out, llround(v * 100) * 10);
	buf_putc(&p->out, ' ');
}

static void
put_points(struct paint *p, const cairo_path_data_t *v, int n, const char *op)
{
	for (int i = 1; i <= n; i++) {
		put_number(p, v[i].point.x);
		put_number(p, p->height - v[i].point.y);
	}
	buf_puts(&p->out, op);
}

/* Write the path, then what is done with it.  Cairo goes on at a new point
 * after each end of a line. */
static void
put_path(struct paint *p, const char *op)
{
	cairo_path_t *path = cairo_copy_path(p->cr);
	const cairo_path_data_t *v = path->data;
	int n = path->num_data;

	for (int i = 0; i < n; i += v[i].header.length) {
		int next = i + v[i].header.length;

		switch (v[i].header.type) {
		case CAIRO_PATH_MOVE_TO:
			if (next < n &&
			    v[next].header.type != CAIRO_PATH_MOVE_TO)
				put_points(p, &v[i], 1, "m\n");
			break;
		case CAIRO_PATH_LINE_TO:
			put_points(p, &v[i], 1, "l\n");
			break;
		case CAIRO_PATH_CURVE_TO:
			put_points(p, &v[i], 3, "c\n");
			break;
		case CAIRO_PATH_CLOSE_PATH:
			buf_puts(&p->out, "h\n");
			break;
		}
	}
	buf_puts(&p->out, op);
	cairo_path_destroy(path);
	cairo_new_path(p->cr);
}

/* A component of a colour, 0 to 1. */
static double
component(uint32_t colour, int shift)
{
	return (colour >> shift & 255) / 255.0;
}

static void
put_colour(struct paint *p, uint32_t colour, int64_t *now, const char *op)
{
	if (*now == colour)
		return;
	*now = colour;
	for (int shift = 16; shift >= 0; shift -= 8) {
		buf_thousandths(
		    &p->out, llround(component(colour, shift) * 1000));
		buf_putc(&p->out, ' ');
	}
	buf_puts(&p->out, op);
}

static void
put_pen(struct paint *p, const struct pen *pen)
{
	bool known = p->pen.width > 0;

	put_colour(p, pen->colour, &p->stroke, "RG\n");
	if (p->pen.width != pen->width) {
		put_number(p, pen->width / 1000.0);
		buf_puts(&p->out, "w\n");
	}
	if (!known || p->pen.round != pen->round)
		buf_puts(&p->out, pen->round ? "1 J 1 j\n" : "0 J 0 j\n");
	if (!known || memcmp(p->pen.dash, pen->dash, sizeof pen->dash) != 0) {
		buf_putc(&p->out, '[');
		for (int i = 0; i < 4 && pen->dash[i] > 0; i++)
			put_number(p, pen->dash[i] / 1000.0);
		buf_puts(&p->out, "]0 d\n");
	}
	p->pen = *pen;
}

/* --- a surface --- */

static void
set_colour(struct paint *p, uint32_t colour)
{
	cairo_set_source_rgb(p->cr, component(colour, 16), component(colour, 8),
	    component(colour, 0));
}

static void
stroke_surface(struct paint *p, const struct pen *pen)
{
	double dash[4];
	int n = 0;

	for (; n < 4 && pen->dash[n] > 0; n++)
		dash[n] = pen->dash[n] / 1000.0;
	set_colour(p, pen->colour);
	cairo_set_line_width(p->cr, pen->width / 1000.0);
	cairo_set_dash(p->cr, dash, n, 0);
	cairo_set_line_cap(
	    p->cr, pen->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
	cairo_set_line_join(
	    p->cr, pen->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
	cairo_stroke(p->cr);
}

static void
shape_surface(struct paint *p, uint32_t colour, const struct pen *pen)
{
	set_colour(p, colour);
	cairo_set_fill_rule(p->cr, CAIRO_FILL_RULE_EVEN_ODD);
	cairo_fill_preserve(p->cr);
	cairo_set_fill_rule(p->cr, CAIRO_FILL_RULE_WINDING);
	if (pen)
		stroke_surface(p, pen);
	cairo_new_path(p->cr);
}

/* --- either --- */

void
paint_stroke(struct paint *p, const struct pen *pen)
{
	if (p->pdf) {
		put_pen(p, pen);
		put_path(p, "S\n");
	} else {
		stroke_surface(p, pen);
	}
}

void
paint_fill(struct paint *p, uint32_t colour)
{
	if (p->pdf) {
		put_colour(p, colour, &p->fill, "rg\n");
		put_path(p, "f\n");
	} else {
		set_colour(p, colour);
		cairo_fill(p->cr);
	}
}

void
paint_shape(struct paint *p, uint32_t colour, const struct pen *pen)
{
	if (!p->pdf) {
		shape_surface(p, colour, pen);
		return;
	}
	put_colour(p, colour, &p->fill, "rg\n");
	if (pen)
		put_pen(p, pen);
	put_path(p, pen ? "B*\n" : "f*\n");
}

void
paint_clip(struct paint *p)
{
	if (p->pdf) {
		buf_puts(&p->out, "q\n");
		put_path(p, "W* n\n");
		return;
	}
	cairo_save(p->cr);
	cairo_set_fill_rule(p->cr, CAIRO_FILL_RULE_EVEN_ODD);
	cairo_clip(p->cr);
	cairo_set_fill_rule(p->cr, CAIRO_FILL_RULE_WINDING);
}

void
paint_unclip(struct paint *p)
{
	if (!p->pdf) {
		cairo_restore(p->cr);
		return;
	}
	buf_puts(&p->out, "Q\n");
	forget(p);
}
