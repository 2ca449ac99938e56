/* SPDX-License-Identifier: MIT */
/* chart/theme.c - the house style's charts, and what a style file changes */
#include "chart/theme.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/colour.h"
#include "base/conf.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "chart/chart.h"
#include "chart/marked.h"
#include "text/bidi.h"

/* Names of the style file's `colours`, and the house values. */
struct colour_name {
	const char *key;
	size_t offset;
	uint32_t house;
};

/* bytes; longer texts are shortened with an ellipsis */
#define LONG_NAME 24

#define COLOUR(key, field, house)                                              \
	{                                                                      \
		key, offsetof(struct theme, field), house                      \
	}

static const struct colour_name colour_names[] = {
    COLOUR("ink", ink, 0x17232B),
    COLOUR("white", white, 0xFFFFFF),
    COLOUR("petrol900", petrol900, 0x0B3644),
    COLOUR("petrol700", petrol700, 0x0F5468),
    COLOUR("petrol500", petrol500, 0x2C7A90),
    COLOUR("petrol300", petrol300, 0x8FBAC6),
    COLOUR("petrol100", petrol100, 0xDCEAEE),
    COLOUR("petrol50", petrol50, 0xF0F6F8),
    COLOUR("country", country, 0xB83E16),
    COLOUR("country_light", country_light, 0xF2906A),
    COLOUR("grey700", grey700, 0x4E5A63),
    COLOUR("grey500", grey500, 0x7C878F),
    COLOUR("grey450", grey450, 0x8A949B),
    COLOUR("grey400", grey400, 0x98A2A9),
    COLOUR("grey300", grey300, 0xBFC7CC),
    COLOUR("grey200", grey200, 0xDDE2E5),
    COLOUR("sand50", sand50, 0xF6F3EC),
    COLOUR("cover_line", cover_line, 0x5F98AA),
};

static const uint32_t house_sequential[5] = {
    0xE6F1F4, 0xB5D3DC, 0x79AFBF, 0x2F7E94, 0x0B4153};
static const uint32_t house_categories[6] = {
    0x0B3644, 0xB83E16, 0x3A84D0, 0xBE8C14, 0x86348E, 0x71777B};

/* Measures of the style file's `charts`. */
struct measure_name {
	const char *key;
	size_t offset;
	double house; /* points */
};

#define MEASURE(key, field, house)                                             \
	{                                                                      \
		key, offsetof(struct theme, field), house                      \
	}

static const struct measure_name measure_names[] = {
    MEASURE("line_height", line_height, 195),
    MEASURE("line_height_column", line_height_column, 130),
    MEASURE("row", row, 16.5),
    MEASURE("bar", bar, 9),
    MEASURE("stack_row", stack_row, 18),
    MEASURE("lane_row", lane_row, 13.3),
    MEASURE("subject_width", subject_width, 2.25),
    MEASURE("other_width", other_width, 0.75),
    MEASURE("median_width", median_width, 1.25),
    MEASURE("grid_width", grid_width, 0.5),
    MEASURE("zero_width", zero_width, 0.75),
};

struct style_row {
	enum font_weight weight;
	double size;
	size_t colour;
	bool italic;
};

#define STYLE(weight, size, field)                                             \
	{                                                                      \
		weight, size, offsetof(struct theme, field), false             \
	}

static const struct style_row style_rows[TEXT_STYLES] = {
    [TEXT_AXIS] = STYLE(WEIGHT_REGULAR, 7.5, grey700),
    [TEXT_ROW] = STYLE(WEIGHT_REGULAR, 8, ink),
    [TEXT_ROW_MUTED] = STYLE(WEIGHT_REGULAR, 8, grey700),
    [TEXT_SUBJECT] = STYLE(WEIGHT_BOLD, 8.5, country),
    [TEXT_SUBJECT_SMALL] = STYLE(WEIGHT_BOLD, 8, country),
    [TEXT_MEDIAN] = STYLE(WEIGHT_BOLD, 7.5, petrol900),
    [TEXT_STRONG] = STYLE(WEIGHT_BOLD, 8, ink),
    [TEXT_KEY] = STYLE(WEIGHT_REGULAR, 7, grey700),
    [TEXT_KEY_SUBJECT] = STYLE(WEIGHT_BOLD, 7, country),
    [TEXT_LANE] = STYLE(WEIGHT_BOLD, 8, petrol700),
    [TEXT_INVERSE] = STYLE(WEIGHT_BOLD, 8, white),
    [TEXT_COVER_NUMBER] = STYLE(WEIGHT_BOLD, 15, white),
    [TEXT_COVER_AXIS] = STYLE(WEIGHT_REGULAR, 7.5, petrol300),
    [TEXT_TITLE] = STYLE(WEIGHT_BOLD, 11, petrol900),
    [TEXT_SUBTITLE] = STYLE(WEIGHT_REGULAR, 8, grey700),
    [TEXT_READING] = STYLE(WEIGHT_REGULAR, 8, ink),
    [TEXT_READING_LABEL] = STYLE(WEIGHT_BOLD, 8, petrol700),
    [TEXT_SOURCE] = STYLE(WEIGHT_REGULAR, 7, grey700),
    [TEXT_SOURCE_LABEL] = STYLE(WEIGHT_BOLD, 7, grey700),
    [TEXT_SOURCE_TITLE] = {WEIGHT_REGULAR, 7, offsetof(struct theme, grey700),
	true},
};

static void
read_colour(const struct conf *colours, struct sink *sink, const char *key,
    uint32_t *out)
{
	const struct conf *c = conf_find(colours, key);

	if (!c)
		return;
	if (c->kind != CONF_SCALAR || !colour_parse(c->text, out))
		diag(sink, DIAG_CONF_KIND, c->at, key,
		    "a colour such as \"#0B3644\"");
}

static void
read_ramp(const struct conf *colours, struct sink *sink, const char *key,
    uint32_t *out, size_t n)
{
	const struct conf *list = conf_find(colours, key);

	if (!list || list->kind != CONF_LIST)
		return;
	for (size_t i = 0; i < list->n && i < n; i++)
		if (!colour_parse(list->kids[i]->text, &out[i]))
			diag(sink, DIAG_CONF_KIND, list->kids[i]->at, key,
			    "a list of colours such as \"#0B3644\"");
}

/* The families that stand in for scripts that the first font lacks. */
struct fallback {
	const char *lang;
	const char *family;
	uint32_t from, to; /* of its main block */
	uint16_t scale;    /* 1/1000 of the size, HOUSE-STYLE 13 */
};

static const struct fallback fallbacks[] = {
    {"km", "Noto Sans Khmer", 0x1780, 0x17FF, 860},
    {"lo", "Noto Sans Lao", 0x0E80, 0x0EFF, 950},
    {"th", "Noto Sans Thai", 0x0E00, 0x0E7F, 950},
    {"my", "Noto Sans Myanmar", 0x1000, 0x109F, 860},
    {"ar", "Noto Sans Arabic", 0x0600, 0x06FF, 1100},
};

#define NFALLBACKS (sizeof fallbacks / sizeof fallbacks[0])

static bool
open_fonts(struct theme *t, const char *family)
{
	const struct chart_env *e = t->env;
	bool all = true;

	for (size_t i = 0; i < TEXT_STYLES; i++) {
		const struct font **chain =
		    ARENA_ARRAY(e->arena, const struct font *, NFALLBACKS + 2);

		chain[0] = font_open(e->fonts, e->sink, family,
		    style_rows[i].weight, style_rows[i].italic);
		if (!chain[0])
			all = false;
		t->text[i].chain = chain;
		t->text[i].size = PT(style_rows[i].size);
		t->text[i].colour =
		    *(const uint32_t *)((const char *)t + style_rows[i].colour);
	}
	return all;
}

bool
theme_read(struct theme *t, const struct chart_env *env)
{
	const struct conf *colours = conf_find(env->style, "colours");
	const struct conf *charts = conf_find(env->style, "charts");
	struct sink *sink = env->sink;

	memset(t, 0, sizeof *t);
	t->env = env;
	for (size_t i = 0; i < sizeof colour_names / sizeof colour_names[0];
	     i++) {
		uint32_t *c = (uint32_t *)((char *)t + colour_names[i].offset);

		*c = colour_names[i].house;
		read_colour(colours, sink, colour_names[i].key, c);
	}
	memcpy(t->sequential, house_sequential, sizeof house_sequential);
	memcpy(t->categories, house_categories, sizeof house_categories);
	read_ramp(colours, sink, "sequential", t->sequential, 5);
	read_ramp(colours, sink, "categories", t->categories, 6);
	for (size_t i = 0; i < sizeof measure_names / sizeof measure_names[0];
	     i++) {
		const struct measure_name *m = &measure_names[i];

		*(mpt *)((char *)t + m->offset) =
		    PT(conf_num(charts, sink, m->key, m->house));
	}
	return open_fonts(t, conf_str(charts, sink, "font", "Lato"));
}

/* Which fallbacks does the text need: a bit for each. */
static unsigned
scripts_of(struct str text)
{
	const char *p = text.p, *end = text.p + text.n;
	unsigned need = 0;

	while (p < end) {
		uint32_t c = utf8_decode(&p, end);

		for (size_t i = 0; c >= 0x0600 && i < NFALLBACKS; i++)
			if (c >= fallbacks[i].from && c <= fallbacks[i].to)
				need |= 1u << i;
	}
	return need;
}

struct face
theme_face(const struct theme *t, enum text_style style, struct str text)
{
	const struct chart_env *e = t->env;
	struct face f = t->text[style];
	unsigned need = scripts_of(text);
	const struct font **chain;
	uint16_t *scale;
	size_t n = 1;

	if (!need)
		return f;
	chain = ARENA_ARRAY(e->arena, const struct font *, NFALLBACKS + 2);
	scale = ARENA_ARRAY(e->arena, uint16_t, NFALLBACKS + 2);
	chain[0] = f.chain[0];
	scale[0] = 1000;
	for (size_t i = 0; i < NFALLBACKS; i++) {
		const struct font *font;

		if (!(need & (1u << i)))
			continue;
		font = font_open(e->fonts, e->sink, fallbacks[i].family,
		    style_rows[style].weight == WEIGHT_BOLD ? WEIGHT_BOLD
							    : WEIGHT_REGULAR,
		    false);
		if (!font)
			continue;
		chain[n] = font;
		scale[n++] = e->lang && streq(e->lang, fallbacks[i].lang)
				 ? 1000
				 : fallbacks[i].scale;
	}
	f.chain = chain;
	f.scale = scale;
	return f;
}

mpt
text_width(const struct theme *t, enum text_style style, const char *text)
{
	struct str s = str_from(marked_strip(t->env->arena, text));
	struct face face = theme_face(t, style, s);

	return shape_width(t->env->shaper, s, &face, t->env->lang);
}

mpt
text_size(const struct theme *t, enum text_style style)
{
	return t->text[style].size;
}

mpt
text_drop(const struct theme *t, enum text_style style)
{
	return t->text[style].size * 36 / 100;
}

const char *
text_fit(
    const struct theme *t, enum text_style style, const char *text, mpt width)
{
	const char *mark;
	size_t n;
	char *cut;

	if (text_width(t, style, text) <= width)
		return text;
	text = marked_strip(t->env->arena, text);
	n = strlen(text);
	mark = n > LONG_NAME ? "…" : ".";
	cut = arena_printf(t->env->arena, "%s%s", text, mark);
	while (n > 1) {
		do
			n--;
		while (n > 1 && ((unsigned char)text[n] & 0xC0) == 0x80);
		if (text[n - 1] == ' ' || text[n - 1] == ',')
			continue;
		memcpy(cut + n, mark, strlen(mark) + 1);
		if (text_width(t, style, cut) <= width)
			return cut;
	}
	return "";
}

/* One piece of a text after bidi: the bytes from..to, all of one level. */
struct piece {
	size_t from, to;
	uint8_t level;
	struct run *runs;
	size_t nruns;
};

/* Split at changes of level and shape; in visual order. */
size_t
text_runs(const struct theme *t, enum text_style style, struct str text,
    struct arena *arena, const struct node *leaf, struct place at,
    struct run ***out)
{
	const struct chart_env *e = t->env;
	struct face face = theme_face(t, style, text);
	uint8_t *levels = bidi_levels(arena, text, false);
	VEC(struct piece) pieces = {0};
	VEC(struct run *) runs = {0};
	uint8_t *lv;
	size_t *order;

	for (size_t i = 0; i < text.n;) {
		struct piece p = {i, text.n, levels ? levels[i] : 0, NULL, 0};

		while (levels && i < text.n && levels[i] == p.level)
			i++;
		p.to = levels ? i : text.n;
		i = p.to;
		p.nruns = shape_text(e->shaper, str_slice(text, p.from, p.to),
		    &face, e->lang, p.level & 1, leaf, at, &p.runs);
		VEC_PUSH(arena, &pieces, p);
	}
	lv = ARENA_ARRAY(arena, uint8_t, pieces.n);
	order = ARENA_ARRAY(arena, size_t, pieces.n);
	for (size_t i = 0; i < pieces.n; i++)
		lv[i] = pieces.v[i].level;
	bidi_reorder(lv, pieces.n, order);
	for (size_t i = 0; i < pieces.n; i++)
		for (size_t k = 0; k < pieces.v[order[i]].nruns; k++)
			VEC_PUSH(arena, &runs, &pieces.v[order[i]].runs[k]);
	*out = runs.v;
	return runs.n;
}
