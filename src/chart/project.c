/* SPDX-License-Identifier: MIT */
/*
 * chart/project.c - Lambert's azimuthal equal-area projection of the sphere
 *
 * J. P. Snyder, "Map Projections: A Working Manual", US Geological Survey
 * Professional Paper 1395 (1987), equations 22-4, 22-5 and 24-2.  Areas keep
 * their proportion, as a map whose shades are read as quantities must.
 */
#include "chart/project.h"

#include <math.h>

#define RADIANS  (M_PI / 180)
#define EARTH_KM 6371.0
#define FAR_AWAY (double)PT(50000)

void
extent_add(struct extent *e, struct plane p)
{
	if (!e->any)
		*e = (struct extent){p.x, p.x, p.y, p.y, true};
	e->left = fmin(e->left, p.x);
	e->right = fmax(e->right, p.x);
	e->bottom = fmin(e->bottom, p.y);
	e->top = fmax(e->top, p.y);
}

double
extent_aspect(const struct extent *e)
{
	double w = e->right - e->left, h = e->top - e->bottom;

	return w > 0 && h > 0 ? w / h : 1;
}

void
project_centre(struct projection *p, struct lonlat at)
{
	p->lon = at.lon * RADIANS;
	p->sin_lat = sin(at.lat * RADIANS);
	p->cos_lat = cos(at.lat * RADIANS);
}

struct plane
project_plane(const struct projection *p, struct lonlat at)
{
	double lat = at.lat * RADIANS, d = at.lon * RADIANS - p->lon;
	double away =
	    1 + p->sin_lat * sin(lat) + p->cos_lat * cos(lat) * cos(d);
	/* the point opposite the centre is a circle; no map shows it */
	double k = sqrt(2 / fmax(away, 1e-9));

	return (struct plane){k * cos(lat) * sin(d),
	    k * (p->cos_lat * sin(lat) - p->sin_lat * cos(lat) * cos(d))};
}

void
project_fit(struct projection *p, const struct extent *e, mpt left, mpt top,
    mpt width, mpt height, mpt margin)
{
	double w = fmax(e->right - e->left, 1e-6);
	double h = fmax(e->top - e->bottom, 1e-6);

	p->scale =
	    fmin((width - 2.0 * margin) / w, (height - 2.0 * margin) / h);
	p->middle =
	    (struct plane){(e->left + e->right) / 2, (e->bottom + e->top) / 2};
	p->centre = (struct xy){left + width / 2, top + height / 2};
}

/* A length on the plot; what lies farther off than any frame lies as far. */
static mpt
on_plot(double v)
{
	return (mpt)lround(fmin(fmax(v, -FAR_AWAY), FAR_AWAY));
}

struct xy
project(const struct projection *p, struct lonlat at)
{
	struct plane q = project_plane(p, at);

	return (struct xy){
	    p->centre.x + on_plot((q.x - p->middle.x) * p->scale),
	    p->centre.y - on_plot((q.y - p->middle.y) * p->scale)};
}

double
project_km(const struct projection *p, mpt length)
{
	return p->scale > 0 ? length / p->scale * EARTH_KM : 0;
}
