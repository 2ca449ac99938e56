/* SPDX-License-Identifier: MIT */
/* doc/check_refs.c - figures, tables and annexes that prose names by hand */
#include <string.h>

#include "base/arena.h"
#include "doc/check.h"
#include "doc/work.h"

/* What has numbers: its word, and how many of it the document has. */
struct kind {
	struct str word;
	int count;
};

enum { FIGURE, TABLE, ANNEX, KINDS };

struct refs {
	struct kind kinds[KINDS];
};

/* Bytes of the space at a position, which may forbid a break; 0: none. */
static size_t
space(struct str s, size_t i)
{
	if (i < s.n && (s.p[i] == ' ' || s.p[i] == '\n'))
		return 1;
	return i + 2 < s.n && memcmp(s.p + i, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* A word of Roman numerals, or of figures, as a number; 0: it is neither. */
static int
number_of(struct str word)
{
	static const char digits[] = "IVX";
	static const int values[] = {1, 5, 10};
	int n = 0, last = 10;
	size_t i;

	for (i = 0; i < word.n && n < 1000; i++) {
		const char *roman = strchr(digits, word.p[i]);
		int v;

		if (word.p[i] >= '0' && word.p[i] <= '9') {
			n = n * 10 + (word.p[i] - '0');
		} else if (roman && *roman) {
			v = values[roman - digits];
			n += v > last ? v - 2 * last : v;
			last = v;
		} else {
			return 0;
		}
	}
	return n;
}

/* "Annex II of the Convention" is no annex of this document. */
static bool
of_another(struct str s, size_t after)
{
	static const char *const ways[] = {" of ", " to ", " in "};
	size_t i;

	for (i = 0; i < 3; i++)
		if (s.n - after >= 4 && memcmp(s.p + after, ways[i], 4) == 0)
			return true;
	return false;
}

static void
look(const struct check_block *b, const struct kind *k)
{
	struct str s = b->text;
	size_t i, at, len, gap;
	int n;

	for (i = str_find(s, k->word.p[0], 0); i + k->word.n + 1 < s.n;
	     i = str_find(s, k->word.p[0], i + 1)) {
		gap = space(s, i + k->word.n);
		if (memcmp(s.p + i, k->word.p, k->word.n) != 0 ||
		    (i > 0 && check_word(s, i - 1) > 1) || gap == 0 ||
		    check_flags(b, i) &
			(CHECK_CITED | CHECK_OTHER | CHECK_EMPH))
			continue;
		at = i + k->word.n + gap;
		len = check_word(s, at);
		n = number_of(str_slice(s, at, at + len));
		if (n > 0 && !of_another(s, at + len))
			diag(b->doc->sink, DIAG_DOC_REF_TYPED,
			    check_place(b, i), (int)(at + len - i), s.p + i,
			    n > k->count ? "does not exist" : "will move");
	}
}

static void
visit(const struct check_block *b, void *ctx)
{
	const struct refs *r = ctx;
	int i;

	for (i = 0; b->prose && i < KINDS; i++)
		if (r->kinds[i].word.n > 0 && r->kinds[i].word.n < b->text.n)
			look(b, &r->kinds[i]);
}

struct check_visitor
check_refs(struct doc *d)
{
	struct refs *r = ARENA_NEW(d->arena, struct refs);
	const struct node *n, *part;

	r->kinds[FIGURE].word = str_from(doc_word(d, "label.figure", "Figure"));
	r->kinds[TABLE].word = str_from(doc_word(d, "label.table", "Table"));
	r->kinds[ANNEX].word = str_from(doc_word(d, "label.annex", "Annex"));
	for (n = d->root; n; n = node_next(n, d->root)) {
		part =
		    n->kind == NODE_HEADING ? node_find_up(n, NODE_PART) : NULL;
		if (n->kind == NODE_FIGURE && n->number > 0)
			r->kinds[FIGURE].count++;
		else if (n->kind == NODE_TABLE && n->number > 0)
			r->kinds[TABLE].count++;
		else if (part && n->number > 0 &&
			 strcmp(node_attr(part, "number"), "annex") == 0)
			r->kinds[ANNEX].count++;
	}
	return (struct check_visitor){visit, r};
}
