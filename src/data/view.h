/* SPDX-License-Identifier: MIT */
/* data/view.h - what the files of a view share */
#ifndef DATA_VIEW_H
#define DATA_VIEW_H

#include <stdbool.h>

#include "data/store.h"

/* Whether the edition may see a record: known by the cut-off, not restricted
 * in a public edition. */
bool view_shows(const struct view *, const struct record *);

/* Addresses of the visible records whose count must not be shown. */
struct map *view_hidden_counts(const struct view *, struct arena *);

/* Observations that follow each other in the store. */
struct slice {
	const struct obs *const *v;
	size_t n;
};

/* All observations of a key's area and indicator; with `whole`, of its place,
 * sex, age and group too. */
struct slice view_slice(
    const struct view *, const struct obs_key *, bool whole);

/* The best visible one of [from, to), which have one key and period; or
 * NULL. */
const struct obs *view_best(const struct view *, const struct slice *,
    size_t from, size_t to, bool forecasts);

/*
 * Whether a count must not be shown: it is small, or one of the counts by
 * sex, age, group or place that add up to a visible total, of which another is
 * small (data/guard.h).
 */
bool view_guards(const struct view *, const struct obs *);

#endif
