/* SPDX-License-Identifier: MIT */
/* tmpl/out.c - the Markdown being written, and where each part came from */
#include "tmpl/out.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "tmpl/tidy.h"

/* Fences whose inside is YAML; the first is evaluated here. */
static const char *const yaml_fences[] = {
    "table", "chart", "timeline", "map", "stats"};

void
out_init(struct out *o, struct arena *a, bool yaml)
{
	*o = (struct out){
	    .arena = a, .line = 1, .col = 1, .blank = true, .block_indent = -1};
	if (yaml) {
		o->region = OUT_YAML;
		o->fence = '\0';
	}
	buf_add(&o->text, "", 0);
}

static struct str
current_line(const struct out *o)
{
	return (struct str){
	    o->text.p + o->line_start, o->text.n - o->line_start};
}

static void
span(struct out *o, struct place at, bool fixed)
{
	struct out_span s = {o->line, o->col, at, fixed};
	size_t n = o->map.n;

	/* nothing was written since the last one */
	if (n && o->map.v[n - 1].line == s.line && o->map.v[n - 1].col == s.col)
		o->map.v[n - 1] = s;
	else
		VEC_PUSH(o->arena, &o->map, s);
}

static void
append(struct out *o, struct str s)
{
	size_t i;

	buf_str(&o->text, s);
	for (i = 0; i < s.n; i++)
		o->col += ((unsigned char)s.p[i] & 0xC0) != 0x80;
}

/* Forget the text from an offset on, which is the beginning of a line. */
static void
cut(struct out *o, size_t offset, unsigned line)
{
	o->text.n = o->line_start = offset;
	o->text.p[offset] = '\0';
	o->line = line;
	o->col = 1;
	while (o->map.n && o->map.v[o->map.n - 1].line >= line)
		o->map.n--;
}

/* --- YAML scalars --- */

/* What a YAML line is up to its end. */
struct yaml_scan {
	size_t scalar; /* offset in the line where the scalar begins */
	char quote;    /* inside an author's quotes */
	bool flow;     /* inside [] or {} */
	bool comment;
};

static struct yaml_scan
scan_yaml(struct str s)
{
	struct yaml_scan y = {0};
	int depth = 0;
	size_t i;

	while (y.scalar < s.n && s.p[y.scalar] == ' ')
		y.scalar++;
	for (i = y.scalar; i < s.n; i++) {
		char c = s.p[i];
		bool gap = i + 1 >= s.n || s.p[i + 1] == ' ';

		if (y.quote) {
			if (c == '\\' && y.quote == '"')
				i++;
			else if (c == y.quote)
				y.quote = '\0';
			continue;
		}
		if ((c == '"' || c == '\'') && i == y.scalar)
			y.quote = c;
		else if (c == '#' && (i == 0 || s.p[i - 1] == ' '))
			y.comment = true;
		else if ((c == '{' || c == '[') && i == y.scalar)
			depth++, y.scalar = i + 1;
		else if ((c == '}' || c == ']') && depth > 0)
			depth--;
		else if ((c == ':' && gap) || (c == ',' && depth > 0) ||
			 (c == '-' && gap && i == y.scalar))
			y.scalar = i + 1;
		while (y.scalar == i + 1 && i + 1 < s.n && s.p[i + 1] == ' ') {
			i++;
			y.scalar = i + 1;
		}
	}
	y.flow = depth > 0;
	return y;
}

static size_t
indent_of(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == ' ')
		n++;
	return n;
}

/* Is the line at hand inside a block scalar? */
static bool
in_block(const struct out *o)
{
	return o->block_indent >= 0 &&
	       (int)indent_of(current_line(o)) > o->block_indent;
}

/* Open our own quotes around the scalar that the line has begun. */
static void
open_scalar(struct out *o, struct yaml_scan y)
{
	struct str line = current_line(o);
	char *plain = str_dup(o->arena, str_slice(line, y.scalar, line.n));
	size_t n = strlen(plain), before = o->text.n;

	if (n == 0 && line.n && strchr(":,-", line.p[line.n - 1]))
		buf_putc(&o->text, ' ');
	o->text.n -= n;
	o->text.p[o->text.n] = '\0';
	buf_putc(&o->text, '"');
	o->scalar = o->text.n;
	o->flow = y.flow;
	escape_yaml(&o->text, (struct str){plain, n});
	o->col += (unsigned)(o->text.n - before);
}

static void
close_scalar(struct out *o)
{
	if (!o->scalar)
		return;
	append(o, STR("\""));
	o->scalar = 0;
}

static void
append_yaml(struct out *o, struct str s)
{
	struct buf b = {0};

	escape_yaml(&b, s);
	append(o, buf_view(&b));
	buf_free(&b);
}

static void
yaml_value(struct out *o, struct str s)
{
	struct yaml_scan y;
	size_t i;

	if (o->scalar) {
		append_yaml(o, s);
		return;
	}
	y = scan_yaml(current_line(o));
	if (in_block(o) || y.comment) {
		append(o, s);
	} else if (y.quote == '\'') {
		for (i = 0; i < s.n; i++)
			append(o, s.p[i] == '\'' ? STR("''")
						 : str_slice(s, i, i + 1));
	} else {
		if (!y.quote)
			open_scalar(o, y);
		append_yaml(o, s);
	}
}

bool
out_scalar_is_empty(const struct out *o)
{
	struct str line = current_line(o);
	struct yaml_scan y;

	if (o->scalar || in_block(o))
		return false;
	y = scan_yaml(line);
	return !y.quote && y.scalar >= line.n;
}

/* Author's text in a YAML line; a scalar that we opened ends with its line,
 * or in [] and {} with what ends an element. */
static void
yaml_literal(struct out *o, struct str s)
{
	size_t i = 0;

	if (o->scalar && o->flow)
		while (i < s.n && !strchr(",]}", s.p[i]))
			i++;
	else if (o->scalar)
		i = s.n;
	if (o->scalar) {
		append_yaml(o, str_slice(s, 0, i));
		if (i < s.n)
			close_scalar(o);
	}
	append(o, str_slice(s, i, s.n));
}

/* After a YAML line: does a block scalar begin, go on, or end? */
static void
follow_block(struct out *o, struct str line)
{
	struct str t = str_trim(line);
	size_t i = t.n;

	if (t.n == 0)
		return;
	if (in_block(o))
		return;
	o->block_indent = -1;
	if (i && strchr("+-", t.p[i - 1]))
		i--;
	if (i > 1 && (t.p[i - 1] == '|' || t.p[i - 1] == '>') &&
	    t.p[i - 2] == ' ')
		o->block_indent = (int)indent_of(line);
}

/* --- lines --- */

/* Length of the run of fence characters that begins a line, or 0. */
static size_t
fence_run(struct str t)
{
	size_t n = 0;

	if (t.n == 0 || (t.p[0] != '`' && t.p[0] != '~'))
		return 0;
	while (n < t.n && t.p[n] == t.p[0])
		n++;
	return n >= 3 ? n : 0;
}

static void
open_fence(struct out *o, struct str t, size_t run)
{
	struct str info = str_trim(str_slice(t, run, t.n));
	size_t i, n = 0;

	while (n < info.n && isalnum((unsigned char)info.p[n]))
		n++;
	o->fence = t.p[0];
	o->fence_length = run;
	o->fence_start = o->line_start;
	o->fence_line = o->line;
	o->block_indent = -1;
	o->region = OUT_CODE;
	for (i = 0; i < sizeof yaml_fences / sizeof *yaml_fences; i++)
		if (str_is(str_slice(info, 0, n), yaml_fences[i]))
			o->region = i == 0 ? OUT_TABLE : OUT_YAML;
}

static struct place
map_find(const struct out_span *v, size_t n, unsigned line, unsigned col)
{
	size_t lo = 0, hi = n;
	struct place at;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (v[mid].line < line ||
		    (v[mid].line == line && v[mid].col <= col))
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == 0)
		return n ? v[0].at : (struct place){0};
	at = v[lo - 1].at;
	if (!v[lo - 1].fixed && v[lo - 1].line == line)
		at.col += col - v[lo - 1].col;
	else if (!v[lo - 1].fixed)
		at =
		    (struct place){at.file, at.line + line - v[lo - 1].line, 1};
	return at;
}

/* A part of the map, and how many lines it begins behind the text's. */
struct map_view {
	const struct out_span *v;
	size_t n;
	unsigned first;
};

static struct place
view_find(const void *ctx, unsigned line, unsigned col)
{
	const struct map_view *m = ctx;

	return map_find(m->v, m->n, line + m->first, col);
}

static void
end_table(struct out *o)
{
	struct map_view *m = ARENA_NEW(o->arena, struct map_view);
	struct out_table t = {0};
	struct str all = {
	    o->text.p + o->fence_start, o->line_start - o->fence_start};
	size_t head = str_find(all, '\n', 0) + 1;

	/* the texts move out of the way of what is written next */
	t.text = str_slice(all, head, all.n);
	t.text.p = str_dup(o->arena, t.text);
	*m = (struct map_view){NULL, o->map.n, o->fence_line};
	m->v = memcpy(ARENA_ARRAY(o->arena, struct out_span, o->map.n + 1),
	    o->map.v, o->map.n * sizeof *o->map.v);
	t.at = map_find(m->v, m->n, o->fence_line, 1);
	t.origin = (struct origin){t.at.file, view_find, m, 0};
	o->region = OUT_PROSE;
	cut(o, o->fence_start, o->fence_line);
	o->blank = o->text.n == 0 || str_ends(buf_view(&o->text), "\n\n");
	if (o->on_table)
		o->on_table(o->ctx, &t);
}

/* What the finished line does to the region.  False: it is gone. */
static bool
follow_fence(struct out *o)
{
	struct str line = current_line(o), t = str_trim(line);
	size_t run = fence_run(t);

	if (o->region == OUT_PROSE) {
		if (run)
			open_fence(o, t, run);
		else if (o->line == 1 && str_is(t, "---")) {
			o->region = OUT_YAML;
			o->fence = '-';
			o->block_indent = -1;
		}
		return true;
	}
	if (o->fence == '-' ? str_is(line, "---")
			    : run >= o->fence_length && run == t.n && run &&
				  t.p[0] == o->fence) {
		if (o->region == OUT_TABLE) {
			end_table(o);
			return false;
		}
		o->region = OUT_PROSE;
	} else if (o->region != OUT_CODE) {
		follow_block(o, line);
	}
	return true;
}

static void
end_line(struct out *o)
{
	bool blank;

	close_scalar(o);
	blank = str_trim(current_line(o)).n == 0;
	if (blank && o->blank && o->region == OUT_PROSE) {
		cut(o, o->line_start, o->line);
		return;
	}
	if (!follow_fence(o))
		return;
	o->blank = blank && o->region == OUT_PROSE;
	buf_putc(&o->text, '\n');
	o->line_start = o->text.n;
	o->line++;
	o->col = 1;
}

void
out_literal(struct out *o, struct str s, struct place at)
{
	size_t i = 0, end;

	while (i < s.n) {
		end = str_find(s, '\n', i);
		if (end > i) {
			struct str part = str_slice(s, i, end);

			span(o, at, false);
			if (out_is_yaml(o))
				yaml_literal(o, part);
			else
				append(o, part);
		}
		if (end < s.n) {
			if (end == i)
				span(o, at, false);
			end_line(o);
			at.line++;
			at.col = 1;
			end++;
		}
		i = end;
	}
}

void
out_value(struct out *o, struct str text, struct place at)
{
	if (text.n == 0 && !out_is_yaml(o))
		return;
	span(o, at, true);
	if (out_is_yaml(o))
		yaml_value(o, text);
	else
		append(o, text);
}

void
out_eat(struct out *o)
{
	size_t end = o->text.n, i;

	if (o->region != OUT_PROSE)
		return;
	while (end > 0 && isspace((unsigned char)o->text.p[end - 1])) {
		end--;
		o->line -= o->text.p[end] == '\n';
	}
	if (end == o->text.n)
		return;
	o->text.n = end;
	o->text.p[end] = '\0';
	o->line_start = end;
	while (o->line_start > 0 && o->text.p[o->line_start - 1] != '\n')
		o->line_start--;
	o->col = 1;
	for (i = o->line_start; i < end; i++)
		o->col += ((unsigned char)o->text.p[i] & 0xC0) != 0x80;
	o->blank = o->line_start == 0 ||
		   str_ends((struct str){o->text.p, o->line_start}, "\n\n");
	while (o->map.n && (o->map.v[o->map.n - 1].line > o->line ||
			       (o->map.v[o->map.n - 1].line == o->line &&
				   o->map.v[o->map.n - 1].col > o->col)))
		o->map.n--;
}

void
out_lines(struct out *o, struct str s, struct place at)
{
	size_t i = 0, end;

	while (i < s.n) {
		end = str_find(s, '\n', i);
		span(o, at, true);
		append(o, str_slice(s, i, end));
		end_line(o);
		i = end + 1;
	}
}

bool
out_begins(const struct out *o)
{
	struct str s = str_trim(current_line(o));
	size_t i = 0;

	while (i < s.n && strchr(" >*+-.)0123456789", s.p[i]))
		i++;
	return i == s.n;
}

/* May "{" at i of a line begin attributes? */
static bool
begins_attributes(struct str line, size_t i)
{
	struct str t = str_trim(line);

	if (i > 0 && strchr("])`", line.p[i - 1]))
		return true;
	return t.n && (t.p[0] == '#' || t.p[0] == ':' || fence_run(t));
}

static bool
is_id(char c)
{
	return isalnum((unsigned char)c) || c == '-' || c == '_';
}

/* Does the next character begin {#id}, (#id) or @id? */
static bool
begins_id(const struct out_scan *x, struct str s)
{
	char c = s.p[x->upto];

	if (x->quoted || x->code)
		return false;
	return (c == '#' && (x->attribute || x->link)) ||
	       (c == '@' && (x->upto == 0 || !is_id(s.p[x->upto - 1])));
}

/* Follow the line's markup up to its end; only what is new is looked at. */
static void
follow_markup(struct out *o, struct str s)
{
	struct out_scan *x = &o->scan;

	if (x->line_start != o->line_start || x->upto > s.n)
		*x = (struct out_scan){.line_start = o->line_start};
	for (; x->upto < s.n; x->upto++) {
		char c = s.p[x->upto];

		x->id = (x->id && is_id(c)) || begins_id(x, s);
		if (c == '\\')
			x->upto++;
		else if (x->attribute && c == '"')
			x->quoted = !x->quoted;
		else if (x->attribute)
			x->attribute = x->quoted || c != '}';
		else if (c == '`')
			x->code = !x->code;
		else if (x->code)
			continue;
		else if (c == '{' && begins_attributes(s, x->upto))
			x->attribute = true;
		else if (c == '(' && x->upto > 0 && s.p[x->upto - 1] == ']')
			x->link = true;
		else if (c == ')')
			x->link = false;
	}
}

enum spot
out_spot(struct out *o)
{
	struct str s = current_line(o);
	const struct out_scan *x = &o->scan;
	size_t i = 0;

	if (o->region == OUT_CODE)
		return SPOT_CODE;
	follow_markup(o, s);
	if (x->id)
		return SPOT_ID;
	if (x->attribute)
		return x->quoted ? SPOT_QUOTED : SPOT_ATTRIBUTE;
	if (x->link)
		return SPOT_LINK;
	if (x->code)
		return SPOT_CODE;
	while (i < s.n && s.p[i] == ' ')
		i++;
	return i < s.n && s.p[i] == '|' ? SPOT_CELL : SPOT_PROSE;
}

void
out_event(struct out *o)
{
	VEC_PUSH(o->arena, &o->events, o->line);
}

void
out_end(struct out *o, struct str *text, struct origin *origin)
{
	struct map_view *m = ARENA_NEW(o->arena, struct map_view);

	if (o->text.n > o->line_start)
		end_line(o);
	if (o->region == OUT_TABLE)
		end_table(o);
	tidy_sections(o);
	*text = buf_take(&o->text, o->arena);
	*m = (struct map_view){o->map.v, o->map.n, 0};
	*origin = (struct origin){
	    o->map.n ? o->map.v[0].at.file : NULL, view_find, m, 0};
}
