/* SPDX-License-Identifier: MIT */
/* app/only.c - facts that the summary states and the body does not */
#include "app/only.h"

#include <stdlib.h>

#include "app/hooks.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "tmpl/tmpl.h"

struct facts {
	VEC(const struct obs *) all;
};

static int
by_address(const void *pa, const void *pb)
{
	const struct obs *a = *(const struct obs *const *)pa;
	const struct obs *b = *(const struct obs *const *)pb;

	return (a > b) - (a < b);
}

static bool
has(const struct facts *f, const struct obs *x)
{
	return f->all.n > 0 &&
	       bsearch(&x, f->all.v, f->all.n, sizeof *f->all.v, by_address);
}

/* Does the body state what a value comes from?  Counts of records come from no
 * observation. */
static bool
is_backed(const struct facts *body, const struct printed *p)
{
	bool any = p->nobs == 0;
	size_t i;

	for (i = 0; i < p->nobs && !any; i++)
		any = has(body, p->obs[i]);
	return any;
}

void
only_check(struct hooks *h)
{
	const struct printed *const *all;
	size_t n = tmpl_printed(h->tmpl, &all), i, k;
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
		for (k = 0; !summary[i] && k < all[i]->nobs; k++)
			VEC_PUSH(h->arena, &body.all, all[i]->obs[k]);
	if (body.all.n > 1)
		qsort(body.all.v, body.all.n, sizeof *body.all.v, by_address);
	for (i = 0; i < n && body.all.n > 0; i++)
		if (summary[i] && !is_backed(&body, all[i]))
			diag(h->sink, DIAG_SUMMARY_ONLY, all[i]->at,
			    all[i]->text);
}
