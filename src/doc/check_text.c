/* SPDX-License-Identifier: MIT */
/* doc/check_text.c - the text of each block in one piece, with its places */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/check.h"
#include "doc/doc.h"

#define WORD_MAX 64 /* bytes of a word under which something is filed */

/* Bytes of the letter or digit at s[i]; punctuation outside of ASCII is none.
 */
static size_t
letter(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.p[i];
	size_t n = 1;

	if (c < 0x80)
		return isalnum(c) ? 1 : 0;
	if (c < 0xC3 ||
	    (c == 0xE2 && i + 1 < s.n && (unsigned char)s.p[i + 1] <= 0x81))
		return 0;
	while (i + n < s.n && ((unsigned char)s.p[i + n] & 0xC0) == 0x80)
		n++;
	return n;
}

size_t
check_word(struct str s, size_t pos)
{
	size_t i = pos, n;

	while (i < s.n) {
		if ((n = letter(s, i)) == 0 && i > pos && i + 1 < s.n &&
		    s.p[i] == '-' && letter(s, i + 1))
			n = 1;
		if (n == 0)
			break;
		i += n;
	}
	return i - pos;
}

struct str
check_small(struct arena *a, struct str s)
{
	char *p = arena_strndup(a, s.p, s.n);

	for (size_t i = 0; i < s.n; i++)
		p[i] = (char)tolower((unsigned char)p[i]);
	return (struct str){p, s.n};
}

void *
check_filed(const struct map *m, struct str s, size_t pos)
{
	char key[WORD_MAX];
	size_t n = check_word(s, pos);

	if (n > WORD_MAX)
		return NULL;
	for (size_t i = 0; i < n; i++)
		key[i] = (char)tolower((unsigned char)s.p[pos + i]);
	return map_find(m, (struct str){key, n});
}

static const struct check_run *
run_at(const struct check_block *b, size_t pos)
{
	size_t low = 0, high = b->nruns;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (b->runs[mid].from <= pos)
			low = mid;
		else
			high = mid;
	}
	return &b->runs[low];
}

unsigned
check_flags(const struct check_block *b, size_t pos)
{
	return run_at(b, pos)->flags;
}

struct place
check_place(const struct check_block *b, size_t pos)
{
	const struct check_run *r = run_at(b, pos);
	struct place at = r->leaf->at;
	size_t i;

	if (at.col && !(r->flags & CHECK_NUMBER))
		for (i = r->from; i < pos; i++)
			at.col += ((unsigned char)b->text.p[i] & 0xC0) != 0x80;
	return at;
}

static unsigned
flags_of(const struct node *leaf, const struct node *block)
{
	unsigned flags = leaf->kind == NODE_NUMBER ? CHECK_NUMBER : 0;
	const struct node *n;

	if (leaf->kind == NODE_CODE || leaf->kind == NODE_PAGE_REF)
		flags |= CHECK_OTHER;
	if (node_has_class(block, "citation") || node_has_class(block, "entry"))
		flags |= CHECK_CITED;
	for (n = leaf->parent; n && n != block; n = n->parent) {
		if (n->kind == NODE_LINK || n->lang || n->kind == NODE_LABEL ||
		    node_has_class(n, "term"))
			flags |= CHECK_OTHER;
		if (n->kind == NODE_EMPH)
			flags |= CHECK_EMPH;
		if (n->kind == NODE_SPAN && node_has_class(n, "cite"))
			flags |= CHECK_CITED;
	}
	return flags;
}

/* Does the block hold text itself? */
static bool
holds_text(const struct node *n)
{
	return n->kind == NODE_PARA || n->kind == NODE_HEADING ||
	       n->kind == NODE_TITLE || n->kind == NODE_SUBTITLE ||
	       n->kind == NODE_READING || n->kind == NODE_KEY;
}

static void
classify(struct check_block *b)
{
	const struct node *n;

	b->prose = b->node->kind == NODE_PARA &&
		   !node_has_class(b->node, "code") &&
		   !node_has_class(b->node, "entry");
	for (n = b->node->parent; n; n = n->parent) {
		if (n->kind == NODE_NOTE)
			b->note = true;
		if (n->kind == NODE_NOTE || n->kind == NODE_TABLE ||
		    n->kind == NODE_FIGURE || n->kind == NODE_QUOTE ||
		    n->kind == NODE_PULL_QUOTE || n->kind == NODE_TERM_ENTRY ||
		    node_has_class(n, "meta"))
			b->prose = false;
	}
}

/* Room for the block at hand, used again for the next one. */
struct room {
	VEC(struct check_run) runs;
	VEC(struct check_mark) marks;
	struct buf text;
};

static void
gather(struct check_block *b, struct room *r)
{
	const struct node *n;

	r->runs.n = r->marks.n = r->text.n = 0;
	for (n = b->node; n; n = node_next(n, b->node)) {
		if (n->kind == NODE_BREAK)
			buf_putc(&r->text, '\n');
		if (n->kind == NODE_NOTE_MARK)
			VEC_PUSH(b->doc->arena, &r->marks,
			    (struct check_mark){r->text.n, n});
		if (!node_is_leaf(n) || n->kind == NODE_NOTE_MARK ||
		    !n->text[0])
			continue;
		VEC_PUSH(b->doc->arena, &r->runs,
		    (struct check_run){r->text.n, n, flags_of(n, b->node)});
		buf_puts(&r->text, n->text);
	}
	b->runs = r->runs.v;
	b->nruns = r->runs.n;
	b->marks = r->marks.v;
	b->nmarks = r->marks.n;
	b->text = buf_view(&r->text);
}

void
check_blocks(struct doc *d, const struct check_visitor *v, size_t n)
{
	const struct node *k;
	struct room r = {0};
	size_t i;

	for (k = d->root; k; k = node_next(k, d->root)) {
		struct check_block b = {.doc = d, .node = k};

		if (!holds_text(k))
			continue;
		gather(&b, &r);
		if (b.nruns == 0)
			continue;
		classify(&b);
		for (i = 0; i < n; i++)
			v[i].visit(&b, v[i].ctx);
	}
	buf_free(&r.text);
}
