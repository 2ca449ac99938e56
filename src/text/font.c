/* SPDX-License-Identifier: MIT */
/*
 * text/font.c - font files, their metrics, fallback and outlines
 *
 * Start-up counts: a report opens some thirty faces.  The file of a face has
 * a name made of family and style ("NotoSansKhmer-Bold.ttf") in one of few
 * folders; files are mapped, not read.  fontconfig, which would cost more than
 * all of them together, is started only for a face that is not found so.
 */
#include "text/font.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <hb.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/vec.h"

#define FONT_ROOT "/usr/share/fonts/truetype/"

static const char *const usual_folders[] = {
    FONT_ROOT "charis",
    FONT_ROOT "lato",
    FONT_ROOT "noto",
    FONT_ROOT "arphic-gbsn00lp",
};

/* Names of styles in file names, and fontconfig's weight. */
static const struct {
	const char *upright, *italic;
	int fontconfig;
} styles[] = {
    [WEIGHT_LIGHT] = {"Light", "LightItalic", FC_WEIGHT_LIGHT},
    [WEIGHT_REGULAR] = {"Regular", "Italic", FC_WEIGHT_REGULAR},
    [WEIGHT_BOLD] = {"Bold", "BoldItalic", FC_WEIGHT_BOLD},
    [WEIGHT_HEAVY] = {"Heavy", "HeavyItalic", FC_WEIGHT_HEAVY},
};

struct font_set {
	struct arena *arena;
	VEC(struct font *) fonts;
	VEC(const char *) folders;
	FcConfig *fontconfig; /* NULL until needed */
};

struct font_set *
font_set_new(struct arena *a)
{
	struct font_set *fs = ARENA_NEW(a, struct font_set);
	size_t i;

	fs->arena = a;
	for (i = 0; i < sizeof usual_folders / sizeof *usual_folders; i++)
		VEC_PUSH(a, &fs->folders, usual_folders[i]);
	return fs;
}

void
font_set_free(struct font_set *fs)
{
	size_t i;

	if (!fs)
		return;
	for (i = 0; i < fs->fonts.n; i++) {
		hb_font_destroy(fs->fonts.v[i]->hb);
		hb_face_destroy(fs->fonts.v[i]->hb_face);
	}
	fs->fonts.n = 0;
	if (fs->fontconfig)
		FcConfigDestroy(fs->fontconfig);
	fs->fontconfig = NULL;
}

void
font_set_folder(struct font_set *fs, const char *folder)
{
	size_t i;

	VEC_PUSH(fs->arena, &fs->folders, NULL);
	for (i = fs->folders.n - 1; i > 0; i--)
		fs->folders.v[i] = fs->folders.v[i - 1];
	fs->folders.v[0] = arena_strdup(fs->arena, folder);
}

/* Is a family named by its only file? */
static bool
is_file_name(const char *family)
{
	size_t n = strlen(family);

	return n > 4 && strcmp(family + n - 4, ".ttf") == 0;
}

/* "Noto Sans Khmer", bold: the path of NotoSansKhmer-Bold.ttf, or NULL. */
static const char *
path_by_name(struct font_set *fs, const char *family, enum font_weight weight,
    bool italic)
{
	char path[512], name[128];
	size_t i, n = 0;

	for (i = 0; family[i] && n + 24 < sizeof name; i++)
		if (family[i] != ' ')
			name[n++] = family[i];
	name[n] = '\0';
	if (!is_file_name(family))
		snprintf(name + n, sizeof name - n, "-%s.ttf",
		    italic ? styles[weight].italic : styles[weight].upright);
	for (i = 0; i < fs->folders.n; i++) {
		int len = snprintf(
		    path, sizeof path, "%s/%s", fs->folders.v[i], name);

		if (len > 0 && (size_t)len < sizeof path && file_exists(path))
			return arena_strdup(fs->arena, path);
	}
	return NULL;
}

/* Is a match of fontconfig the face that was asked for, not a substitute? */
static bool
is_wanted(const FcPattern *match, const char *family, enum font_weight weight,
    bool italic)
{
	FcChar8 *s;
	double w = 0;
	int slant = FC_SLANT_ROMAN, i;

	FcPatternGetDouble(match, FC_WEIGHT, 0, &w);
	FcPatternGetInteger(match, FC_SLANT, 0, &slant);
	if ((int)w != styles[weight].fontconfig ||
	    (slant != FC_SLANT_ROMAN) != italic)
		return false;
	for (i = 0; !FcPatternGetString(match, FC_FAMILY, i, &s); i++)
		if (strcasecmp((const char *)s, family) == 0)
			return true;
	return false;
}

static const char *
path_by_fontconfig(struct font_set *fs, const char *family,
    enum font_weight weight, bool italic)
{
	FcPattern *want, *match;
	FcResult result;
	FcChar8 *file;
	const char *path = NULL;

	if (!fs->fontconfig)
		fs->fontconfig = FcInitLoadConfigAndFonts();
	want = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT,
	    FcTypeInteger, styles[weight].fontconfig, FC_SLANT, FcTypeInteger,
	    italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN, (char *)NULL);
	FcConfigSubstitute(fs->fontconfig, want, FcMatchPattern);
	FcDefaultSubstitute(want);
	match = FcFontMatch(fs->fontconfig, want, &result);
	if (match && is_wanted(match, family, weight, italic) &&
	    FcPatternGetString(match, FC_FILE, 0, &file) == FcResultMatch)
		path = arena_strdup(fs->arena, (const char *)file);
	if (match)
		FcPatternDestroy(match);
	FcPatternDestroy(want);
	return path;
}

/* A metric in font units, 0 when the font has none. */
static int
metric(hb_font_t *font, hb_ot_metrics_tag_t tag)
{
	hb_position_t v = 0;

	return hb_ot_metrics_get_position(font, tag, &v) ? v : 0;
}

/* Big-endian 16 bits of a table, 0 when it is too short. */
static int
table_int16(hb_face_t *face, const char *tag, unsigned offset)
{
	hb_blob_t *blob =
	    hb_face_reference_table(face, hb_tag_from_string(tag, 4));
	unsigned n;
	const unsigned char *p =
	    (const unsigned char *)hb_blob_get_data(blob, &n);
	int v = offset + 2 <= n
		    ? (int16_t)((unsigned)p[offset] << 8 | p[offset + 1])
		    : 0;

	hb_blob_destroy(blob);
	return v;
}

static void
read_metrics(struct font *f, struct arena *a)
{
	char name[128] = "";
	unsigned n = sizeof name;
	int i;

	hb_ot_name_get_utf8(f->hb_face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
	    HB_LANGUAGE_INVALID, &n, name);
	f->postscript_name = arena_strdup(a, name);
	f->ascent =
	    (int16_t)metric(f->hb, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
	f->descent =
	    (int16_t)metric(f->hb, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
	f->cap_height = (int16_t)metric(f->hb, HB_OT_METRICS_TAG_CAP_HEIGHT);
	f->x_height = (int16_t)metric(f->hb, HB_OT_METRICS_TAG_X_HEIGHT);
	for (i = 0; i < 4; i++) /* head: xMin yMin xMax yMax */
		f->bbox[i] = (int16_t)table_int16(
		    f->hb_face, "head", 36 + 2 * (unsigned)i);
	/* post: italicAngle is 16.16 */
	f->italic_angle =
	    (int16_t)(table_int16(f->hb_face, "post", 4) * 10 +
		      table_int16(f->hb_face, "post", 6) * 10 / 65536);
	f->fixed_pitch = table_int16(f->hb_face, "post", 14) != 0;
	/* by name: PANOSE is empty in many fonts */
	f->serif = strstr(f->family, "Serif") || strstr(f->family, "Charis") ||
		   strstr(f->family, "Naskh");
}

static const struct font *
open_file(struct font_set *fs, const char *path, const char *family,
    enum font_weight weight, bool italic)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
	struct font *f;

	if (!blob)
		return NULL;
	f = ARENA_NEW(fs->arena, struct font);
	f->family = arena_strdup(fs->arena, family);
	f->weight = weight;
	f->italic = italic;
	f->path = path;
	f->index = (uint16_t)fs->fonts.n;
	f->hb_face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	f->upem = (uint16_t)hb_face_get_upem(f->hb_face);
	f->hb = hb_font_create(f->hb_face);
	hb_font_set_scale(f->hb, f->upem, f->upem);
	hb_font_make_immutable(f->hb);
	read_metrics(f, fs->arena);
	VEC_PUSH(fs->arena, &fs->fonts, f);
	return f;
}

static const struct font *
find_open(const struct font_set *fs, const char *family,
    enum font_weight weight, bool italic)
{
	size_t i;

	for (i = 0; i < fs->fonts.n; i++) {
		const struct font *f = fs->fonts.v[i];

		if (f->weight == weight && f->italic == italic &&
		    strcmp(f->family, family) == 0)
			return f;
	}
	return NULL;
}

const struct font *
font_find(struct font_set *fs, const char *family, enum font_weight weight,
    bool italic)
{
	const struct font *f;
	const char *path;

	if (is_file_name(family)) {
		weight = WEIGHT_REGULAR;
		italic = false;
	}
	f = find_open(fs, family, weight, italic);
	if (f)
		return f;
	path = path_by_name(fs, family, weight, italic);
	return path ? open_file(fs, path, family, weight, italic) : NULL;
}

const struct font *
font_open(struct font_set *fs, struct sink *sink, const char *family,
    enum font_weight weight, bool italic)
{
	return font_open_from(
	    fs, sink, family, weight, italic, (struct place){0});
}

const struct font *
font_open_from(struct font_set *fs, struct sink *sink, const char *family,
    enum font_weight weight, bool italic, struct place at)
{
	const struct font *f = font_find(fs, family, weight, italic);
	const char *path;

	if (!f) {
		path = path_by_fontconfig(fs, family, weight, italic);
		if (path)
			f = open_file(fs, path, family, weight, italic);
	}
	if (!f)
		diag(sink, DIAG_MISSING_FONT, at, family,
		    italic ? styles[weight].italic : styles[weight].upright);
	return f;
}

bool
font_covers(const struct font *f, uint32_t code)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(f->hb, code, &glyph);
}

size_t
font_count(const struct font_set *fs)
{
	return fs->fonts.n;
}

const struct font *
font_at(const struct font_set *fs, size_t index)
{
	return fs->fonts.v[index];
}

mpt
font_scale(const struct font *f, int32_t units, mpt size)
{
	int64_t v = (int64_t)units * size, half = f->upem / 2;

	return (mpt)((v < 0 ? v - half : v + half) / f->upem);
}

/* What HarfBuzz's callbacks get. */
struct outline {
	const struct outline_sink *sink;
	void *ctx;
};

static void
draw_move(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x,
    float y, void *user)
{
	struct outline *o = data;

	(void)funcs, (void)state, (void)user;
	o->sink->move(o->ctx, x, y);
}

static void
draw_line(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x,
    float y, void *user)
{
	struct outline *o = data;

	(void)funcs, (void)state, (void)user;
	o->sink->line(o->ctx, x, y);
}

static void
draw_curve(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1,
    float y1, float x2, float y2, float x, float y, void *user)
{
	struct outline *o = data;

	(void)funcs, (void)state, (void)user;
	o->sink->curve(o->ctx, x1, y1, x2, y2, x, y);
}

static void
draw_close(
    hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
	struct outline *o = data;

	(void)funcs, (void)state, (void)user;
	o->sink->close(o->ctx);
}

void
font_outline(const struct font *f, uint32_t glyph,
    const struct outline_sink *sink, void *ctx)
{
	struct outline o = {sink, ctx};
	hb_draw_funcs_t *funcs = hb_draw_funcs_create();

	/* quadratic curves come as cubic ones when not asked for */
	hb_draw_funcs_set_move_to_func(funcs, draw_move, NULL, NULL);
	hb_draw_funcs_set_line_to_func(funcs, draw_line, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(funcs, draw_curve, NULL, NULL);
	hb_draw_funcs_set_close_path_func(funcs, draw_close, NULL, NULL);
	hb_font_get_glyph_shape(f->hb, glyph, funcs, &o);
	hb_draw_funcs_destroy(funcs);
}
