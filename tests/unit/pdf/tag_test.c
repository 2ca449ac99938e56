/* SPDX-License-Identifier: MIT */
/* The structure tree that a document and its pages give, in print. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "fixture.h"

/* Set the report, write it without an error, and compare the dump. */
static void
expect_tags(struct fixture *f, const char *want)
{
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);

	assert_true(fixture_write(f));
	pdf_dump_tags(f->a, &f->in, out);
	fclose(out);
	assert_string_equal(text, want);
	free(text);
	fixture_free(f);
}

static void
interrupted_paragraph_is_one(void **state)
{
	struct fixture *f = fixture_new();
	struct node *p = add(f, f->doc->root, NODE_PARA);
	struct node *a = add_text(f, p, "on one page, ");
	struct node *b = add_text(f, p, "on the next");

	(void)state;
	put_leaf(f, a);
	fixture_page(f);
	put_leaf(f, b);
	expect_tags(f, "Document lang=en\n"
		       "  P 1/0 \"on one page, \" 2/0 \"on the next\"\n");
}

static void
neighbours_share_a_sequence(void **state)
{
	struct fixture *f = fixture_new();
	struct node *p = add(f, f->doc->root, NODE_PARA);

	(void)state;
	add_text(f, p, "plain ");
	add_text(f, add(f, p, NODE_STRONG), "bold");
	add_text(f, p, " plain");
	put_all(f, p);
	expect_tags(
	    f, "Document lang=en\n  P 1/0 \"plain \" \"bold\" \" plain\"\n");
}

static void
language_is_an_element_emphasis_is_not(void **state)
{
	struct fixture *f = fixture_new();
	struct node *p = add(f, f->doc->root, NODE_PARA), *s;

	(void)state;
	add_text(f, p, "the ");
	s = add(f, p, NODE_EMPH);
	add_text(f, s, "loi ");
	s = add(f, p, NODE_SPAN);
	s->lang = "fr";
	add_text(f, s, "loi");
	put_all(f, p);
	expect_tags(f, "Document lang=en\n"
		       "  P 1/0 \"the \" \"loi \"\n"
		       "    Span lang=fr 1/1 \"loi\"\n");
}

static void
note_stands_with_its_number_and_ways(void **state)
{
	struct fixture *f = fixture_new();
	struct node *p = add(f, f->doc->root, NODE_PARA), *mark, *note;

	(void)state;
	add_text(f, p, "Said.");
	mark = add_leaf(f, p, NODE_NOTE_MARK, "3");
	note = add(f, f->doc->root, NODE_NOTE);
	note->number = 3;
	note->target = mark;
	mark->target = note;
	add_text(f, add(f, note, NODE_LABEL), "3");
	add_block(f, note, NODE_PARA, "Ibid.");
	put_all(f, f->doc->root);
	expect_tags(f, "Document lang=en\n"
		       "  P 1/0 \"Said.\"\n"
		       "    Reference\n"
		       "      Link 1/1 \"3\" [link on 1]\n"
		       "  Note id=note-3 1/3 \"Ibid.\"\n"
		       "    Lbl\n"
		       "      Link 1/2 \"3\" [link on 1]\n");
}

static void
add_entry(struct fixture *f, struct node *toc, int level, const char *text,
    struct node *target)
{
	struct node *e = add(f, toc, NODE_TOC_ENTRY);

	e->level = level;
	e->target = target;
	add_text(f, e, text);
}

static void
contents_nest_by_level(void **state)
{
	struct fixture *f = fixture_new();
	struct node *toc = add(f, f->doc->root, NODE_CONTENTS);
	struct node *h = add_heading(f, f->doc->root, 1, "One")->first;

	(void)state;
	add_block(f, toc, NODE_TITLE, "Contents");
	add_entry(f, toc, 1, "1", h);
	add_entry(f, toc, 3, "1.1.1", h);
	add_entry(f, toc, 2, "1.2", h);
	add_entry(f, toc, 1, "2", h);
	put_all(f, f->doc->root);
	expect_tags(f, "Document lang=en\n"
		       "  TOC\n"
		       "    Caption 1/0 \"Contents\"\n"
		       "    TOCI\n"
		       "      Reference\n"
		       "        Link 1/1 \"1\" [link on 1]\n"
		       "      TOC\n"
		       "        TOCI\n"
		       "          Reference\n"
		       "            Link 1/2 \"1.1.1\" [link on 1]\n"
		       "        TOCI\n"
		       "          Reference\n"
		       "            Link 1/3 \"1.2\" [link on 1]\n"
		       "    TOCI\n"
		       "      Reference\n"
		       "        Link 1/4 \"2\" [link on 1]\n"
		       "  Sect\n"
		       "    H1 1/5 \"One\"\n");
}

static void
plain_table_has_scopes(void **state)
{
	struct fixture *f = fixture_new();
	struct node *t = add(f, f->doc->root, NODE_TABLE), *r;

	(void)state;
	add_block(f, add(f, t, NODE_CAPTION), NODE_TITLE, "Finding");
	r = add_row(f, t, 1);
	add_cell(f, r, 0, 1, 1, "Country");
	add_cell(f, r, 1, 1, 1, "2020");
	r = add_row(f, t, 0);
	add_cell(f, r, 0, 1, 1, "Laos");
	add_cell(f, r, 1, 1, 1, "");
	add_block(f, t, NODE_SOURCE, "Source");
	put_all(f, f->doc->root);
	expect_tags(f, "Document lang=en\n"
		       "  Table\n"
		       "    Caption\n"
		       "      P 1/0 \"Finding\"\n"
		       "    THead\n"
		       "      TR\n"
		       "        TH scope=Column 1/1 \"Country\"\n"
		       "        TH scope=Column 1/2 \"2020\"\n"
		       "    TBody\n"
		       "      TR\n"
		       "        TH scope=Row 1/3 \"Laos\"\n"
		       "        TD\n"
		       "  P 1/4 \"Source\"\n");
}

static void
spanning_heads_are_named_by_id(void **state)
{
	struct fixture *f = fixture_new();
	struct node *t = add(f, f->doc->root, NODE_TABLE), *r;

	(void)state;
	r = add_row(f, t, 1);
	add_cell(f, r, 0, 1, 1, "Country");
	add_cell(f, r, 1, 2, 1, "Years");
	r = add_row(f, t, 2);
	add_cell(f, r, 0, 3, 1, "Mainland");
	r = add_row(f, t, 0);
	add_cell(f, r, 0, 1, 2, "Laos");
	add_cell(f, r, 1, 1, 1, "1");
	r = add_row(f, t, 0); /* its last square is missing */
	add_cell(f, r, 1, 1, 1, "2");
	put_all(f, f->doc->root);
	expect_tags(f, "Document lang=en\n"
		       "  Table\n"
		       "    THead\n"
		       "      TR\n"
		       "        TH id=h0 scope=Column 1/0 \"Country\"\n"
		       "        TH id=h1 scope=Column span=2 1/1 \"Years\"\n"
		       "    TBody\n"
		       "      TR\n"
		       "        TH id=h2 scope=Row span=3 headers=h0 "
		       "1/2 \"Mainland\"\n"
		       "      TR\n"
		       "        TH id=h3 scope=Row rowspan=2 "
		       "headers=h0,h2 1/3 \"Laos\"\n"
		       "        TD headers=h1,h2,h3 1/4 \"1\"\n"
		       "        TD headers=h1,h2,h3\n"
		       "      TR\n"
		       "        TD headers=h1,h2,h3 1/5 \"2\"\n"
		       "        TD headers=h1,h2,h3\n");
}

static void
recommendations_are_one_list(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct node *r = add(f, f->doc->root, NODE_RECOMMENDATION);

		add_text(f, add(f, r, NODE_LABEL), i ? "R2" : "R1");
		add_block(f, r, NODE_PARA, "Act.");
	}
	put_all(f, f->doc->root);
	expect_tags(f, "Document lang=en\n"
		       "  L\n"
		       "    LI\n"
		       "      Lbl 1/0 \"R1\"\n"
		       "      LBody 1/1 \"Act.\"\n"
		       "    LI\n"
		       "      Lbl 1/2 \"R2\"\n"
		       "      LBody 1/3 \"Act.\"\n");
}

static void
pull_quotes_and_marks_beside_words_are_artifacts(void **state)
{
	struct fixture *f = fixture_new();
	struct node *q = add(f, f->doc->root, NODE_PULL_QUOTE);
	struct node *p = add(f, f->doc->root, NODE_PARA), *mark;
	struct path dot = {.steps = (struct path_step[]){{.op = PATH_MOVE},
			       {.op = PATH_LINE, .x = 5}},
	    .n = 2,
	    .stroked = true,
	    .width = PT(1)};

	(void)state;
	add_block(f, q, NODE_PARA, "Said before.");
	mark = add(f, p, NODE_STATUS);
	add_text(f, p, "Ratified");
	put_all(f, f->doc->root);
	put(f, (struct item){.kind = ITEM_PATH,
		   .leaf = mark,
		   .path = &dot,
		   .box = {PT(57), PT(300), PT(8), PT(8)}});
	expect_tags(f, "Document lang=en\n  P 1/0 \"Ratified\"\n");
}

static void
complex_words_are_sequences_of_their_own(void **state)
{
	struct fixture *f = fixture_new();
	struct node *p = add(f, f->doc->root, NODE_PARA);

	(void)state;
	p->lang = "km";
	add_text(f, p, "កម្ពុជា កក");
	put_all(f, p);
	expect_tags(f, "Document lang=en\n"
		       "  P lang=km 1/0 1/1 \"កម្ពុជា កក\"\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(interrupted_paragraph_is_one),
	    cmocka_unit_test(neighbours_share_a_sequence),
	    cmocka_unit_test(language_is_an_element_emphasis_is_not),
	    cmocka_unit_test(note_stands_with_its_number_and_ways),
	    cmocka_unit_test(contents_nest_by_level),
	    cmocka_unit_test(plain_table_has_scopes),
	    cmocka_unit_test(spanning_heads_are_named_by_id),
	    cmocka_unit_test(recommendations_are_one_list),
	    cmocka_unit_test(pull_quotes_and_marks_beside_words_are_artifacts),
	    cmocka_unit_test(complex_words_are_sequences_of_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
