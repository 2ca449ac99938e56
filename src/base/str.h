/* SPDX-License-Identifier: MIT */
/* base/str.h - views of text and growing buffers */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* A view: n bytes at p, owned by somebody else, no closing NUL promised. */
struct str {
	const char *p;
	size_t n;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_FMT      "%.*s"
#define STR_ARG(s)   (int)(s).n, (s).p

struct str str_from(const char *s); /* NULL becomes the empty view */
bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *s);
bool str_starts(struct str a, const char *prefix);
bool str_ends(struct str a, const char *suffix);
int str_cmp(struct str a, struct str b); /* bytewise */
struct str str_trim(struct str);         /* without ASCII white space around */
struct str str_slice(struct str, size_t from, size_t to);
/* Index of the first c at or after `from`, or s.n. */
size_t str_find(struct str s, char c, size_t from);
/* A copy with a closing NUL. */
char *str_dup(struct arena *, struct str);

/* Equal, for C strings of which either may be NULL (NULL equals ""). */
bool streq(const char *a, const char *b);

/* A growing text; starts zeroed, ends with buf_free.  p is NUL-terminated
 * as soon as anything was added. */
struct buf {
	char *p;
	size_t n, cap;
};

void buf_free(struct buf *);
void buf_add(struct buf *, const char *p, size_t n);
void buf_puts(struct buf *, const char *s);
void buf_str(struct buf *, struct str s);
void buf_putc(struct buf *, char c);
void buf_int(struct buf *, long v); /* in decimal digits */
/* 1234 as "1.234", 500 as ".5" */
void buf_thousandths(struct buf *, int64_t);
void buf_utf8(struct buf *, uint32_t code);
void buf_printf(struct buf *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *, const char *fmt, va_list ap);
struct str buf_view(const struct buf *);
/* Move the text into the arena, with a closing NUL, and free the buffer. */
struct str buf_take(struct buf *, struct arena *);

/*
 * Of the n names, the one nearest to `name` by Damerau-Levenshtein distance,
 * at most a third of its length (at least 1, at most 4) away; else NULL.
 */
const char *str_nearest(const char *name, const char *const *names, size_t n);

/* " (did you mean 'x'?)" for a message about a name, nothing for NULL. */
struct str_hint {
	char text[160];
};
struct str_hint str_hint(const char *near);

#endif
