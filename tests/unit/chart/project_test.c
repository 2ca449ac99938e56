/* SPDX-License-Identifier: MIT */
/* tests/unit/chart/project_test.c - the projection against Snyder's figures,
 * and that it keeps areas */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>

#include "chart/project.h"

/* Snyder (1987), p. 332: sphere of radius 3, centre 40 N 100 W; the point
 * 20 S 100 E is at x = -4.2339303, y = 4.0257775. */
static void
snyders_example(void **state)
{
	struct projection p = {0};
	struct plane q;

	(void)state;
	project_centre(&p, (struct lonlat){-100, 40});
	q = project_plane(&p, (struct lonlat){100, -20});
	assert_true(fabs(3 * q.x + 4.2339303) < 1e-6);
	assert_true(fabs(3 * q.y - 4.0257775) < 1e-6);
}

/* Area of the parallelogram that a small step east and north makes. */
static double
patch(const struct projection *p, double lon, double lat)
{
	double d = 1e-4;
	struct plane a = project_plane(p, (struct lonlat){lon, lat});
	struct plane e = project_plane(p, (struct lonlat){lon + d, lat});
	struct plane n = project_plane(p, (struct lonlat){lon, lat + d});

	return fabs((e.x - a.x) * (n.y - a.y) - (n.x - a.x) * (e.y - a.y)) /
	       cos(lat * M_PI / 180) / (d * d) * pow(180 / M_PI, 2);
}

static void
areas_keep_their_size(void **state)
{
	struct projection p = {0};

	(void)state;
	project_centre(&p, (struct lonlat){115, 8});
	assert_true(fabs(patch(&p, 115, 8) - 1) < 1e-3);
	assert_true(fabs(patch(&p, 95, 25) - 1) < 1e-3);
	assert_true(fabs(patch(&p, 141, -10) - 1) < 1e-3);
}

static void
the_extent_fits_the_frame(void **state)
{
	struct projection p = {0};
	struct extent e = {0};
	struct xy at;

	(void)state;
	project_centre(&p, (struct lonlat){105, 13});
	extent_add(&e, project_plane(&p, (struct lonlat){102, 10}));
	extent_add(&e, project_plane(&p, (struct lonlat){108, 15}));
	project_fit(&p, &e, 0, 0, PT(200), PT(100), PT(10));
	at = project(&p, (struct lonlat){102, 10});
	assert_true(at.x >= PT(10) && at.y <= PT(90) + 1);
	at = project(&p, (struct lonlat){108, 15});
	assert_true(at.x <= PT(190) && at.y >= PT(10) - 1);
	/* five degrees of latitude on 80 points */
	assert_true(fabs(project_km(&p, PT(80)) - 556) < 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(snyders_example),
	    cmocka_unit_test(areas_keep_their_size),
	    cmocka_unit_test(the_extent_fits_the_frame),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
