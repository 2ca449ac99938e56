/* SPDX-License-Identifier: MIT */
/* para_test.c - paragraphs to lines: ends of lines, marks, links, messages */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "para_env.h"

#define COLUMN PT(232.44)

static const char prose[] =
    "Families are smaller, more children survive and most complete primary "
    "school. What has not kept pace is the record of who they are: one young "
    "child in four has no birth registration.";

static int
setup(void **state)
{
	struct world *w = calloc(1, sizeof *w);

	world_open(w, "en");
	assert_non_null(w->env.style);
	*state = w;
	return 0;
}

static int
teardown(void **state)
{
	world_close(*state);
	free(*state);
	return 0;
}

static struct vlist
set(struct world *w, const struct node *n, enum role role,
    struct para_options o)
{
	struct vlist l = {.arena = w->arena};
	size_t lines = para_set(&w->env, &l, n, role, &o);

	assert_int_equal(lines, l.n);
	return l;
}

/* The texts of all runs: "|" between runs, "/" between lines. */
static const char *
shown(struct world *w, const struct vlist *l)
{
	struct buf b = {0};
	size_t i, k, runs;

	buf_puts(&b, "");
	for (i = 0; i < l->n; i++) {
		if (i)
			buf_putc(&b, '/');
		for (k = runs = 0; k < l->v[i].nitems; k++) {
			const struct item *it = &l->v[i].items[k];

			if (it->kind != ITEM_RUN)
				continue;
			if (runs++)
				buf_putc(&b, '|');
			buf_str(&b, it->run->text);
		}
	}
	return buf_take(&b, w->arena).p;
}

static const struct item *
item_of(const struct vlist *l, size_t line, enum item_kind kind, size_t n)
{
	size_t i;

	for (i = 0; i < l->v[line].nitems; i++)
		if (l->v[line].items[i].kind == kind && n-- == 0)
			return &l->v[line].items[i];
	return NULL;
}

/* Width of a run without the space at its end. */
static mpt
ink_end(struct world *w, const struct item *it)
{
	const struct run *r = it->run;
	const struct face *f = &w->env.style->roles[ROLE_BODY].face;

	return it->box.x + r->width -
	       (str_ends(r->text, " ")
		       ? shape_width(w->env.shaper, STR(" "), f, "en")
		       : 0);
}

static void
lines_end_with_their_space(void **state)
{
	struct world *w = *state;
	struct vlist l = set(w, world_para(w, prose), ROLE_BODY,
	    (struct para_options){.width = COLUMN});
	size_t i;

	assert_string_equal(shown(w, &l),
	    "Families are smaller, more children survive and most /complete "
	    "primary school. What has not kept pace is /the record of who "
	    "they are: one young child in four /has no birth registration.");
	for (i = 0; i < l.n; i++) {
		const struct item *it = item_of(&l, i, ITEM_RUN, 0);

		assert_int_equal(it->box.x, 0);
		assert_int_equal(it->box.y, 10101);
		assert_int_equal(l.v[i].height, PT(13));
		assert_int_equal(l.v[i].width, COLUMN);
		assert_true(ink_end(w, it) <= COLUMN);
		assert_int_equal(it->run->leaf->parent->kind, NODE_PARA);
		assert_string_equal(it->run->lang, "en");
	}
	assert_string_equal(world_messages(w), "");
}

static void
widows_and_orphans(void **state)
{
	struct world *w = *state;
	struct vlist l = set(w, world_para(w, prose), ROLE_BODY,
	    (struct para_options){.width = COLUMN});

	assert_int_equal(l.n, 4);
	assert_int_equal(l.v[0].penalty, BREAK_FREE);
	assert_int_equal(l.v[1].penalty, BREAK_WIDOW);
	assert_int_equal(l.v[2].penalty, BREAK_FREE);
	assert_int_equal(l.v[3].penalty, BREAK_WIDOW);
}

static void
indents(void **state)
{
	struct world *w = *state;
	struct vlist l = set(w, world_para(w, prose), ROLE_BODY,
	    (struct para_options){
		.width = COLUMN, .hang = PT(24), .first_indent = PT(-12)});

	assert_int_equal(item_of(&l, 0, ITEM_RUN, 0)->box.x, PT(12));
	assert_int_equal(item_of(&l, 1, ITEM_RUN, 0)->box.x, PT(24));
}

static void
justified_lines_fill_the_column(void **state)
{
	struct world *w = *state;
	struct vlist l = set(w, world_para(w, prose), ROLE_BODY,
	    (struct para_options){.width = COLUMN, .align = PARA_JUSTIFIED});
	size_t i;

	for (i = 0; i + 1 < l.n; i++) {
		const struct item *it = item_of(&l, i, ITEM_RUN, 0);
		mpt end = ink_end(w, it) - it->run->word_space;

		/* letters give first, spaces the rest */
		assert_int_not_equal(it->run->expand, 0);
		assert_in_range(it->run->expand + 27, 0, 54);
		/* the space at the end is widened as well; up to 2 points of
		 * hanging punctuation */
		assert_in_range(end, COLUMN - PT(0.1), COLUMN + PT(2));
	}
	assert_int_equal(item_of(&l, i, ITEM_RUN, 0)->run->word_space, 0);
	assert_int_equal(item_of(&l, i, ITEM_RUN, 0)->run->expand, 0);
}

static void
centred_and_flush_end(void **state)
{
	struct world *w = *state;
	struct node *n = world_para(w, "12.5");
	struct vlist l = set(w, n, ROLE_TABLE_CELL,
	    (struct para_options){.width = PT(60), .align = PARA_END});
	const struct item *it = item_of(&l, 0, ITEM_RUN, 0);

	assert_int_equal(it->box.x + it->run->width, PT(60));
	l = set(w, n, ROLE_TABLE_CELL,
	    (struct para_options){.width = PT(60), .align = PARA_CENTRED});
	it = item_of(&l, 0, ITEM_RUN, 0);
	assert_in_range(it->box.x * 2 + it->run->width, PT(60) - 1, PT(60) + 1);
}

static void
program_hyphens_are_soft(void **state)
{
	struct world *w = *state;
	struct vlist l = set(w,
	    world_para(w, "The characteristics of comprehensive registration "
			  "notwithstanding, interdepartmental arrangements."),
	    ROLE_BODY, (struct para_options){.width = PT(120)});
	const struct run *r = NULL;
	size_t i, hyphens = 0;

	for (i = 0; i < l.n; i++) {
		r = item_of(&l, i, ITEM_RUN, 0)->run;
		if (r->end != RUN_SOFT_HYPHEN)
			continue;
		hyphens++;
		assert_true(str_ends(r->text, "\u00AD"));
		assert_int_equal(
		    r->glyphs[r->nglyphs - 1].cluster, r->text.n - 2);
		assert_true(l.v[i + 1].penalty >= BREAK_AVOID);
	}
	assert_true(hyphens > 0);
}

static void
authors_soft_hyphen(void **state)
{
	struct world *w = *state;
	struct vlist l = set(w, world_para(w, "Pneumo\u00ADultra\u00ADmicro"),
	    ROLE_TABLE_CELL, (struct para_options){.width = PT(50)});

	assert_string_equal(shown(w, &l), "Pneumoultra\u00AD/micro");
	l = set(w, world_para(w, "Pneumo\u00ADultra\u00ADmicro"),
	    ROLE_TABLE_CELL, (struct para_options){.width = PT(100)});
	assert_string_equal(shown(w, &l), "Pneumoultramicro");
}

static void
urls_break_without_a_mark(void **state)
{
	struct world *w = *state;
	struct vlist l = set(w,
	    world_para(w, "See https://data.worldbank.org/indicator/SP.POP"),
	    ROLE_NOTE, (struct para_options){.width = PT(130)});

	assert_string_equal(
	    shown(w, &l), "See https://data.worldbank.org//indicator/SP.POP");
	assert_int_equal(item_of(&l, 0, ITEM_RUN, 0)->run->end, RUN_PLAIN);
}

static struct node *
add(struct world *w, struct node *p, enum node_kind kind, const char *text)
{
	struct node *n = world_node(w, p, kind);

	if (node_is_leaf(n))
		n->text = text;
	else
		node_text(w->doc, n, str_from(text));
	return n;
}

static void
note_marks(void **state)
{
	struct world *w = *state;
	struct node *note = world_node(w, w->doc->root, NODE_NOTE);
	struct node *p = world_para(w, "The end. ");
	struct node *mark = add(w, p, NODE_NOTE_MARK, "12");
	struct vlist l;
	const struct item *run, *link, *before;

	mark->target = note;
	node_text(w->doc, p, STR(" More."));
	l = set(w, p, ROLE_BODY, (struct para_options){.width = COLUMN});
	assert_string_equal(shown(w, &l), "The end.|12| More.");
	before = item_of(&l, 0, ITEM_RUN, 0);
	run = item_of(&l, 0, ITEM_RUN, 1);
	assert_int_equal(run->run->size, PT(6.2));
	assert_int_equal(run->run->raise, PT(3.6));
	assert_int_equal(run->run->colour, 0x0F5468);
	assert_int_equal(
	    run->box.x, before->box.x + before->run->width + PT(0.6));
	link = item_of(&l, 0, ITEM_LINK, 0);
	assert_ptr_equal(link->leaf, mark);
	assert_int_equal(link->box.x, run->box.x);
	assert_int_equal(link->box.w, run->run->width);
	assert_ptr_equal(item_of(&l, 0, ITEM_DEST, 0)->leaf, mark);
	assert_int_equal(l.v[0].nnotes, 1);
	assert_ptr_equal(l.v[0].notes[0], note);
}

static void
a_note_mark_stays_with_its_word(void **state)
{
	struct world *w = *state;
	struct node *p = world_para(w, "seven words in a very narrow column");
	struct vlist l;

	add(w, p, NODE_NOTE_MARK, "7");
	l = set(w, p, ROLE_BODY, (struct para_options){.width = PT(40)});
	assert_non_null(strstr(shown(w, &l), "/column|7"));
}

static void
links_and_floats(void **state)
{
	struct world *w = *state;
	struct node *figure = world_node(w, w->doc->root, NODE_FIGURE);
	struct node *p = world_para(w, "Look at ");
	struct node *link = add(w, p, NODE_LINK, "Figure 3 of the overview");
	struct vlist l;
	const struct item *area;

	link->target = figure;
	link->id = "here";
	node_text(w->doc, p, STR("."));
	l = set(w, p, ROLE_BODY, (struct para_options){.width = PT(85)});
	assert_string_equal(
	    shown(w, &l), "Look at |Figure 3 of /the overview|.");
	assert_int_equal(item_of(&l, 0, ITEM_RUN, 1)->run->colour, 0x0F5468);
	assert_int_equal(l.v[0].nfloats, 1);
	assert_ptr_equal(l.v[0].floats[0], figure);
	area = item_of(&l, 0, ITEM_LINK, 0);
	assert_ptr_equal(area->leaf, link);
	assert_true(area->box.x + area->box.w <= PT(85));
	assert_ptr_equal(item_of(&l, 1, ITEM_LINK, 0)->leaf, link);
	assert_ptr_equal(item_of(&l, 0, ITEM_DEST, 0)->leaf, link);
	assert_null(item_of(&l, 1, ITEM_DEST, 0));
}

static void
emphasis_and_numbers_are_runs(void **state)
{
	struct world *w = *state;
	struct node *p = world_para(w, "In ");
	struct node *number = add(w, p, NODE_NUMBER, "73.3%");
	struct vlist l;
	const struct run *r;

	node_text(w->doc, p, STR(" of "));
	add(w, p, NODE_EMPH, "all");
	node_text(w->doc, p, STR(" "));
	add(w, p, NODE_STRONG, "cases");
	add(w, p, NODE_CODE, "ID");
	l = set(w, p, ROLE_BODY, (struct para_options){.width = COLUMN});
	assert_string_equal(shown(w, &l), "In |73.3%| of |all| |cases|ID");
	assert_ptr_equal(item_of(&l, 0, ITEM_RUN, 1)->run->leaf, number);
	r = item_of(&l, 0, ITEM_RUN, 3)->run;
	assert_true(r->font->italic);
	r = item_of(&l, 0, ITEM_RUN, 5)->run;
	assert_int_equal(r->font->weight, WEIGHT_BOLD);
	r = item_of(&l, 0, ITEM_RUN, 6)->run;
	assert_string_equal(r->font->family, "Lato");
}

static void
status_marks_are_paths(void **state)
{
	struct world *w = *state;
	struct node *p = world_node(w, w->doc->root, NODE_PARA);
	struct node *mark = add(w, p, NODE_STATUS, "");
	struct vlist l;
	const struct item *it;

	node_set_attr(w->doc, mark, "state", "partial");
	node_text(w->doc, p, STR(" Partly"));
	l = set(w, p, ROLE_TABLE_CELL, (struct para_options){.width = COLUMN});
	assert_string_equal(shown(w, &l), "Partly");
	it = item_of(&l, 0, ITEM_PATH, 0);
	assert_ptr_equal(it->leaf, mark);
	assert_int_equal(it->artifact, ARTIFACT_LAYOUT);
	assert_int_equal(it->box.w, PT(8.4));
	assert_true(it->path->stroked && !it->path->filled);
	it = item_of(&l, 0, ITEM_PATH, 1);
	assert_true(it->path->filled && !it->path->stroked);
	assert_int_equal(item_of(&l, 0, ITEM_RUN, 0)->box.x, PT(12.4));
}

static void
forced_breaks(void **state)
{
	struct world *w = *state;
	struct node *p = world_para(w, "one ");
	struct vlist l;

	add(w, p, NODE_BREAK, NULL);
	node_text(w->doc, p, STR("two"));
	l = set(w, p, ROLE_BODY, (struct para_options){.width = COLUMN});
	assert_string_equal(shown(w, &l), "one /two");
}

static void
run_in_heading(void **state)
{
	struct world *w = *state;
	struct node *h = world_node(w, w->doc->root, NODE_HEADING);
	struct node *p = world_para(w, "Text.");
	struct vlist l;

	node_text(w->doc, h, STR("Law."));
	l = set(w, p, ROLE_BODY,
	    (struct para_options){
		.width = COLUMN, .run_in = h, .run_in_role = ROLE_H4});
	assert_string_equal(shown(w, &l), "Law. |Text.");
	assert_int_equal(
	    item_of(&l, 0, ITEM_RUN, 0)->run->font->weight, WEIGHT_BOLD);
	assert_ptr_equal(item_of(&l, 0, ITEM_RUN, 0)->leaf, h->first);
}

static void
headings_are_balanced(void **state)
{
	struct world *w = *state;
	struct vlist l =
	    set(w, world_para(w, "A young population that is moving to town"),
		ROLE_H2, (struct para_options){.width = COLUMN});

	assert_string_equal(
	    shown(w, &l), "A young population /that is moving to town");
}

static void
artifacts_have_no_links(void **state)
{
	struct world *w = *state;
	struct node *p = world_para(w, "Table 4");
	struct node *mark = add(w, p, NODE_NOTE_MARK, "9");
	struct vlist l;

	mark->target = world_node(w, w->doc->root, NODE_NOTE);
	l = set(w, p, ROLE_LABEL,
	    (struct para_options){
		.width = COLUMN, .artifact = ARTIFACT_REPEAT});
	assert_null(item_of(&l, 0, ITEM_LINK, 0));
	assert_null(item_of(&l, 0, ITEM_DEST, 0));
	assert_int_equal(l.v[0].nnotes, 0);
	assert_int_equal(
	    item_of(&l, 0, ITEM_RUN, 0)->artifact, ARTIFACT_REPEAT);
}

static void
generated_text(void **state)
{
	struct world *w = *state;
	struct vlist l = {.arena = w->arena};

	para_text(&w->env, &l, "Cambodia · Country overview 2026", NULL,
	    ROLE_RUNNING_HEAD,
	    &(struct para_options){.width = COLUMN,
		.align = PARA_END,
		.artifact = ARTIFACT_HEADER});
	assert_int_equal(l.n, 1);
	assert_string_equal(shown(w, &l), "Cambodia · Country overview 2026");
	assert_null(item_of(&l, 0, ITEM_RUN, 0)->leaf);
	para_text(&w->env, &l, "", NULL, ROLE_FOLIO,
	    &(struct para_options){.width = COLUMN});
	assert_int_equal(l.n, 1);
}

static void
measures(void **state)
{
	struct world *w = *state;
	const struct face *f = &w->env.style->roles[ROLE_TABLE_CELL].face;
	struct para_widths m = para_measure(
	    &w->env, world_para(w, "Labour Law of Cambodia"), ROLE_TABLE_CELL);

	assert_int_equal(m.max,
	    shape_width(w->env.shaper, STR("Labour Law of Cambodia"), f, "en"));
	assert_int_equal(
	    m.min, shape_width(w->env.shaper, STR("Cambodia"), f, "en"));
}

static void
right_to_left(void **state)
{
	struct world w;
	struct vlist l;
	const struct item *it;

	(void)state;
	world_open(&w, "ar");
	l = set(&w, world_para(&w, "اتفاقية حقوق الطفل التي اعتمدتها الجمعية"),
	    ROLE_BODY,
	    (struct para_options){.width = PT(150), .first_indent = PT(12)});
	assert_int_equal(l.n, 2);
	it = item_of(&l, 0, ITEM_RUN, 0);
	assert_true(it->run->rtl);
	/* the indent is at the right, the last space left of the text */
	assert_in_range(it->box.x + it->run->width, PT(137.99), PT(138));
	assert_true(str_ends(it->run->text, " "));
	it = item_of(&l, 1, ITEM_RUN, 0);
	assert_in_range(it->box.x + it->run->width, PT(149.99), PT(150));
	assert_int_equal(l.v[0].height, PT(17));
	world_close(&w);
}

static void
tall_scripts_open_the_line(void **state)
{
	struct world *w = *state;
	struct vlist l = set(w, world_para(w, "ខែវិច្ឆិកាឆ្នាំ"), ROLE_BODY,
	    (struct para_options){.width = COLUMN});

	assert_int_equal(l.v[0].height, PT(13));
	l = set(w, world_para(w, "ស្ត្រី្ម្ត្រុំ ប្ញ្រ៊ីៃ"), ROLE_NOTE,
	    (struct para_options){.width = COLUMN});
	assert_int_equal(l.v[0].height, PT(9.75) * 3 / 2);
}

/* 100,000 letters without a space: no line too wide, linear time. */
static void
text_without_spaces(void **state)
{
	static const char word[] = "สิทธิเด็กกระทรวงศึกษาธิการแห่งชาติ";
	struct world *w = *state;
	struct buf b = {0};
	struct vlist l;
	size_t i;

	for (i = 0; i < 3000; i++)
		buf_puts(&b, word);
	l = set(w, world_para(w, buf_take(&b, w->arena).p), ROLE_NOTE,
	    (struct para_options){.width = COLUMN});
	assert_true(l.n > 1000);
	assert_null(strstr(world_messages(w), "too wide"));
}

static void
overfull_lines_are_reported(void **state)
{
	struct world *w = *state;

	set(w, world_para(w, "a Donaudampfschifffahrtsgesellschaft b"),
	    ROLE_TABLE_CELL, (struct para_options){.width = PT(80)});
	assert_string_equal(world_messages(w),
	    "report.md:7:3: line is 46.6 pt too wide: "
	    "'Donaudampfschifffahrtsgesellschaft'; reword, or allow a break "
	    "with a soft hyphen\n");
}

static void
uneven_lines_are_reported(void **state)
{
	struct world *w = *state;

	w->env.hyph = NULL;
	set(w,
	    world_para(w, "Notes of the commissionersonly "
			  "administrativeness"),
	    ROLE_BODY, (struct para_options){.width = PT(100)});
	assert_string_equal(world_messages(w),
	    "report.md:7:3: line fills only 50% of its column: 'Notes of "
	    "the'; reword\n");
}

static void
short_last_lines_are_reported(void **state)
{
	struct world *w = *state;
	const struct face *f = &w->env.style->roles[ROLE_BODY].face;

	set(w, world_para(w, "Straightforwardly a"), ROLE_BODY,
	    (struct para_options){
		.width = PT(1) + shape_width(w->env.shaper,
				     STR("Straightforwardly"), f, "en")});
	assert_string_equal(world_messages(w),
	    "report.md:7:3: last line fills only 6% of its column: 'a'; "
	    "reword\n");
}

static void
long_headings_are_reported(void **state)
{
	struct world *w = *state;

	set(w, world_para(w, prose), ROLE_TITLE,
	    (struct para_options){.width = COLUMN});
	assert_string_equal(world_messages(w),
	    "report.md:7:3: title has 4 lines, the style allows 2; shorten "
	    "it\n");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(lines_end_with_their_space),
	    TEST(widows_and_orphans),
	    TEST(indents),
	    TEST(justified_lines_fill_the_column),
	    TEST(centred_and_flush_end),
	    TEST(program_hyphens_are_soft),
	    TEST(authors_soft_hyphen),
	    TEST(urls_break_without_a_mark),
	    TEST(note_marks),
	    TEST(a_note_mark_stays_with_its_word),
	    TEST(links_and_floats),
	    TEST(emphasis_and_numbers_are_runs),
	    TEST(status_marks_are_paths),
	    TEST(forced_breaks),
	    TEST(run_in_heading),
	    TEST(headings_are_balanced),
	    TEST(artifacts_have_no_links),
	    TEST(generated_text),
	    TEST(measures),
	    TEST(right_to_left),
	    TEST(tall_scripts_open_the_line),
	    TEST(text_without_spaces),
	    TEST(overfull_lines_are_reported),
	    TEST(uneven_lines_are_reported),
	    TEST(short_last_lines_are_reported),
	    TEST(long_headings_are_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
