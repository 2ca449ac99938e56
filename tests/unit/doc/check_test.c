/* SPDX-License-Identifier: MIT */
#include "fixture.h"

static void
test_repeated_words(void **state)
{
	(void)state;
	assert_messages("The the law says that that is so.\n",
	    "x.md:1:5: warning: the word 'the' stands twice; remove one\n");
	assert_messages("End of\nof line, of, of course.\n",
	    "x.md:2:1: warning: the word 'of' stands twice; remove one\n");
	assert_messages("So *very* very [very](http://x.org).\n",
	    "x.md:1:11: warning: the word 'very' stands twice; remove one\n");
}

static void
test_repeated_words_of_other_languages(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	f->env.lang = "vi";
	doc_check(fixture_read(f, "Nhanh nhanh.\n"));
	assert_string_equal(fixture_messages(f), "");
	fixture_free(f);
}

static void
test_acronyms(void **state)
{
	(void)state;
	assert_messages("The NCCT and the NCCT, ASEAN, NGOs, Chapter IV, "
			"CRC/C/OPSC/1 and SP.POP.TOTL.\n",
	    "x.md:1:5: warning: 'NCCT' is not in acronyms.csv; add it or "
	    "write it out\n");
	/* headings may be set in capitals */
	assert_messages("# NATIONAL LAW\n\nText of US law.\n", "");
}

static void
test_terms(void **state)
{
	(void)state;
	assert_messages("On child\nprostitution and Child labourers.\n",
	    "x.md:1:4: warning: 'child prostitution' is a discouraged term; "
	    "write 'exploitation of children in prostitution'\n");
	assert_messages("On *child prostitution* and \"child prostitution\" "
			"and [child prostitution]{.term}.\n",
	    "");
}

static void
test_placeholders(void **state)
{
	(void)state;
	assert_messages("To be found (citation). `TBD` and a citation are "
			"none.\n\nLorem ipsum and Xlorem ipsum.\n",
	    "x.md:1:13: warning: '(citation)' is a placeholder; write what "
	    "belongs there\n"
	    "x.md:3:1: warning: 'Lorem ipsum' is a placeholder; write what "
	    "belongs there\n");
	assert_messages("What ??? that.\n",
	    "x.md:1:6: warning: '??"
	    "?' is a placeholder; write what belongs "
	    "there\n");
}

#define LONG                                                                   \
	"Shelters that were made for adults are no place for a child, who "    \
	"needs a school nearby, somebody to talk to, a family that is "        \
	"helped as well, and a plan for the time after, so that it can go "    \
	"home without fear and stay there when the "

static void
test_paragraphs_that_are_alike(void **state)
{
	(void)state;
	assert_messages(LONG "first visits are over.\n\nAnother text.\n\n" LONG
			     "last letters were written.\n",
	    "x.md:5:1: warning: this paragraph says what that of x.md:1 says "
	    "already; leave one of them out, or include one text at both "
	    "places\n");
	/* half of it, a quotation, a short one */
	assert_messages(LONG "end.\n\nA child, who needs a school nearby, "
			     "somebody to talk to, a family that is helped, "
			     "finds in the files of the ministry nothing but "
			     "numbers of beds and of nights, which are added "
			     "up by year and province, and printed late.\n",
	    "");
	assert_messages(LONG "end.\n\n> " LONG "end.\n", "");
	assert_messages("One short text.\n\nOne short text.\n", "");
}

static void
test_typed_references(void **state)
{
	(void)state;
	assert_messages("As Annex II says, Tables 3, figures and Annex II of "
			"the Convention do not.\n\nSee Table 12.\n",
	    "x.md:1:4: warning: 'Annex II' is typed by hand and does not "
	    "exist; refer to its anchor, as @tbl-id or @sec-id\n"
	    "x.md:3:5: warning: 'Table\xC2\xA0"
	    "12' is typed by hand and does not "
	    "exist; refer to its anchor, as @tbl-id or @sec-id\n");
	assert_messages(": One {#tbl-one source=\"S\"}\n| A |\n|:--|\n| 1 |\n\n"
			"See @tbl-one; Table 1 is *Table 2* there.\n",
	    "x.md:6:15: warning: 'Table\xC2\xA0"
	    "1' is typed by hand and will move; "
	    "refer to its anchor, as @tbl-id or @sec-id\n");
	assert_messages("Table", "");
}

static void
test_cases(void **state)
{
	(void)state;
	assert_messages("::: {.case title=\"A case\"}\nIn May a girl, 14 years "
			"old, left her village.\n:::\n",
	    "x.md:1:1: warning: this case tells age, place, date of one "
	    "person, who may be recognised by them together; leave out what "
	    "the reader can do without\n");
	assert_messages("::: {.case title=\"A case\"}\nIn May a village and "
			"its school agreed on rules.\n:::\n",
	    "");
}

static void
test_digit_at_start(void **state)
{
	(void)state;
	assert_messages("Few. 2018 was dry.\n",
	    "x.md:1:6: warning: a sentence begins with the figure 2018; "
	    "write it in words\n");
	assert_messages("\U000F0001"
			"7"
			"\U0010FFFD people came.\n",
	    "x.md:1:2: warning: a sentence begins with the figure 7; write "
	    "it in words\n");
	assert_messages("See no. 5 and art. 7.\n\n- 5 people\n", "");
}

static void
test_numbers_without_value(void **state)
{
	(void)state;
	assert_messages("There were 1,200 children, or 8%.\n",
	    "x.md:1:12: warning: the number 1,200 has no value in the data; "
	    "print it by an expression\n"
	    "x.md:1:31: warning: the number 8% has no value in the data; "
	    "print it by an expression\n");
	assert_messages(
	    "In 2014, children under 18, aged 10 to 17, on 25 May 2016; "
	    "Articles 33 and 34, SDG targets 16.2, 8.7 and 5.2, ILO C182, "
	    "Convention 138, 15-year-old girls, 5 people, the 12th.\n",
	    "");
	assert_messages("It was \U000F0001"
			"18.4"
			"\U0010FFFD per cent.\n",
	    "");
	/* notes, headings and tables have numbers of their own */
	assert_messages("# Plan 45\n\nA.^[Of 205 accepted 163.]\n\n"
			": T\n| A |\n|:--|\n| 77 |\n",
	    "");
}

static void
test_unknown_value(void **state)
{
	(void)state;
	assert_messages("It was \U000F0063"
			"9"
			"\U0010FFFD.\n",
	    "x.md:1:9: error: U+F0063 is a private-use character; write the "
	    "character meant\n");
}

static void
test_characters(void **state)
{
	(void)state;
	assert_messages("A\x01"
			"b \uE000.\n",
	    "x.md:1:2: error: U+0001 is a control character; write the "
	    "character meant\n"
	    "x.md:1:5: error: U+E000 is a private-use character; write the "
	    "character meant\n");
}

static void
test_headings(void **state)
{
	(void)state;
	assert_messages("# One\n\nText.\n\n### Three\n\nText.\n",
	    "x.md:5:1: error: a heading of level 3 follows one of level 1; "
	    "write level 2\n");
	assert_messages("# One\n\nText.\n\n##\n\nText.\n",
	    "x.md:5:1: error: the heading has no text; write one or remove "
	    "it\n");
}

static void
test_tables_and_figures(void **state)
{
	(void)state;
	assert_messages("|:--|:--|\n| a | b |\n",
	    "x.md:1:1: error: the table has no head row; write one above its "
	    "line of dashes\n"
	    "x.md:1:1: warning: the table has no title; write ': Title "
	    "{#tbl-id}' above it\n");
	assert_messages("``` chart\nid: fig-a\n```\n",
	    "x.md:1:1: error: the figure has no title; give its chart the "
	    "key 'title'\n"
	    "x.md:1:1: warning: the figure has no source line; give it the "
	    "key 'source'\n");
	assert_messages("``` chart\nkind: spark\n```\n", "");
	assert_messages("![](a.png)\n",
	    "x.md:1:1: error: a.png has no alternative text; write ![what it "
	    "shows](file)\n");
}

static void
test_links_and_languages(void **state)
{
	(void)state;
	assert_messages("A [](http://x.org) b.\n",
	    "x.md:1:3: error: the link has no text; write [words](address)\n");
	assert_messages("A [x]{lang=kh} [y]{lang=en-GB} b.\n",
	    "x.md:1:3: error: no language 'kh'; did you mean 'km'?\n");
}

static void
test_references(void **state)
{
	struct buf b = {0};
	int i;

	(void)state;
	assert_messages("# A\n\nSee @sec-b.\n\n## B {#sec-b}\n",
	    "x.md:3:5: error: 'sec-b' is in a section that has no content "
	    "here; remove the reference or write it under the same "
	    "condition\n");
	assert_messages("See @fig-b and [it](#fig-b).\n\n"
			"![Logo](b.png){#fig-b}\n",
	    "x.md:1:5: error: 'fig-b' has no number to refer to; give the "
	    "figure a title or write [words](#id)\n");
	assert_messages("See @tbl-lw.\n\n: T {#tbl-law}\n| A |\n|---|\n",
	    "x.md:1:5: error: no target 'tbl-lw'; did you mean "
	    "'tbl-law'?\n");
	for (i = 0; i < 170; i++)
		buf_puts(&b, "> ");
	buf_puts(&b, "x\n");
	assert_messages(b.p,
	    "x.md:1:319: error: more than 160 levels of nesting; write it "
	    "flatter\n");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_repeated_words),
	    cmocka_unit_test(test_repeated_words_of_other_languages),
	    cmocka_unit_test(test_acronyms),
	    cmocka_unit_test(test_terms),
	    cmocka_unit_test(test_placeholders),
	    cmocka_unit_test(test_paragraphs_that_are_alike),
	    cmocka_unit_test(test_typed_references),
	    cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_digit_at_start),
	    cmocka_unit_test(test_numbers_without_value),
	    cmocka_unit_test(test_unknown_value),
	    cmocka_unit_test(test_characters),
	    cmocka_unit_test(test_headings),
	    cmocka_unit_test(test_tables_and_figures),
	    cmocka_unit_test(test_links_and_languages),
	    cmocka_unit_test(test_references),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
