/* SPDX-License-Identifier: MIT */
/* base/conf.h - YAML as a read-only tree with places, read with defaults */
#ifndef BASE_CONF_H
#define BASE_CONF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;

enum conf_kind {
	CONF_NULL,   /* nothing, ~ or null */
	CONF_SCALAR, /* text; quoted tells "12" from 12 */
	CONF_LIST,
	CONF_MAP,
};

/* One node.  Lists have kids; maps have keys[i] with kids[i] in file order. */
struct conf {
	enum conf_kind kind;
	struct place at;
	const char *text; /* of a scalar, NUL-terminated; else "" */
	bool quoted;
	size_t n;
	struct conf **kids;
	const char **keys;
};

/*
 * Parse one YAML document.  NULL after YAML_SYNTAX was reported; an empty text
 * gives a CONF_NULL node.  All memory is the arena's.
 */
struct conf *conf_parse(
    struct arena *, struct sink *, const struct origin *, struct str text);

/* conf_parse of a file. */
struct conf *conf_read(struct arena *, struct sink *, const char *path);

/* A map with the keys of both: maps under one key are joined in turn, of other
 * values that of `own` counts.  Either may be NULL; nodes are shared. */
const struct conf *conf_over(
    struct arena *, const struct conf *own, const struct conf *base);

/* The value of a key, or NULL; NULL and non-maps have no keys. */
const struct conf *conf_find(const struct conf *, const char *key);

/*
 * Typed access: the fallback when the key is missing or null; a value of the
 * wrong kind is reported as CONF_KIND and answered with the fallback.
 */
const char *conf_str(
    const struct conf *, struct sink *, const char *key, const char *fallback);
double conf_num(
    const struct conf *, struct sink *, const char *key, double fallback);
long conf_int(
    const struct conf *, struct sink *, const char *key, long fallback);
bool conf_bool(
    const struct conf *, struct sink *, const char *key, bool fallback);
/* Index of the value among the NULL-ended names; CONF_CHOICE if none. */
int conf_choice(const struct conf *, struct sink *, const char *key,
    const char *const *names, const char *what, int fallback);
/* The list of a key, or NULL; a lone scalar counts as CONF_KIND error. */
const struct conf *conf_list(
    const struct conf *, struct sink *, const char *key);

/* Report each key of a map that is not in the NULL-ended list. */
void conf_known(const struct conf *, struct sink *, const char *const *keys);

#endif
