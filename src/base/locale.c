/* SPDX-License-Identifier: MIT */
/*
 * base/locale.c - words and numbers of one language
 *
 * ICU's objects cost up to milliseconds to open, so each is opened at first
 * use, and what the words file gives itself (separators, list commas) never
 * opens one.  English spells its numbers from a table here: ICU's rules for
 * it write "one hundred forty-three".
 */
#include "base/locale.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/map.h"
#include "base/num.h"
#include "base/utf8.h"

#define TEXT_MAX     256 /* UTF-16 units of any number or date */
#define DECIMALS_MAX 4   /* for plural rules */

/* Opened at first use. */
struct tools {
	bool have_symbols;
	char group[16], decimal[16], minus[16];
	char digit[10][8];
	bool latin; /* digits are 0-9 */
	UNumberFormat *spell, *ordinal;
	UPluralRules *plurals;
	UNumberFormatter *places[DECIMALS_MAX + 1];
	UFormattedNumber *formatted;
	UCollator *collator;
	UDateFormat *dates[3]; /* year; month and year; full */
};

struct locale {
	const char *lang, *icu;
	bool english;
	struct map *words; /* "label.figure" -> text */
	struct tools *tools;
};

/* Put all scalars below c into the map under their dotted paths. */
static void
flatten(struct arena *a, struct map *words, const char *prefix,
    const struct conf *c)
{
	size_t i;

	if (!c)
		return;
	if (c->kind == CONF_SCALAR)
		map_put(words, str_from(prefix), (void *)(uintptr_t)c->text);
	for (i = 0; c->kind == CONF_MAP && i < c->n; i++)
		flatten(a, words,
		    *prefix ? arena_printf(a, "%s.%s", prefix, c->keys[i])
			    : c->keys[i],
		    c->kids[i]);
	for (i = 0; c->kind == CONF_LIST && i < c->n; i++)
		flatten(a, words,
		    arena_printf(a, "%s.%u", prefix, (unsigned)i + 1),
		    c->kids[i]);
}

struct locale *
locale_new(struct arena *a, const char *lang, const struct conf *words)
{
	struct locale *l = ARENA_NEW(a, struct locale);
	const char *icu;

	l->lang = arena_strdup(a, lang);
	l->tools = ARENA_NEW(a, struct tools);
	l->words = map_new(a);
	flatten(a, l->words, "", words);
	icu = locale_word(l, "icu");
	/* Thai would count years from the Buddha's death */
	l->icu = arena_printf(a, "%s@calendar=gregorian", icu ? icu : lang);
	l->english =
	    strncmp(lang, "en", 2) == 0 && !isalpha((unsigned char)lang[2]);
	return l;
}

void
locale_free(struct locale *l)
{
	struct tools *t = l ? l->tools : NULL;
	size_t i;

	if (!t)
		return;
	unum_close(t->spell);
	unum_close(t->ordinal);
	uplrules_close(t->plurals);
	for (i = 0; i <= DECIMALS_MAX; i++)
		unumf_close(t->places[i]);
	unumf_closeResult(t->formatted);
	ucol_close(t->collator);
	for (i = 0; i < 3; i++)
		udat_close(t->dates[i]);
	*t = (struct tools){0};
}

const char *
locale_lang(const struct locale *l)
{
	return l->lang;
}

const char *
locale_word(const struct locale *l, const char *path)
{
	return map_get(l->words, path);
}

/* UTF-16 to UTF-8, appended. */
static void
add_utf16(struct buf *out, const UChar *s, int32_t n)
{
	char text[TEXT_MAX * 3];
	int32_t length = 0;
	UErrorCode e = U_ZERO_ERROR;

	u_strToUTF8(text, sizeof text, &length, s, n, &e);
	if (U_SUCCESS(e))
		buf_add(out, text, (size_t)length);
}

/* --- numbers --- */

static void
symbol(const UNumberFormat *f, UNumberFormatSymbol which, const char *word,
    char *out, size_t size)
{
	UChar s[8];
	UErrorCode e = U_ZERO_ERROR;
	struct buf b = {0};
	int32_t n;

	if (word) {
		buf_puts(&b, word);
	} else if (f) {
		n = unum_getSymbol(f, which, s, 8, &e);
		if (U_SUCCESS(e))
			add_utf16(&b, s, n);
	}
	if (b.n < size && b.n)
		memcpy(out, b.p, b.n + 1);
	buf_free(&b);
}

static void
need_symbols(const struct locale *l)
{
	static const UNumberFormatSymbol rest[] = {UNUM_ONE_DIGIT_SYMBOL,
	    UNUM_TWO_DIGIT_SYMBOL, UNUM_THREE_DIGIT_SYMBOL,
	    UNUM_FOUR_DIGIT_SYMBOL, UNUM_FIVE_DIGIT_SYMBOL,
	    UNUM_SIX_DIGIT_SYMBOL, UNUM_SEVEN_DIGIT_SYMBOL,
	    UNUM_EIGHT_DIGIT_SYMBOL, UNUM_NINE_DIGIT_SYMBOL};
	struct tools *t = l->tools;
	const char *group = locale_word(l, "number.group");
	const char *decimal = locale_word(l, "number.decimal");
	const char *digits = locale_word(l, "number.digits");
	UNumberFormat *f = NULL;
	UErrorCode e = U_ZERO_ERROR;
	int i;

	if (t->have_symbols)
		return;
	t->have_symbols = true;
	strcpy(t->group, ",");
	strcpy(t->decimal, ".");
	strcpy(t->minus, "\xE2\x88\x92");
	for (i = 0; i < 10; i++)
		t->digit[i][0] = (char)('0' + i);
	t->latin = true;
	if (group && decimal && digits)
		f = NULL; /* all is said */
	else
		f = unum_open(UNUM_DECIMAL, NULL, 0, l->icu, NULL, &e);
	symbol(f, UNUM_GROUPING_SEPARATOR_SYMBOL, group, t->group,
	    sizeof t->group);
	symbol(f, UNUM_DECIMAL_SEPARATOR_SYMBOL, decimal, t->decimal,
	    sizeof t->decimal);
	if (f && !digits) {
		symbol(f, UNUM_ZERO_DIGIT_SYMBOL, NULL, t->digit[0], 8);
		for (i = 1; i < 10; i++)
			symbol(f, rest[i - 1], NULL, t->digit[i], 8);
		t->latin = strcmp(t->digit[0], "0") == 0;
	}
	unum_close(f);
}

void
locale_digits(const struct locale *l, const char *fixed, struct buf *out)
{
	const struct tools *t = l->tools;
	const char *p = fixed;
	size_t whole;

	need_symbols(l);
	if (*p == '-') {
		buf_puts(out, t->minus);
		p++;
	}
	for (whole = strspn(p, "0123456789"); *p; p++) {
		if (*p >= '0' && *p <= '9')
			buf_puts(out, t->digit[*p - '0']);
		else if (*p == '.')
			buf_puts(out, t->decimal);
		else
			buf_putc(out, *p);
		if (whole && --whole && whole % 3 == 0)
			buf_puts(out, t->group);
	}
}

void
locale_number(const struct locale *l, double v, int decimals, struct buf *out)
{
	char fixed[NUM_TEXT];

	num_fixed(v, decimals, fixed);
	locale_digits(l, fixed, out);
}

/* --- numbers in words --- */

static const char *const small_words[] = {"zero", "one", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen"};
static const char *const ten_words[] = {"", "", "twenty", "thirty", "forty",
    "fifty", "sixty", "seventy", "eighty", "ninety"};

/* 1 to 999. */
static void
english_hundreds(int n, struct buf *out)
{
	if (n >= 100) {
		buf_printf(out, "%s hundred", small_words[n / 100]);
		n %= 100;
		if (n)
			buf_puts(out, " and ");
	}
	if (n >= 20) {
		buf_puts(out, ten_words[n / 10]);
		if (n % 10)
			buf_printf(out, "-%s", small_words[n % 10]);
	} else if (n > 0) {
		buf_puts(out, small_words[n]);
	}
}

static void
english_whole(double v, struct buf *out)
{
	static const struct {
		double size;
		const char *word;
	} scales[] = {{1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}};
	size_t i, start = out->n;

	if (v == 0)
		buf_puts(out, small_words[0]);
	for (i = 0; i < 3; i++) {
		int n = (int)floor(v / scales[i].size);

		if (n == 0)
			continue;
		if (out->n > start)
			buf_putc(out, ' ');
		english_hundreds(n, out);
		buf_printf(out, " %s", scales[i].word);
		v -= n * scales[i].size;
	}
	if (v > 0 && out->n > start)
		buf_puts(out, v < 100 ? " and " : " ");
	english_hundreds((int)v, out);
}

static void
english_words(double v, struct buf *out)
{
	char text[NUM_TEXT];
	const char *p;

	if (v < 0)
		buf_puts(out, "minus ");
	v = fabs(v);
	english_whole(floor(v), out);
	num_shortest(v, text);
	p = strchr(text, '.');
	if (!p)
		return;
	buf_puts(out, " point");
	while (*++p)
		buf_printf(out, " %s", small_words[*p - '0']);
}

/* v by ICU's rules of a style, appended; digits if ICU has none. */
static void
add_rules(const struct locale *l, UNumberFormat **f, UNumberFormatStyle style,
    double v, struct buf *out)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar text[TEXT_MAX];
	int32_t n;

	if (!*f)
		*f = unum_open(style, NULL, 0, l->icu, NULL, &e);
	n = unum_formatDouble(*f, v, text, TEXT_MAX, NULL, &e);
	if (U_SUCCESS(e))
		add_utf16(out, text, n);
	else
		locale_number(l, v, 0, out);
}

void
locale_words(const struct locale *l, double v, struct buf *out)
{
	if (l->english && fabs(v) < 1e12)
		english_words(v, out);
	else if (l->english)
		locale_number(l, v, 0, out);
	else
		add_rules(l, &l->tools->spell, UNUM_SPELLOUT, v, out);
}

void
locale_ordinal(const struct locale *l, long v, struct buf *out)
{
	static const char *const marks[] = {"th", "st", "nd", "rd"};
	long last = labs(v) % 10;

	if (!l->english) {
		add_rules(l, &l->tools->ordinal, UNUM_ORDINAL, (double)v, out);
		return;
	}
	locale_number(l, (double)v, 0, out);
	if (labs(v) / 10 % 10 == 1 || last > 3)
		last = 0;
	buf_puts(out, marks[last]);
}

void
locale_ordinal_words(const struct locale *l, long v, struct buf *out)
{
	char path[40];
	const char *word = NULL;

	if (v >= 1 && v <= 12) {
		snprintf(path, sizeof path, "ordinal.%ld", v);
		word = locale_word(l, path);
	}
	if (word)
		buf_puts(out, word);
	else
		locale_ordinal(l, v, out);
}

/* --- plural categories --- */

/* The category of v as printed with decimals, by CLDR's rules. */
static const char *
icu_plural(const struct locale *l, double v, int decimals)
{
	static const char *const names[] = {
	    "zero", "one", "two", "few", "many"};
	static const UChar *const skeletons[] = {
	    u"precision-integer", u".0", u".00", u".000", u".0000"};
	struct tools *t = l->tools;
	UErrorCode e = U_ZERO_ERROR;
	UChar word[16];
	char text[16];
	int32_t n;
	size_t i;

	if (decimals > DECIMALS_MAX)
		decimals = DECIMALS_MAX;
	if (!t->plurals)
		t->plurals = uplrules_open(l->icu, &e);
	if (!t->formatted)
		t->formatted = unumf_openResult(&e);
	if (!t->places[decimals])
		t->places[decimals] = unumf_openForSkeletonAndLocale(
		    skeletons[decimals], -1, l->icu, &e);
	unumf_formatDouble(t->places[decimals], v, t->formatted, &e);
	n = uplrules_selectFormatted(t->plurals, t->formatted, word, 16, &e);
	if (U_FAILURE(e) || n >= 16)
		return "other";
	u_UCharsToChars(word, text, n);
	text[n] = '\0';
	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], text) == 0)
			return names[i];
	return "other";
}

const char *
locale_plural(const struct locale *l, double v, int decimals)
{
	if (l->english)
		return v == 1 && decimals <= 0 ? "one" : "other";
	return icu_plural(l, v, decimals < 0 ? 0 : decimals);
}

/* --- dates --- */

/* A pattern such as "{day} {month} {year}" from the words file. */
static bool
own_date(const struct locale *l, int year, int month, int day, struct buf *out)
{
	const char *p = locale_word(l, day ? "date.day" : "date.month");
	const char *name;
	char path[40];

	snprintf(path, sizeof path, "month.%d", month);
	name = locale_word(l, path);
	if (!p || !name)
		return false;
	for (; *p; p++) {
		const char *end = *p == '{' ? strchr(p, '}') : NULL;

		if (!end) {
			buf_putc(out, *p);
			continue;
		}
		if (p[1] == 'd')
			buf_printf(out, "%d", day);
		else if (p[1] == 'm')
			buf_puts(out, name);
		else
			buf_printf(out, "%d", year);
		p = end;
	}
	return true;
}

static UDateFormat *
date_format(const struct locale *l, int which)
{
	static const UChar *const skeletons[] = {u"y", u"yMMMM", u"yMMMMd"};
	UDateFormat **f = &l->tools->dates[which];
	UDateTimePatternGenerator *g;
	UErrorCode e = U_ZERO_ERROR;
	UChar pattern[TEXT_MAX];
	int32_t n;

	if (*f)
		return *f;
	g = udatpg_open(l->icu, &e);
	n = udatpg_getBestPattern(
	    g, skeletons[which], -1, pattern, TEXT_MAX, &e);
	*f = udat_open(
	    UDAT_PATTERN, UDAT_PATTERN, l->icu, u"UTC", -1, pattern, n, &e);
	udatpg_close(g);
	return *f;
}

/* Days since 1970-01-01 (Howard Hinnant's days_from_civil). */
static long
days_of(int y, int m, int d)
{
	long era, of_era, of_year;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	of_era = y - era * 400;
	of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	       of_year - 719468;
}

void
locale_date(
    const struct locale *l, int year, int month, int day, struct buf *out)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar text[TEXT_MAX];
	UDateFormat *f;
	int32_t n;

	if (!month && l->english) {
		buf_printf(out, "%d", year);
		return;
	}
	if (month && own_date(l, year, month, day, out))
		return;
	f = date_format(l, month == 0 ? 0 : day == 0 ? 1 : 2);
	n = udat_format(f,
	    86400000.0 *
		(double)days_of(year, month ? month : 1, day ? day : 1),
	    text, TEXT_MAX, NULL, &e);
	if (U_SUCCESS(e))
		add_utf16(out, text, n);
	else
		buf_printf(out, "%d", year);
}

/* --- order and lists --- */

int
locale_compare(const struct locale *l, struct str a, struct str b)
{
	struct tools *t = l->tools;
	UErrorCode e = U_ZERO_ERROR;
	UCollationResult r;

	if (!t->collator)
		t->collator = ucol_open(l->icu, &e);
	r = ucol_strcollUTF8(
	    t->collator, a.p, (int32_t)a.n, b.p, (int32_t)b.n, &e);
	if (U_FAILURE(e))
		return str_cmp(a, b);
	return r == UCOL_LESS ? -1 : r == UCOL_GREATER;
}

void
locale_list(const struct locale *l, const struct str *items, size_t n,
    const char *conj, struct buf *out)
{
	const char *comma = locale_word(l, "list.comma");
	const char *last;
	char path[40];
	size_t i;

	snprintf(path, sizeof path, "list.%s", conj);
	last = locale_word(l, path);
	for (i = 0; i < n; i++) {
		if (i > 0 && i + 1 == n && last)
			buf_puts(out, last);
		else if (i > 0)
			buf_puts(out, comma ? comma : ", ");
		buf_str(out, items[i]);
	}
}

void
locale_case(const struct locale *l, bool upper, struct str s, struct buf *out)
{
	int32_t size = (int32_t)s.n * 3 + 8, n = 0;
	UChar *from = xmalloc(sizeof *from * (size_t)size);
	UChar *to = xmalloc(sizeof *to * (size_t)size);
	char *text = xmalloc((size_t)size * 3);
	UErrorCode e = U_ZERO_ERROR;

	u_strFromUTF8(from, size, &n, s.p, (int32_t)s.n, &e);
	if (upper)
		n = u_strToUpper(to, size, from, n, l->icu, &e);
	else
		n = u_strToLower(to, size, from, n, l->icu, &e);
	u_strToUTF8(text, size * 3, &n, to, n, &e);
	if (U_SUCCESS(e))
		buf_add(out, text, (size_t)n);
	else
		buf_str(out, s);
	free(from);
	free(to);
	free(text);
}
