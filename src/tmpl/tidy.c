/* SPDX-License-Identifier: MIT */
/*
 * tmpl/tidy.c - what the data left empty vanishes
 *
 * One pass from the last line to the first.  For each heading level it knows
 * whether anything was written, and whether a block statement stood, between
 * the line at hand and the next heading of that level or above.
 */
#include "tmpl/tidy.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "tmpl/out.h"

#define LEVELS 6

enum line_kind { LINE_BLANK, LINE_TEXT, LINE_HEADING, LINE_OPEN, LINE_CLOSE };

struct line {
	struct str text; /* with its line end */
	enum line_kind kind;
	int level;
	bool event, dropped;
};

/* What lies behind the line at hand, by level from 1. */
struct behind {
	bool content[LEVELS + 1], event[LEVELS + 1];
	size_t close; /* line that closes the div whose inside this is */
	struct behind *outer;
};

static void
classify(struct line *l)
{
	struct str t = str_trim(l->text);
	size_t n = 0;

	while (n < t.n && t.p[n] == '#')
		n++;
	l->kind = t.n == 0 ? LINE_BLANK : LINE_TEXT;
	if (n >= 1 && n <= LEVELS && n < t.n && t.p[n] == ' ') {
		l->kind = LINE_HEADING;
		l->level = (int)n;
	} else if (str_starts(t, ":::")) {
		n = 3;
		while (n < t.n && t.p[n] == ':')
			n++;
		l->kind = n == t.n ? LINE_CLOSE : LINE_OPEN;
	}
}

/* Lines of the output; inside fences everything is text. */
static size_t
read_lines(struct out *o, struct line **lines)
{
	struct str s = buf_view(&o->text);
	size_t n = 0, i = 0, end, fence = 0, run;
	char mark = '\0';
	struct line *v = ARENA_ARRAY(o->arena, struct line, o->line);

	for (; i < s.n && n < o->line; i = end, n++) {
		struct str t;

		end = str_find(s, '\n', i);
		end += end < s.n;
		v[n].text = str_slice(s, i, end);
		t = str_trim(v[n].text);
		for (run = 0; run < t.n && strchr("`~", t.p[run]); run++)
			if (t.p[run] != t.p[0])
				break;
		if (fence || run >= 3)
			v[n].kind = LINE_TEXT;
		else
			classify(&v[n]);
		if (!fence && run >= 3) {
			fence = run;
			mark = t.p[0];
		} else if (fence && run >= fence && t.p[0] == mark &&
			   run == t.n) {
			fence = 0;
		}
	}
	*lines = v;
	return n;
}

static void
add_content(struct behind *b)
{
	int i;

	for (i = 0; i <= LEVELS; i++)
		b->content[i] = true;
}

static void
pass_heading(struct line *l, struct behind *b)
{
	int i;

	l->dropped = !b->content[l->level] && b->event[l->level];
	for (i = 0; i < l->level; i++)
		b->content[i] |= !l->dropped;
	for (; i <= LEVELS; i++)
		b->content[i] = b->event[i] = false;
}

/* The opening line of a div: it goes with its closing line, or is content. */
static struct behind *
pass_open(struct line *lines, size_t i, struct behind *b)
{
	struct behind *outer = b->outer;
	int k;

	if (!outer) { /* never closed */
		add_content(b);
		return b;
	}
	if (!b->content[0] && b->event[0])
		lines[i].dropped = lines[b->close].dropped = true;
	else
		add_content(outer);
	for (k = 0; k <= LEVELS; k++)
		outer->event[k] |= b->event[0];
	return outer;
}

/* `last`: a statement stood behind the last line. */
static void
pass(struct out *o, struct line *lines, size_t n, bool last)
{
	struct behind *b = ARENA_NEW(o->arena, struct behind), *inner;
	size_t i;
	int k;

	for (k = 0; k <= LEVELS; k++)
		b->event[k] = last;
	for (i = n; i-- > 0;) {
		struct line *l = &lines[i];

		if (l->kind == LINE_TEXT) {
			add_content(b);
		} else if (l->kind == LINE_HEADING) {
			pass_heading(l, b);
		} else if (l->kind == LINE_CLOSE) {
			inner = ARENA_NEW(o->arena, struct behind);
			inner->outer = b;
			inner->close = i;
			b = inner;
		} else if (l->kind == LINE_OPEN) {
			b = pass_open(lines, i, b);
		}
		for (k = 0; l->event && k <= LEVELS; k++)
			b->event[k] = true;
	}
}

/* Write the lines that stay, and move the map with them. */
static void
rebuild(struct out *o, const struct line *lines, size_t n)
{
	unsigned *number = ARENA_ARRAY(o->arena, unsigned, n + 2), now = 0;
	struct buf text = {0};
	bool blank = true;
	size_t i, kept = 0;

	for (i = 0; i < n; i++) {
		if (lines[i].dropped || (blank && lines[i].kind == LINE_BLANK))
			continue;
		blank = lines[i].kind == LINE_BLANK;
		buf_str(&text, lines[i].text);
		number[i + 1] = ++now;
	}
	for (i = 0; i < o->map.n; i++) {
		struct out_span s = o->map.v[i];

		if (s.line <= n && number[s.line]) {
			s.line = number[s.line];
			o->map.v[kept++] = s;
		}
	}
	o->map.n = kept;
	buf_free(&o->text);
	o->text = text;
	o->line = now + 1;
}

void
tidy_sections(struct out *o)
{
	struct line *lines;
	size_t n, i;
	bool any = false, last = false;

	if (o->events.n == 0)
		return;
	n = read_lines(o, &lines);
	for (i = 0; i < o->events.n; i++)
		if (o->events.v[i] > n)
			last = true;
		else
			lines[o->events.v[i] - 1].event = true;
	pass(o, lines, n, last);
	for (i = 0; i < n; i++)
		any |= lines[i].dropped;
	if (any)
		rebuild(o, lines, n);
}
