/* SPDX-License-Identifier: MIT */
/* app/libraries.h - the libraries that a report was made with */
#ifndef APP_LIBRARIES_H
#define APP_LIBRARIES_H

struct buf;

/* Append a JSON object: name and version of each library. */
void libraries_json(struct buf *);

#endif
