/* SPDX-License-Identifier: MIT */
/* doc/check.c - rules of a good report: structure */
#include <string.h>

#include "base/arena.h"
#include "doc/check.h"
#include "doc/work.h"

/* Has it leaves with text (a status mark counts)? */
static bool
has_text(const struct node *root)
{
	const struct node *n;

	for (n = root; n; n = node_next(n, root))
		if (node_is_leaf(n) && n->kind != NODE_NOTE_MARK &&
		    (n->text[0] || n->kind == NODE_STATUS ||
			n->kind == NODE_PAGE_REF ||
			(n->kind == NODE_IMAGE && n->alt && n->alt[0])))
			return true;
	return false;
}

static void
check_alt(struct doc *d, const struct node *n)
{
	if (!n->alt || !n->alt[0])
		diag(d->sink, DIAG_DOC_NO_ALT, n->at,
		    n->href ? n->href : "the chart");
}

/* A heading is at most one level below the one before it; the run-in ones of
 * level 4 may stand anywhere (see node_rank). */
static void
check_heading(struct doc *d, const struct node *n, int *level)
{
	if (!has_text(n))
		diag(d->sink, DIAG_DOC_HEADING_EMPTY, n->at);
	if (n->level > *level + 1 && n->level != HEADING_RUN_IN)
		diag(d->sink, DIAG_DOC_HEADING_ORDER, n->at, n->level, *level,
		    *level + 1);
	*level = n->level;
}

static void
check_link(struct doc *d, const struct node *n)
{
	static const char *const schemes[] = {
	    "https://", "http://", "mailto:", "tel:"};
	bool known = n->target != NULL || !n->href;

	if (!has_text(n))
		diag(d->sink, DIAG_DOC_LINK_EMPTY, n->at);
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes && !known; i++)
		known = str_starts(str_from(n->href), schemes[i]);
	if (!known)
		diag(d->sink, DIAG_DOC_LINK_ADDRESS, n->at, n->href);
}

static void
check_table(struct doc *d, const struct node *n)
{
	const struct node *k;
	bool head = false;

	for (k = n->first; k; k = k->next)
		head = head || (k->kind == NODE_ROW && k->level == 1);
	if (!head)
		diag(d->sink, DIAG_DOC_TABLE_HEAD, n->at);
	if (!n->first || n->first->kind != NODE_CAPTION)
		diag(d->sink, DIAG_DOC_TABLE_CAPTION, n->at);
}

static void
check_figure(struct doc *d, const struct node *n)
{
	const struct node *c = n->first;

	if (node_has_class(n, "bare"))
		return;
	if (!c || c->kind != NODE_CAPTION || !c->last ||
	    c->last->kind == NODE_LABEL)
		diag(d->sink, DIAG_DOC_FIGURE_CAPTION, n->at);
	if (!n->last || n->last->kind != NODE_SOURCE)
		diag(d->sink, DIAG_DOC_FIGURE_SOURCE, n->at);
}

static const char *const languages[] = {"ar", "bn", "de", "en", "es", "fa",
    "fil", "fr", "he", "hi", "id", "it", "ja", "km", "ko", "lo", "ms", "my",
    "ne", "nl", "pt", "ru", "si", "sw", "ta", "tet", "th", "tl", "ur", "vi",
    "yi", "zh"};

/* A language is one that the reports use, with or without a region. */
static void
check_lang(struct doc *d, const struct node *n)
{
	const size_t count = sizeof languages / sizeof *languages;
	size_t len = strcspn(n->lang, "-"), i;
	const char *near;

	for (i = 0; i < count; i++)
		if (strlen(languages[i]) == len &&
		    strncmp(languages[i], n->lang, len) == 0)
			return;
	near = str_nearest(n->lang, languages, count);
	diag(d->sink, DIAG_DOC_LANG, n->at, n->lang,
	    near ? "did you mean '" : "write a code such as 'km'",
	    near ? near : "", near ? "'?" : "");
}

/* A mark whose index no printed value has is a character of the author's. */
static void
check_value(struct doc *d, const struct node *n)
{
	uint32_t code = n->value < 0xFFFD
			    ? 0xF0000u + (uint32_t)n->value
			    : 0x100000u - 0xFFFDu + (uint32_t)n->value;

	if (d->env->printed && !d->env->printed(d->env->ctx, n->value))
		diag(d->sink, DIAG_DOC_CHARACTER, n->at, code, "private-use");
}

static void
check_sources(struct doc *d)
{
	const struct work *w = work_of(d);
	size_t i;

	for (i = 0; i < w->cited.n; i++) {
		const struct source *s = w->cited.v[i]->source;

		if (!s->year[0] && !s->accessed[0])
			diag(d->sink, DIAG_DOC_SOURCE_DATE, w->cited.v[i]->at,
			    s->key);
	}
}

void
doc_check(struct doc *d)
{
	const struct check_visitor visitors[] = {check_words(d),
	    check_numbers(), check_refs(d), check_draft(d), check_claims(),
	    check_works(d)};
	bool english = d->env->lang && strncmp(d->env->lang, "en", 2) == 0;
	const struct node *n;
	int level = 0;

	for (n = d->root; n; n = node_next(n, d->root)) {
		if (n->lang)
			check_lang(d, n);
		if (n->kind == NODE_HEADING)
			check_heading(d, n, &level);
		else if (n->kind == NODE_TABLE)
			check_table(d, n);
		else if (n->kind == NODE_FIGURE)
			check_figure(d, n);
		else if (n->kind == NODE_BOX && node_has_class(n, "case"))
			check_case(d, n);
		else if (n->kind == NODE_LINK)
			check_link(d, n);
		else if (n->kind == NODE_IMAGE || n->kind == NODE_PLOT)
			check_alt(d, n);
		else if (n->kind == NODE_NUMBER)
			check_value(d, n);
	}
	check_sources(d);
	check_blocks(d, visitors, english ? 6 : 4);
}
