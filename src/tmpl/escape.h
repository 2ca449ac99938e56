/* SPDX-License-Identifier: MIT */
/* tmpl/escape.h - text made safe for the place where it is printed */
#ifndef TMPL_ESCAPE_H
#define TMPL_ESCAPE_H

#include <stdbool.h>

#include "base/str.h"

/* Where in the Markdown a printed value stands. */
enum spot {
	SPOT_PROSE,
	SPOT_CELL,      /* of a pipe table */
	SPOT_ATTRIBUTE, /* {name=…}, not in quotes: quoted as a whole */
	SPOT_QUOTED,    /* inside the quotes of an attribute */
	SPOT_ID,        /* in {#id}, (#id), @id: the key as it is */
	SPOT_LINK,      /* target of a link: percent-encoded */
	SPOT_CODE,      /* no escaping */
};

/* Append the text; line ends become blanks except in code.  `start`: the text
 * begins a line, where "-", "#" and the like mean blocks. */
void escape_text(struct buf *out, struct str text, enum spot, bool start);

/* Append markup that is already Markdown (notes, status marks). */
void escape_markup(struct buf *out, struct str markup, enum spot);

/* Append text for the inside of a double-quoted YAML scalar. */
void escape_yaml(struct buf *out, struct str text);

/* Where the text holds a code point that marks printed values; its length if
 * nowhere. */
size_t escape_forbidden(struct str text);

#endif
