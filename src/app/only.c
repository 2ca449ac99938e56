/* SPDX-License-Identifier: MIT */
/* app/only.c - facts that the summary states and the body does not */
#include "app/only.h"

#include <stdlib.h>
#include <string.h>

#include "app/hooks.h"
#include "app/work.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "data/store.h"
#include "doc/doc.h"
#include "tmpl/tmpl.h"

/* Observations and records. */
struct facts {
	VEC(const void *) all;
};

static int
by_address(const void *pa, const void *pb)
{
	const char *a = *(const char *const *)pa;
	const char *b = *(const char *const *)pb;

	return (a > b) - (a < b);
}

static bool
has(const struct facts *f, const void *x)
{
	return f->all.n > 0 &&
	       bsearch(&x, f->all.v, f->all.n, sizeof *f->all.v, by_address);
}

/* Does the body state what a value comes from?  Some values come from neither
 * observation nor record. */
static bool
is_backed(const struct facts *body, const struct printed *p)
{
	bool any = p->nobs + p->nrecords == 0;
	size_t i;

	for (i = 0; i < p->nobs && !any; i++)
		any = has(body, p->obs[i]);
	/* counts of many are often told by naming them */
	for (i = 0; i < p->nrecords && !any; i++)
		any = p->nrecords > 1 || has(body, p->records[i]);
	return any;
}

static void
add_facts(struct hooks *h, struct facts *f, const struct printed *p)
{
	size_t i;

	for (i = 0; i < p->nobs; i++)
		VEC_PUSH(h->arena, &f->all, p->obs[i]);
	for (i = 0; i < p->nrecords; i++)
		VEC_PUSH(h->arena, &f->all, p->records[i]);
}

/* --- names --- */

/* The words of the summary and of all else. */
struct words {
	struct buf summary, body;
};

static void
gather(const struct node *root, struct words *w)
{
	const struct node *x, *part;
	struct buf *b;
	size_t i;

	for (x = root; x; x = node_next(x, root)) {
		part = node_find_up(x, NODE_PART);
		b = part && streq(node_attr(part, "layout"), "summary")
			? &w->summary
			: &w->body;
		if (!node_is_leaf(x)) {
			buf_putc(b, ' ');
			continue;
		}
		for (i = 0; x->text[i]; i++)
			buf_putc(b, x->text[i] == '\n' ? ' ' : x->text[i]);
	}
	buf_putc(&w->summary, '\0');
	buf_putc(&w->body, '\0');
}

/* Names that could be any word, such as "Law", tell nothing. */
#define NAME_LEAST 8

/* The name by which the summary alone speaks of a record, or NULL.  The body is
 * long: it is searched for what the summary names only. */
static const char *
only_name(const struct words *w, const struct record *r)
{
	static const char *const fields[] = {
	    "short", "title_en", "title", "name"};
	enum { N = sizeof fields / sizeof *fields };
	const char *names[N], *found = NULL;
	size_t i, n = 0;

	for (i = 0; i < N; i++) {
		const struct cell *c = record_cell(r, fields[i]);

		if (!c || strlen(c->text) < NAME_LEAST)
			continue;
		names[n++] = c->text;
		if (!found && strstr(w->summary.p, c->text))
			found = c->text;
	}
	for (i = 0; found && i < n; i++)
		if (strstr(w->body.p, names[i]))
			return NULL;
	return found;
}

/* Laws, plans and others that only the summary names. */
static void
check_names(struct hooks *h)
{
	static const char *const tables[] = {"laws", "plans", "instruments",
	    "bodies", "commitments", "programmes"};
	struct words w = {{0}, {0}};
	size_t i, k;

	gather(h->doc->root, &w);
	for (i = 0; w.summary.n > 1 && i < sizeof tables / sizeof *tables;
	     i++) {
		const struct record_table *t =
		    store_table(h->job->work->store, str_from(tables[i]));

		for (k = 0; t && k < t->n; k++) {
			const char *name = only_name(&w, t->rows[k]);

			if (name)
				diag(h->sink, DIAG_SUMMARY_NAME, t->rows[k]->at,
				    name);
		}
	}
	buf_free(&w.summary);
	buf_free(&w.body);
}

void
only_check(struct hooks *h)
{
	const struct printed *const *all;
	size_t n = tmpl_printed(h->tmpl, &all), i;
	bool *summary = ARENA_ARRAY(h->arena, bool, n + 1);
	struct facts body = {{0}};
	const struct node *x;

	for (x = h->doc->root; x; x = node_next(x, h->doc->root)) {
		const struct node *part = node_find_up(x, NODE_PART);

		if (x->kind == NODE_NUMBER && x->value >= 0 && part &&
		    (size_t)x->value < n &&
		    streq(node_attr(part, "layout"), "summary"))
			summary[x->value] = true;
	}
	for (i = 0; i < n; i++)
		if (!summary[i])
			add_facts(h, &body, all[i]);
	if (body.all.n > 1)
		qsort(body.all.v, body.all.n, sizeof *body.all.v, by_address);
	for (i = 0; i < n && body.all.n > 0; i++)
		if (summary[i] && !is_backed(&body, all[i]))
			diag(h->sink, DIAG_SUMMARY_ONLY, all[i]->at,
			    all[i]->text);
	if (body.all.n > 0)
		check_names(h);
}
