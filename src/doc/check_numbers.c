/* SPDX-License-Identifier: MIT */
/*
 * doc/check_numbers.c - numbers typed by hand, and where numbers stand
 *
 * A number in the prose comes from the data, so that it can be traced and
 * renewed.  Exempt are years, ages, dates, the numbers of articles, targets
 * and conventions, and whatever is joined to an exempt number ("Articles 33
 * and 34").
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "doc/check.h"
#include "doc/work.h"

#define AGE_MAX 25

/* Lower-case words before a number that make it a name. */
static const char *const names[] = {"article", "articles", "art", "arts",
    "section", "sections", "chapter", "chapters", "paragraph", "paragraphs",
    "para", "paras", "page", "pages", "p", "pp", "table", "figure", "box",
    "annex", "no", "number", "goal", "goals", "target", "targets", "indicator",
    "sdg", "sdgs", "convention", "conventions", "protocol", "recommendation",
    "resolution", "decision", "comment", "law", "decree", "sub-decree",
    "prakas", "act", "order", "ilo", "phase", "level", "tier", "part",
    "session", "form", "grade", "code", "version", NULL};
/* Words beside a number that make it an age. */
static const char *const ages[] = {"under", "below", "over", "aged", "age",
    "ages", "to", "and", "from", "than", "least", "between", "until", "of",
    "at", "years", "year", "or", "before", "after", "turned", NULL};
static const char *const months[] = {"january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november",
    "december", NULL};
/* Words before a round number that make it a base: "per 100,000". */
static const char *const bases[] = {"per", "of", "each", "every", "in", NULL};
/* Words between numbers that belong together. */
static const char *const joins[] = {"and", "or", "to", "through", NULL};
/* Words before a full stop that ends no sentence. */
static const char *const abbreviations[] = {"no", "art", "arts", "p", "pp",
    "para", "paras", "ch", "vol", "sec", "fig", "ed", "vs", "approx", "ca",
    "cf", "st", "dr", "nos", NULL};

static bool
is_one_of(struct str s, const char *const *list)
{
	size_t i;

	for (; *list; list++) {
		if (strlen(*list) != s.n)
			continue;
		for (i = 0; i < s.n; i++)
			if (tolower((unsigned char)s.p[i]) != (*list)[i])
				break;
		if (i == s.n)
			return true;
	}
	return false;
}

static bool
is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* The word that ends in front of i, blanks and "." between left out. */
static struct str
word_before(struct str s, size_t i, size_t *from)
{
	size_t end;

	while (i > 0 &&
	       (s.p[i - 1] == ' ' || s.p[i - 1] == '.' || s.p[i - 1] == '\n'))
		i--;
	/* a no-break space is a blank */
	if (i > 1 && (unsigned char)s.p[i - 1] == 0xA0 &&
	    (unsigned char)s.p[i - 2] == 0xC2)
		i -= 2;
	while (i > 0 && s.p[i - 1] == '.')
		i--;
	end = i;
	while (
	    i > 0 && (isalpha((unsigned char)s.p[i - 1]) || s.p[i - 1] == '-'))
		i--;
	*from = i;
	return str_slice(s, i, end);
}

static struct str
word_behind(struct str s, size_t i)
{
	size_t from;

	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\n'))
		i++;
	if (i + 1 < s.n && (unsigned char)s.p[i] == 0xC2)
		i += 2;
	from = i;
	while (i < s.n && isalpha((unsigned char)s.p[i]))
		i++;
	return str_slice(s, from, i);
}

struct check_numeral
check_numeral(struct str s, size_t i)
{
	struct check_numeral n = {.from = i};

	while (
	    i < s.n && (isdigit((unsigned char)s.p[i]) ||
			   ((s.p[i] == ',' || s.p[i] == '.') && i + 1 < s.n &&
			       isdigit((unsigned char)s.p[i + 1])))) {
		n.digits += isdigit((unsigned char)s.p[i]) != 0;
		i++;
	}
	n.to = i;
	n.percent = (i < s.n && s.p[i] == '%') ||
		    str_starts(word_behind(s, i), "percent");
	return n;
}

static bool
is_year(struct str s, const struct check_numeral *n)
{
	long y = strtol(s.p + n->from, NULL, 10);

	return n->digits == 4 && n->to - n->from == 4 && y >= 1800 &&
	       y <= 2100 && !n->percent;
}

/* Part of a name: "C182", "COVID-19", "1st", "2(b)", "SP.4". */
static bool
is_glued(struct str s, const struct check_numeral *n)
{
	char before = n->from > 0 ? s.p[n->from - 1] : ' ';
	char after = n->to < s.n ? s.p[n->to] : ' ';
	bool dash = n->from > 2 && memcmp(s.p + n->from - 3, "\u2013", 3) == 0;

	if (dash)
		return isdigit((unsigned char)s.p[n->from - 4 + (n->from < 4)]);
	/* a no-break space joins words, not letters */
	if ((unsigned char)before == 0xA0)
		before = ' ';
	return is_letter(before) || before == '-' || before == '/' ||
	       before == '.' || isalpha((unsigned char)after) || after == '(' ||
	       after == '/';
}

/* 100, 1,000 … as a base of rates, and all of something (100%). */
static bool
is_base(struct str s, const struct check_numeral *n, struct str before)
{
	size_t i;

	for (i = n->from; i < n->to; i++)
		if (s.p[i] != (i == n->from ? '1' : '0') && s.p[i] != ',')
			return false;
	return n->digits > 2 && (n->percent || is_one_of(before, bases));
}

static bool
is_exempt(const struct check_block *b, const struct check_numeral *n,
    size_t last_exempt)
{
	struct str s = b->text, gap;
	size_t from;
	struct str before = word_before(s, n->from, &from);
	struct str behind = word_behind(s, n->to);

	if (is_year(s, n) || is_glued(s, n) || is_one_of(before, names) ||
	    is_base(s, n, before))
		return true;
	if (!n->percent &&
	    (is_one_of(before, months) || is_one_of(behind, months)))
		return true;
	if (!n->percent && n->digits == 2 &&
	    strtol(s.p + n->from, NULL, 10) <= AGE_MAX &&
	    (is_one_of(before, ages) || is_one_of(behind, ages) ||
		(n->to < s.n && s.p[n->to] == '-')))
		return true;
	if (last_exempt == 0)
		return false;
	gap = str_trim(str_slice(s, last_exempt, n->from));
	/* "2(b), 3" */
	while (gap.n && gap.p[0] == '(')
		gap =
		    str_trim(str_slice(gap, str_find(gap, ')', 0) + 1, gap.n));
	if (gap.n && gap.p[0] == ',')
		gap = str_trim(str_slice(gap, 1, gap.n));
	return gap.n == 0 || is_one_of(gap, joins);
}

bool
check_begins_sentence(struct str s, size_t i)
{
	size_t k = i, from;
	struct str w;

	if (i == 0)
		return true;
	while (k > 0 && s.p[k - 1] == ' ')
		k--;
	if (k == i || k == 0 || !strchr(".?!", s.p[k - 1]))
		return false;
	w = word_before(s, k, &from);
	return w.n != 1 && !is_one_of(w, abbreviations);
}

static void
check_start(const struct check_block *b, const struct check_numeral *n)
{
	const struct node *p = b->node->parent;

	if (p->kind == NODE_ITEM || p->kind == NODE_DIV ||
	    !check_begins_sentence(b->text, n->from))
		return;
	diag(b->doc->sink, DIAG_DOC_DIGIT_START, check_place(b, n->from),
	    STR_ARG(str_slice(b->text, n->from, n->to)));
}

static void
visit(const struct check_block *b, void *ctx)
{
	struct str s = b->text;
	size_t i = 0, last_exempt = 0;

	(void)ctx;
	if (!b->prose)
		return;
	while (i < s.n) {
		struct check_numeral n;
		unsigned flags;

		if (!isdigit((unsigned char)s.p[i])) {
			i++;
			continue;
		}
		n = check_numeral(s, i);
		flags = check_flags(b, i);
		i = n.to;
		if (flags & (CHECK_OTHER | CHECK_CITED))
			continue;
		check_start(b, &n);
		if (flags & CHECK_NUMBER)
			continue;
		if (is_exempt(b, &n, last_exempt))
			last_exempt = n.to;
		else if (b->doc->env->printed && (n.digits > 1 || n.percent))
			diag(b->doc->sink, DIAG_DOC_NUMBER,
			    check_place(b, n.from),
			    STR_ARG(str_slice(s, n.from,
				n.to + (n.to < s.n && s.p[n.to] == '%'))));
	}
}

struct check_visitor
check_numbers(void)
{
	return (struct check_visitor){visit, NULL};
}
