/* SPDX-License-Identifier: MIT */
/*
 * text/font.h - font files, their metrics, fallback and outlines
 *
 * Lengths on pages are int32_t millipoints (1/1000 pt); font units are scaled
 * in one function, font_scale.
 */
#ifndef TEXT_FONT_H
#define TEXT_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct font_set;
struct sink;

typedef int32_t mpt; /* millipoints; y grows downwards */

#define PT(x) ((mpt)((x)*1000.0 + ((x) < 0 ? -0.5 : 0.5)))

enum font_weight { WEIGHT_LIGHT, WEIGHT_REGULAR, WEIGHT_BOLD, WEIGHT_HEAVY };

/* One face of one file, opened once for a program run and shared. */
struct font {
	const char *family; /* "Charis SIL" */
	enum font_weight weight;
	bool italic;
	const char *path; /* of the file */
	const char *postscript_name;
	uint16_t index; /* in the set, from 0 */
	uint16_t upem;
	int16_t ascent, descent; /* font units, y up, descent negative */
	int16_t cap_height, x_height;
	int16_t bbox[4];      /* xmin ymin xmax ymax, font units */
	int16_t italic_angle; /* degrees * 10 */
	bool fixed_pitch, serif;
	void *hb;      /* hb_font_t, for shape.c and font_file.c */
	void *hb_face; /* hb_face_t */
};

/* All fonts in use.  Opening the same face twice gives the same pointer. */
struct font_set *font_set_new(struct arena *);
void font_set_free(struct font_set *);

/* A folder that font_open looks into before the usual ones. */
void font_set_folder(struct font_set *, const char *folder);

/*
 * The face of a family; looked up by file name in the usual folders first, by
 * fontconfig only when that fails.  NULL after MISSING_FONT was reported.
 */
const struct font *font_open(struct font_set *, struct sink *,
    const char *family, enum font_weight, bool italic);

/* The same; the message names the place where the family is asked for. */
const struct font *font_open_from(struct font_set *, struct sink *,
    const char *family, enum font_weight, bool italic, struct place);

/* The same, looked up by file name only and without a message (fallback fonts,
 * which a report may do without); NULL when there is no such file.  A family
 * may be named by its only file ("gbsn00lp.ttf"), whatever the weight. */
const struct font *font_find(
    struct font_set *, const char *family, enum font_weight, bool italic);

/* Does the font have a glyph for the character? */
bool font_covers(const struct font *, uint32_t code);

size_t font_count(const struct font_set *);
const struct font *font_at(const struct font_set *, size_t index);

/* Font units at a size (millipoints), rounded to nearest with 64-bit
 * arithmetic; the only place where lengths are scaled. */
mpt font_scale(const struct font *, int32_t units, mpt size);

/* Receives an outline in font units, y up. */
struct outline_sink {
	void (*move)(void *ctx, float x, float y);
	void (*line)(void *ctx, float x, float y);
	void (*curve)(void *ctx, float x1, float y1, float x2, float y2,
	    float x, float y);
	void (*close)(void *ctx);
};
void font_outline(const struct font *, uint32_t glyph,
    const struct outline_sink *, void *ctx);

#endif
