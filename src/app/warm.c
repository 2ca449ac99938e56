/* SPDX-License-Identifier: MIT */
/*
 * app/warm.c - what children inherit that each would do for itself
 *
 * Most words of the reports of one kind stand in their templates.  Shaped in
 * the face of the body they are in the cache of words that children copy.
 */
#include "app/warm.h"

#include <ctype.h>
#include <stddef.h>

#include "app/build.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "chart/chart.h"
#include "layout/style.h"
#include "text/hyph.h"
#include "text/shape.h"

/* Letters, and a mark at the end: nothing that Markdown or a template means
 * otherwise. */
static bool
is_plain(struct str word)
{
	size_t i = 0;

	while (i < word.n && isalpha((unsigned char)word.p[i]))
		i++;
	return i > 0 &&
	       (i == word.n ||
		   (i + 1 == word.n && (word.p[i] == ',' || word.p[i] == '.')));
}

static void
shape_words(struct kit *k, struct str text)
{
	const struct face *face = &k->style->roles[ROLE_BODY].face;
	size_t from = 0, to;

	for (; from < text.n; from = to + 1) {
		struct str word;

		for (to = from;
		     to < text.n && !isspace((unsigned char)text.p[to]);)
			to++;
		word = str_slice(text, from, to);
		if (is_plain(word))
			shape_word(k->shaper, word, face, k->lang, false,
			    (struct place){0});
	}
}

void
kit_warm(const struct workspace *w, struct kit *k, const struct report *r)
{
	struct arena *a;
	struct sink *quiet;

	if (k->warm)
		return;
	k->warm = true;
	hyph_load(k->hyph, k->lang);
	chart_read_outlines(
	    k->outlines, (const char *const *)w->folders, CHART_OUTLINES);
	a = arena_new();
	quiet = sink_new(a);
	for (size_t i = 0; i < r->nparts; i++)
		for (size_t j = 0; j < r->parts[i].n; j++) {
			char *path = work_find(w, a,
			    path_join(a, "templates", r->parts[i].paths[j]));
			struct str text;

			if (path &&
			    file_read(a, quiet, path, (struct place){0}, &text))
				shape_words(k, text);
		}
	arena_free(a);
}
