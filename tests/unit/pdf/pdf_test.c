/* SPDX-License-Identifier: MIT */
/* Whole files: what stands in them, read back with qpdf. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <qpdf/qpdf-c.h>
#include <stdio.h>

#include "fixture.h"

/* A file read back. */
struct reader {
	qpdf_data q;
	qpdf_oh root;
};

static struct reader
read_back(const struct fixture *f)
{
	struct reader r = {.q = qpdf_init()};

	qpdf_silence_errors(r.q);
	qpdf_read_memory(r.q, "test", f->bytes.p, f->bytes.n, NULL);
	assert_false(qpdf_has_error(r.q));
	assert_false(qpdf_more_warnings(r.q));
	r.root = qpdf_get_root(r.q);
	return r;
}

/* The object at a path of keys and indices such as "/Pages/Kids/0". */
static qpdf_oh
at(struct reader *r, qpdf_oh o, const char *path)
{
	char key[64];
	size_t n;

	for (; *path; path += n) {
		n = 1 + strcspn(path + 1, "/");
		snprintf(key, sizeof key, "%.*s", (int)n, path);
		o = key[1] >= '0' && key[1] <= '9'
			? qpdf_oh_get_array_item(r->q, o, atoi(key + 1))
			: qpdf_oh_get_key(r->q, o, key);
	}
	return o;
}

static const char *
text(struct reader *r, const char *path)
{
	return qpdf_oh_unparse_resolved(r->q, at(r, r->root, path));
}

static struct str
content(struct fixture *f, struct reader *r, int page)
{
	unsigned char *bytes;
	size_t n;
	struct str s;

	qpdf_oh_get_page_content_data(
	    r->q, qpdf_get_page_n(r->q, (size_t)page), &bytes, &n);
	s = (struct str){arena_strndup(f->a, (char *)bytes, n), n};
	free(bytes);
	return s;
}

static size_t
count(struct str s, const char *part)
{
	size_t n = 0;

	/* content holds NUL bytes */
	for (size_t i = 0, len = strlen(part); i + len <= s.n; i++)
		n += memcmp(s.p + i, part, len) == 0;
	return n;
}

/* A heading, a paragraph with a value, a note and its mark, a link. */
static struct node *
small_report(struct fixture *f)
{
	struct node *part = add(f, f->doc->root, NODE_PART);
	struct node *s = add_heading(f, part, 1, "Efficient offices");
	struct node *p = add(f, s, NODE_PARA), *n, *mark, *note;

	add_text(f, p, "There were ");
	n = add_leaf(f, p, NODE_NUMBER, "16.2 million");
	n->value = 7;
	add_text(f, p, " people.");
	mark = add_leaf(f, p, NODE_NOTE_MARK, "1");
	n = add(f, p, NODE_LINK);
	n->href = "https://example.org/?a=(b)";
	add_text(f, n, " See there.");
	note = add(f, s, NODE_NOTE);
	note->number = 1;
	note->target = mark;
	mark->target = note;
	add_text(f, add(f, note, NODE_LABEL), "1");
	add_block(f, note, NODE_PARA, "A source.");
	return s;
}

static void
same_input_gives_the_same_bytes(void **state)
{
	struct fixture *f = fixture_new();
	struct str first;

	(void)state;
	put_all(f, small_report(f));
	assert_true(fixture_write(f));
	first = f->bytes;
	assert_true(fixture_write(f));
	assert_true(str_eq(first, f->bytes));
	fixture_free(f);
}

static void
catalog_says_what_the_file_is(void **state)
{
	struct fixture *f = fixture_new();
	struct reader r;

	(void)state;
	put_all(f, small_report(f));
	assert_true(fixture_write(f));
	assert_memory_equal(f->bytes.p, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", 15);
	r = read_back(f);
	assert_string_equal(text(&r, "/Lang"), "(en)");
	assert_string_equal(text(&r, "/MarkInfo"), "<< /Marked true >>");
	assert_string_equal(
	    text(&r, "/ViewerPreferences"), "<< /DisplayDocTitle true >>");
	assert_string_equal(text(&r, "/OutputIntents/0/S"), "/GTS_PDFA1");
	assert_string_equal(
	    text(&r, "/PageLabels"), "<< /Nums [ 0 << /S /D /St 1 >> ] >>");
	assert_string_equal(
	    text(&r, "/Outlines/First/Title"), "(Efficient offices)");
	assert_string_equal(text(&r, "/Pages/Kids/0/Tabs"), "/S");
	qpdf_cleanup(&r.q);
	fixture_free(f);
}

static void
link_leads_out_and_note_leads_back(void **state)
{
	struct fixture *f = fixture_new();
	struct reader r;

	(void)state;
	put_all(f, small_report(f));
	assert_true(fixture_write(f));
	r = read_back(f);
	/* in order of the page: mark, link, number of the note */
	assert_string_equal(
	    text(&r, "/Pages/Kids/0/Annots/0/Contents"), "(Note 1)");
	assert_string_equal(text(&r, "/Pages/Kids/0/Annots/1/A"),
	    "<< /S /URI /URI (https://example.org/?a=\\(b\\)) >>");
	assert_string_equal(
	    text(&r, "/Pages/Kids/0/Annots/2/Contents"), "(Back to note 1)");
	assert_string_equal(text(&r, "/Pages/Kids/0/Annots/2/F"), "4");
	assert_string_equal(text(&r, "/Pages/Kids/0/Annots/2/Dest/1"), "/XYZ");
	assert_int_equal(qpdf_oh_get_object_id(r.q,
			     at(&r, r.root, "/Pages/Kids/0/Annots/2/Dest/0")),
	    qpdf_oh_get_object_id(r.q, at(&r, r.root, "/Pages/Kids/0")));
	qpdf_cleanup(&r.q);
	fixture_free(f);
}

static void
sequences_never_nest_and_end(void **state)
{
	struct fixture *f = fixture_new();
	struct node *s = small_report(f);
	struct reader r;
	struct str c;
	int depth = 0;

	(void)state;
	s->first->lang = "km";
	put(f, (struct item){.kind = ITEM_FILL,
		   .artifact = ARTIFACT_LAYOUT,
		   .box = {0, 0, PT(100), PT(1)},
		   .colour = 0x336699});
	put_all(f, s);
	put_text(f, s->first->first, "7", "en", ARTIFACT_FOOTER);
	assert_true(fixture_write(f));
	r = read_back(f);
	c = content(f, &r, 0);
	for (size_t i = 0; i + 3 < c.n; i++) {
		if (memcmp(c.p + i, "BDC\n", 4) == 0)
			assert_int_equal(++depth, 1);
		if (memcmp(c.p + i, "EMC\n", 4) == 0)
			assert_int_equal(--depth, 0);
	}
	assert_int_equal(depth, 0);
	assert_int_equal(count(c, "BT\n"), count(c, "ET\n"));
	assert_int_equal(count(c, "/Type/Layout"), 1);
	assert_int_equal(count(c, "/Subtype/Footer"), 1);
	assert_int_equal(count(c, ".2 .4 .6 rg\n0 840.89 100 1 re f\n"), 1);
	assert_int_equal(count(c, "Td\n"), 5);
	qpdf_cleanup(&r.q);
	fixture_free(f);
}

static void
value_is_found_in_its_sequence(void **state)
{
	struct fixture *f = fixture_new();

	(void)state;
	put_all(f, small_report(f));
	assert_true(fixture_write(f));
	assert_int_equal(f->nplaces, 1);
	assert_int_equal(f->places[0].value, 7);
	assert_int_equal(f->places[0].page, 1);
	assert_int_equal(f->places[0].mcid, 1);
	assert_int_equal(f->places[0].start, strlen("There were "));
	assert_int_equal(f->places[0].length, strlen("16.2 million"));
	fixture_free(f);
}

static void
labels_are_ranges(void **state)
{
	static const char *const labels[] = {"i", "ii", "1", "2", "5", "A-1"};
	struct fixture *f = fixture_new();
	struct reader r;

	(void)state;
	put_all(f, small_report(f));
	while (f->pages->n < 6)
		fixture_page(f);
	for (size_t i = 0; i < 6; i++)
		f->pages->v[i]->label = labels[i];
	assert_true(fixture_write(f));
	r = read_back(f);
	assert_string_equal(text(&r, "/PageLabels/Nums"),
	    "[ 0 << /S /r /St 1 >> 2 << /S /D /St 1 >> 4 << /S /D /St 5 >> "
	    "5 << /P (A-1) >> ]");
	qpdf_cleanup(&r.q);
	fixture_free(f);
}

static void
bookmarks_nest_as_headings_do(void **state)
{
	struct fixture *f = fixture_new();
	struct node *s = small_report(f), *sub;
	struct reader r;

	(void)state;
	sub = add_heading(f, s, 2, "Première é");
	add_heading(f, sub, 3, "Deep");
	add_heading(f, s, 2, "Second");
	add_heading(f, f->doc->root, 1, "Last");
	put_all(f, f->doc->root);
	assert_true(fixture_write(f));
	r = read_back(f);
	assert_string_equal(text(&r, "/Outlines/Count"), "2");
	assert_string_equal(text(&r, "/Outlines/Last/Title"), "(Last)");
	assert_string_equal(text(&r, "/Outlines/First/Count"), "-2");
	assert_string_equal(text(&r, "/Outlines/First/First/Title"),
	    "<feff005000720065006d006900e800720065002000e9>");
	assert_string_equal(
	    text(&r, "/Outlines/First/First/First/Title"), "(Deep)");
	assert_string_equal(
	    text(&r, "/Outlines/First/First/Next/Title"), "(Second)");
	qpdf_cleanup(&r.q);
	fixture_free(f);
}

/* --- pictures --- */

static void
plot_is_a_form_with_text_and_numbers(void **state)
{
	struct fixture *f = fixture_new();
	struct node *s = small_report(f);
	struct node *fig = add(f, s, NODE_FIGURE);
	struct node *caption = add(f, fig, NODE_CAPTION);
	struct node *plot = add(f, fig, NODE_PLOT);
	struct chart_run labels[2] = {
	    {NULL, PT(5), PT(20), -1}, {NULL, PT(5), PT(40), 9}};
	struct pdf_form form = {.leaf = plot,
	    .drawing = {
		PT(200), PT(100), STR("q\n10 70 50 20 re f\nQ\n"), labels, 2}};
	struct pdf_attachment data = {
	    "fig.csv", "text/csv", "Data", "é", STR("a,b\r\n"), fig, 0};
	struct reader r;
	struct run *runs;
	struct str c;

	(void)state;
	add_block(f, caption, NODE_TITLE, "A finding");
	plot->alt = "Bar chart. One bar.";
	shape_text(f->shaper, STR("Years"), &f->face, "en", false, plot,
	    plot->at, &runs);
	labels[0].run = &runs[0];
	shape_text(f->shaper, STR("42.5"), &f->face, "en", false, plot,
	    plot->at, &runs);
	labels[1].run = &runs[0];
	f->in.forms = &form;
	f->in.nforms = 1;
	f->in.attachments = &data;
	f->in.nattachments = 1;
	put_all(f, f->doc->root);
	put(f, (struct item){.kind = ITEM_FORM,
		   .leaf = plot,
		   .box = {PT(57), PT(300), 0, 0}});
	assert_true(fixture_write(f));
	r = read_back(f);
	c = content(f, &r, 0);
	assert_int_equal(count(c, "q\n1 0 0 1 57 441.89 cm\n/Fm0 Do\nQ\n"), 1);
	assert_string_equal(text(&r, "/AF/0/AFRelationship"), "/Data");
	assert_string_equal(
	    text(&r, "/Names/EmbeddedFiles/Names/0"), "(fig.csv)");
	assert_int_equal(f->nplaces, 2);
	assert_int_equal(f->places[1].value, 9);
	assert_int_equal(f->places[1].start, 5);
	assert_int_equal(f->places[1].length, 4);
	qpdf_cleanup(&r.q);
	fixture_free(f);
}

/* --- messages --- */

static void
expect_message(struct fixture *f, const char *want)
{
	const struct diag **v;
	size_t n = sink_sorted(f->sink, &v);

	assert_int_equal(n, 1);
	assert_string_equal(v[0]->text, want);
}

static void
picture_without_words_is_an_error(void **state)
{
	struct fixture *f = fixture_new();
	struct node *s = small_report(f);
	struct node *status = add(f, add(f, s, NODE_PARA), NODE_STATUS);
	struct path path = {.steps = (struct path_step[]){{.op = PATH_MOVE},
				{.op = PATH_LINE, .x = 5}},
	    .n = 2,
	    .stroked = true,
	    .width = PT(1)};

	(void)state;
	put_all(f, f->doc->root);
	put(f, (struct item){.kind = ITEM_PATH,
		   .leaf = status,
		   .path = &path,
		   .box = {PT(57), PT(300), PT(8), PT(8)}});
	assert_false(fixture_write(f));
	expect_message(f, "a picture without alternative text (ISO 14289-1 "
			  "7.3); write one");
	assert_true(f->bytes.n > 1000); /* for --draft */
	fixture_free(f);
}

/* The tags follow the sections, not the author's levels. */
static void
run_in_heading_leaves_no_gap(void **state)
{
	struct fixture *f = fixture_new();
	struct node *s = small_report(f);

	(void)state;
	add_heading(f, s, HEADING_RUN_IN, "Run in");
	put_all(f, f->doc->root);
	assert_true(fixture_write(f));
	fixture_free(f);
}

static void
heading_gap_is_an_error(void **state)
{
	struct fixture *f = fixture_new();
	struct node *s = small_report(f);

	(void)state;
	/* a section without a heading of its own between them */
	add_heading(f, add(f, s, NODE_SECTION), 3, "Deep");
	put_all(f, f->doc->root);
	assert_false(fixture_write(f));
	expect_message(f, "a heading of level 3 follows one of level 1 (ISO "
			  "14289-1 7.4.2); leave out no level");
	fixture_free(f);
}

static void
private_use_is_an_error(void **state)
{
	struct fixture *f = fixture_new();
	struct node *s = small_report(f);
	struct run *runs;

	(void)state;
	put_all(f, f->doc->root);
	shape_text(f->shaper, STR("x"), &f->face, "en", false, s->first->first,
	    s->at, &runs);
	runs[0].text = STR("\xEE\x80\x80");
	put(f, (struct item){.kind = ITEM_RUN,
		   .leaf = s->first->first,
		   .run = runs,
		   .box = {PT(57), PT(500), 0, 0}});
	assert_false(fixture_write(f));
	expect_message(f,
	    "'\xEE\x80\x80' has no glyph or no meaning in font CharisSIL (ISO "
	    "14289-1 7.21.7); write it with a standard character");
	fixture_free(f);
}

static void
ink_outside_the_tree_is_an_error(void **state)
{
	struct fixture *f = fixture_new();
	struct node *stray;

	(void)state;
	put_all(f, small_report(f));
	stray = node_new(f->doc, NODE_TEXT, (struct place){"x.md", 4, 2});
	stray->text = "stray";
	put_text(f, stray, "stray", "en", ARTIFACT_NONE);
	assert_false(fixture_write(f));
	expect_message(f, "a text on page 1 has no place in the structure (ISO "
			  "14289-1 7.1); report this as an error of sitan");
	fixture_free(f);
}

static void
report_without_title_and_language(void **state)
{
	struct fixture *f = fixture_new();
	const struct diag **v;

	(void)state;
	put_all(f, small_report(f));
	f->meta.title = "";
	f->meta.lang = "";
	assert_false(fixture_write(f));
	assert_int_equal(sink_sorted(f->sink, &v), 2);
	fixture_free(f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(same_input_gives_the_same_bytes),
	    cmocka_unit_test(catalog_says_what_the_file_is),
	    cmocka_unit_test(link_leads_out_and_note_leads_back),
	    cmocka_unit_test(sequences_never_nest_and_end),
	    cmocka_unit_test(value_is_found_in_its_sequence),
	    cmocka_unit_test(labels_are_ranges),
	    cmocka_unit_test(bookmarks_nest_as_headings_do),
	    cmocka_unit_test(plot_is_a_form_with_text_and_numbers),
	    cmocka_unit_test(picture_without_words_is_an_error),
	    cmocka_unit_test(run_in_heading_leaves_no_gap),
	    cmocka_unit_test(heading_gap_is_an_error),
	    cmocka_unit_test(private_use_is_an_error),
	    cmocka_unit_test(ink_outside_the_tree_is_an_error),
	    cmocka_unit_test(report_without_title_and_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
