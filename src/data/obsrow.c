/* SPDX-License-Identifier: MIT */
/* data/obsrow.c - the columns of an observation file and the words in them */
#include "data/obsrow.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

const char *const obsrow_columns[C_COUNT] = {"indicator", "period", "place",
    "sex", "age", "group", "value", "low", "high", "n", "comparator", "status",
    "access", "source", "locator", "known", "note", "subject"};

static const char *const statuses[] = {"", "estimated", "modelled", "imputed",
    "provisional", "forecast", "break", "definition", "unreliable", "missing",
    "not-collected", "not-applicable", "suppressed"};

static const char *const comparators[] = {"", "~", "<", ">"};

static const char *const verdicts[] = {
    "", "yes", "no", "partial", "not_full", "unclear"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *
join(struct arena *a, const char *const *words, size_t n, char between)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(&b, between);
		buf_puts(&b, words[i]);
	}
	return buf_take(&b, a).p;
}

/* Index of the word, 0 when it is none: the first of each list is "". */
static size_t
find(struct str s, const char *const *words, size_t n)
{
	size_t i = n;

	while (--i > 0 && !str_is(s, words[i]))
		;
	return i;
}

const char *
obsrow_header(struct arena *a)
{
	return join(a, obsrow_columns, C_OWN, ',');
}

const char *
obsrow_status(enum obs_status s)
{
	return statuses[s];
}

bool
obsrow_is_status(struct str s, enum obs_status *status)
{
	size_t i = find(s, statuses, COUNT(statuses));

	*status = (enum obs_status)i;
	return i > 0;
}

const char *
obsrow_statuses(struct arena *a)
{
	return join(a, statuses + 1, COUNT(statuses) - 1, ' ');
}

const char *
obsrow_comparator(enum comparator c)
{
	return comparators[c];
}

bool
obsrow_is_comparator(struct str s, enum comparator *c)
{
	size_t i = find(s, comparators, COUNT(comparators));

	*c = (enum comparator)i;
	return i > 0;
}

const char *
obsrow_verdict(enum verdict v)
{
	return verdicts[v];
}

bool
obsrow_is_verdict(struct str s, enum verdict *v)
{
	size_t i = find(s, verdicts, COUNT(verdicts));

	*v = (enum verdict)i;
	return i > 0;
}

static int
compare_parts(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

const char *
obsrow_group(struct arena *a, const char *group)
{
	struct str parts[16], s = str_from(group);
	struct buf b = {0};
	size_t n = 0, i = 0;

	if (!strchr(group, ';'))
		return group;
	while (i <= s.n && n < 16) {
		size_t end = str_find(s, ';', i);

		parts[n++] = str_slice(s, i, end);
		i = end + 1;
	}
	if (i <= s.n)
		return group;
	qsort(parts, n, sizeof *parts, compare_parts);
	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(&b, ';');
		buf_str(&b, parts[i]);
	}
	return buf_take(&b, a).p;
}

const char *
obsrow_type(enum ind_type type)
{
	static const char *const names[] = {
	    "number", "verdict", "date", "text"};

	return names[type];
}

bool
obsrow_fits(enum ind_type type, struct str s)
{
	enum verdict verdict;
	struct date date;

	return s.n == 0 || type == IND_TEXT ||
	       (type == IND_VERDICT && obsrow_is_verdict(s, &verdict)) ||
	       (type == IND_DATE && date_parse(s, &date));
}

const char *
obsrow_form(enum ind_type type)
{
	static const char *const forms[] = {
	    "digits and a decimal point, such as 1234.5",
	    "yes, no, partial, not_full or unclear",
	    "2018, 2018-05 or 2018-05-13", "any text"};

	return forms[type];
}
