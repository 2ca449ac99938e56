/* SPDX-License-Identifier: MIT */
/* front_test.c - cover, imprint, contents, acronyms, summary, statistics and
 * recommendations, from Markdown to pages */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/conf.h"
#include "base/str.h"
#include "layout/page.h"
#include "para_env.h"

struct book {
	struct world w;
	struct doc_env env;
	struct pages *pages;
};

/* --- what the document asks --- */

static size_t
no_keys(void *ctx, const char *const **keys)
{
	(void)ctx;
	*keys = NULL;
	return 0;
}

static size_t
no_terms(void *ctx, const char *const **avoid, const char *const **use)
{
	(void)ctx;
	*avoid = *use = NULL;
	return 0;
}

static const struct source *
no_source(void *ctx, struct str key)
{
	(void)ctx;
	(void)key;
	return NULL;
}

static const char *
long_form(void *ctx, struct str key)
{
	(void)ctx;
	if (str_is(key, "CRC"))
		return "Convention on the Rights of the Child";
	return str_is(key, "ASEAN") ? "Association of Southeast Asian Nations"
				    : NULL;
}

static size_t
all_acronyms(void *ctx, const char *const **keys)
{
	static const char *const forms[] = {"ASEAN", "CRC"};

	(void)ctx;
	*keys = forms;
	return 2;
}

static bool
bare_chart(void *ctx, const struct conf *spec, struct place at,
    struct chart_texts *out)
{
	(void)ctx;
	(void)spec;
	(void)at;
	*out = (struct chart_texts){.id = "",
	    .alt = "a line",
	    .span = "column",
	    .attach = "",
	    .bare = true,
	    .plot = out};
	return true;
}

static mpt
plot_height(void *ctx, const struct node *plot, mpt width)
{
	(void)ctx;
	(void)plot;
	(void)width;
	return PT(9);
}

static bool
image_size(void *ctx, const char *href, mpt *w, mpt *h)
{
	(void)ctx;
	*w = PT(140);
	*h = PT(27);
	return !strstr(href, "missing");
}

/* --- making books --- */

static void
book_open(struct book *b, const char *lang)
{
	world_open(&b->w, lang);
	b->env = (struct doc_env){.lang = lang,
	    .source = no_source,
	    .source_keys = no_keys,
	    .acronym = long_form,
	    .acronyms = all_acronyms,
	    .terms = no_terms,
	    .chart = bare_chart};
	b->w.doc = doc_new(b->w.arena, b->w.sink, &b->env);
	b->w.env.plot_height = plot_height;
	b->w.env.image_size = image_size;
	b->w.env.running_left = "";
}

static void
book_part(struct book *b, const char *layout, const char *text)
{
	static const struct origin origin = {.file = "part.md"};
	const char *all =
	    arena_printf(b->w.arena, "---\nlayout: %s\n---\n%s", layout, text);

	doc_add_part(b->w.doc, layout, str_from(all), &origin);
}

static void
book_set(struct book *b)
{
	doc_complete(b->w.doc);
	b->pages = layout_run(&b->w.env, b->w.doc);
}

static void
book_close(struct book *b)
{
	world_close(&b->w);
}

/* --- reading pages --- */

/* The first run on a page that begins with the text. */
static const struct item *
find_run(const struct book *b, size_t page, const char *text)
{
	const struct page *p = b->pages->v[page];
	size_t i;

	for (i = 0; i < p->n; i++)
		if (p->items[i].kind == ITEM_RUN &&
		    str_starts(p->items[i].run->text, text))
			return &p->items[i];
	return NULL;
}

static const struct item *
run_at(const struct book *b, size_t page, const char *text)
{
	const struct item *it = find_run(b, page, text);

	if (!it)
		fail_msg("'%s' is not on page %zu", text, page + 1);
	return it;
}

static const struct item *
find_kind(const struct book *b, size_t page, enum item_kind kind, size_t nth)
{
	const struct page *p = b->pages->v[page];
	size_t i;

	for (i = 0; i < p->n; i++)
		if (p->items[i].kind == kind && nth-- == 0)
			return &p->items[i];
	return NULL;
}

static mpt
end_of(const struct item *it)
{
	return it->box.x + it->run->width;
}

/* To half a point: baselines depend on the fonts' own measures. */
static void
assert_near(mpt have, double want)
{
	if (have < PT(want - 0.5) || have > PT(want + 0.5))
		fail_msg("%d is not %g pt", have, want);
}

/* Everything drawn names a leaf or is an artifact. */
static void
assert_owned(const struct book *b)
{
	size_t i, k;

	for (i = 0; i < b->pages->n; i++)
		for (k = 0; k < b->pages->v[i]->n; k++) {
			const struct item *it = &b->pages->v[i]->items[k];

			assert_true(it->artifact != ARTIFACT_NONE || it->leaf);
			if (it->artifact == ARTIFACT_REPEAT && it->run)
				assert_null(it->run->leaf);
		}
}

/* --- tests --- */

#define COVER                                                                  \
	"::: {.cover-series}\nCountry overview series\n:::\n\n"                \
	"::: {.cover-edition}\nEdition 2026\n:::\n\n"                          \
	"# %s\n\n"                                                             \
	"::: {.cover-title}\nChildren and the law\n:::\n\n"                    \
	"::: {.cover-subtitle}\nFrom public data\n:::\n\n"                     \
	"%s\n\n"                                                               \
	"::: {.cover-caption}\nDeaths before age five.\n:::\n\n"               \
	"::: {.cover-publisher}\nThe publisher\n\n![Logo](l.png)\n:::"         \
	"\n\n::: {.cover-donors}\nSupported by\n\n"                            \
	"![One](1.png)\n\n![Two](2.png)\n\n![Three](3.png)\n\n"                \
	"![Four](4.png)\n:::\n"

static void
cover_places(void **state)
{
	struct book b;
	const struct item *it;

	(void)state;
	book_open(&b, "en");
	book_part(&b, "cover",
	    arena_printf(
		b.w.arena, COVER, "Cambodia", "``` chart\nkind: line\n```"));
	book_set(&b);
	assert_int_equal(b.pages->n, 1);
	it = run_at(&b, 0, "Country overview");
	assert_near(it->box.x, 56.69);
	assert_near(it->box.y, 62);
	it = run_at(&b, 0, "Edition");
	assert_near(end_of(it), 538.58);
	it = run_at(&b, 0, "Cambodia");
	assert_int_equal(it->run->size, PT(66));
	assert_near(it->box.x, 53.69);
	assert_near(it->box.y, 161);
	assert_near(run_at(&b, 0, "Children")->box.y, 267);
	assert_near(run_at(&b, 0, "From public")->box.y, 289);
	assert_near(run_at(&b, 0, "Deaths")->box.y, 643);
	assert_near(run_at(&b, 0, "The publisher")->box.y, 716);
	it = find_kind(&b, 0, ITEM_FORM, 0);
	assert_near(it->box.y, 352);
	/* logos: fitted into 112 x 27 and 70 x 44, the fourth in a new row */
	it = find_kind(&b, 0, ITEM_IMAGE, 0);
	assert_near(it->box.w, 112);
	assert_near(it->box.y, 745 + (27 - 21.6) / 2);
	it = find_kind(&b, 0, ITEM_IMAGE, 2);
	assert_near(it->box.x, 307 + 81);
	assert_near(it->box.w, 70);
	it = find_kind(&b, 0, ITEM_IMAGE, 4);
	assert_near(it->box.x, 307);
	assert_near(it->box.y, 780 + (44 - 13.5) / 2);
	assert_owned(&b);
	book_close(&b);
}

static void
cover_long_name(void **state)
{
	struct book b;
	const struct item *it;

	(void)state;
	book_open(&b, "en");
	book_part(&b, "cover",
	    arena_printf(b.w.arena, COVER, "Brunei Darussalam", ""));
	book_part(&b, "cover",
	    arena_printf(
		b.w.arena, COVER, "Democratic Republic of a Long Country", ""));
	book_set(&b);
	it = run_at(&b, 0, "Brunei Darussalam");
	assert_true(it->run->size < PT(66) && it->run->size > PT(40));
	assert_true(end_of(it) < PT(538.6));
	assert_near(run_at(&b, 0, "Children")->box.y, 267);
	/* two lines in the least size; the titles move down */
	it = run_at(&b, 1, "Democratic");
	assert_int_equal(it->run->size, PT(40));
	assert_near(it->box.y, 161);
	assert_near(run_at(&b, 1, "Children")->box.y, 267 + 44);
	book_close(&b);
}

/* A photograph covers its slot; what sticks out is painted over. */
static void
cover_photograph(void **state)
{
	struct book b;
	const struct item *it;

	(void)state;
	book_open(&b, "en");
	book_part(&b, "cover",
	    arena_printf(
		b.w.arena, COVER, "Cambodia", "![A river](river.jpg)"));
	book_set(&b);
	it = find_kind(&b, 0, ITEM_IMAGE, 0);
	assert_near(it->box.h, 339);
	assert_true(it->box.w > PT(595.28));
	it = find_kind(&b, 0, ITEM_FILL, 0);
	assert_near(it->box.h, 325);
	it = find_kind(&b, 0, ITEM_FILL, 1);
	assert_near(it->box.y, 664);
	assert_int_equal(it->colour, b.w.env.style->white);
	book_close(&b);
}

static void
imprint_stands_at_the_foot(void **state)
{
	struct book b;
	const struct item *it;

	(void)state;
	book_open(&b, "en");
	book_part(&b, "imprint",
	    "# Cambodia\n\nChildren and the law\n\n"
	    "::: {.field label=\"Edition\"}\nThe fifth.\n:::\n\n"
	    "::: {.field .last label=\"Disclaimer\"}\nNo opinion.\n:::\n");
	book_set(&b);
	assert_int_equal(b.pages->n, 1);
	it = run_at(&b, 0, "No opinion");
	assert_near(it->box.x, 56.69 + 107.72 + 17.01);
	assert_true(it->box.y < PT(761) && it->box.y > PT(756));
	assert_int_equal(
	    run_at(&b, 0, "Disclaimer")->box.x, b.w.env.style->left);
	/* row: 6 + 11 + 6.5, then 19 above the heavy rule */
	assert_near(
	    it->box.y - run_at(&b, 0, "The fifth")->box.y, 11 + 6.5 + 19 + 6);
	assert_owned(&b);
	book_close(&b);
}

/* The labels are made once, although parts are set in several passes. */
static void
imprint_set_twice(void **state)
{
	struct book b;
	const struct page *p;
	size_t i, n = 0;

	(void)state;
	book_open(&b, "en");
	book_part(&b, "imprint",
	    "# Cambodia\n\n::: {.field label=\"Cover\"}\nSee "
	    "[](#sec-far){.page}.\n:::\n");
	book_part(&b, "contents", "# Contents\n\n::: {.contents}\n:::\n");
	book_part(&b, "plain", "# Far {#sec-far}\n\nText.\n");
	book_set(&b);
	p = b.pages->v[0];
	for (i = 0; i < p->n; i++)
		n += p->items[i].kind == ITEM_RUN &&
		     str_is(p->items[i].run->text, "Cover");
	assert_int_equal(n, 1);
	book_close(&b);
}

static void
contents_go_on(void **state)
{
	struct book b;
	struct buf text = {0};
	const struct item *it;
	int i;

	(void)state;
	book_open(&b, "en");
	book_part(&b, "contents", "# Contents\n\n::: {.contents}\n:::\n");
	for (i = 0; i < 40; i++) {
		text.n = 0;
		buf_printf(&text, "# Chapter %c%c\n\nText.\n", 'A' + i / 26,
		    'a' + i % 26);
		book_part(&b, "plain", text.p);
	}
	buf_free(&text);
	book_set(&b);
	assert_int_equal(b.pages->n, 42);
	assert_non_null(find_run(&b, 0, "Chapter Aa"));
	assert_null(find_run(&b, 0, "Chapter Bn"));
	it = run_at(&b, 1, "Chapter Bn");
	assert_near(it->box.x, 56.69 + 20);
	/* its page number is right and ends with the span of seven columns */
	it = run_at(&b, 1, "42");
	assert_near(end_of(it), 56.69 + 274);
	assert_owned(&b);
	book_close(&b);
}

static void
acronyms_in_two_columns(void **state)
{
	struct book b;

	(void)state;
	book_open(&b, "en");
	book_part(&b, "acronyms", "# Acronyms\n\n::: {.acronyms}\n:::\n");
	book_part(&b, "plain", "# Text\n\nASEAN and CRC.\n");
	book_set(&b);
	assert_near(run_at(&b, 0, "ASEAN")->box.x, 56.69);
	assert_near(run_at(&b, 0, "Association")->box.x, 56.69 + 58);
	assert_near(run_at(&b, 0, "CRC")->box.x, 56.69 + 232.44 + 17.01);
	assert_int_equal(
	    run_at(&b, 0, "CRC")->box.y, run_at(&b, 0, "ASEAN")->box.y);
	book_close(&b);
}

static void
margin_figures_stand_level(void **state)
{
	struct book b;
	const struct item *number, *text;

	(void)state;
	book_open(&b, "en");
	book_part(&b, "summary",
	    "# Summary\n\n::: {.lead}\nThe lead.\n:::\n\n"
	    "::: {.margin}\n18.4\n\ndeaths\n\nFigure 2\n:::\n\n"
	    "#### Survival.\nShort one.\n\n"
	    "::: {.margin}\n73%\n\nof children with a registered birth\n\n"
	    "Figure 3\n:::\n\n#### Registration.\nShort two.\n");
	book_set(&b);
	number = run_at(&b, 0, "18.4");
	text = run_at(&b, 0, "Survival.");
	assert_near(number->box.x, 538.58 - 107.72);
	assert_near(text->box.x, 56.69);
	assert_true(number->box.y > text->box.y &&
		    number->box.y < text->box.y + PT(15));
	/* short paragraphs leave room for the figure */
	assert_true(run_at(&b, 0, "73%")->box.y - PT(27) >
		    run_at(&b, 0, "Figure")->box.y);
	assert_near(run_at(&b, 0, "Registration.")->box.y - text->box.y, 65);
	book_close(&b);
}

#define STAT                                                                   \
	"::: {.stat}\n::: {.stat-name}\nName %d\n:::\n"                        \
	"::: {.stat-unit}\nper cent\n:::\n"                                    \
	"::: {.stat-number}\n17.%d [2025]{.year}[a]{.letter}\n:::\n\n"         \
	"``` chart\nkind: spark\n```\n\n"                                      \
	"::: {.stat-change}\n**+43%%** since 2000\n:::\n"                      \
	"::: {.stat-rank}\n5/11\n:::\n\n``` chart\nkind: rank-strip\n```"      \
	"\n\n:::\n"

static void
add_stats(struct book *b, int n)
{
	struct buf t = {0};
	int i;

	buf_puts(&t, "# At a glance\n\n::: {.stats}\n");
	for (i = 0; i < n; i++)
		buf_printf(&t, STAT, i, i);
	buf_puts(&t, "::: {.stat}\n::: {.stat-name}\nStunting\n:::\n"
		     "::: {.stat-missing}\nno data\n:::\n:::\n:::\n\n"
		     "::: {.stat-sources}\nSources of all.\n:::\n");
	book_part(b, "statistics", t.p);
	buf_free(&t);
}

static void
statistics_grid(void **state)
{
	struct book b;
	const struct item *it;
	mpt top;

	(void)state;
	book_open(&b, "en");
	add_stats(&b, 4);
	book_set(&b);
	assert_int_equal(b.pages->n, 1);
	it = run_at(&b, 0, "Name 0");
	top = it->box.y - PT(13);
	assert_near(run_at(&b, 0, "17.0")->box.y - top, 53);
	assert_near(run_at(&b, 0, "2025")->box.y - top, 53);
	assert_near(run_at(&b, 0, "Name 1")->box.x - it->box.x, 166.3);
	assert_int_equal(run_at(&b, 0, "Name 1")->box.y, it->box.y);
	assert_near(run_at(&b, 0, "Name 3")->box.y - it->box.y, 117);
	/* spark line, then dots at the far edge with the rank before them */
	it = find_kind(&b, 0, ITEM_FORM, 0);
	assert_near(it->box.y - top, 63);
	assert_near(it->box.w, 144);
	it = find_kind(&b, 0, ITEM_FORM, 1);
	assert_near(it->box.x + it->box.w, 56.69 + 149.29);
	assert_true(end_of(run_at(&b, 0, "5/11")) < it->box.x);
	/* no value: words beside a hatch */
	it = run_at(&b, 0, "no data");
	assert_near(it->box.x, 56.69 + 166.3 + 42);
	assert_true(run_at(&b, 0, "Sources")->box.y > top + 2 * PT(117));
	assert_string_equal(world_messages(&b.w), "");
	assert_owned(&b);
	book_close(&b);
}

static void
statistics_too_tall(void **state)
{
	struct book b;

	(void)state;
	book_open(&b, "en");
	add_stats(&b, 17);
	book_set(&b);
	assert_int_equal(b.pages->n, 1);
	assert_non_null(
	    strstr(world_messages(&b.w), "part.md:1:1: key statistics are "));
	assert_non_null(strstr(world_messages(&b.w),
	    " pt too tall for their page; leave out a row of cells or shorten "
	    "introduction and sources\n"));
	book_close(&b);
}

static void
recommendations_by_addressee(void **state)
{
	struct book b;
	struct buf t = {0};
	int i;

	(void)state;
	book_open(&b, "en");
	buf_puts(&t, "# Recommendations\n\nTied to findings.\n\n");
	for (i = 1; i <= 16; i++)
		buf_printf(&t,
		    "::: {.recommendation id=r%d to=\"%s\" standard=\"CRC\" "
		    "status=open since=2018}\nText %c of this item.\n:::\n\n",
		    i, i < 3 ? "Parliament" : "Government", 'a' + i);
	buf_puts(&t, "::: {.key}\nOpen: no step.\n:::\n");
	book_part(&b, "recommendations", t.p);
	buf_free(&t);
	book_set(&b);
	assert_int_equal(b.pages->n, 2);
	assert_near(run_at(&b, 0, "Parliament")->box.x, 56.69);
	assert_near(run_at(&b, 0, "Text b")->box.x, 56.69 + 124.73 + 25);
	assert_near(end_of(run_at(&b, 0, "Open, 2018")), 538.58);
	/* the group goes on: named again, as an artifact */
	assert_int_equal(run_at(&b, 0, "Government")->artifact, ARTIFACT_NONE);
	assert_int_equal(
	    run_at(&b, 1, "Government")->artifact, ARTIFACT_REPEAT);
	assert_non_null(find_run(&b, 1, "(continued)"));
	assert_null(find_run(&b, 0, "Open: no"));
	assert_true(run_at(&b, 1, "Open: no")->box.y > PT(750));
	assert_owned(&b);
	book_close(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cover_places),
	    cmocka_unit_test(cover_long_name),
	    cmocka_unit_test(cover_photograph),
	    cmocka_unit_test(imprint_stands_at_the_foot),
	    cmocka_unit_test(imprint_set_twice),
	    cmocka_unit_test(contents_go_on),
	    cmocka_unit_test(acronyms_in_two_columns),
	    cmocka_unit_test(margin_figures_stand_level),
	    cmocka_unit_test(statistics_grid),
	    cmocka_unit_test(statistics_too_tall),
	    cmocka_unit_test(recommendations_by_addressee),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
