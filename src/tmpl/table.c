/* SPDX-License-Identifier: MIT */
/*
 * tmpl/table.c - ``` table fences: YAML and rows of data to a pipe table
 *
 * The fence's text is Markdown and YAML already; what stands under rows,
 * where, group and each column's value and note are expressions, evaluated for
 * every row in a scope where the row's fields are names and the row itself is
 * `row`.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/locale.h"
#include "tmpl/engine.h"
#include "tmpl/parse.h"
#include "tmpl/table.h"

static const char *const table_keys[] = {"id", "title", "short", "subtitle",
    "rows", "where", "by", "group", "subject", "columns", "empty", "missing",
    "source", "key", "reading", "class", "span", "notes", NULL};
static const char *const column_keys[] = {"head", "over", "value", "note",
    "align", "width", "missing", "status", "heat", "list", "merge", "gather",
    "old", "muted", "for", "total", NULL};
static const char *const gathers[] = {"false", "list", "line", NULL};
static const char *const heats[] = {"false", "true", "lower", "higher", NULL};
static const char *const aligns[] = {
    "left", "right", "centre", "decimal", NULL};

/* An expression in a YAML scalar, and where it begins. */
static struct expr *
expr_of(struct tmpl *t, const struct conf *c)
{
	struct place at = c->at;

	at.col += c->quoted;
	return parse_expr(t->arena, t->sink, at, str_from(c->text));
}

static const struct conf *
scalar(struct tmpl *t, const struct conf *c, const char *key)
{
	const struct conf *v = conf_find(c, key);

	if (v && v->kind == CONF_SCALAR)
		return v;
	if (v && v->kind != CONF_NULL)
		diag(t->sink, DIAG_CONF_KIND, v->at, key, "an expression");
	return NULL;
}

static void
read_column(struct table *b, struct column *col, const struct conf *c)
{
	struct tmpl *t = b->t;
	const struct conf *v;

	col->at = c->at;
	conf_known(c, t->sink, column_keys);
	col->head = conf_str(c, t->sink, "head", "");
	col->over = conf_str(c, t->sink, "over", "");
	col->missing = conf_str(c, t->sink, "missing", b->missing);
	col->width = conf_num(c, t->sink, "width", 0);
	col->align = conf_choice(c, t->sink, "align", aligns, "alignment", -1);
	col->heat = (enum heat)conf_choice(
	    c, t->sink, "heat", heats, "direction", HEAT_NONE);
	col->list = conf_bool(c, t->sink, "list", false);
	col->old = conf_bool(c, t->sink, "old", false);
	col->muted = conf_bool(c, t->sink, "muted", false);
	col->merge = conf_bool(c, t->sink, "merge", false);
	col->gather = (enum gather)conf_choice(
	    c, t->sink, "gather", gathers, "way to gather", GATHER_NONE);
	v = scalar(t, c, "value");
	if (!v) {
		diag(t->sink, DIAG_CONF_MISSING_KEY, c->at, "value");
		col->value = ARENA_NEW(t->arena, struct expr);
		return;
	}
	col->at = v->at;
	col->at.col += v->quoted;
	col->value = expr_of(t, v);
	if (conf_bool(c, t->sink, "status", false)) {
		struct expr *e = ARENA_NEW(t->arena, struct expr);

		*e = (struct expr){.kind = EXPR_PIPE,
		    .at = v->at,
		    .name = "status",
		    .a = col->value,
		    .memo = ARENA_NEW(t->arena, struct memo)};
		col->value = e;
	}
	v = scalar(t, c, "total");
	if (v)
		col->total = expr_of(t, v);
	v = scalar(t, c, "note");
	if (v && strcmp(v->text, "cite") == 0)
		col->cite = true;
	else if (v)
		col->note = expr_of(t, v);
}

/* The variable of a column's loop, innermost; undone by its `outer`. */
static void
bind_item(struct tmpl *t, struct column *col)
{
	if (!col->item)
		return;
	col->item->outer = t->vars;
	t->vars = col->item;
}

static void
unbind_item(struct tmpl *t, const struct column *col)
{
	if (col->item)
		t->vars = col->item->outer;
}

/* `head` of a repeated column is an expression. */
static void
read_head(struct table *b, struct column *col, const struct conf *c)
{
	struct tmpl *t = b->t;
	const struct conf *head = scalar(t, c, "head");
	struct buf out = {0};
	struct expr *e;
	struct value v;

	if (!head)
		return;
	bind_item(t, col);
	e = expr_of(t, head);
	check_expr(t, e);
	v = eval_expr(t, e);
	print_markdown(t, &v, head->at, SPOT_PROSE, false, &out);
	unbind_item(t, col);
	col->head = buf_take(&out, t->arena).p;
}

/* One column for each item of the loop; they share their expressions. */
static void
repeat_column(struct table *b, const struct conf *c, const struct conf *loop)
{
	struct tmpl *t = b->t;
	struct place at = loop->at;
	struct column col = {0};
	struct value items;
	struct stmt *s;
	size_t i;

	at.col += loop->quoted;
	s = parse_loop(t->arena, t->sink, at, str_from(loop->text));
	check_template(t, s);
	items = select_rows(t, &s->rows, s->name);
	if (items.kind == VALUE_LIST && items.n)
		read_column(b, &col, c);
	for (i = 0; items.kind == VALUE_LIST && i < items.n; i++) {
		col.item = ARENA_NEW(t->arena, struct var);
		*col.item =
		    (struct var){s->name, items.items[i], t->depth + 1, NULL};
		read_head(b, &col, c);
		col.again = i > 0;
		VEC_PUSH(t->arena, &b->list, col);
	}
}

static void
read_columns(struct table *b, const struct conf *c)
{
	const struct conf *list = conf_list(c, b->t->sink, "columns"), *loop;
	struct column col;
	size_t i;

	if (!list || list->n == 0) {
		diag(b->t->sink, DIAG_CONF_MISSING_KEY, c->at, "columns");
		return;
	}
	for (i = 0; i < list->n; i++) {
		loop = scalar(b->t, list->kids[i], "for");
		if (loop) {
			repeat_column(b, list->kids[i], loop);
			continue;
		}
		col = (struct column){0};
		read_column(b, &col, list->kids[i]);
		VEC_PUSH(b->t->arena, &b->list, col);
	}
	b->columns = b->list.v;
	b->ncolumns = b->list.n;
}

/* `rows: [a, b]` is a list of YAML, but means one of the language. */
static struct str
rows_text(struct tmpl *t, const struct conf *c)
{
	struct buf b = {0};
	size_t i;

	if (c->kind == CONF_SCALAR)
		return str_from(c->text);
	for (i = 0; i < c->n; i++)
		buf_printf(&b, c->kids[i]->quoted ? "%s\"%s\"" : "%s%s",
		    i ? ", " : "[", c->kids[i]->text);
	buf_puts(&b, c->n ? "]" : "[]");
	return buf_take(&b, t->arena);
}

static bool
read_rows(struct table *b, const struct conf *c)
{
	struct tmpl *t = b->t;
	const struct conf *rows = conf_find(c, "rows"), *v;
	struct place at;

	if (!rows || (rows->kind != CONF_SCALAR && rows->kind != CONF_LIST)) {
		diag(t->sink, DIAG_CONF_MISSING_KEY, c->at, "rows");
		return false;
	}
	at = rows->at;
	at.col += rows->quoted;
	b->rows = parse_selection(t->arena, t->sink, at, rows_text(t, rows));
	if (!b->rows.where && (v = scalar(t, c, "where")) != NULL)
		b->rows.where = expr_of(t, v);
	if (!b->rows.by && (v = scalar(t, c, "by")) != NULL) {
		struct selection s = parse_selection(t->arena, t->sink, v->at,
		    str_from(arena_printf(t->arena, "[] by %s", v->text)));

		b->rows.by = s.by;
		b->rows.desc = s.desc;
	}
	if ((v = scalar(t, c, "group")) != NULL)
		b->group = expr_of(t, v);
	if ((v = scalar(t, c, "subject")) != NULL)
		b->subject = expr_of(t, v);
	return b->rows.of->kind != EXPR_BAD;
}

/* Each column by itself, for its variable is seen in no other. */
static void
check(struct table *b)
{
	struct expr *exprs[2];
	size_t i, n = 0;

	if (b->group)
		exprs[n++] = b->group;
	if (b->subject)
		exprs[n++] = b->subject;
	check_rows(b->t, &b->rows, exprs, n);
	for (i = 0; i < b->ncolumns; i++) {
		struct column *col = &b->columns[i];

		if (col->again)
			continue;
		exprs[0] = col->value;
		exprs[1] = col->note;
		bind_item(b->t, col);
		check_rows(b->t, &b->rows, exprs, col->note ? 2 : 1);
		unbind_item(b->t, col);
	}
}

/* --- cells --- */

/* Does the value, or a text that prints it, come from observations? */
static bool
is_from_data(const struct value *v)
{
	size_t i;

	if (v->kind == VALUE_OBS || (v->kind == VALUE_NUMBER && v->deriv))
		return true;
	for (i = 0; v->kind == VALUE_TEXT && i < v->n; i++)
		if (v->pieces[i].of && is_from_data(v->pieces[i].of))
			return true;
	return false;
}

/* `note: cite` cites the value if it has a source of its own, else the row. */
static struct value
note_of(struct table *b, const struct column *col, const struct value *v,
    const struct value *row)
{
	struct tmpl *t = b->t;
	struct value x = access_newest(t, v);

	if (col->note)
		return eval_expr(t, col->note);
	if (!col->cite || x.kind == VALUE_MISSING || x.kind == VALUE_ERROR)
		return value_text(t->arena, STR(""));
	return cite_values(t, is_from_data(&x) ? &x : row, 1, NULL, col->at);
}

/* A citation, or words that become a note. */
static void
put_note(struct table *b, const struct column *col, const struct value *note,
    struct buf *out)
{
	bool words =
	    !note->pieces[0].markup && value_plain(b->t->arena, note).n > 0;
	struct buf text = {0};

	print_markdown(b->t, note, col->at, SPOT_CELL, false, &text);
	if (words) {
		buf_puts(out, "^[");
		locale_sentence(b->t->locale, buf_view(&text), out);
		buf_puts(out, ".]");
	} else {
		buf_str(out, buf_view(&text));
	}
	buf_free(&text);
}

/* Each item of a list, or of a text with semicolons, as a line of its own. */
static void
put_items(struct table *b, const struct column *col, const struct value *v,
    struct buf *out)
{
	struct tmpl *t = b->t;
	struct value list = *v;
	struct str *items;
	size_t i;

	if (v->kind == VALUE_TEXT)
		list = text_split(t, v);
	items = ARENA_ARRAY(t->arena, struct str, list.n);
	for (i = 0; i < list.n; i++) {
		struct buf one = {0};

		print_markdown(
		    t, &list.items[i], col->at, SPOT_CELL, false, &one);
		items[i] = buf_take(&one, t->arena);
	}
	table_bullets(out, items, list.n);
}

/* The number of an observation or a number; NAN for ranges, dates, lists. */
static double
point_of(const struct value *v)
{
	if (v->kind == VALUE_OBS)
		return v->obs->value;
	return v->kind == VALUE_NUMBER ? v->number : NAN;
}

static void
read_cell(struct table *b, struct cell_text *cell, const struct column *col,
    const struct value *row)
{
	struct tmpl *t = b->t;
	struct value v = eval_expr(t, col->value), x, note;
	struct buf out = {0};

	x = access_newest(t, &v);
	cell->value = x;
	cell->kind = x.kind;
	cell->number = NAN;
	if (x.kind == VALUE_NUMBER)
		cell->number = x.number;
	else if (x.kind == VALUE_OBS && obs_is_point(x.obs))
		cell->number = x.obs->value;
	else if (x.kind == VALUE_TEXT && x.n == 1 && x.pieces[0].of &&
		 x.pieces[0].decimals >= 0)
		cell->number = point_of(x.pieces[0].of);
	if (v.kind == VALUE_TEXT && v.n && v.pieces[0].of)
		v.key = v.pieces[0].of->key;
	if (v.key.indicator)
		cell->better = v.key.indicator->better;
	if (x.kind == VALUE_MISSING && col->missing)
		escape_markup(&out, str_from(col->missing), SPOT_CELL);
	else if (col->list && (v.kind == VALUE_LIST || v.kind == VALUE_TEXT))
		put_items(b, col, &v, &out);
	else
		print_markdown(t, &v, col->at, SPOT_CELL, false, &out);
	if (col->old && out.n > 0) {
		struct str text = buf_take(&out, t->arena);

		buf_str(&out, table_old_mark(b, &x, text));
	}
	note = note_of(b, col, &v, row);
	if (note.kind == VALUE_TEXT && note.n > 0)
		put_note(b, col, &note, &out);
	cell->text = buf_take(&out, t->arena);
}

static struct str
group_of(struct table *b)
{
	struct tmpl *t = b->t;
	struct value v = eval_expr(t, b->group);
	struct buf out = {0}, raw = {0};

	v = form_default(t, &v, b->group->at);
	print_markdown(t, &v, b->group->at, SPOT_CELL, false, &raw);
	locale_sentence(t->locale, buf_view(&raw), &out);
	buf_free(&raw);
	return buf_take(&out, t->arena);
}

/* As `subject:` says, else the row of the report's own area. */
static bool
is_subject(struct table *b, const struct value *row)
{
	if (b->subject)
		return cond_eval(b->t, b->subject) == 1;
	return row->kind == VALUE_AREA && row->area == b->t->env.subject;
}

static void
read_data(struct table *b, const struct value *rows)
{
	struct tmpl *t = b->t;
	const struct value *outer = t->row;
	size_t i, k;

	b->lines = ARENA_ARRAY(t->arena, struct line, rows->n);
	b->nlines = rows->n;
	for (i = 0; i < rows->n; i++) {
		struct line *line = &b->lines[i];
		struct var *mark = run_enter(t);

		run_set(t, "row", &rows->items[i]);
		t->row = &rows->items[i];
		line->index = i;
		line->cells =
		    ARENA_ARRAY(t->arena, struct cell_text, b->ncolumns);
		if (b->group)
			line->group = group_of(b);
		line->subject = is_subject(b, &rows->items[i]);
		for (k = 0; k < b->ncolumns; k++) {
			bind_item(t, &b->columns[k]);
			read_cell(b, &line->cells[k], &b->columns[k],
			    &rows->items[i]);
			unbind_item(t, &b->columns[k]);
		}
		t->row = outer;
		run_leave(t, mark);
	}
}

/* Lines of one group stand together, groups in order of their first line. */
static int
compare_lines(const void *pa, const void *pb)
{
	const struct line *a = pa, *b = pb;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return (a->index > b->index) - (a->index < b->index);
}

static void
sort_groups(struct table *b)
{
	struct map *first = map_new(b->t->arena);
	size_t i;

	for (i = 0; i < b->nlines; i++) {
		struct line *line = &b->lines[i], *of;

		of = map_find(first, line->group);
		if (!of)
			map_put(first, line->group, of = line);
		line->first = of->index;
	}
	if (b->nlines > 1)
		qsort(b->lines, b->nlines, sizeof *b->lines, compare_lines);
}

void
table_fence(void *ctx, const struct out_table *fence)
{
	struct tmpl *t = ctx;
	struct table b = {.t = t, .at = fence->at};
	struct origin origin = fence->origin;
	struct str text = table_quote(t->arena, fence->text, &origin);
	const struct conf *c = conf_parse(t->arena, t->sink, &origin, text);
	struct value rows;

	if (!c)
		return;
	if (c->kind != CONF_MAP) {
		diag(t->sink, DIAG_CONF_MISSING_KEY, fence->at, "rows");
		return;
	}
	conf_known(c, t->sink, table_keys);
	b.conf = c;
	b.missing = conf_str(c, t->sink, "missing", NULL);
	read_columns(&b, c);
	if (!read_rows(&b, c) || !b.ncolumns)
		return;
	check(&b);
	rows = select_rows(t, &b.rows, NULL);
	if (rows.kind != VALUE_LIST)
		return;
	read_data(&b, &rows);
	if (b.group)
		sort_groups(&b);
	table_total(&b);
	table_gather(&b);
	table_write(&b);
}
