/* SPDX-License-Identifier: MIT */
/*
 * data/revision.h - what an earlier edition printed in an observation's place
 *
 * Publishers revise whole series with each release, so an edition says of each
 * value whether it is new, revised, from elsewhere or as it was (the rule is
 * that of docs/templates.md, "Editions").
 */
#ifndef DATA_REVISION_H
#define DATA_REVISION_H

struct obs;
struct view;

enum revision {
	REVISION_UNCHANGED, /* in the decimals of the indicator */
	REVISION_NEW,     /* the earlier edition has no value for the period */
	REVISION_REVISED, /* another value from a release of the same work */
	REVISION_SOURCE,  /* from another work */
	REVISIONS
};

/* "unchanged", "new", "revised", "other_source": states and locale keys. */
const char *revision_name(enum revision);

/*
 * Compare `o` with what the earlier view has for the same key: the observation
 * of the same period, else its newest, which is then REVISION_NEW.  *was is
 * that observation, or NULL when the earlier view has none.
 */
enum revision revision_of(
    const struct view *earlier, const struct obs *o, const struct obs **was);

#endif
