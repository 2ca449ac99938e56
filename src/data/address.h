/* SPDX-License-Identifier: MIT */
/*
 * data/address.h - an observation or a record as an expression names it
 *
 * The language is that of templates (docs/templates.md); what is written is
 * evaluated again by `sitan verify`.
 */
#ifndef DATA_ADDRESS_H
#define DATA_ADDRESS_H

#include "base/str.h"

struct obs;
struct obs_key;
struct record;

/* Append a text as a string of the language, quotes and backslashes escaped. */
void address_text(const char *, struct buf *);
/* Append `child_marriage_by_18[2014, area: "KHM", sex: "F", source: "dhs"]`. */
void address_obs(const struct obs *, struct buf *);
/* Append `population[area: "KHM"]`: all observations of a key. */
void address_series(const struct obs_key *, struct buf *);
/* Append `ratifications["crc", area: "KHM"]`. */
void address_record(const struct record *, struct buf *);

#endif
