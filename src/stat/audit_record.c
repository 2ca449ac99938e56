/* SPDX-License-Identifier: MIT */
/* stat/audit_record.c - records that contradict themselves */
#include "stat/audit.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "data/store.h"
#include "stat/audit_work.h"

/* Fields of which the first does not come after, or exceed, the second. */
static const struct {
	const char *table, *low, *high;
} ordered[] = {
    {"provisions", "victim_from", "victim_to"},
    {"provisions", "prison_low", "prison_high"},
    {"provisions", "fine_low", "fine_high"},
    {"plans", "start", "end"},
    {"programmes", "start", "end"},
    {"commitments", "since", "until"},
    {"groups", "from", "to"},
    {"instruments", "adopted", "in_force"},
    {"reviews", "submitted", "held"},
    {"reviews", "accepted", "total"},
    {"reviews", "noted", "total"},
    {"reviews", "relevant", "total"},
};

static bool
is_after(const struct record *r, const struct cell *a, const struct cell *b,
    const char *field)
{
	size_t i;

	for (i = 0; i < r->schema->nfields; i++)
		if (strcmp(r->schema->fields[i].name, field) == 0)
			break;
	if (r->schema->fields[i].type == FIELD_DATE)
		return date_is_after(a->date, b->date);
	return a->number > b->number;
}

static void
check_order(const struct store *s, struct sink *sink)
{
	size_t i, k;

	for (i = 0; i < sizeof ordered / sizeof *ordered; i++) {
		const struct record_table *t =
		    store_table(s, str_from(ordered[i].table));

		for (k = 0; t && k < t->n; k++) {
			const struct record *r = t->rows[k];
			const struct cell *a = record_cell(r, ordered[i].low);
			const struct cell *b = record_cell(r, ordered[i].high);

			if (a && b && *a->text && *b->text &&
			    is_after(r, a, b, ordered[i].low))
				diag(sink, DIAG_AUDIT_ORDER, r->at,
				    ordered[i].low, a->text, ordered[i].high,
				    b->text);
		}
	}
}

/* Accepted and noted recommendations of a review are parts of all. */
static void
check_reviews(const struct store *s, struct sink *sink)
{
	const struct record_table *t = store_table(s, STR("reviews"));
	size_t i;

	for (i = 0; t && i < t->n; i++) {
		const struct record *r = t->rows[i];
		double accepted = record_cell(r, "accepted")->number;
		double noted = record_cell(r, "noted")->number;
		double total = record_cell(r, "total")->number;

		if (accepted <= total && noted <= total &&
		    accepted + noted > total)
			diag(sink, DIAG_AUDIT_REVIEW, r->at, accepted, noted,
			    total);
	}
}

static void
check_laws(const struct store *s, struct sink *sink)
{
	const struct record_table *t = store_table(s, STR("laws"));
	size_t i;

	for (i = 0; t && i < t->n; i++) {
		const struct record *r = t->rows[i];
		const struct cell *date = record_cell(r, "date");
		const char *year = record_text(r, "year");

		if (*year && *date->text && date->date.year != atoi(year))
			diag(sink, DIAG_AUDIT_LAW_YEAR, r->at, r->key, year,
			    date->text);
	}
}

/* --- sources --- */

/* Dates of what has happened, which no source of a year before tells; it may
 * announce what comes within the year. */
static const struct {
	const char *table, *field;
} happened[] = {{"ratifications", "date"}, {"commitments", "since"},
    {"laws", "date"}, {"instruments", "adopted"}, {"bodies", "established"},
    {"milestones", "date"}, {"reviews", "held"}, {"plans", "launched"}};

/* When a work came out; a page without a date, when it was read. */
static const struct cell *
out_since(const struct record *source)
{
	static const char *const fields[] = {"published", "year", "accessed"};
	size_t i;

	for (i = 0; i < 3; i++) {
		const struct cell *c = record_cell(source, fields[i]);

		if (c && *c->text)
			return c;
	}
	return NULL;
}

/* Something with an end that is set, which may begin later. */
static bool
is_planned(const struct record *r)
{
	const struct cell *until = record_cell(r, "until");

	return until && *until->text;
}

static void
check_foresight(const struct store *s, struct sink *sink)
{
	size_t i, k;

	for (i = 0; i < sizeof happened / sizeof *happened; i++) {
		const struct record_table *t =
		    store_table(s, str_from(happened[i].table));

		for (k = 0; t && k < t->n; k++) {
			const struct record *r = t->rows[k];
			const struct cell *date =
			    record_cell(r, happened[i].field);
			const struct cell *source = record_cell(r, "source");
			const struct cell *out = source && source->ref
						     ? out_since(source->ref)
						     : NULL;
			struct date d;

			if (!date || !*date->text || !out ||
			    !date_parse(str_from(out->text), &d) ||
			    date->date.year <= d.year || is_planned(r))
				continue;
			diag(sink, DIAG_AUDIT_FORESIGHT, r->at,
			    happened[i].field, date->text, out->text,
			    source->text);
		}
	}
}

static bool
is_month(struct str s)
{
	static const char *const months[] = {"january", "february", "march",
	    "april", "may", "june", "july", "august", "september", "october",
	    "november", "december"};
	size_t i;

	for (i = 0; i < 12; i++)
		if (s.n >= strlen(months[i]) &&
		    strncasecmp(s.p + s.n - strlen(months[i]), months[i],
			strlen(months[i])) == 0)
			return true;
	return false;
}

/*
 * The year that an address gives for its work: of a folder /2015/05/, which is
 * when it was put there (*by: it cannot be younger), or behind a month
 * ("august-2016"); 0 if none.
 */
static int
year_in(const char *url, bool *by)
{
	struct str s = str_from(url);
	size_t i;

	for (i = 1; i + 4 <= s.n; i++) {
		int y = atoi(str_slice(s, i, i + 4).p);
		char before = s.p[i - 1], after = i + 4 < s.n ? s.p[i + 4] : 0;

		if (y < 1990 || y > 2100 || isdigit((unsigned char)after))
			continue;
		*by = before == '/' && after == '/' && i + 7 < s.n &&
		      isdigit((unsigned char)s.p[i + 5]) &&
		      isdigit((unsigned char)s.p[i + 6]) && s.p[i + 7] == '/';
		if (*by || (before == '-' && is_month(str_slice(s, 0, i - 1))))
			return y;
	}
	return 0;
}

/* The number that stands in an address before a word, as in "23-life"; 0 if
 * none does. */
static int
number_before(struct str url, struct str word)
{
	size_t i, from;

	for (i = 2; i + word.n <= url.n; i++) {
		if (strncasecmp(url.p + i, word.p, word.n) != 0 ||
		    !strchr("-_+", url.p[i - 1]))
			continue;
		for (from = i - 1;
		     from > 0 && isdigit((unsigned char)url.p[from - 1]);)
			from--;
		if (from < i - 1 && i - from <= 6)
			return atoi(url.p + from);
	}
	return 0;
}

/* Numbers of things in a title ("22 life sentences") are those of the address
 * that spells it. */
static void
check_title(struct sink *sink, const struct record *r)
{
	struct str title = str_from(record_text(r, "title")), word;
	struct str url = str_from(record_text(r, "url"));
	size_t i, from, end, n;
	int there;

	for (i = 0; i < title.n; i = end + 1) {
		for (from = end = i;
		     end < title.n && isdigit((unsigned char)title.p[end]);)
			end++;
		if (end == from || end - from > 5 || end == title.n ||
		    title.p[end] != ' ')
			continue;
		word = str_slice(title, end + 1, title.n);
		for (n = 0; n < word.n && isalpha((unsigned char)word.p[n]);)
			n++;
		word.n = n;
		there = word.n >= 4 ? number_before(url, word) : 0;
		if (there && there != atoi(title.p + from))
			diag(sink, DIAG_AUDIT_URL_COUNT, r->at, r->key,
			    atoi(title.p + from), STR_ARG(word), there);
	}
}

static void
check_source(struct sink *sink, const struct record *r)
{
	int year = atoi(record_text(r, "year")), there;
	const struct cell *published = record_cell(r, "published");
	bool by = false;

	if (year && *published->text && published->date.year != year)
		diag(sink, DIAG_AUDIT_PUBLISHED, r->at, r->key, year,
		    published->text);
	there = year_in(record_text(r, "url"), &by);
	if (year && there && (by ? there < year : there != year))
		diag(sink, DIAG_AUDIT_URL_YEAR, r->at, r->key, year, there);
	check_title(sink, r);
	if (strcmp(record_text(r, "type"), "web") == 0 &&
	    *record_text(r, "url") && !*record_text(r, "accessed") && !year)
		diag(sink, DIAG_AUDIT_ACCESSED, r->at, r->key);
}

/* A figure that readers find in the title of a work only: no row of data/ is
 * from it. */
static void
check_titles(const struct store *s, struct sink *sink)
{
	const struct record_table *t = store_table(s, STR("sources"));
	const struct obs *const *all;
	size_t n = store_obs(s, &all), i, k;

	for (i = 0; t && i < t->n; i++) {
		const char *title = record_text(t->rows[i], "title");
		const char *sign = strstr(title, "%");

		if (!sign)
			sign = strstr(title, " per cent");
		if (!sign || sign == title || !isdigit((unsigned char)sign[-1]))
			continue;
		for (k = 0; k < n && all[k]->source != t->rows[i]; k++)
			;
		if (k == n)
			diag(sink, DIAG_AUDIT_TITLE, t->rows[i]->at,
			    t->rows[i]->key);
	}
}

/* Two keys for one work: same author, year, title and whatever numbers it. */
static void
check_sources(const struct store *s, struct sink *sink)
{
	static const char *const fields[] = {"author", "year", "published",
	    "title", "container", "number", "place", "symbol", "url"};
	const struct record_table *t = store_table(s, STR("sources"));
	struct arena *a = arena_new();
	struct map *seen = map_new(a);
	size_t i, k;

	for (i = 0; t && i < t->n; i++) {
		const struct record *r = t->rows[i], *other;
		struct buf b = {0};

		check_source(sink, r);
		for (k = 0; k < sizeof fields / sizeof *fields; k++)
			buf_printf(&b, "%s\n", record_text(r, fields[k]));
		other = map_find(seen, buf_view(&b));
		if (other && *record_text(r, "title"))
			diag(sink, DIAG_AUDIT_SOURCE_TWICE, r->at, r->key,
			    other->key, other->at.line);
		else
			map_put(seen, buf_take(&b, a), (void *)(uintptr_t)r);
		buf_free(&b);
	}
	arena_free(a);
}

void
audit_records(const struct store *s, struct sink *sink)
{
	check_order(s, sink);
	check_reviews(s, sink);
	check_laws(s, sink);
	check_sources(s, sink);
	check_titles(s, sink);
	audit_names(s, sink);
	check_foresight(s, sink);
}
