/* SPDX-License-Identifier: MIT */
/*
 * data/view_count.c - counts of persons in record files
 *
 * A column that counts persons adds up with the rows that agree in the first
 * two columns of the key (the groups of one place of a study).  In each such
 * family small counts are hidden, and with them what would give them away
 * (data/guard.h), once for each view.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "data/build.h"
#include "data/guard.h"
#include "data/table.h"
#include "data/view.h"

/* The column that counts persons, or -1. */
static int
count_column(const struct schema *s)
{
	return streq(s->name, "respondents") ? table_field(s, "n") : -1;
}

static int
compare_families(const struct record *a, const struct record *b)
{
	int c = strcmp(a->cells[0].text, b->cells[0].text);

	return c ? c : strcmp(a->cells[1].text, b->cells[1].text);
}

static int
compare(const void *pa, const void *pb)
{
	return compare_families(*(const struct record *const *)pa,
	    *(const struct record *const *)pb);
}

static struct str
address(const struct record *const *r)
{
	return (struct str){(const char *)r, sizeof *r};
}

/* Hide what must be hidden of n rows of one family. */
static void
hide_family(struct map *out, const struct record *const *rows, size_t n,
    size_t column, double threshold)
{
	double *counts = xmalloc(n * sizeof *counts);
	bool *hidden = xmalloc(n * sizeof *hidden);
	size_t i;

	for (i = 0; i < n; i++) {
		counts[i] = rows[i]->cells[column].number;
		hidden[i] = guard_is_small(counts[i], threshold);
	}
	guard_line(counts, hidden, n, 1, threshold);
	for (i = 0; i < n; i++)
		if (hidden[i])
			map_put(out, address(&rows[i]), out);
	free(counts);
	free(hidden);
}

static void
hide_table(const struct view *v, struct map *out, const struct table *t)
{
	int column = count_column(t->view.schema);
	const struct record **rows;
	size_t n = 0, i, k;

	if (column < 0)
		return;
	rows = xmalloc((t->view.n + 1) * sizeof *rows);
	for (i = 0; i < t->view.n; i++)
		if (view_shows(v, t->view.rows[i]) &&
		    *t->view.rows[i]->cells[column].text)
			rows[n++] = t->view.rows[i];
	if (n > 1)
		qsort(rows, n, sizeof *rows, compare);
	for (i = 0; i < n; i = k) {
		for (k = i + 1; k < n; k++)
			if (compare_families(rows[i], rows[k]) != 0)
				break;
		hide_family(
		    out, rows + i, k - i, (size_t)column, v->rule.threshold);
	}
	free(rows);
}

struct map *
view_hidden_counts(const struct view *v, struct arena *a)
{
	struct map *out = map_new(a);
	size_t i;

	for (i = 0; i < v->store->ntables; i++)
		hide_table(v, out, &v->store->tables[i]);
	return out;
}

bool
view_hides(const struct view *v, const struct record *r, size_t field)
{
	return (int)field == count_column(r->schema) &&
	       map_find(v->hidden, address(&r)) != NULL;
}
