/* SPDX-License-Identifier: MIT */
/* table_test.c - tables as vertical lists, and where they go on */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/str.h"
#include "layout/set.h"
#include "layout/table.h"
#include "para_env.h"

#define WIDTH PT(480)

static const mpt widths[] = {WIDTH, 0};

/* --- making tables --- */

static struct node *
text_in(
    struct world *w, struct node *parent, enum node_kind kind, const char *text)
{
	struct node *n = world_node(w, parent, kind);

	node_text(w->doc, n, str_from(text));
	return n;
}

static struct node *
table_new(struct world *w, const char *attr, const char *value)
{
	struct node *t = world_node(w, w->doc->root, NODE_TABLE);
	struct node *caption = world_node(w, t, NODE_CAPTION);

	text_in(w, caption, NODE_LABEL, "Table 4");
	text_in(w, caption, NODE_TITLE, "Law and practice");
	t->classes = "";
	if (attr)
		node_set_attr(w->doc, t, attr, value);
	return t;
}

static struct node *
cell_new(struct world *w, struct node *row, const char *text)
{
	struct node *c = world_node(w, row, NODE_CELL);

	c->column = (short)(c->prev ? c->prev->column + c->prev->span : 0);
	c->span = c->rowspan = 1;
	if (text[0])
		text_in(w, c, NODE_PARA, text);
	return c;
}

/* A row of cells divided by "|"; level as in NODE_ROW. */
static struct node *
row_new(struct world *w, struct node *table, int level, const char *cells)
{
	struct node *row = world_node(w, table, NODE_ROW);
	struct str s = str_from(cells);
	size_t from = 0, at;

	row->level = level;
	while (from <= s.n) {
		at = str_find(s, '|', from);
		cell_new(w, row, str_dup(w->arena, str_slice(s, from, at)));
		from = at + 1;
	}
	if (level == 2)
		row->first->span = 2;
	return row;
}

/* Head, then `n` rows in groups of `size` (0: no groups). */
static struct node *
long_table(struct world *w, int n, int size)
{
	struct node *t = table_new(w, NULL, NULL);
	int i;

	row_new(w, t, 1, "Requirement|Year");
	for (i = 0; i < n; i++) {
		if (size && i % size == 0)
			row_new(w, t, 2,
			    arena_printf(w->arena, "Group %d", i / size));
		row_new(w, t, 0,
		    arena_printf(w->arena, "Row %d|%d", i, 1990 + i % 30));
	}
	return t;
}

/* --- reading boxes --- */

static const struct item *
find_run(const struct vbox *b, const char *text)
{
	size_t i;

	for (i = 0; i < b->nitems; i++)
		if (b->items[i].kind == ITEM_RUN &&
		    str_is(str_trim(b->items[i].run->text), text))
			return &b->items[i];
	return NULL;
}

static const char *
box_text(struct world *w, const struct vbox *b)
{
	struct buf out = {0};
	size_t i;

	buf_puts(&out, "");
	for (i = 0; i < b->nitems; i++)
		if (b->items[i].kind == ITEM_RUN)
			buf_printf(&out, "%s" STR_FMT, out.n ? "/" : "",
			    STR_ARG(str_trim(b->items[i].run->text)));
	return buf_take(&out, w->arena).p;
}

static size_t
count_fills(const struct vbox *b, uint32_t colour)
{
	size_t i, n = 0;

	for (i = 0; i < b->nitems; i++)
		n += b->items[i].kind == ITEM_FILL &&
		     b->items[i].colour == colour;
	return n;
}

/* Where the text before the point ends. */
static mpt
point_x(const struct item *it)
{
	const struct run *r = it->run;
	mpt x = it->box.x;
	size_t i;

	for (i = 0; i < r->nglyphs; i++) {
		char c = r->text.p[r->glyphs[i].cluster];

		if (c == '.' || c == '%')
			break;
		x += font_scale(r->font, r->glyphs[i].advance, r->size);
	}
	return x;
}

/* --- tests --- */

static void
setup(struct world *w)
{
	world_open(w, "en");
	assert_non_null(w->env.style);
}

static void
numbers_stand_on_their_point(void **state)
{
	static const char *const values[] = {"1.5", "12.25", "2,872", "3.1%"};
	struct world w;
	struct node *t, *row;
	struct vtable *v;
	mpt x[4];
	size_t i;

	(void)state;
	setup(&w);
	t = table_new(&w, NULL, NULL);
	row_new(&w, t, 1, "Name|Value");
	for (i = 0; i < 4; i++) {
		row = row_new(
		    &w, t, 0, arena_printf(w.arena, "Name|%s", values[i]));
		row->last->align = ALIGN_DECIMAL;
	}
	v = table_set(&w.env, t, widths);
	for (i = 0; i < 4; i++) {
		const struct item *it =
		    find_run(&v->rows.v[v->first_body + i], values[i]);

		assert_non_null(it);
		x[i] = point_x(it);
		assert_true(it->box.x + it->run->width <= WIDTH);
	}
	for (i = 1; i < 4; i++)
		assert_int_equal(x[i], x[0]);
	assert_string_equal(world_messages(&w), "");
	world_close(&w);
}

static void
short_tables_do_not_break(void **state)
{
	struct world w;

	(void)state;
	setup(&w);
	assert_false(
	    table_set(&w.env, long_table(&w, 18, 0), widths)->breakable);
	assert_true(
	    table_set(&w.env, long_table(&w, 19, 0), widths)->breakable);
	world_close(&w);
}

/* Two rows under the head, under a group row, and on the last page. */
static void
where_tables_break(void **state)
{
	struct world w;
	struct vtable *v;
	struct buf out = {0};
	size_t i;

	(void)state;
	setup(&w);
	v = table_set(&w.env, long_table(&w, 20, 4), widths);
	assert_int_equal(v->first_body, 1);
	assert_int_equal(v->end_body, 26);
	assert_int_equal(v->rows.n, 27);
	for (i = v->first_body; i < v->rows.n; i++) {
		assert_int_equal(v->rows.v[i].split_box, i);
		assert_ptr_equal(v->rows.v[i].split, &v->split);
		buf_putc(&out, v->rows.v[i].penalty >= BREAK_NEVER ? 'x' : '.');
	}
	/* group and two rows cling; so does the last row to the one before,
	 * and the closing rule to it */
	assert_string_equal(out.p, "xxx...xx...xx...xx...xx.xx");
	buf_free(&out);
	world_close(&w);
}

static void
tied_rows_are_one_box(void **state)
{
	struct world w;
	struct node *t, *row;
	struct vtable *v;

	(void)state;
	setup(&w);
	t = table_new(&w, NULL, NULL);
	row_new(&w, t, 1, "Group|Item");
	row = row_new(&w, t, 0, "One|a");
	row->first->rowspan = 2;
	row = world_node(&w, t, NODE_ROW);
	cell_new(&w, row, "b")->column = 1;
	row_new(&w, t, 0, "Two|c");
	v = table_set(&w.env, t, widths);
	assert_int_equal(v->end_body - v->first_body, 2);
	assert_string_equal(box_text(&w, &v->rows.v[1]), "One/a/b");
	/* one rule under "a" only, one under both */
	assert_int_equal(count_fills(&v->rows.v[1], w.env.style->grey200), 2);
	assert_int_equal(find_run(&v->rows.v[1], "b")->box.x,
	    find_run(&v->rows.v[2], "c")->box.x);
	world_close(&w);
}

/* A span that the table has no rows for ends with it. */
static void
row_span_beyond_the_end(void **state)
{
	struct world w;
	struct node *t;
	struct vtable *v;

	(void)state;
	setup(&w);
	t = table_new(&w, NULL, NULL);
	row_new(&w, t, 1, "A|B")->first->rowspan = 9;
	row_new(&w, t, 0, "a|b")->last->rowspan = 9;
	v = table_set(&w.env, t, widths);
	assert_int_equal(v->end_body - v->first_body, 1);
	assert_non_null(find_run(&v->rows.v[1], "b"));
	world_close(&w);
}

static void
row_taller_than_a_page(void **state)
{
	struct world w;
	struct buf text = {0};
	struct vtable *v;
	struct node *t;
	size_t i, lines = 0;
	mpt page;

	(void)state;
	setup(&w);
	page = w.env.style->lines * w.env.style->grid;
	for (i = 0; i < 4000; i++)
		buf_printf(&text, "word%zu ", i);
	t = table_new(&w, "widths", "50 50");
	row_new(&w, t, 1, "A|B");
	row_new(&w, t, 0, arena_printf(w.arena, "short|%s", text.p));
	buf_free(&text);
	v = table_set(&w.env, t, widths);
	assert_true(v->end_body - v->first_body > 2);
	for (i = v->first_body; i < v->end_body; i++) {
		assert_true(v->rows.v[i].height < page);
		assert_true(v->rows.v[i].height > 0);
		lines += v->rows.v[i].nitems;
	}
	assert_true(lines > 400);
	assert_non_null(
	    strstr(box_text(&w, &v->rows.v[v->end_body - 1]), "word3999"));
	assert_non_null(strstr(world_messages(&w),
	    "report.md:7:3: a row of this table is taller than a page and was "
	    "split; shorten its text or widen the column\n"));
	world_close(&w);
}

/* Everything repeated is an artifact without a leaf. */
static void
assert_artifacts(const struct vlist *l)
{
	size_t i, k;

	for (i = 0; i < l->n; i++)
		for (k = 0; k < l->v[i].nitems; k++) {
			const struct item *it = &l->v[i].items[k];

			assert_int_equal(it->artifact, ARTIFACT_REPEAT);
			assert_null(it->leaf);
			if (it->run)
				assert_null(it->run->leaf);
			assert_true(
			    it->kind != ITEM_LINK && it->kind != ITEM_DEST);
		}
}

static void
what_is_repeated(void **state)
{
	struct world w;
	struct vtable *v;
	struct vlist out = {0}, foot = {0};

	(void)state;
	setup(&w);
	v = table_set(&w.env, long_table(&w, 20, 4), widths);
	out.arena = foot.arena = w.arena;
	table_continuation(&w.env, v, 10, 16, &out);
	assert_int_equal(out.n, 4);
	assert_string_equal(
	    box_text(&w, &out.v[0]), "Table 4\u00A0(continued)/from page 16");
	assert_string_equal(box_text(&w, &out.v[1]), "Law and practice");
	assert_string_equal(box_text(&w, &out.v[2]), "Requirement/Year");
	assert_string_equal(
	    box_text(&w, &out.v[3]), "Group 1\u00A0(continued)");
	assert_artifacts(&out);
	/* before a group row there is nothing to go on */
	out.n = 0;
	table_continuation(&w.env, v, 11, 16, &out);
	assert_string_equal(box_text(&w, &v->rows.v[11]), "Group 2");
	assert_int_equal(out.n, 3);
	table_continues(&w.env, v, 17, &foot);
	assert_int_equal(foot.n, 1);
	assert_string_equal(box_text(&w, &foot.v[0]), "continues on page 17");
	assert_artifacts(&foot);
	world_close(&w);
}

static void
key_on_every_page(void **state)
{
	struct world w;
	struct node *t;
	struct vtable *v;
	struct vlist foot = {0};

	(void)state;
	setup(&w);
	t = long_table(&w, 20, 0);
	text_in(&w, t, NODE_KEY, "y: yes");
	text_in(&w, t, NODE_SOURCE, "Own analysis.");
	v = table_set(&w.env, t, widths);
	foot.arena = w.arena;
	table_continues(&w.env, v, 3, &foot);
	assert_int_equal(foot.n, 2);
	assert_string_equal(box_text(&w, &foot.v[1]), "y: yes");
	assert_artifacts(&foot);
	assert_string_equal(
	    box_text(&w, &v->rows.v[v->rows.n - 1]), "y: yes/Own analysis.");
	world_close(&w);
}

static void
notes_flow_into_rows(void **state)
{
	struct world w;
	struct node *t, *row, *mark, *note;
	struct vtable *v;

	(void)state;
	setup(&w);
	t = table_new(&w, NULL, NULL);
	row_new(&w, t, 1, "A|B");
	row = row_new(&w, t, 0, "a|b");
	mark = world_node(&w, row->last->first, NODE_NOTE_MARK);
	mark->text = "21";
	note = world_node(&w, w.doc->root, NODE_NOTE);
	mark->target = note;
	v = table_set(&w.env, t, widths);
	assert_int_equal(v->rows.v[1].nnotes, 1);
	assert_ptr_equal(v->rows.v[1].notes[0], note);
	world_close(&w);
}

static void
heat_cells(void **state)
{
	struct world w;
	struct node *t, *row;
	struct vtable *v;
	const struct style *st;

	(void)state;
	setup(&w);
	st = w.env.style;
	t = table_new(&w, NULL, NULL);
	t->classes = "heat";
	row_new(&w, t, 1, "Country|Stunting");
	row = row_new(&w, t, 0, "Cambodia|21.9");
	row->classes = "subject";
	node_set_attr(w.doc, row->last, "step", "4");
	row = row_new(&w, t, 0, "Malaysia|–");
	row->last->classes = "no-data";
	v = table_set(&w.env, t, widths);
	assert_int_equal(v->rows.v[1].height, PT(22));
	assert_int_equal(count_fills(&v->rows.v[1], st->sequential[3]), 1);
	assert_int_equal(
	    find_run(&v->rows.v[1], "21.9")->run->colour, st->white);
	assert_int_equal(
	    find_run(&v->rows.v[1], "Cambodia")->run->colour, st->country);
	/* the frame reaches into the next row, which stays with it */
	assert_int_equal(count_fills(&v->rows.v[1], st->country), 4);
	assert_int_equal(count_fills(&v->rows.v[2], st->country), 4);
	assert_int_equal(v->rows.v[2].penalty, BREAK_NEVER);
	world_close(&w);
}

static void
messages_about_widths(void **state)
{
	struct world w;
	struct node *t;

	(void)state;
	setup(&w);
	t = table_new(&w, "widths", "40 broad");
	row_new(&w, t, 1, "A|B");
	row_new(&w, t, 0, "a|b");
	table_set(&w.env, t, widths);
	assert_string_equal(world_messages(&w),
	    "report.md:7:3: width 'broad' is no column width of this table of "
	    "2 columns; write one word a column: 35%, 60pt, 20mm or *\n");
	world_close(&w);
}

static void
too_wide(void **state)
{
	struct world w;
	struct node *t;

	(void)state;
	setup(&w);
	t = table_new(&w, NULL, NULL);
	row_new(&w, t, 0,
	    "Unbreakableunbreakable|Unbreakableunbreakable|Unbreakable");
	table_set(&w.env, t, (const mpt[]){PT(120), 0});
	assert_non_null(strstr(world_messages(&w),
	    "report.md:7:3: the 3 columns of this table are wider than its "
	    "place; shorten long words, leave out a column or use "
	    "{.small}\n"));
	world_close(&w);
}

static void
tables_without_rows(void **state)
{
	struct world w;
	struct vtable *v;

	(void)state;
	setup(&w);
	v = table_set(&w.env, table_new(&w, NULL, NULL), widths);
	assert_int_equal(v->first_body, v->end_body);
	assert_int_equal(v->rows.n, 2);
	assert_false(v->breakable);
	world_close(&w);
}

static size_t
memory_of(int rows)
{
	struct world w;
	size_t before, used;

	setup(&w);
	long_table(&w, rows, 10);
	before = arena_used(w.arena);
	table_set(&w.env, w.doc->root->last, widths);
	used = arena_used(w.arena) - before;
	world_close(&w);
	return used;
}

static void
memory_grows_with_the_rows(void **state)
{
	size_t one, two;

	(void)state;
	one = memory_of(1000);
	two = memory_of(2000);
	assert_true(two < one * 22 / 10);
}

/* First column at the right edge, numbers at the left. */
static void
takes_the_first_width_that_fits(void **state)
{
	static const mpt three[] = {PT(60), PT(480), PT(700), 0};
	struct world w;

	(void)state;
	world_open(&w, "en");
	assert_int_equal(
	    table_set(&w.env, long_table(&w, 3, 0), three)->width, PT(480));
	assert_int_equal(sink_count(w.env.sink, DIAG_WARNING), 0);
	world_close(&w);
}

static void
right_to_left(void **state)
{
	struct world w;
	struct node *t;
	struct vtable *v;
	const struct item *a, *b;

	(void)state;
	world_open(&w, "ar");
	t = table_new(&w, NULL, NULL);
	row_new(&w, t, 1, "الدولة|القيمة");
	row_new(&w, t, 0, "كمبوديا|18.4")->last->align = ALIGN_DECIMAL;
	v = table_set(&w.env, t, widths);
	a = find_run(&v->rows.v[1], "كمبوديا");
	b = find_run(&v->rows.v[1], "18.4");
	assert_non_null(a);
	assert_non_null(b);
	assert_int_equal(a->box.x + a->run->width, WIDTH);
	assert_int_equal(b->box.x, 0);
	world_close(&w);
}

/* Items of a list hang on a dash, other paragraphs stand at the edge. */
static void
lists_in_cells(void **state)
{
	struct world w;
	struct node *t, *cell, *list;
	struct vtable *v;
	const struct vbox *b;
	const struct item *plain, *first, *second;

	(void)state;
	setup(&w);
	t = table_new(&w, NULL, NULL);
	row_new(&w, t, 1, "Who|What");
	cell = row_new(&w, t, 0, "Police|Plain")->last;
	list = world_node(&w, cell, NODE_LIST);
	text_in(&w, world_node(&w, list, NODE_ITEM), NODE_PARA, "First");
	text_in(&w, world_node(&w, list, NODE_ITEM), NODE_PARA, "Second");
	v = table_set(&w.env, t, widths);
	b = &v->rows.v[v->first_body];
	plain = find_run(b, "Plain");
	first = find_run(b, "First");
	second = find_run(b, "Second");
	assert_true(plain && first && second);
	assert_int_equal(first->box.x, plain->box.x + PT(8));
	assert_int_equal(second->box.x, first->box.x);
	assert_int_equal(
	    second->box.y - first->box.y, first->box.y - plain->box.y);
	assert_int_equal(count_fills(b, w.env.style->petrol700), 2);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_stand_on_their_point),
	    cmocka_unit_test(short_tables_do_not_break),
	    cmocka_unit_test(where_tables_break),
	    cmocka_unit_test(tied_rows_are_one_box),
	    cmocka_unit_test(row_span_beyond_the_end),
	    cmocka_unit_test(row_taller_than_a_page),
	    cmocka_unit_test(what_is_repeated),
	    cmocka_unit_test(key_on_every_page),
	    cmocka_unit_test(notes_flow_into_rows),
	    cmocka_unit_test(heat_cells),
	    cmocka_unit_test(messages_about_widths),
	    cmocka_unit_test(takes_the_first_width_that_fits),
	    cmocka_unit_test(too_wide),
	    cmocka_unit_test(tables_without_rows),
	    cmocka_unit_test(memory_grows_with_the_rows),
	    cmocka_unit_test(right_to_left),
	    cmocka_unit_test(lists_in_cells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
