/* SPDX-License-Identifier: MIT */
/*
 * data/figure.c - values as publishers write them
 *
 * Numbers stay decimal text from the file to data/, so that what is stored is
 * what was printed: exponents and multipliers move the point.
 */
#include "data/figure.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* --- decimals --- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Digits with a point behind the first `point` of them as a plain decimal. */
static bool
write_decimal(bool minus, const char *digits, long n, long point, char *out)
{
	size_t at = 0;
	long i;
	bool zero = true;

	for (i = 0; i < n; i++)
		zero = zero && digits[i] == '0';
	if (labs(point) > FIGURE_TEXT || n > FIGURE_TEXT - 8 ||
	    point > FIGURE_TEXT - 8 || n - point > FIGURE_TEXT - 8)
		return false;
	if (minus && !zero)
		out[at++] = '-';
	for (i = 0; i < point - 1 && (i >= n || digits[i] == '0'); i++)
		;
	if (point <= 0)
		out[at++] = '0';
	for (; i < point; i++)
		out[at++] = i < n ? digits[i] : '0';
	if (n > point) {
		out[at++] = '.';
		for (i = point; i < n; i++)
			out[at++] = i < 0 ? '0' : digits[i];
	}
	out[at] = '\0';
	return true;
}

bool
figure_shift(char text[FIGURE_TEXT], int power)
{
	char digits[FIGURE_TEXT];
	const char *p = text;
	long n = 0, point = -1;
	bool minus = *p == '-';

	if (power == 0) /* as it was written */
		return true;
	for (p += minus; *p; p++) {
		if (*p == '.')
			point = n;
		else
			digits[n++] = *p;
	}
	if (point < 0)
		point = n;
	/* zeros that the shift leaves behind the point say nothing */
	while (n > point + power && n > 1 && digits[n - 1] == '0')
		n--;
	return write_decimal(minus, digits, n, point + power, text);
}

/* Whether marks part the digits before the point in threes. */
static bool
parts_thousands(struct str s, char mark)
{
	size_t first = str_find(s, mark, 0), i;

	if (first == 0 || first > 3 || s.p[0] == '0')
		return false;
	for (i = first; i < s.n; i += 4) {
		size_t k;

		if (s.p[i] != mark || i + 4 > s.n)
			return false;
		for (k = 1; k < 4; k++)
			if (!is_digit(s.p[i + k]))
				return false;
	}
	return true;
}

/* Remove marks between thousands and find the point; false when the marks
 * stand wrong. */
static bool
find_point(struct str *s, char *copy, bool comma_decimal, bool *marked)
{
	size_t commas = 0, points = 0, last = s->n, i, n = 0, end;
	char point, mark;

	for (i = 0; i < s->n; i++) {
		commas += s->p[i] == ',';
		points += s->p[i] == '.';
		if (s->p[i] == ',' || s->p[i] == '.')
			last = i;
	}
	if (commas == 0 && points <= 1)
		return true;
	*marked = true;
	point = s->p[last];
	if (commas > 0 && points > 0) {
		mark = point == ',' ? '.' : ',';
		end = last;
	} else if (commas + points == 1) { /* one comma */
		mark = ',';
		end = s->n;
		if (comma_decimal || !parts_thousands(*s, ',')) {
			mark = '\0';
			end = last;
		}
	} else {
		mark = point;
		end = s->n;
	}
	if (mark && !parts_thousands(str_slice(*s, 0, end), mark))
		return false;
	for (i = 0; i < s->n; i++) {
		if (i < end && s->p[i] == mark)
			continue;
		copy[n++] = i == end ? '.' : s->p[i];
	}
	*s = (struct str){copy, n};
	return true;
}

/* A number as written, as a plain decimal. */
static bool
parse_decimal(
    struct str s, bool comma_decimal, char out[FIGURE_TEXT], bool *marked)
{
	char copy[FIGURE_TEXT], mantissa[FIGURE_TEXT], digits[FIGURE_TEXT];
	size_t i, n = 0, e;
	long point = -1, power = 0, count = 0;
	bool minus = false;

	if (s.n == 0 || s.n >= FIGURE_TEXT)
		return false;
	if (s.p[0] == '-' || s.p[0] == '+') {
		minus = s.p[0] == '-';
		s = str_slice(s, 1, s.n);
	} else if (str_starts(s, "\xE2\x88\x92")) {
		minus = true;
		s = str_slice(s, 3, s.n);
	}
	for (e = 0; e < s.n && s.p[e] != 'e' && s.p[e] != 'E'; e++)
		if (s.p[e] != ' ' || e == 0)
			mantissa[n++] = s.p[e];
	*marked = *marked || n < e;
	if (n < e &&
	    !parts_thousands(
		(struct str){s.p, str_find(str_slice(s, 0, e), '.', 0)}, ' '))
		return false;
	if (e < s.n) {
		char text[FIGURE_TEXT], *end;

		memcpy(text, s.p + e + 1, s.n - e - 1);
		text[s.n - e - 1] = '\0';
		power = strtol(text, &end, 10);
		if (*end || end == text || power < -FIGURE_TEXT ||
		    power > FIGURE_TEXT)
			return false;
	}
	s = (struct str){mantissa, n};
	if (!find_point(&s, copy, comma_decimal, marked))
		return false;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '.' && point < 0)
			point = count;
		else if (is_digit(s.p[i]))
			digits[count++] = s.p[i];
		else
			return false;
	}
	if (point < 0)
		point = count;
	return count > 0 &&
	       write_decimal(minus, digits, count, point + power, out);
}

static bool
read_decimal(
    struct str s, bool comma_decimal, char out[FIGURE_TEXT], bool *marked)
{
	bool was = *marked;

	if (parse_decimal(s, comma_decimal, out, marked))
		return true;
	*marked = was;
	return false;
}

/* --- values --- */

static bool
same_word(struct str s, const char *word)
{
	return s.n == strlen(word) && strncasecmp(s.p, word, s.n) == 0;
}

static bool
read_mark(struct str s, struct figure *f)
{
	static const char *const absent[] = {"..", "...", "…", "-", "–", "—",
	    ":", ".", "NaN", "NA", "N/A", "#N/A", "#NA", "n.a.", "null", "N",
	    "none", "no data", "missing", "#NULL!", "#VALUE!", "~"};
	static const struct {
		const char *word;
		enum obs_status status;
	} reasons[] = {{"x", OBS_NOT_APPLICABLE},
	    {"not applicable", OBS_NOT_APPLICABLE}, {"*", OBS_SUPPRESSED},
	    {"c", OBS_SUPPRESSED}, {"suppressed", OBS_SUPPRESSED},
	    {"confidential", OBS_SUPPRESSED},
	    {"not collected", OBS_NOT_COLLECTED}};
	size_t i;

	for (i = 0; i < sizeof absent / sizeof *absent; i++) {
		if (same_word(s, absent[i])) {
			f->kind = FIGURE_ABSENT;
			f->status = OBS_MISSING;
			return true;
		}
	}
	for (i = 0; i < sizeof reasons / sizeof *reasons; i++) {
		if (same_word(s, reasons[i].word)) {
			f->kind = FIGURE_REASON;
			f->status = reasons[i].status;
			return true;
		}
	}
	return false;
}

/* Remove one of the signs before the number. */
static struct str
read_comparator(struct str s, struct figure *f, bool *equal)
{
	static const struct {
		const char *sign;
		enum comparator comparator;
		bool equal;
	} signs[] = {{"<=", CMP_LESS, true}, {"≤", CMP_LESS, true},
	    {">=", CMP_MORE, true}, {"≥", CMP_MORE, true},
	    {"<", CMP_LESS, false}, {">", CMP_MORE, false},
	    {"~", CMP_ABOUT, false}, {"≈", CMP_ABOUT, false}};
	size_t i;

	*equal = false;
	for (i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (!str_starts(s, signs[i].sign))
			continue;
		f->comparator = signs[i].comparator;
		*equal = signs[i].equal;
		return str_trim(str_slice(s, strlen(signs[i].sign), s.n));
	}
	return s;
}

/* "36-79", "36–79", "36 to 79". */
static bool
read_range(struct str s, bool comma, struct figure *f)
{
	static const char *const marks[] = {"–", " to ", "-"};
	size_t i, k, n;

	for (k = 0; k < 3; k++) {
		n = strlen(marks[k]);
		for (i = 1; i + n < s.n; i++)
			if (memcmp(s.p + i, marks[k], n) == 0 &&
			    read_decimal(str_trim(str_slice(s, 0, i)), comma,
				f->low, &f->marked) &&
			    read_decimal(str_trim(str_slice(s, i + n, s.n)),
				comma, f->high, &f->marked))
				return true;
	}
	f->low[0] = f->high[0] = '\0';
	return false;
}

/* A range in brackets behind the value: "51 [36-79]". */
static struct str
read_interval(struct str s, bool comma, struct figure *f)
{
	size_t open = str_find(s, '[', 0);

	if (s.n == 0 || s.p[s.n - 1] != ']' || open == s.n)
		return s;
	if (!read_range(str_slice(s, open + 1, s.n - 1), comma, f))
		return s;
	return str_trim(str_slice(s, 0, open));
}

/* Blanks that are no ASCII, as blanks. */
static struct str
plain_blanks(struct str s, char out[FIGURE_TEXT])
{
	static const char *const blanks[] = {
	    "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
	size_t i, k, n = 0;

	for (i = 0; i < s.n; i++) {
		for (k = 0; k < 3; k++)
			if (str_starts(str_slice(s, i, s.n), blanks[k]))
				break;
		out[n++] = k < 3 ? ' ' : s.p[i];
		i += k < 3 ? strlen(blanks[k]) - 1 : 0;
	}
	return str_trim((struct str){out, n});
}

/* Most figures are digits with a point at most: those are their own plain
 * decimal. */
static bool
copy_plain(struct str s, char out[FIGURE_TEXT])
{
	size_t i, point = s.n;

	if (s.n > FIGURE_TEXT - 8 || !is_digit(s.p[0]) ||
	    (s.p[0] == '0' && s.n > 1 && s.p[1] != '.'))
		return false;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '.' && point == s.n)
			point = i;
		else if (!is_digit(s.p[i]))
			return false;
	}
	if (point + 1 == s.n)
		return false;
	memcpy(out, s.p, s.n);
	out[s.n] = '\0';
	return true;
}

void
figure_parse(struct str s, bool comma, struct figure *f)
{
	char plain[FIGURE_TEXT];
	bool equal;

	*f = (struct figure){.kind = FIGURE_BAD};
	s = str_trim(s);
	if (s.n == 0) {
		f->kind = FIGURE_EMPTY;
		return;
	}
	if (copy_plain(s, f->value)) {
		f->kind = FIGURE_VALUE;
		return;
	}
	if (s.n >= FIGURE_TEXT || read_mark(s, f))
		return;
	s = plain_blanks(s, plain);
	s = read_comparator(s, f, &equal);
	if (s.n > 2 && s.p[0] == '(' && s.p[s.n - 1] == ')') {
		f->status = OBS_UNRELIABLE;
		s = str_slice(s, 1, s.n - 1);
	}
	if (s.n > 1 && s.p[s.n - 1] == '%') {
		f->marked = true;
		s = str_trim(str_slice(s, 0, s.n - 1));
	}
	s = read_interval(s, comma, f);
	if (read_decimal(s, comma, f->value, &f->marked)) {
		f->kind = FIGURE_VALUE;
		if (equal) { /* a bound that may be reached is a range */
			memcpy(f->comparator == CMP_LESS ? f->high : f->low,
			    f->value, FIGURE_TEXT);
			f->value[0] = '\0';
			f->comparator = CMP_EQUAL;
		}
	} else if (f->low[0] == '\0' && f->comparator == CMP_EQUAL &&
		   read_range(s, comma, f)) {
		f->kind = FIGURE_VALUE;
	}
}
