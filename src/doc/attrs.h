/* SPDX-License-Identifier: MIT */
/* doc/attrs.h - attributes in braces: {#id .class key="value" @target} */
#ifndef DOC_ATTRS_H
#define DOC_ATTRS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct doc;
struct node;

/* One key and value; `at` is the offset of the value in the text parsed. */
struct attrs_pair {
	const char *name;
	struct str value; /* without quotes and escapes; marks still inside */
	size_t at;
};

struct attrs {
	const char *id;      /* NULL: none */
	const char *target;  /* of "@id", NULL: none */
	const char *classes; /* blank-separated, "" if none */
	struct attrs_pair *pairs;
	size_t n;
};

/*
 * Index behind the brace that closes the one at `from`, or 0 if the braces
 * hold no attributes.  Quotes are respected; a line end ends the search.
 */
size_t attrs_end(struct str s, size_t from);

/*
 * Parse what stands between the braces.  False when it is no list of
 * attributes; a lone word counts as a class when `words` is set.
 */
bool attrs_parse(struct arena *, struct str s, bool words, struct attrs *out);

/* The pair of a name, or NULL. */
const struct attrs_pair *attrs_find(const struct attrs *, const char *name);

/* Id, classes, lang and pairs onto a node; number marks are left out. */
void attrs_apply(struct doc *, struct node *, const struct attrs *);

/* A copy of the text without number marks. */
char *attrs_plain(struct arena *, struct str s);

#endif
