/* SPDX-License-Identifier: MIT */
/* doc/doc_dump.c - the document tree as indented text */
#include <stdio.h>

#include "doc/doc.h"

static void
print_quoted(FILE *f, const char *s)
{
	fputs(" \"", f);
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			fprintf(f, "\\%c", *s);
		else if (*s == '\n')
			fputs("\\n", f);
		else
			fputc(*s, f);
	}
	fputc('"', f);
}

static void
print_classes(FILE *f, const char *s)
{
	fputs(" .", f);
	for (; *s; s++)
		fputs(*s == ' ' ? " ." : (char[]){*s, '\0'}, f);
}

/* Anchors name targets; what has none is named by its kind. */
static void
print_target(FILE *f, const struct node *t)
{
	if (t->id)
		fprintf(f, " -> #%s", t->id);
	else
		fprintf(f, " -> %s:%d", node_kind_name(t->kind), t->number);
}

static void
print_cell(FILE *f, const struct node *n)
{
	static const char *const aligns[] = {
	    "", " centre", " right", " decimal"};

	fprintf(f, " %d", n->column);
	if (n->span > 1)
		fprintf(f, " span=%d", n->span);
	if (n->rowspan > 1)
		fprintf(f, " rowspan=%d", n->rowspan);
	fputs(aligns[n->align], f);
}

static void
print_node(FILE *f, const struct node *n, int depth)
{
	size_t i;

	fprintf(f, "%*s%s", depth * 2, "", node_kind_name(n->kind));
	if (n->level)
		fprintf(f, " %d", n->level);
	if (n->kind == NODE_CELL)
		print_cell(f, n);
	if (n->number)
		fprintf(f, " no=%d", n->number);
	if (n->value >= 0)
		fprintf(f, " value=%d", n->value);
	if (n->id)
		fprintf(f, " #%s", n->id);
	if (n->classes[0])
		print_classes(f, n->classes);
	if (n->lang)
		fprintf(f, " lang=%s", n->lang);
	for (i = 0; i < n->nattrs; i++) {
		fprintf(f, " %s=", n->attrs[i].name);
		fprintf(f, "'%s'", n->attrs[i].value);
	}
	if (n->text && n->text[0])
		print_quoted(f, n->text);
	if (n->alt)
		fprintf(f, " alt='%s'", n->alt);
	if (n->href)
		fprintf(f, " <%s>", n->href);
	if (n->target)
		print_target(f, n->target);
	if (n->at.line)
		fprintf(f, " @%u:%u", n->at.line, n->at.col);
	fputc('\n', f);
}

void
doc_dump(const struct doc *d, FILE *f)
{
	const struct node *n, *up;

	for (n = d->root; n; n = node_next(n, d->root)) {
		int depth = 0;

		for (up = n; up != d->root; up = up->parent)
			depth++;
		print_node(f, n, depth);
	}
}
