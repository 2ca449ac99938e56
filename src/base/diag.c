/* SPDX-License-Identifier: MIT */
/* base/diag.c - messages about the input */
#include "base/diag.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"

static const struct {
	const char *name, *text, *help;
	enum diag_level level;
} table[DIAG_COUNT] = {
#define X(id, level, text, help) {#id, text, help, DIAG_##level},
#include "base/diag.def"
#undef X
};

struct sink {
	struct arena *arena;
	VEC(struct diag) diags;
	struct map *seen; /* file, line, column, id, text -> order + 1 */
	const struct diag **sorted;
	size_t merged; /* sinks that make `about` needless when all have it */
	const char *limited; /* file, NULL: none */
	size_t most;
	struct {
		size_t n;
		unsigned next; /* line of the first that was not kept */
	} of[DIAG_COUNT];
};

struct place
origin_place(const struct origin *o, unsigned line, unsigned col)
{
	if (o->find)
		return o->find(o->ctx, line, col);
	return (struct place){o->file, line + o->first_line, col};
}

struct sink *
sink_new(struct arena *a)
{
	struct sink *s = ARENA_NEW(a, struct sink);

	s->arena = a;
	s->seen = map_new(a);
	return s;
}

/* Keep a message; if the same is there already, that one. */
static struct diag *
keep(struct sink *s, struct diag d)
{
	struct str key = str_from(
	    arena_printf(s->arena, "%s:%u:%u:%d:%s", d.at.file ? d.at.file : "",
		d.at.line, d.at.col, (int)d.id, d.text));
	uintptr_t order = (uintptr_t)map_find(s->seen, key);

	if (order)
		return &s->diags.v[order - 1];
	if (d.at.file)
		d.at.file = arena_strdup(s->arena, d.at.file);
	d.order = s->diags.n;
	VEC_PUSH(s->arena, &s->diags, d);
	map_put(s->seen, key, (void *)(uintptr_t)s->diags.n);
	return &s->diags.v[d.order];
}

/* Counts the messages about the limited file. */
static bool
is_over(struct sink *s, enum diag_id id, struct place at)
{
	if (!s->limited || !at.file || strcmp(s->limited, at.file) != 0)
		return false;
	if (++s->of[id].n == s->most + 1)
		s->of[id].next = at.line;
	return s->of[id].n > s->most;
}

void
sink_limit(struct sink *s, const char *file, size_t most)
{
	s->limited = arena_strdup(s->arena, file);
	s->most = most;
	memset(s->of, 0, sizeof s->of);
}

void
sink_unlimit(struct sink *s)
{
	struct place at = {s->limited, 0, 0};
	size_t i;

	s->limited = NULL;
	for (i = 0; i < DIAG_COUNT; i++) {
		if (s->of[i].n <= s->most)
			continue;
		at.line = s->of[i].next;
		diag(s, DIAG_MORE, at, s->of[i].n - s->most, s->most);
	}
}

void
diag(struct sink *s, enum diag_id id, struct place at, ...)
{
	struct diag d = {.id = id, .level = table[id].level, .at = at};
	va_list ap;

	if (is_over(s, id, at))
		return;
	va_start(ap, at);
	d.text = arena_vprintf(s->arena, table[id].text, ap);
	va_end(ap);
	keep(s, d);
}

/* --- between processes --- */

#define FIELD_END  '\x1f'
#define RECORD_END '\x1e'

void
sink_save(struct sink *s, FILE *f)
{
	size_t i;

	for (i = 0; i < s->diags.n; i++) {
		const struct diag *d = &s->diags.v[i];

		fprintf(f, "%d%c%u%c%u%c%s%c%s%c", (int)d->id, FIELD_END,
		    d->at.line, FIELD_END, d->at.col, FIELD_END,
		    d->at.file ? d->at.file : "", FIELD_END, d->text,
		    RECORD_END);
	}
}

/* The text up to the next end of a field, and past it. */
static struct str
take(struct str s, size_t *i, char end)
{
	size_t from = *i, to = str_find(s, end, from);

	*i = to + 1;
	return str_slice(s, from, to);
}

void
sink_merge(struct sink *s, struct str saved, const char *about, size_t all)
{
	size_t i = 0;

	s->merged = all;
	while (i < saved.n) {
		struct diag d = {0}, *kept;
		struct str file;

		d.id = (enum diag_id)atoi(take(saved, &i, FIELD_END).p);
		d.at.line = (unsigned)atoi(take(saved, &i, FIELD_END).p);
		d.at.col = (unsigned)atoi(take(saved, &i, FIELD_END).p);
		file = take(saved, &i, FIELD_END);
		if (file.n)
			d.at.file = str_dup(s->arena, file);
		d.text = str_dup(s->arena, take(saved, &i, RECORD_END));
		d.level = table[d.id].level;
		kept = keep(s, d);
		kept->times++;
		if (!kept->about)
			kept->about = arena_strdup(s->arena, about);
		else if (!str_ends(str_from(kept->about), about))
			kept->about = arena_printf(
			    s->arena, "%s, %s", kept->about, about);
	}
}

/* Whose message it is, if not everybody's. */
static const char *
about(const struct sink *s, const struct diag *d)
{
	return d->about && d->times < s->merged ? d->about : NULL;
}

enum diag_level
sink_level(const struct sink *s)
{
	enum diag_level level = DIAG_NOTE;
	size_t i;

	for (i = 0; i < s->diags.n; i++)
		if (s->diags.v[i].level > level)
			level = s->diags.v[i].level;
	return level;
}

size_t
sink_count(const struct sink *s, enum diag_level level)
{
	size_t i, n = 0;

	for (i = 0; i < s->diags.n; i++)
		n += s->diags.v[i].level == level;
	return n;
}

static int
compare_number(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* A note sorts at the place of the message that it follows. */
static const struct diag *
leader(const struct diag *d)
{
	while (d->level == DIAG_NOTE && d->order > 0)
		d--;
	return d;
}

static int
compare(const void *pa, const void *pb)
{
	const struct diag *a = *(const struct diag *const *)pa;
	const struct diag *b = *(const struct diag *const *)pb;
	const struct diag *x = leader(a), *y = leader(b);
	int c =
	    strcmp(x->at.file ? x->at.file : "", y->at.file ? y->at.file : "");

	if (c == 0)
		c = compare_number(x->at.line, y->at.line);
	if (c == 0)
		c = compare_number(x->at.col, y->at.col);
	return c ? c : compare_number(a->order, b->order);
}

size_t
sink_sorted(struct sink *s, const struct diag ***out)
{
	size_t i;

	s->sorted = ARENA_ARRAY(s->arena, const struct diag *, s->diags.n);
	for (i = 0; i < s->diags.n; i++)
		s->sorted[i] = &s->diags.v[i];
	if (s->diags.n > 1)
		qsort(s->sorted, s->diags.n, sizeof *s->sorted, compare);
	*out = s->sorted;
	return s->diags.n;
}

void
sink_print(struct sink *s, FILE *f)
{
	const struct diag **v;
	size_t n = sink_sorted(s, &v), i;

	for (i = 0; i < n; i++) {
		const struct diag *d = v[i];

		if (d->at.file)
			fprintf(f, "%s:", d->at.file);
		if (d->at.line)
			fprintf(f, "%u:", d->at.line);
		if (d->at.line && d->at.col)
			fprintf(f, "%u:", d->at.col);
		fprintf(f, "%s%s: %s", d->at.file ? " " : "",
		    diag_level_name(d->level), d->text);
		if (about(s, d))
			fprintf(f, " [%s]", about(s, d));
		putc('\n', f);
	}
}

static void
print_json_string(FILE *f, const char *s)
{
	fputc('"', f);
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			fprintf(f, "\\%c", *s);
		else if ((unsigned char)*s < 0x20)
			fprintf(f, "\\u%04x", (unsigned)*s);
		else
			fputc(*s, f);
	}
	fputc('"', f);
}

void
sink_print_json(struct sink *s, FILE *f)
{
	const struct diag **v;
	size_t n = sink_sorted(s, &v), i;

	fputs("[", f);
	for (i = 0; i < n; i++) {
		fputs(i ? ",\n {\"file\": " : "\n {\"file\": ", f);
		print_json_string(f, v[i]->at.file ? v[i]->at.file : "");
		fprintf(f,
		    ", \"line\": %u, \"column\": %u, \"level\": \"%s\", "
		    "\"id\": \"%s\", \"message\": ",
		    v[i]->at.line, v[i]->at.col, diag_level_name(v[i]->level),
		    diag_name(v[i]->id));
		print_json_string(f, v[i]->text);
		if (about(s, v[i])) {
			fputs(", \"about\": ", f);
			print_json_string(f, about(s, v[i]));
		}
		fputs("}", f);
	}
	fputs("\n]\n", f);
}

const char *
diag_name(enum diag_id id)
{
	assert(id < DIAG_COUNT);
	return table[id].name;
}

const char *
diag_help(enum diag_id id)
{
	return table[id].help;
}

const char *
diag_format(enum diag_id id)
{
	return table[id].text;
}

enum diag_level
diag_level_of(enum diag_id id)
{
	return table[id].level;
}

const char *
diag_level_name(enum diag_level level)
{
	static const char *const names[] = {
	    "note", "warning", "error", "error"};

	return names[level];
}
