/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include <time.h>

/* Places are those of the author, whatever the text went through. */

static struct place
shifted(const void *ctx, unsigned line, unsigned col)
{
	(void)ctx;
	return (struct place){"template.md", line * 100, col * 10};
}

static const struct node *
find(const struct doc *d, enum node_kind kind, const char *text)
{
	const struct node *n;

	for (n = d->root; n; n = node_next(n, d->root))
		if (n->kind == kind &&
		    (!text || (n->text && strcmp(n->text, text) == 0)))
			return n;
	return NULL;
}

static void
test_places_go_through_the_origin(void **state)
{
	struct fixture *f = fixture_new();
	struct origin o = {.find = shifted};
	const struct node *n;

	(void)state;
	f->doc = doc_new(f->arena, f->sink, &f->env);
	doc_add_part(f->doc, "x",
	    STR("---\ntitle: x\nbad: [\n---\nOne *two*\nthree[@nobody-1].\n\n"
		"``` chart\nid: x\n  y: z\n```\n"),
	    &o);
	doc_complete(f->doc);
	n = find(f->doc, NODE_TEXT, "two");
	assert_string_equal(n->at.file, "template.md");
	assert_int_equal(n->at.line, 500);
	assert_int_equal(n->at.col, 60);
	assert_string_equal(fixture_messages(f),
	    "template.md:400:10: error: YAML: did not find expected node "
	    "content\n"
	    "template.md:600:70: error: no source 'nobody-1'; add it to "
	    "sources.csv\n"
	    "template.md:1000:40: error: YAML: mapping values are not allowed "
	    "in this context\n");
	fixture_free(f);
}

/* Columns count characters. */
static void
test_columns_of_characters(void **state)
{
	struct fixture *f = fixture_new();
	const struct node *n;

	(void)state;
	fixture_read(f, "ស្រុក *é* `code`\n  > no quote *here*\n");
	n = find(f->doc, NODE_TEXT, "é");
	assert_int_equal(n->at.line, 1);
	assert_int_equal(n->at.col, 8);
	n = find(f->doc, NODE_CODE, "code");
	assert_int_equal(n->at.col, 12);
	n = find(f->doc, NODE_TEXT, "here");
	assert_int_equal(n->at.line, 2);
	assert_int_equal(n->at.col, 15);
	fixture_free(f);
}

static void
test_front_matter(void **state)
{
	struct fixture *f = fixture_new();
	const struct node *part;
	const struct conf *c;

	(void)state;
	fixture_read(f, "---\nlayout: cover\nnested: {a: [1, 2]}\n---\nX\n");
	part = f->doc->root->first;
	assert_string_equal(node_attr(part, "layout"), "cover");
	assert_string_equal(node_attr(part, "nested"), "");
	c = conf_find(conf_find(part->data, "nested"), "a");
	assert_int_equal(c->n, 2);
	assert_string_equal(node_attr(part, "name"), "x.md");
	fixture_free(f);
}

static void
test_chart_fence_reaches_the_hook(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	fixture_read(f, "``` timeline plans\ntitle: T\n```\n");
	assert_string_equal(conf_str(f->spec, f->sink, "kind", ""), "timeline");
	assert_string_equal(conf_str(f->spec, f->sink, "use", ""), "plans");
	assert_string_equal(conf_str(f->spec, f->sink, "title", ""), "T");
	assert_int_equal(conf_find(f->spec, "title")->at.line, 2);
	fixture_read(f, "``` chart\nbirths\n```\n");
	assert_string_equal(conf_str(f->spec, f->sink, "use", ""), "births");
	fixture_free(f);
}

/* Number marks in many places. */
static void
test_number_marks(void **state)
{
	static const char *const texts[] = {
	    "A \U000F0005"
	    "18.4%"
	    "\U0010FFFD b.\n",
	    "# A \U000F0005"
	    "18.4%"
	    "\U0010FFFD\n\nText.\n",
	    "- *\U000F0005"
	    "18.4%"
	    "\U0010FFFD*\n",
	    "| A |\n|:-:|\n| \U000F0005"
	    "18.4%"
	    "\U0010FFFD |\n",
	    "[\U000F0005"
	    "18.4%"
	    "\U0010FFFD]{.heat step=1}\n",
	    "^[Of \U000F0005"
	    "18.4%"
	    "\U0010FFFD]\n",
	    ": T \U000F0005"
	    "18.4%"
	    "\U0010FFFD {#tbl-a}\n| A |\n|---|\n",
	    "::: {.case title=\"\U000F0005"
	    "18.4%"
	    "\U0010FFFD\"}\nX\n:::\n",
	    "[\U000F0005"
	    "18\\.4\\%"
	    "\U0010FFFD](http://x.org)\n",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct fixture *f = fixture_new();
		const struct node *n;

		fixture_read(f, texts[i]);
		n = find(f->doc, NODE_NUMBER, "18.4%");
		if (!n)
			fail_msg("%s", texts[i]);
		assert_int_equal(n->value, 5);
		assert_null(strstr(fixture_dump(f), "\U0010FFFD"));
		fixture_free(f);
	}
}

/* Attributes and addresses lose the marks. */
static void
test_number_marks_in_attributes(void **state)
{
	struct fixture *f = fixture_new();
	const struct node *n;

	(void)state;
	fixture_read(f, "[x](http://x.org/\U000F0001"
			"7"
			"\U0010FFFD) "
			"[y]{a=\"\U000F0001"
			"7"
			"\U0010FFFD\"} "
			"`\U000F0001"
			"7"
			"\U0010FFFD`\n");
	n = find(f->doc, NODE_LINK, NULL);
	assert_string_equal(n->href, "http://x.org/7");
	n = find(f->doc, NODE_SPAN, NULL);
	assert_string_equal(node_attr(n, "a"), "7");
	assert_non_null(find(f->doc, NODE_CODE, "7"));
	fixture_free(f);
}

static const char *
plain(struct fixture *f, const char *lang, const char *text)
{
	f->env.lang = lang;
	fixture_read(f, text);
	return node_plain_text(f->arena, f->doc->root).p;
}

static void
test_quotes_by_language(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	assert_string_equal(plain(f, "en", "A \"b 'c'\" d's (\"e\").\n"),
	    "A “b ‘c’” d’s (“e”).");
	assert_string_equal(
	    plain(f, "fr", "A \"b\" l'an.\n"), "A «\u202Fb\u202F» l’an.");
	assert_string_equal(plain(f, "es", "A \"b\".\n"), "A «b».");
	assert_string_equal(plain(f, "en", "\"*A* b\" \"`c`\"\n"), "“A b” “c”");
	fixture_free(f);
}

static void
test_french_spacing(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	assert_string_equal(plain(f, "fr", "Qui? Quoi ! Où: ici; là.\n"),
	    "Qui\u202F? Quoi\u202F! Où\u202F: ici\u202F; là.");
	assert_string_equal(plain(f, "fr", "« Non ?! » (« a») le\u00A0:\n"),
	    "«\u202FNon\u202F?!\u202F» («\u202Fa\u202F») le\u202F:");
	assert_string_equal(
	    plain(f, "fr", "À 10:30, *oui*! [!]\n"), "À 10:30, oui\u202F! [!]");
	assert_string_equal(plain(f, "en", "Who? [Qui ?]{lang=fr} What?\n"),
	    "Who? Qui\u202F? What?");
	assert_string_equal(
	    plain(f, "fr", "Qui ? [Who?]{lang=en}\n"), "Qui\u202F? Who?");
	assert_string_equal(plain(f, "fr", "Voir <https://a.org/?b=1;c>.\n"),
	    "Voir https://a.org/?b=1;c.");
	fixture_free(f);
}

static void
test_no_break_spaces(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	assert_string_equal(plain(f, "en",
				"Article 17, 5 million, p. 12, Table\n4, "
				"article of 5 men\n"),
	    "Article\u00A017, 5\u00A0million, p.\u00A012, Table\u00A04, "
	    "article of 5 men");
	fixture_free(f);
}

/* Inputs that grow the work must not grow it faster than themselves. */

static void
repeat(struct buf *b, const char *s, size_t n)
{
	while (n-- > 0)
		buf_puts(b, s);
}

static double
seconds(struct buf *text)
{
	struct fixture *f = fixture_new();
	struct timespec a, b;

	buf_puts(text, "\n");
	clock_gettime(CLOCK_MONOTONIC, &a);
	doc_check(fixture_read(f, text->p));
	fixture_dump(f);
	clock_gettime(CLOCK_MONOTONIC, &b);
	fixture_free(f);
	buf_free(text);
	return (double)(b.tv_sec - a.tv_sec) +
	       (double)(b.tv_nsec - a.tv_nsec) / 1e9;
}

static void
test_pathological(void **state)
{
	static const char *const units[] = {"[", "]", "[^", "^[", "[@a", "*",
	    "_a ", "`", "``a", "<a", "\\", "> ", "- ", "::: a\n", ":::\n",
	    "[a]{.b", "[a]{.b}", "|", "| a |\n|---|\n", "\"", "@fig-a ", "![",
	    "](", "http://", "^^|", ": a\n", "[^a]: b\n", "#", "&amp;",
	    "\U000F0001", "\U0010FFFD", "{", "a\n\n", "NGO ", "^[a", "]{.b}",
	    "1 ", "- a\n\n  "};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof units / sizeof *units; i++) {
		struct buf b = {0};

		repeat(&b, units[i], 5000);
		if (seconds(&b) > 5)
			fail_msg("%s", units[i]);
	}
	for (i = 0; i < sizeof units / sizeof *units; i++) {
		struct buf b = {0};

		buf_puts(&b, "| a |\n|---|\n| ");
		repeat(&b, units[i], 1000);
		if (seconds(&b) > 5)
			fail_msg("cell of %s", units[i]);
	}
}

/* No text, however broken, may stop the program. */
static void
test_cut_anywhere(void **state)
{
	static const char text[] =
	    "---\na: 1\n---\n# H[@kay-2016] {#a .b}\n\n::: {.case title=\"x "
	    "*y*\"}\n[s]{lang=km} `c` ^[n [@kay-2016, art. 2(b); see "
	    "@aple-2018. Z]] \U000F0001"
	    "1"
	    "\U0010FFFD\n:::\n: C {#tbl-a "
	    "source=\"[@kay-2016]\"}\n| a || b |\n|:-:|--.|:--|\n|= g |\n| "
	    "^^ | c<br>d<br><br>e\\ f |\n\n[^n]: t\n\n    u\n\n``` chart\nid: "
	    "x\n```\n> - q[^n]\n";
	size_t i;

	(void)state;
	for (i = 0; i < sizeof text; i++) {
		struct fixture *f = fixture_new();
		char *s = arena_strndup(f->arena, text, i);

		doc_check(fixture_read(f, s));
		fixture_dump(f);
		if (i + 1 < sizeof text) {
			s = arena_strdup(f->arena, text);
			s[i] = "\n[]|\"\\`@^:"[i % 10];
			doc_check(fixture_read(f, s));
		}
		fixture_free(f);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_places_go_through_the_origin),
	    cmocka_unit_test(test_columns_of_characters),
	    cmocka_unit_test(test_front_matter),
	    cmocka_unit_test(test_chart_fence_reaches_the_hook),
	    cmocka_unit_test(test_number_marks),
	    cmocka_unit_test(test_number_marks_in_attributes),
	    cmocka_unit_test(test_quotes_by_language),
	    cmocka_unit_test(test_french_spacing),
	    cmocka_unit_test(test_no_break_spaces),
	    cmocka_unit_test(test_pathological),
	    cmocka_unit_test(test_cut_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
