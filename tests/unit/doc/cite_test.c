/* SPDX-License-Identifier: MIT */
#include "fixture.h"

/* The form of each note: full, Ibid., short. */

static void
test_full_then_ibid_then_short(void **state)
{
	(void)state;
	assert_notes("A.[@unicef-sowc-2017, 174] B.[@unicef-sowc-2017, 174] "
		     "C.[@unicef-sowc-2017, 154] D.[@kay-2016] "
		     "E.[@unicef-sowc-2017, 182]\n",
	    "1 UNICEF (2017), *The State of the World’s Children 2017*, 174.\n"
	    "2 *Ibid.*\n"
	    "3 *Ibid.*, 154.\n"
	    "4 Kay, Paul (2016), “On the streets”, *Post Magazine*.\n"
	    "5 UNICEF (2017), 182.\n");
}

static void
test_chain_of_three(void **state)
{
	(void)state;
	assert_notes("A.[@khm-civil-code-2007, art. 41] "
		     "B.[@khm-civil-code-2007, art. 42] "
		     "C.[@khm-civil-code-2007, art. 42] "
		     "D.[@khm-civil-code-2007, arts. 43-45]\n",
	    "1 Government of Cambodia (2007), *Civil Code of Cambodia*, "
	    "Article\u00A041, accessed 24 July 2017, http://www.ilo.org/x.\n"
	    "2 *Ibid.*, Article\u00A042.\n"
	    "3 *Ibid.*\n"
	    "4 *Ibid.*, Articles\u00A043–45.\n");
}

static void
test_title_for_author(void **state)
{
	(void)state;
	assert_notes("A.[@forum-2016, 3]\n",
	    "1 “A forum of children” (2016), 3, "
	    "https://www.example.org/forum.\n");
}

/* Ibid. alone would point to the page before. */
static void
test_pinpoint_that_ends(void **state)
{
	(void)state;
	assert_notes("A.[@unicef-sowc-2017, 7] B.[@unicef-sowc-2017]\n",
	    "1 UNICEF (2017), *The State of the World’s Children 2017*, 7.\n"
	    "2 UNICEF (2017).\n");
}

static void
test_no_ibid_after_two_sources(void **state)
{
	(void)state;
	assert_notes("A.[@kay-2016; @unicef-sowc-2017, 3] "
		     "B.[@unicef-sowc-2017, 3]\n",
	    "1 Kay, Paul (2016), “On the streets”, *Post Magazine*; UNICEF "
	    "(2017), *The State of the World’s Children 2017*, 3.\n"
	    "2 UNICEF (2017), 3.\n");
}

static void
test_no_ibid_after_explanation(void **state)
{
	(void)state;
	assert_notes("A.[@kay-2016] B.^[Not a source.] C.[@kay-2016]\n",
	    "1 Kay, Paul (2016), “On the streets”, *Post Magazine*.\n"
	    "2 Not a source.\n"
	    "3 Kay (2016).\n");
}

/* A note with words and one source holds that source. */
static void
test_ibid_after_comment(void **state)
{
	(void)state;
	assert_notes("A.^[For a definition see [@kay-2016].] B.[@kay-2016]\n",
	    "1 For a definition see Kay, Paul (2016), “On the streets”, *Post "
	    "Magazine*.\n"
	    "2 *Ibid.*\n");
}

static void
test_hereinafter_if_used(void **state)
{
	(void)state;
	assert_notes("A.[@un-opsc-2000, art. 2(b)] B.[@kay-2016] "
		     "C.[@un-opsc-2000, art. 3]\n",
	    "1 UN General Assembly (2000), *Optional Protocol on the Sale of "
	    "Children* (hereinafter “OPSC”), A/RES/54/263, Article\u00A02(b).\n"
	    "2 Kay, Paul (2016), “On the streets”, *Post Magazine*.\n"
	    "3 OPSC, Article\u00A03.\n");
	assert_notes("A.[@un-opsc-2000, art. 2(b)]\n",
	    "1 UN General Assembly (2000), *Optional Protocol on the Sale of "
	    "Children*, A/RES/54/263, Article\u00A02(b).\n");
}

static void
test_short_title_of_law_is_italic(void **state)
{
	(void)state;
	assert_notes("A.[@khm-civil-code-2007, art. 17] B.[@kay-2016] "
		     "C.[@khm-civil-code-2007, art. 948]\n",
	    "1 Government of Cambodia (2007), *Civil Code of Cambodia* "
	    "(hereinafter “Civil Code”), Article\u00A017, accessed 24 July "
	    "2017, http://www.ilo.org/x.\n"
	    "2 Kay, Paul (2016), “On the streets”, *Post Magazine*.\n"
	    "3 *Civil Code*, Article\u00A0948.\n");
}

static void
test_cited_in(void **state)
{
	(void)state;
	assert_notes("A.[@davis-2014, 12] B.[@unicef-sowc-2017, 3] "
		     "C.[@davis-2014, 13]\n",
	    "1 Davis, Jarrett and Miles, Glenn (2014), *I want to be brave*, "
	    "Phnom Penh: Love146, 12, cited in UNICEF (2017), *The State of "
	    "the World’s Children 2017*.\n"
	    "2 UNICEF (2017), 3.\n"
	    "3 Davis and Miles (2014), 13.\n");
}

static void
test_same_author_and_year(void **state)
{
	(void)state;
	assert_notes("A.[@un-2001-a] B.[@un-2001-b] C.[@un-2001-a, 4]\n",
	    "1 United Nations (2001), *First report*.\n"
	    "2 United Nations (2001), *Second report*.\n"
	    "3 United Nations (2001), *First report*, 4.\n");
}

static void
test_many_authors(void **state)
{
	(void)state;
	assert_notes("A.[@four-2010, 110] B.[@kay-2016] C.[@four-2010, 111]\n",
	    "1 A, B; C, D; E, F and G, H (2010), “Much work”, *Journal of "
	    "Work*, 20(1-2): 105-126, 110.\n"
	    "2 Kay, Paul (2016), “On the streets”, *Post Magazine*.\n"
	    "3 A et al. (2010), 111.\n");
}

static void
test_kinds_of_sources(void **state)
{
	(void)state;
	assert_notes("A.[@aple-2018] B.[@adb-khm] C.[@npa-2014] "
		     "D.[@nobody-web]\n",
	    "1 APLE Cambodia (2018), Information provided by APLE Cambodia.\n"
	    "2 Asian Development Bank, “Cambodia and ADB”, accessed July "
	    "2017, https://www.adb.org/countries/cambodia.\n"
	    "3 Cambodia (2014), *Phenkar sakmmaphap* [National Plan of "
	    "Action].\n"
	    "4 “Raising awareness”.\n");
}

/* Pinpoints. */

static void
assert_locator(const char *written, const char *printed)
{
	struct fixture *f = fixture_new();

	fixture_read(f, arena_printf(f->arena,
			    "A.[@kay-2016] B.[@kay-2016, %s]\n", written));
	assert_string_equal(fixture_notes(f),
	    arena_printf(f->arena,
		"1 Kay, Paul (2016), “On the streets”, *Post Magazine*.\n"
		"2 *Ibid.*, %s.\n",
		printed));
	assert_string_equal(fixture_messages(f), "");
	fixture_free(f);
}

static void
test_locators(void **state)
{
	(void)state;
	assert_locator("174", "174");
	assert_locator("p. 174", "174");
	assert_locator("pp. 12-14", "12–14");
	assert_locator("xii", "xii");
	assert_locator("12, 14-15", "12, 14–15");
	assert_locator("para. 22", "para.\u00A022");
	assert_locator("paras. 22, 24", "paras.\u00A022, 24");
	assert_locator("para. 39(b)(d)", "para.\u00A039(b)(d)");
	assert_locator("art. 2(b)", "Article\u00A02(b)");
	assert_locator("Article 2(b)", "Article\u00A02(b)");
	assert_locator("arts. 19, 34, 39", "Articles\u00A019, 34, 39");
	assert_locator("arts. 33 and 34", "Articles\u00A033 and 34");
	assert_locator("ch. 3", "Chapter\u00A03");
	assert_locator("Table 7, 5", "Table\u00A07, 5");
	assert_locator("annex A", "Annex\u00A0A");
	assert_locator("{VII Ed. 2010/11}, 6", "VII Ed. 2010/11, 6");
	assert_locator("\"Population, total\" (SP.POP.TOTL)",
	    "“Population, total” (SP.POP.TOTL)");
	assert_locator("art. 5, as *amended*", "Article\u00A05, as *amended*");
	assert_locator("2016 version", "2016 version");
}

static void
test_comment_begins_sentence(void **state)
{
	(void)state;
	assert_notes("A.[@kay-2016, 5. The rate can exceed 100%.] "
		     "B.[@kay-2016, 5]\n",
	    "1 Kay, Paul (2016), “On the streets”, *Post Magazine*, 5. The "
	    "rate can exceed 100%.\n"
	    "2 *Ibid.*\n");
}

static void
test_words_before_key(void **state)
{
	(void)state;
	assert_notes("A.[see @kay-2016, 5; see also @unicef-sowc-2017]\n",
	    "1 See Kay, Paul (2016), “On the streets”, *Post Magazine*, 5; "
	    "see also UNICEF (2017), *The State of the World’s Children "
	    "2017*.\n");
}

static void
test_neighbours_join(void **state)
{
	(void)state;
	assert_notes("A.[@kay-2016][@aple-2018] B.[@aple-2018]\n",
	    "1 Kay, Paul (2016), “On the streets”, *Post Magazine*; APLE "
	    "Cambodia (2018), Information provided by APLE Cambodia.\n"
	    "2 APLE Cambodia (2018).\n");
}

/* Where notes stand and how they are numbered. */

static void
test_heading_caption_cell(void **state)
{
	struct fixture *f = fixture_new();
	const struct node *n;
	int expect[] = {1, 2, 3, 4};
	enum node_kind before[] = {
	    NODE_HEADING, NODE_TABLE, NODE_NOTE, NODE_PARA};
	size_t i = 0;

	(void)state;
	fixture_read(f, "# Title[@kay-2016]\n\n"
			": Caption[@aple-2018] {#tbl-a}\n"
			"| A |\n|:--|\n| x[@kay-2016, 3] |\n\n"
			"Text.[@kay-2016, 3]\n");
	for (n = f->doc->root; n; n = node_next(n, f->doc->root)) {
		if (n->kind != NODE_NOTE)
			continue;
		assert_int_equal(n->number, expect[i]);
		assert_int_equal(n->prev->kind, before[i]);
		assert_ptr_equal(n->target->target, n);
		i++;
	}
	assert_int_equal(i, 4);
	assert_string_equal(fixture_notes(f),
	    "1 Kay, Paul (2016), “On the streets”, *Post Magazine*.\n"
	    "2 APLE Cambodia (2018), Information provided by APLE Cambodia.\n"
	    "3 Kay (2016), 3.\n"
	    "4 *Ibid.*\n");
	fixture_free(f);
}

/* A work that a note cites twice stands in it once. */
static void
test_one_place_for_one_work(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	fixture_read(f,
	    "A.[@kay-2016, 27; @kay-2016, 25] "
	    "B.[@kay-2016, 2; @kay-2016; @aple-2018; @kay-2016, 2; "
	    "@kay-2016, 22] "
	    "C.[@un-opsc-2000, art. 3; see also @un-opsc-2000, art. 4]\n");
	assert_string_equal(fixture_notes(f),
	    "1 Kay, Paul (2016), “On the streets”, *Post Magazine*, 27, 25.\n"
	    "2 *Ibid.*, 2, 22; APLE Cambodia (2018), Information provided "
	    "by APLE Cambodia.\n"
	    "3 UN General Assembly (2000), *Optional Protocol on the Sale of "
	    "Children* (hereinafter “OPSC”), A/RES/54/263, Article 3; see also "
	    "OPSC, Article 4.\n");
	fixture_free(f);
}

/* Cells that cite the same, one after the other, share a note. */
static void
test_cells_share_a_note(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	fixture_read(f, "T.[@kay-2016, 3]\n\n"
			": Caption {#tbl-a notes=own}\n"
			"| A | B |\n|:--|:--|\n"
			"| x[@kay-2016, 3] | y[@kay-2016, 3] |\n"
			"| z[@kay-2016, 4] | v[@kay-2016, 3] |\n\n"
			"Text.[@kay-2016, 3]\n");
	assert_string_equal(fixture_notes(f),
	    "1 Kay, Paul (2016), “On the streets”, *Post Magazine*, 3.\n"
	    "a Kay (2016), 3.\n"
	    "b *Ibid.*, 4.\n"
	    "c *Ibid.*, 3.\n"
	    "2 *Ibid.*\n");
	fixture_free(f);
}

static const char *
text_of(struct fixture *f, const char *markdown)
{
	fixture_read(f, markdown);
	return node_plain_text(f->arena, f->doc->root->first->first).p;
}

static void
test_mark_behind_punctuation(void **state)
{
	struct fixture *f = fixture_new();
	const struct node *n;

	(void)state;
	assert_string_equal(
	    text_of(f, "One [@kay-2016], two[@kay-2016].\n"), "One, two.");
	n = f->doc->root->first->first->first;
	assert_string_equal(n->text, "One,");
	assert_int_equal(n->next->kind, NODE_NOTE_MARK);
	assert_string_equal(n->next->next->text, " two.");
	assert_int_equal(n->next->next->next->kind, NODE_NOTE_MARK);
	assert_null(n->next->next->next->next);
	fixture_free(f);
}

static void
test_two_marks_one_note(void **state)
{
	struct fixture *f = fixture_new();
	const struct node *a;

	(void)state;
	fixture_read(f, "A[^n] b[^n].\n\n[^n]: Text.\n");
	assert_int_equal(f->doc->nnotes, 1);
	a = f->doc->root->first->first->first->next;
	assert_int_equal(a->kind, NODE_NOTE_MARK);
	assert_string_equal(a->text, "1");
	assert_ptr_equal(a->target, f->doc->notes[0]);
	assert_ptr_equal(a->next->next->target, f->doc->notes[0]);
	fixture_free(f);
}

static void
test_source_line_is_no_note(void **state)
{
	struct fixture *f = fixture_new();
	const struct node *s;

	(void)state;
	fixture_read(f, ": T {#tbl-a source=\"[@un-opsc-2000, art. 1]\"}\n"
			"| A |\n|:--|\n| x |\n");
	assert_int_equal(f->doc->nnotes, 0);
	s = f->doc->root->first->first->last;
	assert_int_equal(s->kind, NODE_SOURCE);
	assert_string_equal(node_plain_text(f->arena, s).p,
	    "UN General Assembly (2000), Optional Protocol on the Sale of "
	    "Children, A/RES/54/263, Article\u00A01.");
	fixture_free(f);
}

static void
test_style_switches(void **state)
{
	struct fixture *f = fixture_new();
	struct origin o = {.file = "style.yaml"};

	(void)state;
	f->env.cite_style = conf_parse(f->arena, f->sink, &o,
	    STR("ibid: false\naccessed: false\ncited_in: false\n"
		"url: false\npublisher: false\nhereinafter: false\n"));
	fixture_read(f, "A.[@khm-civil-code-2007] B.[@khm-civil-code-2007] "
			"C.[@davis-2014]\n");
	assert_string_equal(fixture_notes(f),
	    "1 Government of Cambodia (2007), *Civil Code of Cambodia*.\n"
	    "2 *Civil Code*.\n"
	    "3 Davis, Jarrett and Miles, Glenn (2014), *I want to be "
	    "brave*.\n");
	fixture_free(f);
}

/* What notes leave out stands in the bibliography. */
static void
test_bibliography_is_complete(void **state)
{
	struct fixture *f = fixture_new();
	struct origin o = {.file = "style.yaml"};

	(void)state;
	f->env.cite_style = conf_parse(f->arena, f->sink, &o,
	    STR("accessed: false\ncited_in: false\nurl: false\n"));
	fixture_read(f, "A.[@davis-2014] B.[@khm-civil-code-2007]\n\n"
			"::: {.bibliography}\n:::\n");
	assert_string_equal(
	    node_plain_text(f->arena, f->doc->root->first->last).p,
	    "Laws and treaties Government of Cambodia (2007), Civil Code of "
	    "Cambodia, accessed 24 July 2017, http://www.ilo.org/x. "
	    "Reports Davis, Jarrett and Miles, Glenn (2014), I want to be "
	    "brave, Phnom Penh: Love146, cited in UNICEF (2017). "
	    "UNICEF (2017), The State of the World’s Children 2017.");
	fixture_free(f);
}

static void
test_messages(void **state)
{
	(void)state;
	assert_messages("A.[@unicef-sowc-2016, 3]\n",
	    "x.md:1:4: error: no source 'unicef-sowc-2016'; did you mean "
	    "'unicef-sowc-2017'?\n");
	assert_messages("A.[@zzz]\n",
	    "x.md:1:4: error: no source 'zzz'; add it to sources.csv\n");
	assert_messages("A.[^nota]\n\n[^note]: Text.\n",
	    "x.md:1:3: error: no note 'nota' (did you mean 'note'?); write "
	    "[^nota]: and its text\n"
	    "x.md:3:1: warning: no mark calls note 'note'; write its mark "
	    "where it belongs or remove it\n");
	assert_messages("A.[^n]\n\n[^n]: One.\n\n[^n]: Two.\n",
	    "x.md:5:1: error: note 'n' has a text in line 3; rename one of "
	    "them\n");
	assert_messages("A.^[One.^[Two.]]\n",
	    "x.md:1:9: error: a note cannot hold a note; write its text in "
	    "brackets\n");
	assert_messages("A.[@nobody-web]\n",
	    "x.md:1:4: warning: source 'nobody-web' has neither a year nor a "
	    "date of access; add one to sources.csv\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_full_then_ibid_then_short),
	    cmocka_unit_test(test_title_for_author),
	    cmocka_unit_test(test_chain_of_three),
	    cmocka_unit_test(test_pinpoint_that_ends),
	    cmocka_unit_test(test_no_ibid_after_two_sources),
	    cmocka_unit_test(test_no_ibid_after_explanation),
	    cmocka_unit_test(test_ibid_after_comment),
	    cmocka_unit_test(test_hereinafter_if_used),
	    cmocka_unit_test(test_short_title_of_law_is_italic),
	    cmocka_unit_test(test_cited_in),
	    cmocka_unit_test(test_same_author_and_year),
	    cmocka_unit_test(test_many_authors),
	    cmocka_unit_test(test_kinds_of_sources),
	    cmocka_unit_test(test_locators),
	    cmocka_unit_test(test_comment_begins_sentence),
	    cmocka_unit_test(test_words_before_key),
	    cmocka_unit_test(test_neighbours_join),
	    cmocka_unit_test(test_heading_caption_cell),
	    cmocka_unit_test(test_one_place_for_one_work),
	    cmocka_unit_test(test_cells_share_a_note),
	    cmocka_unit_test(test_mark_behind_punctuation),
	    cmocka_unit_test(test_two_marks_one_note),
	    cmocka_unit_test(test_source_line_is_no_note),
	    cmocka_unit_test(test_style_switches),
	    cmocka_unit_test(test_bibliography_is_complete),
	    cmocka_unit_test(test_messages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
