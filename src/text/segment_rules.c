/* SPDX-License-Identifier: MIT */
/*
 * text/segment_rules.c - the report's own rules about breaks
 *
 * HOUSE-STYLE 4: number and unit, "Article 17", "Figure 3", "p. 12" and
 * initials stay together; URLs break after / ? & = . - before a segment.
 * HOUSE-STYLE 13: no break before a subscript, a sign or a repetition mark.
 */
#include "text/segment_rules.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "text/segment.h"

/* Words that stay with the number after them. */
static const char *const before_number[] = {
    "Article",
    "Articles",
    "article",
    "articles",
    "Art.",
    "art.",
    "Arts.",
    "arts.",
    "Figure",
    "Figures",
    "figure",
    "Table",
    "Tables",
    "table",
    "Box",
    "box",
    "Section",
    "section",
    "sec.",
    "s.",
    "ss.",
    "Chapter",
    "chapter",
    "ch.",
    "Annex",
    "annex",
    "Appendix",
    "Part",
    "Paragraph",
    "paragraph",
    "para.",
    "paras.",
    "p.",
    "pp.",
    "No.",
    "Nos.",
    "no.",
    "nos.",
    "No",
    "N°",
    "vol.",
    "Vol.",
    "Goal",
    "Target",
    "target",
    "Recommendation",
    "note",
    "n.",
    "§",
    "US$",
    "USD",
    "EUR",
    "THB",
    "KHR",
    "c.",
    "ca.",
    "Law",
    "Rule",
    "Tableau",
    "tableau",
    "Encadré",
    "Chapitre",
    "chapitre",
    "Annexe",
    "al.",
    "par.",
    "Artículo",
    "artículo",
    "Cuadro",
    "Tabla",
    "Gráfico",
    "Recuadro",
    "Capítulo",
    "párr.",
    "pág.",
    "núm.",
    "Điều",
    "Bảng",
    "Hình",
    "Hộp",
    "Chương",
    "มาตรา",
    "ข้อ",
    "ມາດຕາ",
    "មាត្រា",
    "ပုဒ်မ",
};

/* Words that stay with the number before them. */
static const char *const after_number[] = {
    "%",
    "per",
    "percent",
    "million",
    "billion",
    "trillion",
    "millions",
    "milliards",
    "millones",
    "mil",
    "pour",
    "por",
    "triệu",
    "tỷ",
    "pts",
    "points",
    "km",
    "km²",
    "m",
    "m²",
    "ha",
    "kg",
    "g",
    "mg",
    "cm",
    "mm",
    "°C",
    "US$",
    "USD",
    "EUR",
    "€",
    "THB",
    "KHR",
    "LAK",
    "MMK",
    "VND",
    "PHP",
    "IDR",
    "MYR",
    "a.m.",
    "p.m.",
    "CE",
    "BCE",
    "BE",
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool
is_among(struct str s, const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (names[i][0] == s.p[0] && str_is(s, names[i]))
			return true;
	return false;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Decimal digits of Arabic, Thai, Lao, Burmese and Khmer. */
static bool
is_local_digit(struct str s)
{
	const char *p = s.p;
	uint32_t c = s.n ? utf8_decode(&p, s.p + s.n) : 0;

	return (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) ||
	       (c >= 0x966 && c <= 0x96F) || (c >= 0xE50 && c <= 0xE59) ||
	       (c >= 0xED0 && c <= 0xED9) || (c >= 0x1040 && c <= 0x1049) ||
	       (c >= 0x17E0 && c <= 0x17E9);
}

/* "17", "A/12", "IV", "B": what follows "Article" or "Box". */
static bool
is_number_like(struct str s)
{
	size_t n = 0;

	if (is_digit(s.p[0]) || is_local_digit(s))
		return true;
	while (n < s.n && strchr("IVXLC", s.p[n]) && s.p[n])
		n++;
	if (n && (n == s.n || !is_letter(s.p[n])))
		return true;
	return is_capital(s.p[0]) &&
	       (s.n == 1 || (!is_letter(s.p[1]) && (s.p[1] & 0x80) == 0));
}

/* The word without opening marks. */
static struct str
open_word(struct str w)
{
	if (w.n && is_letter(w.p[0]))
		return w;
	while (w.n && (w.p[0] == '(' || w.p[0] == '['))
		w = str_slice(w, 1, w.n);
	if (w.n > 3 && (memcmp(w.p, "“", 3) == 0 || memcmp(w.p, "‘", 3) == 0))
		w = str_slice(w, 3, w.n);
	return w;
}

/* The word without closing marks (a full stop may belong to it). */
static struct str
close_word(struct str w)
{
	while (w.n && strchr(",;:)]", w.p[w.n - 1]))
		w.n--;
	return w;
}

/* Do two words that stand beside each other belong together? */
static bool
belong_together(struct str a, struct str b)
{
	struct str unit = close_word(b);

	unit.n = str_find(unit, '/', 0); /* "km/h" */
	if (!a.n || !b.n)
		return false;
	a = open_word(a);
	if (!a.n)
		return false;
	if (is_number_like(b) &&
	    is_among(a, before_number, COUNT(before_number)))
		return true;
	if ((is_digit(a.p[0]) || is_local_digit(a)) && unit.n) {
		if (is_among(unit, after_number, COUNT(after_number)))
			return true;
		if (unit.p[unit.n - 1] == '.')
			unit.n--;
		return unit.n &&
		       is_among(unit, after_number, COUNT(after_number));
	}
	/* "J. Smith", "J. R. Smith", "S.C. Khan" */
	if (a.n >= 2 && is_capital(a.p[0]) && a.p[1] == '.' &&
	    is_capital(b.p[0]))
		return a.n == 2 || (a.n == 4 && a.p[3] == '.');
	return false;
}

static bool
is_url(struct str w)
{
	static const char *const starts[] = {
	    "http://", "https://", "www.", "doi:", "10.", "ftp://"};
	size_t i;

	w = open_word(w);
	if (!w.n || !strchr("hwd1f", w.p[0]))
		return false;
	for (i = 0; i < COUNT(starts); i++)
		if (str_starts(w, starts[i]) &&
		    (starts[i][0] != '1' || str_find(w, '/', 0) < w.n))
			return true;
	return false;
}

static bool
is_segment(struct str s, size_t i, size_t to)
{
	size_t k;

	for (k = i; k < i + 2; k++)
		if (k >= to || !(is_letter(s.p[k]) || is_digit(s.p[k]) ||
				   s.p[k] == '%' || s.p[k] == '_'))
			return false;
	return true;
}

/* May a segment of a URL that is too long for a line be cut before i, `n` bytes
 * after the last break?  Before an escape or after "_", else anywhere but
 * inside an escape ("%C3"). */
static bool
may_cut(struct str s, size_t i, size_t n)
{
	if (s.p[i - 1] == '%' || s.p[i - 2] == '%' || (s.p[i] & 0xC0) == 0x80)
		return false;
	return (n >= 12 && (s.p[i] == '%' || s.p[i - 1] == '_')) || n >= 24;
}

/* Breaks of a URL: after the marks, before a segment of two bytes or more. */
static void
rules_url(struct str s, size_t from, size_t to, uint8_t *kinds)
{
	size_t i, last = from;

	for (i = from + 1; i < to; i++) {
		char before = s.p[i - 1];

		kinds[i] = BREAK_NONE;
		if (i < from + 5 || !is_segment(s, i, to))
			continue;
		/* the last bytes of a name are no line of their own */
		if (!strchr("/?&=.-", before) ||
		    ((before == '.' || before == '-') && to - i < 4)) {
			if (to - i < 4 || !may_cut(s, i, i - last))
				continue;
		}
		kinds[i] = BREAK_URL;
		last = i;
	}
}

/* Letters or digits in a row that end before (or begin at) i. */
static size_t
letters_before(struct str s, size_t from, size_t i)
{
	size_t n = 0;

	while (i > from && (is_letter(s.p[i - 1]) || (s.p[i - 1] & 0x80))) {
		i--;
		n++;
	}
	return n;
}

static size_t
letters_after(struct str s, size_t i, size_t to)
{
	size_t n = 0;

	while (i < to && (is_letter(s.p[i]) || (s.p[i] & 0x80))) {
		i++;
		n++;
	}
	return n;
}

/* Two slashes and no small letter: "CRC/C/KHM/CO/2-3", a document symbol. */
static bool
is_symbol(struct str w)
{
	size_t i, slashes = 0;

	for (i = 0; i < w.n; i++) {
		if (w.p[i] >= 'a' && w.p[i] <= 'z')
			return false;
		slashes += w.p[i] == '/';
	}
	return slashes >= 2;
}

/* Breaks inside a word that ICU allows and a careful setter would not. */
static void
rules_word(struct str s, size_t from, size_t to, uint8_t *kinds)
{
	bool symbol = is_symbol(str_slice(s, from, to));
	size_t i;

	for (i = from + 1; i < to; i++) {
		char before = s.p[i - 1];

		if (kinds[i] != BREAK_PLAIN)
			continue;
		if (before == '/' && symbol)
			kinds[i] = BREAK_URL;
		else if (before == '/') /* not in "km/h" */
			kinds[i] = letters_before(s, from, i - 1) >= 3 &&
					   letters_after(s, i, to) >= 3
				       ? BREAK_URL
				       : BREAK_NONE;
		else if (before == '-') /* not in "e-mail" */
			kinds[i] = i - from >= 3 && to - i >= 3 ? BREAK_PLAIN
								: BREAK_NONE;
		else if (i >= 3 && memcmp(s.p + i - 3, "–", 3) == 0 &&
			 is_digit(s.p[i]) && i >= from + 4 &&
			 is_digit(s.p[i - 4])) /* "2010–2015" */
			kinds[i] = BREAK_RANGE;
	}
}

/* Signs that never begin a line: repetition and abbreviation marks of Thai,
 * Lao and Khmer, marks above and below, subscripts. */
static bool
never_begins(uint32_t c)
{
	return c == 0x0E46 || c == 0x0E2F || c == 0x0EC6 || c == 0x0EAF ||
	       c == 0x17D7 || (c >= 0x0E31 && c <= 0x0E3A && c != 0x0E32) ||
	       (c >= 0x0E47 && c <= 0x0E4E) || (c >= 0x0EB1 && c <= 0x0EBC) ||
	       (c >= 0x0EC8 && c <= 0x0ECD) || (c >= 0x102B && c <= 0x103E) ||
	       (c >= 0x17B6 && c <= 0x17D3);
}

static void
rules_asian(struct str s, uint8_t *kinds)
{
	const char *p = s.p, *end = s.p + s.n, *at;
	uint32_t c = 0, before;

	while (p < end) {
		size_t i = (size_t)(p - s.p);

		if (!(*p & 0x80)) {
			c = (unsigned char)*p++;
			continue;
		}
		at = p;
		before = c;
		c = utf8_decode(&p, end);
		if (kinds[i] == BREAK_NONE || kinds[i] == BREAK_FORCED)
			continue;
		if (never_begins(c) || before == 0x17D2 || before == 0x1039)
			kinds[at - s.p] = BREAK_NONE;
	}
}

void
segment_rules(struct str s, uint8_t *kinds)
{
	struct str before = {"", 0}, word;
	size_t from, to;
	bool asian = false;

	for (from = 0; from < s.n; from = to + 1) {
		bool high = false, marks = false;

		for (to = from; to < s.n && s.p[to] != ' ' && s.p[to] != '\n';
		     to++) {
			high |= (unsigned char)s.p[to] >= 0xE0;
			marks |= s.p[to] == '/' || s.p[to] == '-' ||
				 (unsigned char)s.p[to] == 0xE2;
		}
		word = str_slice(s, from, to);
		if (kinds[from] == BREAK_SPACE && belong_together(before, word))
			kinds[from] = BREAK_NONE;
		if (is_url(word))
			rules_url(s, from, to, kinds);
		else if (marks)
			rules_word(s, from, to, kinds);
		asian |= high;
		before = word;
	}
	if (asian)
		rules_asian(s, kinds);
}
