/* SPDX-License-Identifier: MIT */
/* proof/content.c - what a content stream shows, sequence by sequence */
#include "proof/content.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum token {
	TOKEN_END,
	TOKEN_WORD, /* operator, number, true … */
	TOKEN_NAME,
	TOKEN_STRING,
	TOKEN_OPEN, /* [ or << */
	TOKEN_CLOSE
};

struct lexer {
	const char *p, *end;
	enum token token;
	char word[128];    /* WORD and NAME, without "/" */
	struct buf string; /* STRING */
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' ||
	       c == '\0';
}

static bool
is_delimiter(char c)
{
	return c != '\0' && strchr("()<>[]{}/%", c) != NULL;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Behind a backslash (7.3.4.2). */
static void
read_escape(struct lexer *x)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	const char *at;
	int code = 0, n;
	char c = *x->p++;

	if (c >= '0' && c <= '7') {
		x->p--;
		for (n = 0;
		     n < 3 && x->p < x->end && *x->p >= '0' && *x->p <= '7';
		     n++)
			code = code * 8 + (*x->p++ - '0');
		buf_putc(&x->string, (char)code);
		return;
	}
	if (c == '\r' && x->p < x->end && *x->p == '\n')
		x->p++;
	if (c == '\r' || c == '\n')
		return;
	at = c ? strchr(from, c) : NULL;
	buf_putc(&x->string, at ? to[at - from] : c);
}

static void
read_literal(struct lexer *x)
{
	int depth = 1;

	for (x->p++; x->p < x->end; x->p++) {
		char c = *x->p;

		if (c == '\\' && x->p + 1 < x->end) {
			x->p++;
			read_escape(x);
			x->p--;
			continue;
		}
		depth += c == '(';
		depth -= c == ')';
		if (depth == 0)
			break;
		buf_putc(&x->string, c);
	}
	x->p += x->p < x->end;
}

static void
read_hex(struct lexer *x)
{
	int high = -1, digit;

	for (x->p++; x->p < x->end && *x->p != '>'; x->p++) {
		digit = hex_digit(*x->p);
		if (digit < 0)
			continue;
		if (high < 0) {
			high = digit;
			continue;
		}
		buf_putc(&x->string, (char)(high * 16 + digit));
		high = -1;
	}
	if (high >= 0)
		buf_putc(&x->string, (char)(high * 16));
	x->p += x->p < x->end;
}

static void
read_word(struct lexer *x)
{
	size_t n = 0;

	while (x->p < x->end && !is_blank(*x->p) && !is_delimiter(*x->p)) {
		if (n + 1 < sizeof x->word)
			x->word[n++] = *x->p;
		x->p++;
	}
	x->word[n] = '\0';
}

static void
skip_blanks(struct lexer *x)
{
	while (x->p < x->end && (is_blank(*x->p) || *x->p == '%')) {
		if (*x->p == '%')
			while (x->p < x->end && *x->p != '\n' && *x->p != '\r')
				x->p++;
		else
			x->p++;
	}
}

static bool
next(struct lexer *x)
{
	skip_blanks(x);
	x->string.n = 0;
	if (x->p >= x->end) {
		x->token = TOKEN_END;
	} else if (*x->p == '(') {
		x->token = TOKEN_STRING;
		read_literal(x);
	} else if (*x->p == '<' && x->p + 1 < x->end && x->p[1] == '<') {
		x->token = TOKEN_OPEN;
		x->p += 2;
	} else if (*x->p == '<') {
		x->token = TOKEN_STRING;
		read_hex(x);
	} else if (*x->p == '>') {
		x->token = TOKEN_CLOSE;
		x->p += x->p + 1 < x->end && x->p[1] == '>' ? 2 : 1;
	} else if (strchr("[{", *x->p)) {
		x->token = TOKEN_OPEN;
		x->p++;
	} else if (strchr("]})", *x->p)) {
		x->token = TOKEN_CLOSE;
		x->p++;
	} else if (*x->p == '/') {
		x->token = TOKEN_NAME;
		x->p++;
		read_word(x);
	} else {
		x->token = TOKEN_WORD;
		read_word(x);
	}
	return x->token != TOKEN_END;
}

/* --- operators --- */

/* What the operands before an operator were, as far as it matters. */
struct operands {
	char name[128];    /* the last name */
	bool mcid_next;    /* it was MCID */
	bool actual_next;  /* it was ActualText */
	long mcid;         /* -1: none */
	struct buf actual; /* UTF-8 */
	struct buf codes;
};

static bool
is_operator(const char *word)
{
	return (word[0] >= 'A' && word[0] <= 'Z') ||
	       (word[0] >= 'a' && word[0] <= 'z') || word[0] == '\'' ||
	       word[0] == '"';
}

static void
add_utf16(struct str s, struct buf *out)
{
	size_t i;

	/* text strings begin with a mark of their order */
	i = s.n >= 2 && memcmp(s.p, "\xFE\xFF", 2) == 0 ? 2 : 0;
	for (; i + 1 < s.n; i += 2) {
		uint32_t c = (uint32_t)(unsigned char)s.p[i] << 8 |
			     (unsigned char)s.p[i + 1];

		if (c >= 0xD800 && c < 0xDC00 && i + 3 < s.n) {
			uint32_t low = (uint32_t)(unsigned char)s.p[i + 2]
					   << 8 |
				       (unsigned char)s.p[i + 3];

			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
			i += 2;
		}
		buf_utf8(out, c);
	}
}

static void
run(const char *word, struct operands *o, const struct content_user *u)
{
	if (strcmp(word, "BDC") == 0 || strcmp(word, "BMC") == 0)
		u->begin(u->ctx, o->mcid, buf_view(&o->actual));
	else if (strcmp(word, "EMC") == 0)
		u->end(u->ctx);
	else if (strcmp(word, "Tf") == 0)
		u->font(u->ctx, o->name);
	else if (strcmp(word, "Tj") == 0 || strcmp(word, "TJ") == 0)
		u->show(u->ctx, buf_view(&o->codes));
	else if (strcmp(word, "Do") == 0)
		u->paint(u->ctx, o->name);
}

void
content_read(struct str content, const struct content_user *u)
{
	struct lexer x = {.p = content.p, .end = content.p + content.n};
	struct operands o = {.mcid = -1};

	while (next(&x)) {
		bool value = o.mcid_next, actual = o.actual_next;

		o.mcid_next = o.actual_next = false;
		if (x.token == TOKEN_NAME) {
			memcpy(o.name, x.word, sizeof o.name);
			o.mcid_next = strcmp(x.word, "MCID") == 0;
			o.actual_next = strcmp(x.word, "ActualText") == 0;
		} else if (x.token == TOKEN_STRING && actual) {
			add_utf16(buf_view(&x.string), &o.actual);
		} else if (x.token == TOKEN_STRING) {
			buf_str(&o.codes, buf_view(&x.string));
		} else if (x.token == TOKEN_WORD && value) {
			o.mcid = strtol(x.word, NULL, 10);
		} else if (x.token == TOKEN_WORD && is_operator(x.word)) {
			run(x.word, &o, u);
			o.mcid = -1;
			o.codes.n = o.actual.n = 0;
		}
	}
	buf_free(&x.string);
	buf_free(&o.actual);
	buf_free(&o.codes);
}

/* --- ToUnicode --- */

void
content_cmap(struct str cmap,
    void (*entry)(void *ctx, unsigned code, struct str utf8), void *ctx)
{
	struct lexer x = {.p = cmap.p, .end = cmap.p + cmap.n};
	struct buf text = {0};
	bool inside = false, second = false;
	unsigned code = 0;

	while (next(&x)) {
		if (x.token == TOKEN_WORD) {
			inside = strcmp(x.word, "beginbfchar") == 0;
			second = false;
		} else if (x.token == TOKEN_STRING && inside && second) {
			text.n = 0;
			add_utf16(buf_view(&x.string), &text);
			entry(ctx, code, buf_view(&text));
			second = false;
		} else if (x.token == TOKEN_STRING && inside) {
			second = x.string.n == 2;
			if (second)
				code = (unsigned)(unsigned char)x.string.p[0]
					   << 8 |
				       (unsigned char)x.string.p[1];
		}
	}
	buf_free(&x.string);
	buf_free(&text);
}
