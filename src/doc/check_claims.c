/* SPDX-License-Identifier: MIT */
/*
 * doc/check_claims.c - words of size beside the numbers that should bear them
 *
 * Sentence by sentence: "doubled from 20% to 45%", "a majority (43%)", "grew
 * by 250% from 100 to 250", "143th", "the current plan (2012-2017)".  Only
 * what stands in one sentence is compared, and a share only when it is the
 * sentence's one percentage: a check that guesses is worse than none.
 */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "base/wording.h"
#include "doc/check.h"
#include "doc/work.h"

#define NUMBERS_MAX 32 /* of a sentence that are looked at */
#define CLAUSE_MAX  80 /* bytes between a word and its number */

struct amount {
	size_t from, to; /* in the text, "%" and "million" included */
	double value;
	int decimals;
	bool percent, year;
};

struct sentence {
	const struct check_block *b;
	struct str text; /* of the block */
	size_t from, to;
	struct amount v[NUMBERS_MAX];
	size_t n;
};

static bool
word_at(struct str s, size_t i, const char *word)
{
	size_t n = strlen(word), k;

	if (i + n > s.n || (i > 0 && isalpha((unsigned char)s.p[i - 1])))
		return false;
	for (k = 0; k < n; k++)
		if (tolower((unsigned char)s.p[i + k]) != word[k])
			return false;
	return i + n == s.n || !isalpha((unsigned char)s.p[i + n]);
}

/* --- the numbers of a sentence --- */

static void
read_amount(struct str s, const struct check_numeral *n, struct amount *a)
{
	static const struct {
		const char *word;
		double scale;
	} scales[] = {{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}};
	char digits[64];
	size_t i, k = 0;

	*a = (struct amount){.from = n->from, .to = n->to};
	for (i = n->from; i < n->to && k + 1 < sizeof digits; i++) {
		if (s.p[i] != ',')
			digits[k++] = s.p[i];
		if (s.p[i] == '.')
			a->decimals = (int)(n->to - i - 1);
	}
	digits[k] = '\0';
	a->value = strtod(digits, NULL);
	a->percent = n->percent;
	if (n->percent && a->to < s.n && s.p[a->to] == '%')
		a->to++;
	i = a->to;
	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\n' ||
			      (unsigned char)s.p[i] >= 0x80))
		i++;
	for (k = 0; k < 3; k++)
		if (word_at(s, i, scales[k].word)) {
			a->value *= scales[k].scale;
			a->to = i + strlen(scales[k].word);
		}
	a->year = !a->percent && n->digits == 4 && n->to - n->from == 4 &&
		  a->value >= 1800 && a->value <= 2100;
}

static void
read_amounts(struct sentence *s)
{
	size_t i = s->from;

	while (i < s->to && s->n < NUMBERS_MAX) {
		struct check_numeral n;

		if (!isdigit((unsigned char)s->text.p[i])) {
			i++;
			continue;
		}
		n = check_numeral(s->text, i);
		i = n.to;
		if (check_flags(s->b, n.from) & (CHECK_OTHER | CHECK_CITED))
			continue;
		read_amount(s->text, &n, &s->v[s->n++]);
	}
}

/* "from A to B" with the words of one sentence: B is the number that follows
 * the "to" behind A. */
static bool
from_to(
    const struct sentence *s, const struct amount **a, const struct amount **b)
{
	size_t i, k, m, p;

	for (p = s->from; p < s->to; p++) {
		if (!word_at(s->text, p, "from"))
			continue;
		for (i = 0; i < s->n; i++)
			if (s->v[i].from > p && !s->v[i].year)
				break;
		for (m = i < s->n ? s->v[i].to : s->to; m < s->to; m++)
			if (word_at(s->text, m, "to"))
				break;
		for (k = i; k < s->n; k++)
			if (s->v[k].from > m && !s->v[k].year)
				break;
		if (m < s->to && k < s->n) {
			*a = &s->v[i];
			*b = &s->v[k];
			return (*a)->percent == (*b)->percent;
		}
	}
	return false;
}

/* --- growth --- */

/* The word that the numbers bear, as it is written. */
static const char *
growth_word(struct arena *arena, double times)
{
	const char *key = wording_growth(times);
	char *word, *p;

	if (!key)
		return times > 1 ? "rose" : times < 1 ? "fell" : "stayed";
	word = arena_strdup(arena, key);
	for (p = word; *p; p++)
		if (*p == '_')
			*p = ' ';
	return word;
}

static struct str
text_of(const struct sentence *s, const struct amount *a)
{
	return str_slice(s->text, a->from, a->to);
}

static void
check_growth_word(struct sentence *s, size_t i, const struct wording *w,
    const struct amount *a, const struct amount *b)
{
	double times = b->value / a->value;
	char text[NUM_TEXT];

	if (a->value <= 0 || (times >= w->least && times <= w->most))
		return;
	num_shortest(num_round(times, 2), text);
	diag(s->b->doc->sink, DIAG_DOC_GROWTH, check_place(s->b, i),
	    STR_ARG(str_slice(s->text, i, i + w->length)),
	    STR_ARG(text_of(s, a)), STR_ARG(text_of(s, b)), text,
	    growth_word(s->b->doc->arena, times));
}

/* Is the percentage the size of the change: "by 25%", "growth of 25%", "25%
 * more"? */
static bool
is_change(const struct sentence *s, const struct amount *x)
{
	static const char *const before[] = {"by ", "growth of ",
	    "increase of ", "rise of ", "fall of ", "drop of ", "decline of "};
	static const char *const behind[] = {
	    " increase", " rise", " growth", " drop", " fall", " decline"};
	size_t i, n;

	for (i = 0; i < sizeof before / sizeof *before; i++) {
		n = strlen(before[i]);
		if (x->from >= s->from + n &&
		    memcmp(s->text.p + x->from - n, before[i], n) == 0)
			return true;
	}
	for (i = 0; i < sizeof behind / sizeof *behind; i++)
		if (str_starts(str_slice(s->text, x->to, s->text.n), behind[i]))
			return true;
	return false;
}

static void
check_percent(struct sentence *s, const struct amount *x,
    const struct amount *a, const struct amount *b)
{
	double change = fabs(b->value / a->value - 1) * 100;
	double points = fabs(b->value - a->value), unit = pow(10, -x->decimals);
	char text[NUM_TEXT];

	/* what rounding of the three numbers can do */
	if (a->value <= 0 ||
	    fabs(change - x->value) <= fmax(unit, 0.02 * change))
		return;
	if (a->percent && fabs(points - x->value) <= unit) {
		diag(s->b->doc->sink, DIAG_DOC_POINTS,
		    check_place(s->b, x->from), STR_ARG(text_of(s, x)),
		    STR_ARG(text_of(s, a)), STR_ARG(text_of(s, b)));
		return;
	}
	num_shortest(num_round(change, x->decimals), text);
	diag(s->b->doc->sink, DIAG_DOC_GROWTH_PERCENT,
	    check_place(s->b, x->from), STR_ARG(text_of(s, x)),
	    STR_ARG(text_of(s, a)), STR_ARG(text_of(s, b)), text);
}

static void
check_growth(struct sentence *s)
{
	const struct amount *a, *b;
	struct wording w;
	size_t i;

	if (!from_to(s, &a, &b))
		return;
	for (i = s->from; i < s->to; i++)
		if ((i == 0 || !isalpha((unsigned char)s->text.p[i - 1])) &&
		    wording_read_growth(str_slice(s->text, i, s->to), &w)) {
			check_growth_word(s, i, &w, a, b);
			i += w.length;
		}
	for (i = 0; i < s->n; i++)
		if (s->v[i].percent && &s->v[i] != a && &s->v[i] != b &&
		    is_change(s, &s->v[i]))
			check_percent(s, &s->v[i], a, b);
}

/* --- shares --- */

static void
report_portion(struct sentence *s, size_t i, size_t n, const struct amount *x)
{
	const char *key = wording_portion(x->value, false);
	bool maybe = streq(key, "minority") && x->value > 25;

	diag(s->b->doc->sink, DIAG_DOC_PORTION, check_place(s->b, i),
	    STR_ARG(str_slice(s->text, i, i + n)), STR_ARG(text_of(s, x)),
	    streq(key, "nearly_all") ? "nearly all"
	    : streq(key, "majority") ? "a majority"
	    : streq(key, "minority") ? "a minority"
				     : key,
	    maybe ? ", or 'the largest part' if none is larger" : "");
}

/* Do word and number stand in one clause: near, and no comma between? */
static bool
in_one_clause(
    const struct sentence *s, size_t word, size_t end, const struct amount *x)
{
	size_t from = word < x->from ? end : x->to;
	size_t to = word < x->from ? x->from : word, i;

	for (i = from; i < to; i++)
		if (strchr(",;:", s->text.p[i]))
			return false;
	return to - from <= CLAUSE_MAX;
}

static void
check_portion(struct sentence *s)
{
	const struct amount *x = NULL;
	struct wording w;
	size_t i;

	for (i = 0; i < s->n; i++) {
		if (!s->v[i].percent)
			continue;
		if (x)
			return;
		x = &s->v[i];
	}
	for (i = s->from; x && i < s->to; i++) {
		if ((i > 0 && isalpha((unsigned char)s->text.p[i - 1])) ||
		    !wording_read_portion(str_slice(s->text, i, s->to), &w))
			continue;
		if ((x->value < w.least || x->value > w.most) &&
		    in_one_clause(s, i, i + w.length, x))
			report_portion(s, i, w.length, x);
		return;
	}
}

/* --- plans that have ended --- */

/* "2012-2017" beside a word for the present, with an end before the edition. */
static void
check_expired(struct sentence *s)
{
	static const char *const now[] = {
	    "current", "currently", "ongoing", "under way", "at present"};
	const struct amount *a, *b;
	size_t i, k, p;

	for (i = 0; i + 1 < s->n; i++) {
		a = &s->v[i];
		b = &s->v[i + 1];
		if (!a->year || !b->year || b->value <= a->value ||
		    b->from > a->to + 3 ||
		    (int)b->value >= s->b->doc->env->year)
			continue;
		for (p = s->from; p < s->to; p++)
			for (k = 0; k < sizeof now / sizeof *now; k++)
				if (word_at(s->text, p, now[k])) {
					diag(s->b->doc->sink, DIAG_DOC_EXPIRED,
					    check_place(s->b, p), now[k],
					    STR_ARG(str_slice(
						s->text, a->from, b->to)),
					    (int)b->value);
					return;
				}
	}
}

/* --- ordinals --- */

static const char *
ending(long n)
{
	long tens = n % 100;

	if (tens >= 11 && tens <= 13)
		return "th";
	return n % 10 == 1   ? "st"
	       : n % 10 == 2 ? "nd"
	       : n % 10 == 3 ? "rd"
			     : "th";
}

static void
check_ordinals(struct sentence *s)
{
	static const char *const ends[] = {"st", "nd", "rd", "th"};
	size_t i, k;

	for (i = 0; i < s->n; i++) {
		const struct amount *x = &s->v[i];
		const char *right = ending((long)x->value);

		for (k = 0; k < 4; k++)
			if (x->to + 2 <= s->text.n &&
			    memcmp(s->text.p + x->to, ends[k], 2) == 0 &&
			    (x->to + 2 == s->text.n ||
				!isalpha(
				    (unsigned char)s->text.p[x->to + 2])) &&
			    !streq(ends[k], right))
				diag(s->b->doc->sink, DIAG_DOC_ORDINAL,
				    check_place(s->b, x->from),
				    STR_ARG(text_of(s, x)), ends[k],
				    STR_ARG(text_of(s, x)), right);
	}
}

static void
check_sentence(const struct check_block *b, size_t from, size_t to)
{
	struct sentence s = {.b = b, .text = b->text, .from = from, .to = to};

	read_amounts(&s);
	if (s.n == 0)
		return;
	check_ordinals(&s);
	if (!b->prose)
		return;
	check_growth(&s);
	check_portion(&s);
	check_expired(&s);
}

static void
visit(const struct check_block *b, void *ctx)
{
	size_t from = 0, i;

	(void)ctx;
	if (!b->prose && !b->note && b->node->kind != NODE_HEADING)
		return;
	for (i = 1; i <= b->text.n; i++)
		if (i == b->text.n || check_begins_sentence(b->text, i)) {
			check_sentence(b, from, i);
			from = i;
		}
}

struct check_visitor
check_claims(void)
{
	return (struct check_visitor){visit, NULL};
}
