/* SPDX-License-Identifier: MIT */
/* app/json.h - JSON texts (RFC 8259) */
#ifndef APP_JSON_H
#define APP_JSON_H

struct buf;

/* Append a string with its quotes. */
void json_text(struct buf *, const char *);

/* Append `"key": "text"`, and before it what `glue` says. */
void json_member(
    struct buf *, const char *glue, const char *key, const char *text);

#endif
