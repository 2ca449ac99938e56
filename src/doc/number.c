/* SPDX-License-Identifier: MIT */
/* doc/number.c - numbers of chapters, figures, tables, boxes; references */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/work.h"

#define NBSP     "\u00A0"
#define EN_SPACE "\u2002"

struct counters {
	int chapters, annexes, figures, tables, boxes, recommendations;
};

static const struct {
	const char *class_name, *path, *english;
	bool lettered;
} boxes[] = {
    {"definition", "label.definition", "Definition", true},
    {"method", "label.method", "Method", true},
    {"example", "label.example", "Example", true},
    {"case", "label.case", "Case", true},
    {"policy", "label.policy", "Policy", true},
    {"key-points", "label.key_points", "Key points", false},
};

#define NBOXES (sizeof boxes / sizeof *boxes)

static char *
roman(struct arena *a, int n)
{
	static const struct {
		int value;
		const char *sign;
	} signs[] = {{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
	struct buf b = {0};
	size_t i = 0;

	while (n > 0 && i < sizeof signs / sizeof *signs) {
		if (n < signs[i].value) {
			i++;
			continue;
		}
		buf_puts(&b, signs[i].sign);
		n -= signs[i].value;
	}
	return (char *)buf_take(&b, a).p;
}

char *
doc_letters(struct arena *a, int n)
{
	char s[8];
	size_t i = sizeof s;

	s[--i] = '\0';
	for (; n > 0 && i > 0; n = (n - 1) / 26)
		s[--i] = (char)('a' + (n - 1) % 26);
	return arena_strdup(a, s + i);
}

static char *
upper(char *s)
{
	char *p;

	for (p = s; *p; p++)
		*p = (char)toupper((unsigned char)*p);
	return s;
}

/* --- what references and lists say --- */

/* Annexes are counted by themselves, in Roman figures. */
static bool
is_annex(const struct node *part)
{
	return part && strcmp(node_attr(part, "number"), "annex") == 0;
}

/* The number of a node as its label prints it, "" if it has none. */
static const char *
number_text(const struct doc *d, const struct node *n)
{
	const struct node *part = node_find_up(n, NODE_PART);

	if (n->number == 0)
		return "";
	if (n->kind == NODE_BOX)
		return upper(doc_letters(d->arena, n->number));
	if (n->kind == NODE_HEADING && part &&
	    (is_annex(part) || strcmp(node_attr(part, "number"), "roman") == 0))
		return roman(d->arena, n->number);
	return arena_printf(d->arena, "%d", n->number);
}

/* What a numbered part is called: `label: section` in its front matter. */
static const char *
chapter_word(const struct doc *d, const struct node *heading)
{
	const struct node *part = node_find_up(heading, NODE_PART);
	const char *label = part ? node_attr(part, "label") : "";

	if (!label[0])
		return doc_word(d, "label.chapter", "Chapter");
	return doc_word(d, arena_printf(d->arena, "label.%s", label), label);
}

/* "Figure 3", "Table 4", "Box A", "R1", "Chapter 2"; NULL: no number. */
static const char *
name_of(const struct doc *d, const struct node *n)
{
	const char *word = NULL, *no = number_text(d, n);

	if (!no[0])
		return NULL;
	if (n->kind == NODE_RECOMMENDATION)
		return arena_printf(d->arena, "%s%s",
		    doc_word(d, "label.recommendation_mark", "R"), no);
	if (n->kind == NODE_FIGURE)
		word = doc_word(d, "label.figure", "Figure");
	else if (n->kind == NODE_TABLE)
		word = doc_word(d, "label.table", "Table");
	else if (n->kind == NODE_BOX)
		word = doc_word(d, "label.box", "Box");
	else if (n->kind == NODE_HEADING)
		word = is_annex(node_find_up(n, NODE_PART))
			   ? doc_word(d, "label.annex", "Annex")
			   : chapter_word(d, n);
	return word ? arena_printf(d->arena, "%s" NBSP "%s", word, no) : NULL;
}

/* --- numbering --- */

static void
label_first(struct doc *d, struct node *owner, const char *text)
{
	struct node *l = node_new(d, NODE_LABEL, owner->at);

	node_text(d, l, str_from(text));
	l->first->at = owner->at;
	if (owner->first)
		node_insert_before(owner->first, l);
	else
		node_append(owner, l);
}

/* "Annex I: " is part of the title. */
static void
text_first(struct doc *d, struct node *owner, const char *text)
{
	struct node *t = node_text(d, owner, str_from(text));

	if (owner->first == t)
		return;
	node_remove(t);
	node_insert_before(owner->first, t);
}

static bool
is_numbered_part(const struct node *part)
{
	const char *number = part ? node_attr(part, "number") : "";

	if (!part || strcmp(number, "false") == 0 || strcmp(number, "no") == 0)
		return false;
	return number[0] || strcmp(node_attr(part, "kind"), "chapter") == 0;
}

static void
number_heading(struct doc *d, struct counters *c, struct node *n)
{
	bool annex;

	if (n->level != 1 || n->parent->kind != NODE_SECTION ||
	    node_has_class(n, "unnumbered") ||
	    !is_numbered_part(node_find_up(n, NODE_PART)))
		return;
	annex = is_annex(node_find_up(n, NODE_PART));
	n->number = annex ? ++c->annexes : ++c->chapters;
	n->parent->number = n->number;
	if (annex)
		text_first(d, n, arena_printf(d->arena, "%s: ", name_of(d, n)));
	else if (node_attr(node_find_up(n, NODE_PART), "label")[0])
		/* a label that was asked for is a line, "Section II" */
		label_first(d, n, name_of(d, n));
	else
		label_first(d, n, number_text(d, n));
}

static void
number_float(struct doc *d, int *count, struct node *n)
{
	if (!n->first || n->first->kind != NODE_CAPTION ||
	    node_has_class(n, "unnumbered"))
		return;
	n->number = ++*count;
	label_first(d, n->first, name_of(d, n));
}

static void
number_box(struct doc *d, struct counters *c, struct node *n)
{
	const char *kind, *name;
	size_t i = 0;

	while (i + 1 < NBOXES && !node_has_class(n, boxes[i].class_name))
		i++;
	kind = doc_word(d, boxes[i].path, boxes[i].english);
	if (boxes[i].lettered && !node_has_class(n, "unnumbered"))
		n->number = ++c->boxes;
	name = name_of(d, n);
	label_first(d, n,
	    name ? arena_printf(d->arena, "%s" EN_SPACE "%s", name, kind)
		 : kind);
}

static void
number_nodes(struct doc *d)
{
	struct counters c = {0};
	struct node *n;

	for (n = d->root; n; n = doc_next_block(n, d->root)) {
		if ((n->kind == NODE_HEADING &&
			n->parent->kind == NODE_SECTION) ||
		    n->kind == NODE_FIGURE || n->kind == NODE_TABLE ||
		    n->kind == NODE_BOX || n->kind == NODE_RECOMMENDATION)
			VEC_PUSH(d->arena, &work_of(d)->entries, n);
		switch (n->kind) {
		case NODE_HEADING:
			number_heading(d, &c, n);
			break;
		case NODE_FIGURE:
			number_float(d, &c.figures, n);
			break;
		case NODE_TABLE:
			number_float(d, &c.tables, n);
			break;
		case NODE_BOX:
			number_box(d, &c, n);
			break;
		case NODE_RECOMMENDATION:
			n->number = ++c.recommendations;
			label_first(d, n, name_of(d, n));
			break;
		default:
			break;
		}
	}
}

/* --- references --- */

static struct node *
find_target(const struct doc *d, const char *id)
{
	struct node *n = map_get(d->ids, id);

	/* @rec-r1 names the recommendation r1 */
	if (!n && strncmp(id, "rec-", 4) == 0)
		n = map_get(d->ids, id + 4);
	return n;
}

static void
unknown(struct doc *d, const struct pending *p)
{
	const char **names = ARENA_ARRAY(d->arena, const char *, d->ids->n);
	const char *near;
	size_t i;

	for (i = 0; i < d->ids->n; i++)
		names[i] = str_dup(d->arena, d->ids->entries[i].key);
	near = str_nearest(p->id, names, d->ids->n);
	if (!d->partial)
		diag(d->sink, DIAG_DOC_REF_UNKNOWN, p->node->at, p->id,
		    near ? "did you mean '" : "give its target {#id}",
		    near ? near : "", near ? "'?" : "");
	if (p->generate)
		node_text(d, p->node, str_from(p->id));
}

/* What a figure or table that is left out for want of data is called, or NULL
 * when the id is none of one. */
static const char *
left_out_kind(const struct doc *d, const char *id)
{
	const struct node *n = map_get(d->ids, id);

	if (work_of(d)->left_out && map_get(work_of(d)->left_out, id))
		return doc_word(d, "label.figure", "Figure");
	if (n && n->kind == NODE_DIV && node_has_class(n, "left-out"))
		return doc_word(d, "label.table", "Table");
	return NULL;
}

/* The reference says why it leads nowhere. */
static void
refer_to_left_out(struct doc *d, const struct pending *p, const char *kind)
{
	diag(d->sink, DIAG_DOC_REF_LEFT_OUT, p->node->at, p->id);
	if (p->generate)
		node_text(d, p->node,
		    str_from(arena_printf(d->arena, "%s (%s)", kind,
			doc_word(d, "label.left_out",
			    "left out for want of data"))));
	else if (p->node->kind == NODE_PAGE_REF)
		node_text(d, p->node, STR("\u2013"));
	p->node->kind = NODE_SPAN;
}

/* A section that was left empty is no longer in the tree. */
static bool
is_inside(const struct doc *d, const struct node *n)
{
	while (n->parent)
		n = n->parent;
	return n == d->root;
}

/* Without a number: a heading is quoted, anything else is an error. */
static void
name_target(struct doc *d, struct node *link, const struct node *t)
{
	const char *name = name_of(d, t);

	if (name) {
		node_text(d, link, str_from(name));
		return;
	}
	if (t->kind == NODE_HEADING || t->kind == NODE_TITLE) {
		node_text(d, link, STR("\u201C"));
		doc_copy_inlines(d, t, link);
		node_text(d, link, STR("\u201D"));
		return;
	}
	diag(d->sink, DIAG_DOC_REF_NUMBER, link->at, t->id,
	    node_kind_name(t->kind));
	node_text(d, link, str_from(t->id));
}

static void
resolve(struct doc *d)
{
	struct work *w = work_of(d);
	size_t i;

	for (i = 0; i < w->pending.n; i++) {
		struct pending *p = &w->pending.v[i];
		struct node *t = find_target(d, p->id);
		const char *kind = left_out_kind(d, p->id);

		if (kind) {
			refer_to_left_out(d, p, kind);
			continue;
		}
		if (!t) {
			unknown(d, p);
			continue;
		}
		if (!is_inside(d, t)) {
			diag(d->sink, DIAG_DOC_REF_GONE, p->node->at, p->id);
			if (p->generate)
				node_text(d, p->node, str_from(p->id));
			continue;
		}
		p->node->target = t;
		if (p->generate && !p->node->first)
			name_target(d, p->node, t);
	}
	w->pending.n = 0;
}

void
number_complete(struct doc *d)
{
	number_nodes(d);
	resolve(d);
}
