/* SPDX-License-Identifier: MIT */
/* app/works.h - the works cited, for reference managers */
#ifndef APP_WORKS_H
#define APP_WORKS_H

#include "base/str.h"

struct arena;
struct doc;

/* The works that the document cites as CSL JSON. */
struct str works_json(struct arena *, const struct doc *);

#endif
