/* SPDX-License-Identifier: MIT */
/* text/hyph_load.h - a hyphenation dictionary from its file */
#ifndef TEXT_HYPH_LOAD_H
#define TEXT_HYPH_LOAD_H

#include <hyphen.h>

struct arena;

/* A dictionary of libhyphen, with what of it stands in the arena. */
struct hyph_file {
	HyphenDict *dict; /* NULL: not readable */
	HyphenState *own; /* states that libhyphen made where ours stand */
};

/* Load the patterns at `path`; hyph_unload frees all but the arena's. */
struct hyph_file hyph_load_file(struct arena *, const char *path);
void hyph_unload(struct hyph_file *);

#endif
