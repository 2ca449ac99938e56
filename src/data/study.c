/* SPDX-License-Identifier: MIT */
/* data/study.c - what the files of a study say about each other */
#include "data/study.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "data/build.h"
#include "data/store.h"
#include "data/table.h"

/* Each word of a ";"-separated list into the map. */
static void
note_words(struct map *out, const char *list)
{
	struct str s = str_from(list);
	size_t i, end;

	for (i = 0; i < s.n; i = end + 1) {
		struct str word;

		end = str_find(s, ';', i);
		word = str_trim(str_slice(s, i, end));
		if (word.n)
			map_put(out, word, out);
	}
}

/* A question that no finding answers, or names as a gap. */
static void
check_questions(struct load *l)
{
	const struct record_table *q = store_table(l->store, STR("questions"));
	const struct record_table *f = store_table(l->store, STR("findings"));
	struct map *answered = map_new(l->arena);
	size_t i;

	for (i = 0; i < f->n; i++)
		note_words(answered, record_text(f->rows[i], "question"));
	for (i = 0; i < q->n; i++)
		if (!map_get(answered, record_text(q->rows[i], "id")))
			diag(l->sink, DIAG_QUESTION_OPEN, q->rows[i]->at,
			    record_text(q->rows[i], "id"));
}

/* "tbl-law": a table, figure, box or section of the report. */
static bool
is_anchor(struct str id)
{
	static const char *const kinds[] = {"tbl-", "fig-", "box-", "sec-"};
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (id.n > 4 && memcmp(id.p, kinds[i], 4) == 0)
			return true;
	return false;
}

/* Names of the findings that each recommendation gives as evidence. */
static struct map *
named(struct load *l, const struct record *r)
{
	struct map *out = map_new(l->arena);

	note_words(out, record_text(r, "evidence"));
	return out;
}

static const char *
finding_key(struct load *l, const struct record *r, struct str id)
{
	return arena_printf(
	    l->arena, "%s/" STR_FMT, record_text(r, "report"), STR_ARG(id));
}

/* Reports of which some recommendation names a finding; others may use the
 * column in their own way. */
static struct map *
tracing(
    struct load *l, const struct record_table *recs, const struct map *known)
{
	struct map *out = map_new(l->arena), *words;
	size_t i, k;

	for (i = 0; i < recs->n; i++) {
		words = named(l, recs->rows[i]);
		for (k = 0; k < words->n; k++)
			if (map_get(known, finding_key(l, recs->rows[i],
					       words->entries[k].key)))
				map_put(out,
				    str_from(
					record_text(recs->rows[i], "report")),
				    out);
	}
	return out;
}

/* Evidence that is neither a finding of its report nor the id of a table,
 * figure, box or section. */
static void
check_evidence(struct load *l)
{
	const struct record_table *recs =
	    store_table(l->store, STR("recommendations"));
	const struct record_table *f = store_table(l->store, STR("findings"));
	struct map *known = map_new(l->arena), *reports, *words;
	size_t i, k;

	for (i = 0; i < f->n; i++)
		map_put(known, str_from(f->rows[i]->key), l);
	reports = tracing(l, recs, known);
	for (i = 0; i < recs->n; i++) {
		const struct record *r = recs->rows[i];

		if (!map_get(reports, record_text(r, "report")))
			continue;
		words = named(l, r);
		for (k = 0; k < words->n; k++) {
			struct str id = words->entries[k].key;

			if (!map_get(known, finding_key(l, r, id)) &&
			    !is_anchor(id))
				diag(l->sink, DIAG_EVIDENCE_UNKNOWN, r->at,
				    STR_ARG(id));
		}
	}
}

void
study_check(struct load *l)
{
	check_questions(l);
	check_evidence(l);
}
