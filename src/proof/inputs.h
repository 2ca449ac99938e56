/* SPDX-License-Identifier: MIT */
/*
 * proof/inputs.h - the data that printed values come from
 *
 * What `sitan verify` needs to compute each number again: the observations,
 * and the rows of other files that expressions name or that these refer to.
 * Restricted rows never go in.
 */
#ifndef PROOF_INPUTS_H
#define PROOF_INPUTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct inputs;
struct obs;
struct printed;
struct record;
struct view;

struct inputs *inputs_new(struct arena *, const struct view *);

/* Take what a value depends on; false: something of it is restricted, and
 * nothing was taken. */
bool inputs_add(struct inputs *, const struct printed *);

/* Texts as files of a workspace: "data.csv" (DATA 1.1 with a column
 * `subject`) and one for each record file used. */
struct input_file {
	const char *name;
	struct str text;
};
size_t inputs_files(struct inputs *, struct input_file **);

/*
 * The observations that a value rests on, as 16 hexadecimal digits: a rank may
 * stay the same though a value behind it was changed.  "" when it rests on none
 * or is just what one of them says.
 */
void inputs_digest(struct arena *, const struct printed *, char out[17]);

/* Paths of the files that the rows were read from, sorted; each once. */
size_t inputs_origins(struct inputs *, const char *const **);

#endif
