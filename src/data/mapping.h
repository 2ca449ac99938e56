/* SPDX-License-Identifier: MIT */
/*
 * data/mapping.h - publishers' codes as indicators and areas of a workspace
 *
 * `codes` in indicators.csv and areas.csv is a list with ";" between, such as
 *
 *	wb=SP.M18.2024.FE.ZS;unicef=PT_F_20-24_MRD_U18;as=F,20-24
 *	wb=SL.TLF.0714.ZS;wb:F=SL.TLF.0714.FE.ZS;as=7-14
 *	ilo=UNE_DEAP_SEX_AGE_RT;base=15+
 *
 * SYSTEM=CODE names a series; SYSTEM:WORDS=CODE says which sex, age or group
 * that series alone is about.  as= says which sex, age or group a row has
 * that gives none; base= which ones are the indicator's own and stay empty.
 */
#ifndef DATA_MAPPING_H
#define DATA_MAPPING_H

#include <stddef.h>

#include "base/str.h"
#include "data/crosswalk.h"

struct arena;
struct area;
struct indicator;
struct mapping;
struct store;

/* An indicator with what a code says beside; "" when nothing. */
struct target {
	const struct indicator *indicator;
	const char *sex, *age, *group; /* of rows that give none */
	const char *base_sex, *base_age, *base_group;
	struct target *next; /* the code stands at several indicators */
};

struct mapping *mapping_new(struct arena *, const struct store *);

/* `systems` are prefixes with blanks between.  NULL if none has the code. */
const struct target *mapping_indicator(
    const struct mapping *, const char *systems, struct str code);

/* An indicator named by its own id. */
const struct target *mapping_plain(struct arena *, const struct indicator *);

/* Sex, age and group of a row for the target: the indicator's own word is
 * dropped, a missing one filled in.  Of a group each part by itself. */
const char *target_sex(const struct target *, const char *sex);
const char *target_age(const struct target *, const char *age);
const char *target_group(
    struct arena *, const struct target *, const char *group);

/*
 * The area of the workspace that a code or name stands for: by the codes of
 * areas.csv, by M49, else as a country of the world.  NULL if areas.csv does
 * not have it; then *nation tells the country, NULL for aggregates.
 */
const struct area *mapping_area(const struct mapping *, const char *systems,
    enum code_kind, struct str code, const struct nation **nation);

/* The narrowest region of areas.csv, by its M49, that a country lies in, or
 * NULL. */
const struct area *mapping_region(
    const struct mapping *, const struct nation *);

const struct crosswalk *mapping_crosswalk(const struct mapping *);

#endif
