/* SPDX-License-Identifier: MIT */
/* data/sdmx_code.h - code lists of SDMX and its relatives in our words */
#ifndef DATA_SDMX_CODE_H
#define DATA_SDMX_CODE_H

#include <stdbool.h>

#include "base/str.h"
#include "data/store.h"

/* What CL_OBS_STATUS says of a value. */
struct sdmx_status {
	const char *code;
	enum obs_status status;
	enum comparator comparator;
	const char *note; /* what the status leaves out, or NULL */
};

/* NULL for a code that no list has. */
const struct sdmx_status *sdmx_status(struct str code);

/* CL_CONF_STATUS: free, or not for the public. */
bool sdmx_is_free(struct str code);

/* Codes that stand for the whole: "_T", "_Z", "TOTAL", "BOTHSEX". */
bool sdmx_is_total(struct str code);

/* "F" or "M", "" for both, NULL for what is neither. */
const char *sdmx_sex(struct str code);

/*
 * An age such as Y0T17, Y_GE15, Y15-24, YGE15, <5Y, 15-24, 15+, ALLAGE,
 * AGE_YTHADULT_Y15-24 as 0-17, 15+, <5; "" for all ages.  False for what
 * data/ has no word for, such as months.
 */
bool sdmx_age(struct str code, char out[16]);

#endif
