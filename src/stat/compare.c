/* SPDX-License-Identifier: MIT */
/* stat/compare.c - may two observations be compared? */
#include "stat/compare.h"

#include <math.h>
#include <string.h>

#include "data/store.h"
#include "stat/disclose.h"

static bool
has_break(int from, int to, const struct obs *const *series, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (series[i]->status == OBS_BREAK &&
		    series[i]->period.to.year > from &&
		    series[i]->period.to.year <= to)
			return true;
	return false;
}

static bool
is_modelled(const struct obs *o)
{
	return o->status == OBS_MODELLED || o->status == OBS_IMPUTED ||
	       o->status == OBS_ESTIMATED;
}

static bool
same_publisher(const struct obs *a, const struct obs *b)
{
	return a->source == b->source ||
	       strcmp(record_text(a->source, "author"),
		   record_text(b->source, "author")) == 0;
}

bool
compare_overlap(const struct obs *a, const struct obs *b)
{
	return !isnan(a->low) && !isnan(a->high) && !isnan(b->low) &&
	       !isnan(b->high) && a->low <= b->high && b->low <= a->high;
}

unsigned
compare_cautions(const struct obs *a, const struct obs *b,
    const struct obs *const *series, size_t n)
{
	int from = a->period.to.year, to = b->period.to.year;
	unsigned c = 0;

	if (a == b)
		return 0;
	if (has_break(from < to ? from : to, from < to ? to : from, series, n))
		c |= CAUTION_BREAK;
	if ((a->status == OBS_DEFINITION) != (b->status == OBS_DEFINITION))
		c |= CAUTION_DEFINITION;
	if (is_modelled(a) != is_modelled(b))
		c |= CAUTION_MODELLED;
	if (!same_publisher(a, b))
		c |= CAUTION_SOURCE;
	if (disclose_obs(a) != DISCLOSE_SHOW ||
	    disclose_obs(b) != DISCLOSE_SHOW)
		c |= CAUTION_BASE;
	if (compare_overlap(a, b))
		c |= CAUTION_OVERLAP;
	return c;
}

bool
compare_ranks(const struct obs *o)
{
	return disclose_obs(o) == DISCLOSE_SHOW && o->status != OBS_DEFINITION;
}

size_t
compare_stretch(const struct obs *const *series, size_t n)
{
	size_t i = n;

	while (i > 1 && series[i - 1]->status != OBS_BREAK &&
	       (series[i - 2]->status == OBS_DEFINITION) ==
		   (series[n - 1]->status == OBS_DEFINITION))
		i--;
	return i > 0 ? i - 1 : 0;
}
