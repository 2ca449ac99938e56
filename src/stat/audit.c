/* SPDX-License-Identifier: MIT */
/* stat/audit.c - values that grew old */
#include "stat/audit.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "stat/audit_work.h"
#include "stat/region.h"

#define FRESH 2 /* years in which a source counts as new */

static bool
is_total(const struct obs *o)
{
	return !o->place[0] && !o->sex[0] && !o->age[0] && !o->group[0];
}

static int
compare_indicator(const void *pa, const void *pb)
{
	const struct obs *a = *(const struct obs *const *)pa;
	const struct obs *b = *(const struct obs *const *)pb;
	int x = a->period.to.year, y = b->period.to.year;

	if (a->indicator != b->indicator)
		return a->indicator->rank < b->indicator->rank ? -1 : 1;
	return (x > y) - (x < y);
}

/* Values older than AUDIT_STALE years, if most areas have newer ones and their
 * source is not fresh: a release of this year without a newer value says that
 * there is none. */
static void
check_ages(struct sink *sink, const struct obs *const *v, size_t n, int year)
{
	int limit = year - AUDIT_STALE, usual = v[n / 2]->period.to.year;
	size_t i;

	if (usual < limit)
		return;
	for (i = 0; i < n && v[i]->period.to.year < limit; i++)
		if (!v[i]->note[0] && v[i]->known.year < year - FRESH)
			diag(sink, DIAG_AUDIT_STALE, v[i]->at,
			    v[i]->indicator->id, v[i]->period.to.year,
			    v[i]->known.year, usual);
}

static void
audit_ages(const struct store *s, struct sink *sink, int year)
{
	const struct obs *const *all;
	size_t n = store_obs(s, &all), i, k = 0, from, to;
	const struct obs **v = xmalloc((n + 1) * sizeof *v);

	/* sorted by key and period: the last of a key is the newest */
	for (i = 0; i < n; i++) {
		const struct obs *o = all[i];

		if (o->indicator->type != IND_NUMBER || !is_total(o) ||
		    !region_accepts(o))
			continue;
		if (k > 0 && v[k - 1]->area == o->area &&
		    v[k - 1]->indicator == o->indicator)
			k--;
		v[k++] = o;
	}
	if (k > 1)
		qsort(v, k, sizeof *v, compare_indicator);
	for (from = 0; from < k; from = to) {
		for (to = from;
		     to < k && v[to]->indicator == v[from]->indicator; to++)
			;
		check_ages(
		    sink, (const struct obs *const *)v + from, to - from, year);
	}
	free(v);
}

void
audit_observations(const struct store *s, struct sink *sink, int year)
{
	audit_series(s, sink);
	audit_sums(s, sink);
	if (year)
		audit_ages(s, sink, year);
}
