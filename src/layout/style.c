/* SPDX-License-Identifier: MIT */
/*
 * layout/style.c - a style file as measures
 *
 * A document in a script with measures of its own (HOUSE-STYLE 13) takes its
 * body size, leading and grid from `scripts`; the other roles follow: serif
 * ones in proportion to the body, sans ones by `script_headings`.
 */
#include "layout/style.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/colour.h"
#include "base/conf.h"
#include "base/diag.h"
#include "layout/contrast.h"
#include "layout/style_font.h"

/* Sizes and leading are never smaller than the smallest text allowed. */
#define LEAST_SIZE PT(7)

/* No column is narrower: a centimetre. */
#define COLUMN_LEAST PT(28.35)

static const char *const role_names[ROLE_COUNT + 1] = {
#define X(id, name) name,
    STYLE_ROLES(X)
#undef X
	NULL,
};

static const char *const top_keys[] = {"name", "base", "page", "text", "notes",
    "colours", "fonts", "scripts", "script_headings", "symbols", "roles",
    "rules", "cover", "imprint", "contents", "acronyms", "opener", "summary",
    "lists", "box", "pull_quote", "recommendations", "tables", "marks",
    "statistics", "charts", "logos", NULL};

static const char *const role_keys[] = {"font", "weight", "italic", "size",
    "leading", "colour", "before", "after", "letter_space", "raise",
    "justified", "hyphenate", "balanced", "max_lines", "figures", NULL};

static const struct {
	const char *name;
	size_t offset;
} colour_names[] = {
#define COLOUR(field)                                                          \
	{                                                                      \
#field, offsetof(struct style, field)                          \
	}
    COLOUR(ink),
    COLOUR(petrol900),
    COLOUR(petrol700),
    COLOUR(petrol500),
    COLOUR(petrol300),
    COLOUR(petrol100),
    COLOUR(opener),
    COLOUR(petrol50),
    COLOUR(country),
    COLOUR(country_light),
    COLOUR(grey700),
    COLOUR(grey500),
    COLOUR(grey450),
    COLOUR(grey400),
    COLOUR(grey300),
    COLOUR(grey200),
    COLOUR(sand50),
    COLOUR(sand200),
    COLOUR(white),
#undef COLOUR
};

#define NCOLOURS (sizeof colour_names / sizeof *colour_names)

/* What reading needs at hand. */
struct reader {
	struct style *style;
	struct sink *sink;
	struct style_fonts *fonts;
	const struct conf *script;      /* of the document, NULL: Latin */
	double body_size, body_leading; /* of the Latin body */
};

static mpt
points(const struct reader *r, const struct conf *c, const char *key,
    double fallback)
{
	return PT(conf_num(c, r->sink, key, fallback));
}

/* A number between two bounds; the fallback after a message. */
static double
ranged(const struct reader *r, const struct conf *c, const char *key,
    double fallback, double low, double high)
{
	double v = conf_num(c, r->sink, key, fallback);
	char wanted[64];

	if (v >= low && v <= high)
		return v;
	snprintf(wanted, sizeof wanted, "a number from %g to %g", low, high);
	diag(r->sink, DIAG_CONF_KIND, conf_find(c, key)->at, key, wanted);
	return fallback;
}

/* --- colours --- */

static void
read_colour(const struct reader *r, const struct conf *c, const char *key,
    uint32_t *out)
{
	if (!c)
		diag(r->sink, DIAG_STYLE_COLOUR, r->style->conf->at, key, "");
	else if (!colour_parse(c->text, out))
		diag(r->sink, DIAG_STYLE_COLOUR, c->at, key, c->text);
}

static void
read_ramp(const struct reader *r, const struct conf *map, const char *key,
    uint32_t *out, size_t n)
{
	const struct conf *list = conf_list(map, r->sink, key);
	size_t i;

	for (i = 0; i < n; i++)
		read_colour(r, list && i < list->n ? list->kids[i] : NULL, key,
		    &out[i]);
}

static void
read_colours(const struct reader *r, const struct conf *map)
{
	struct style *s = r->style;
	size_t i;

	for (i = 0; i < NCOLOURS; i++)
		read_colour(r, conf_find(map, colour_names[i].name),
		    colour_names[i].name,
		    (uint32_t *)((char *)s + colour_names[i].offset));
	read_ramp(r, map, "sequential", s->sequential, 5);
	read_ramp(r, map, "diverging", s->diverging, 5);
	read_ramp(r, map, "categories", s->categories, 6);
}

/* The colour that a role, rule or field names. */
uint32_t
style_colour(const struct style *s, struct sink *sink, const struct conf *map,
    const char *key, uint32_t fallback)
{
	const char *name = conf_str(map, sink, key, NULL);
	const char *names[NCOLOURS];
	size_t i;

	if (!name)
		return fallback;
	for (i = 0; i < NCOLOURS; i++) {
		names[i] = colour_names[i].name;
		if (strcmp(names[i], name) == 0)
			return *(const uint32_t *)((const char *)s +
						   colour_names[i].offset);
	}
	name = str_nearest(name, names, NCOLOURS);
	diag(sink, DIAG_STYLE_COLOUR_NAME, conf_find(map, key)->at,
	    conf_find(map, key)->text, name ? name : "ink");
	return fallback;
}

/* --- page --- */

/* The gutter that leaves columns of a centimetre, in points. */
static double
gutter_most(const struct style *s)
{
	mpt area = s->page_width - s->left - s->right;

	if (s->columns < 2)
		return 1000;
	return (area - s->columns * COLUMN_LEAST) / 1000.0 / (s->columns - 1);
}

static void
read_page(const struct reader *r, const struct conf *c)
{
	static const char *const spanning[] = {"float", "in-place", NULL};
	static const char *const from_tables[] = {"page", "table", NULL};
	static const char *const openers[] = {"any", "right", NULL};
	struct style *s = r->style;
	const struct conf *text = conf_find(s->conf, "text");
	const struct conf *notes = conf_find(s->conf, "notes");
	const struct conf *rule = conf_find(notes, "rule");
	const struct conf *marks = conf_find(s->conf, "marks");
	const struct conf *hyph = conf_find(text, "hyphenate");
	double half;

	s->page_width = PT(ranged(r, c, "width", 595.28, 72, 14400));
	s->page_height = PT(ranged(r, c, "height", 841.89, 72, 14400));
	half = s->page_width / 2000.0 - 36;
	s->left = PT(ranged(r, c, "left", 56.69, 0, half));
	s->right = PT(ranged(r, c, "right", 56.69, 0, half));
	s->top = PT(ranged(r, c, "top", 85, 0, s->page_height / 2000.0));
	s->grid = PT(ranged(r, c, "grid", 13, 1, 40));
	s->lines = (int)ranged(
	    r, c, "lines", 52, 8, (s->page_height - s->top) / s->grid);
	s->columns = (int)ranged(r, c, "columns", 2, 1, STYLE_COLUMNS_MAX);
	s->gutter = PT(ranged(r, c, "gutter", 17.01, 0, gutter_most(s)));
	s->span_columns = (int)ranged(r, c, "span_columns", 12, 1, 60);
	s->head_baseline = points(r, c, "head_baseline", 48.4);
	s->folio_baseline = points(r, c, "folio_baseline", 799.8);
	s->indent = points(r, c, "indent", 12);
	s->smart_quotes = conf_bool(text, r->sink, "smart_quotes", true);
	s->expand = (int)conf_int(text, r->sink, "expand", 20);
	s->hyph_least = (int)conf_int(hyph, r->sink, "least", 7);
	s->hyph_left = (int)conf_int(hyph, r->sink, "left", 3);
	s->hyph_right = (int)conf_int(hyph, r->sink, "right", 3);
	s->spanning_in_place = conf_choice(c, r->sink, "spanning", spanning,
				   "place of what spans columns", 0) == 1;
	s->open_right = conf_choice(c, r->sink, "openers", openers,
			    "kind of page for chapters", 0) == 1;
	s->notes_across = conf_bool(notes, r->sink, "across", true);
	s->notes_below_tables =
	    conf_choice(notes, r->sink, "from_tables", from_tables,
		"place of the notes of tables", 0) == 1;
	s->notes_max_lines = (int)conf_int(notes, r->sink, "max_lines", 17);
	s->note_gap = points(r, notes, "gap", 6);
	s->note_above = points(r, notes, "above", 13);
	s->note_hang = points(r, notes, "hang", 13);
	s->note_rule = points(r, rule, "width", 76);
	s->note_rule_thick = points(r, rule, "thick", 0.5);
	s->note_rule_colour =
	    style_colour(s, r->sink, rule, "colour", s->grey700);
	s->mark_size = points(r, marks, "size", 8.4);
	s->mark_gap = points(r, marks, "gap", 4);
	if (!r->script)
		return;
	s->grid = points(r, r->script, "leading", r->body_leading);
	s->lines = (int)conf_int(r->script, r->sink, "lines", s->lines);
	s->notes_max_lines = s->lines / 3;
}

/* --- roles --- */

/* A length in proportion, to the hundredth of a point. */
static mpt
scaled(mpt length, double factor)
{
	return PT((double)(int)(length * factor / 10 + 0.5) / 100);
}

/* Size, leading and spaces of a role in the script of the document. */
static void
fit_script(const struct reader *r, struct role_style *role, const char *name,
    bool serif)
{
	const struct conf *h = conf_find(r->style->conf, "script_headings");
	double grid = (double)r->style->grid / PT(r->body_leading);

	role->before = scaled(role->before, grid);
	role->after = scaled(role->after, grid);
	if (strcmp(name, "note-mark") == 0)
		return;
	if (strcmp(name, "note") == 0 || strcmp(name, "note-number") == 0) {
		role->face.size = points(r, r->script, "note_size", 7);
		role->leading = points(r, r->script, "note_leading", 13);
		return;
	}
	if (serif) {
		role->face.size = scaled(role->face.size,
		    conf_num(r->script, r->sink, "size", r->body_size) /
			r->body_size);
		role->leading = scaled(role->leading, grid);
		return;
	}
	role->face.size =
	    scaled(role->face.size, conf_num(h, r->sink, "size", 0.9));
	if (role->face.size < LEAST_SIZE)
		role->face.size = LEAST_SIZE;
	role->leading =
	    scaled(role->face.size, conf_num(h, r->sink, "leading", 1.6));
}

static unsigned
read_features(const struct reader *r, const struct conf *c, bool serif)
{
	static const char *const figures[] = {"tabular", "proportional", NULL};
	unsigned f = style_font_ligatures(r->fonts, serif) ? FEATURE_LIGA : 0;

	if (conf_choice(c, r->sink, "figures", figures, "kind of figures", 0))
		f |= FEATURE_PNUM;
	return f;
}

static bool
read_role(const struct reader *r, const struct conf *c, enum role id)
{
	static const char *const families[] = {"sans", "serif", NULL};
	static const char *const weights[] = {
	    "light", "regular", "bold", "heavy", NULL};
	struct role_style *role = &r->style->roles[id];
	struct face *f = &role->face;
	const struct conf *text = conf_find(r->style->conf, "text");
	bool serif, italic, justified;
	enum font_weight weight;

	conf_known(c, r->sink, role_keys);
	serif = conf_choice(c, r->sink, "font", families, "font", 0) == 1;
	weight = (enum font_weight)conf_choice(
	    c, r->sink, "weight", weights, "weight", WEIGHT_REGULAR);
	italic = conf_bool(c, r->sink, "italic", false);
	justified = serif && conf_bool(text, r->sink, "justified", false);
	f->size = PT(ranged(r, c, "size", 9.5, 1, 1000));
	role->leading = PT(ranged(r, c, "leading", 13, 1, 1000));
	role->before = points(r, c, "before", 0);
	role->after = points(r, c, "after", 0);
	role->hyphenate = conf_bool(c, r->sink, "hyphenate", false);
	role->justified =
	    conf_bool(c, r->sink, "justified", justified && role->hyphenate);
	role->balanced = conf_bool(c, r->sink, "balanced", false);
	role->max_lines = (int)conf_int(c, r->sink, "max_lines", 0);
	f->letter_space = points(r, c, "letter_space", 0);
	f->raise = points(r, c, "raise", 0);
	f->colour = style_colour(r->style, r->sink, c, "colour", r->style->ink);
	f->features = read_features(r, c, serif);
	if (r->script) {
		fit_script(r, role, role_names[id], serif);
		f->letter_space = 0;
	}
	role->ascent =
	    role->leading / 2 +
	    PT(f->size / 1000.0 * style_font_baseline(r->fonts, serif));
	role->bold = role->italic = role->bold_italic = *f;
	return style_font_cuts(r->fonts, role, serif, weight, italic);
}

static bool
read_roles(struct reader *r, const struct conf *map)
{
	const struct conf *body = conf_find(map, "body");
	bool ok = true;
	int i;

	conf_known(map, r->sink, role_names);
	r->body_size = conf_num(body, r->sink, "size", 9.5);
	r->body_leading = conf_num(body, r->sink, "leading", 13);
	read_page(r, conf_find(r->style->conf, "page"));
	for (i = 0; i < ROLE_COUNT; i++) {
		const struct conf *c = conf_find(map, role_names[i]);

		if (!c) {
			diag(r->sink, DIAG_CONF_MISSING_KEY,
			    map ? map->at : r->style->conf->at, role_names[i]);
			ok = false;
		} else if (!read_role(r, c, (enum role)i))
			return false;
	}
	return ok;
}

/* The entry of `scripts` that a language belongs to; NULL for Latin. */
static const struct conf *
script_of(const struct conf *scripts, const char *lang)
{
	size_t n = strcspn(lang, "-_"), i, k;

	for (i = 0; scripts && i < scripts->n; i++) {
		const struct conf *langs =
		    conf_find(scripts->kids[i], "languages");

		for (k = 0; langs && k < langs->n; k++)
			if (strlen(langs->kids[k]->text) == n &&
			    strncmp(langs->kids[k]->text, lang, n) == 0)
				return scripts->kids[i];
	}
	return NULL;
}

struct style *
style_read(struct arena *a, struct sink *sink, struct font_set *fonts,
    const char *path, const char *lang)
{
	return style_make(a, sink, fonts, conf_read(a, sink, path), lang);
}

struct style *
style_make(struct arena *a, struct sink *sink, struct font_set *fonts,
    const struct conf *conf, const char *lang)
{
	struct style *s = ARENA_NEW(a, struct style);
	struct reader r = {.style = s, .sink = sink};
	const struct conf *scripts;

	s->conf = conf;
	if (!s->conf)
		return NULL;
	conf_known(s->conf, sink, top_keys);
	s->name = conf_str(s->conf, sink, "name", "");
	scripts = conf_list(s->conf, sink, "scripts");
	r.script = script_of(scripts, lang ? lang : "en");
	r.fonts = style_fonts_new(a, sink, fonts, s->conf, r.script);
	read_colours(&r, conf_find(s->conf, "colours"));
	if (!read_roles(&r, conf_find(s->conf, "roles")) ||
	    !contrast_check(s, sink))
		return NULL;
	return s;
}

const char *
style_role_name(enum role role)
{
	return role_names[role];
}

mpt
style_span(const struct style *s, int k)
{
	mpt area = s->page_width - s->left - s->right;
	mpt gutters = s->gutter * (s->span_columns - 1);

	return (mpt)(((int64_t)(area - gutters) * k + s->span_columns / 2) /
		     s->span_columns) +
	       s->gutter * (k - 1);
}
