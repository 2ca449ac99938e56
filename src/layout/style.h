/* SPDX-License-Identifier: MIT */
/*
 * layout/style.h - a style file (templates/styles/) as measures
 *
 * Every choice of HOUSE-STYLE.md is a setting; roles are looked up by enum.
 */
#ifndef LAYOUT_STYLE_H
#define LAYOUT_STYLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/font.h"
#include "text/shape.h"

struct arena;
struct conf;
struct font_set;
struct sink;

#define STYLE_COLUMNS_MAX 4 /* of the text of a page */

/* X(ROLE, "yaml-name"): the type scale of HOUSE-STYLE section 4 */
#define STYLE_ROLES(X)                                                         \
	X(COVER_SERIES, "cover-series")                                        \
	X(COVER_NAME, "cover-name")                                            \
	X(COVER_LOCAL, "cover-local")                                          \
	X(COVER_TITLE, "cover-title")                                          \
	X(COVER_SUBTITLE, "cover-subtitle")                                    \
	X(COVER_FOOT, "cover-foot")                                            \
	X(COVER_CAPTION, "cover-caption")                                      \
	X(H1, "h1")                                                            \
	X(CHAPTER_NUMBER, "chapter-number")                                    \
	X(H2, "h2")                                                            \
	X(H3, "h3")                                                            \
	X(H4, "h4")                                                            \
	X(LEAD, "lead")                                                        \
	X(BODY, "body")                                                        \
	X(ATTRIBUTION, "attribution")                                          \
	X(NOTE_MARK, "note-mark")                                              \
	X(NOTE, "note")                                                        \
	X(NOTE_NUMBER, "note-number")                                          \
	X(LABEL, "label")                                                      \
	X(TITLE, "title")                                                      \
	X(SUBTITLE, "subtitle")                                                \
	X(READING, "reading")                                                  \
	X(READING_LABEL, "reading-label")                                      \
	X(SOURCE, "source")                                                    \
	X(SOURCE_LABEL, "source-label")                                        \
	X(TABLE_HEAD, "table-head")                                            \
	X(TABLE_CELL, "table-cell")                                            \
	X(TABLE_SMALL, "table-small")                                          \
	X(TABLE_DENSE, "table-dense")                                          \
	X(TABLE_GROUP, "table-group")                                          \
	X(TABLE_SMALL_GROUP, "table-small-group")                              \
	X(TABLE_DENSE_GROUP, "table-dense-group")                              \
	X(BOX_LABEL, "box-label")                                              \
	X(BOX_TITLE, "box-title")                                              \
	X(BOX_TEXT, "box-text")                                                \
	X(PULL_QUOTE, "pull-quote")                                            \
	X(STAT_NAME, "stat-name")                                              \
	X(STAT_UNIT, "stat-unit")                                              \
	X(STAT_NUMBER, "stat-number")                                          \
	X(STAT_CHANGE, "stat-change")                                          \
	X(MARGIN_NUMBER, "margin-number")                                      \
	X(MARGIN_TEXT, "margin-text")                                          \
	X(TOC1, "toc-1")                                                       \
	X(TOC2, "toc-2")                                                       \
	X(IMPRINT_LABEL, "imprint-label")                                      \
	X(IMPRINT_TEXT, "imprint-text")                                        \
	X(TERM, "term")                                                        \
	X(MEANING, "meaning")                                                  \
	X(REC_NUMBER, "rec-number")                                            \
	X(REC_GROUP, "rec-group")                                              \
	X(REC_META, "rec-meta")                                                \
	X(LIST_NUMBER, "list-number")                                          \
	X(RUNNING_HEAD, "running-head")                                        \
	X(FOLIO, "folio")

enum role {
#define X(id, name) ROLE_##id,
	STYLE_ROLES(X)
#undef X
	    ROLE_COUNT
};

/* One entry of the type scale. */
struct role_style {
	struct face face; /* regular cut, with its fallback chain */
	struct face bold, italic, bold_italic; /* for STRONG and EMPH inside */
	mpt leading;
	mpt ascent; /* from the top of a line to its baseline */
	mpt before, after;
	bool justified, hyphenate, balanced;
	int max_lines; /* 0: any; more is a message */
};

struct style {
	const char *name;
	mpt page_width, page_height;
	mpt left, right, top; /* margins; top of the type area */
	int lines;            /* of the type area */
	mpt grid;             /* leading of the body */
	mpt gutter;
	int columns;
	int span_columns; /* 12 */
	mpt head_baseline, folio_baseline;
	mpt indent;             /* first line */
	bool spanning_in_place; /* what spans the columns stays where it is */
	bool open_right;        /* chapters begin on odd pages */
	bool notes_across;      /* notes across the page foot in two columns */
	bool notes_below_tables;
	int notes_max_lines; /* grid lines that notes may take */
	mpt note_gap, note_above, note_hang; /* rule to notes, text to rule */
	mpt note_rule, note_rule_thick;
	uint32_t note_rule_colour;
	struct role_style roles[ROLE_COUNT];
	uint32_t ink, petrol900, petrol700, petrol500, petrol300, petrol100,
	    opener, petrol50, country, country_light, grey700, grey500, grey450,
	    grey400, grey300, grey200, sand50, sand200, white;
	uint32_t sequential[5], diverging[5], categories[6];
	int hyph_least, hyph_left, hyph_right;
	bool smart_quotes;
	int expand; /* 1/1000 by which justified lines widen letters */
	mpt mark_size, mark_gap; /* status marks; space to the word */
	const struct conf *conf; /* everything else: logos, chart measures */
};

/*
 * Read a style file and open its fonts.  `lang` chooses the script's body
 * measures (HOUSE-STYLE 13).  NULL after errors were reported.
 */
struct style *style_read(struct arena *, struct sink *, struct font_set *,
    const char *path, const char *lang);
/* The same of what was read; NULL gives NULL. */
struct style *style_make(struct arena *, struct sink *, struct font_set *,
    const struct conf *, const char *lang);

/* Its name in style files: "body". */
const char *style_role_name(enum role);

/* The colour that a key of a map names ("petrol700"); the fallback when there
 * is none, or after STYLE_COLOUR_NAME was reported. */
uint32_t style_colour(const struct style *, struct sink *,
    const struct conf *map, const char *key, uint32_t fallback);

/* Width of k of the style's span columns. */
mpt style_span(const struct style *, int k);

#endif
