/* SPDX-License-Identifier: MIT */
/* data/revision.c - one observation between two editions */
#include "data/revision.h"

#include <math.h>
#include <string.h>

#include "base/num.h"
#include "base/str.h"
#include "data/period.h"
#include "data/store.h"

const char *
revision_name(enum revision r)
{
	static const char *const names[REVISIONS] = {
	    "unchanged", "new", "revised", "other_source"};

	return names[r];
}

/* Releases of one work share author and title and differ in the year. */
static bool
same_work(const struct record *a, const struct record *b)
{
	return a == b ||
	       (streq(record_text(a, "author"), record_text(b, "author")) &&
		   streq(record_text(a, "title"), record_text(b, "title")));
}

static bool
same_period(const struct obs *a, const struct obs *b)
{
	return period_compare(a->period, b->period) == 0;
}

/* As the indicator prints it: a publisher that restates a value in its last
 * hidden digits leaves the reader nothing to see. */
static double
in_print(const struct obs *o, double v)
{
	return isfinite(v) ? num_round(v, o->indicator->decimals) : v;
}

static bool
print_alike(const struct obs *a, const struct obs *b)
{
	struct obs x = *a, y = *b;

	x.value = in_print(a, a->value), y.value = in_print(b, b->value);
	x.low = in_print(a, a->low), y.low = in_print(b, b->low);
	x.high = in_print(a, a->high), y.high = in_print(b, b->high);
	return obs_agree(&x, &y);
}

enum revision
revision_of(
    const struct view *earlier, const struct obs *o, const struct obs **was)
{
	struct obs_key key = {
	    o->area, o->indicator, o->place, o->sex, o->age, o->group};
	enum absence why;
	const struct obs *p = view_at(earlier, &key, o->period, &why);

	if (!p || !same_period(p, o))
		p = view_newest(earlier, &key, &why);
	*was = p;
	if (!p || !same_period(p, o))
		return REVISION_NEW;
	if (!same_work(p->source, o->source))
		return REVISION_SOURCE;
	return print_alike(p, o) ? REVISION_UNCHANGED : REVISION_REVISED;
}
