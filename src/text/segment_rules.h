/* SPDX-License-Identifier: MIT */
/* text/segment_rules.h - the report's own rules about breaks */
#ifndef TEXT_SEGMENT_RULES_H
#define TEXT_SEGMENT_RULES_H

#include <stdint.h>

#include "base/str.h"

/* Take away or change breaks that UAX #14 allows: kinds as segment_breaks
 * returns them. */
void segment_rules(struct str text, uint8_t *kinds);

#endif
