/* SPDX-License-Identifier: MIT */
/*
 * app/hooks.h - how the stages of one report ask each other
 *
 * doc asks for citations, acronyms and charts, layout for plot heights and
 * picture sizes, charts register the values that they print.  The stages know
 * only their own headers; here the answers are put together.
 */
#ifndef APP_HOOKS_H
#define APP_HOOKS_H

#include "app/build.h"
#include "chart/chart.h"
#include "doc/doc.h"
#include "layout/layout.h"
#include "tmpl/tmpl.h"

struct hooks {
	struct arena *arena;
	struct sink *sink;
	const struct job *job;
	struct view *view;
	struct tmpl *tmpl;
	struct doc *doc;
	struct tmpl_env tmpl_env;
	struct tmpl_edition previous;
	struct doc_env doc_env;
	struct chart_env chart_env;
	struct layout_env layout;
	const struct pages *pages; /* once they are set */
};

struct hooks *hooks_new(struct arena *, struct sink *, const struct job *);

/* A text of report.yaml's `meta`, "" if it is not there. */
const char *hooks_setting(const struct hooks *, const char *key);

/* The file that a picture's href means, NULL if there is none; ctx is the
 * hooks. */
const char *hooks_file(void *ctx, const char *href);

/* The spec of charts/<name>.yaml with template marks filled in; NULL after a
 * message at `at`. */
const struct conf *hooks_chart_file(
    struct hooks *, const char *name, struct place at);

#endif
