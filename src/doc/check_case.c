/* SPDX-License-Identifier: MIT */
/*
 * doc/check_case.c - boxes on cases that say too much about one person
 *
 * Age, school, place and date are each harmless; three of them together let
 * those who know a place recognise a child (Sweeney, "Simple demographics
 * often identify people uniquely", 2000).
 */
#include <string.h>

#include "base/arena.h"
#include "doc/check.h"
#include "doc/work.h"

#define DETAILS_MAX 2

/* Lower-case words, and what they tell. */
static const struct {
	const char *detail, *words[16];
} details[] = {
    {"age", {"year-old", "years old", "aged", "months old", NULL}},
    {"school", {"school", "grade", "classmate", "teacher", NULL}},
    {"place", {"village", "district", "town", "neighbourhood", "street", NULL}},
    {"date",
	{"january", "february", "march", "april", "may", "june", "july",
	    "august", "september", "october", "november", "december", NULL}},
};
static const char *const persons[] = {"girl", "boy", "child", "she", "he",
    "her", "his", "victim", "accused", NULL};

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Does one of the words stand in the text, by itself? */
static bool
has_word(const char *text, const char *const *words)
{
	const char *p;

	for (; *words; words++) {
		size_t n = strlen(*words);

		for (p = text; (p = strstr(p, *words)) != NULL; p += n)
			if ((p == text || !is_letter(p[-1])) &&
			    !is_letter(p[n]))
				return true;
	}
	return false;
}

static const char *
in_lower_case(struct arena *a, struct str s)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < s.n; i++)
		buf_putc(&b, s.p[i] >= 'A' && s.p[i] <= 'Z'
				 ? (char)(s.p[i] - 'A' + 'a')
				 : s.p[i]);
	return buf_take(&b, a).p;
}

void
check_case(struct doc *d, const struct node *box)
{
	const char *text;
	struct buf named = {0};
	size_t i, n = 0;

	text = in_lower_case(d->arena, node_plain_text(d->arena, box));
	for (i = 0; i < sizeof details / sizeof *details; i++) {
		if (!has_word(text, details[i].words))
			continue;
		buf_printf(&named, "%s%s", n ? ", " : "", details[i].detail);
		n++;
	}
	if (n > DETAILS_MAX && has_word(text, persons))
		diag(d->sink, DIAG_DOC_CASE, box->at, named.p);
	buf_free(&named);
}
