/* SPDX-License-Identifier: MIT */
/* style_test.c - the house style as measures, and wrong styles */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "layout/style.h"

#define HOUSE "templates/styles/house.yaml"

struct world {
	struct arena *arena;
	struct sink *sink;
	struct font_set *fonts;
};

static int
setup(void **state)
{
	struct world *w = calloc(1, sizeof *w);

	w->arena = arena_new();
	w->sink = sink_new(w->arena);
	w->fonts = font_set_new(w->arena);
	*state = w;
	return 0;
}

static int
teardown(void **state)
{
	struct world *w = *state;

	font_set_free(w->fonts);
	arena_free(w->arena);
	free(w);
	return 0;
}

static struct style *
house(struct world *w, const char *lang)
{
	struct style *s = style_read(w->arena, w->sink, w->fonts, HOUSE, lang);

	assert_non_null(s);
	assert_int_equal(sink_count(w->sink, DIAG_ERROR), 0);
	return s;
}

static void
page(void **state)
{
	struct style *s = house(*state, "en");

	assert_string_equal(s->name, "house");
	assert_int_equal(s->page_width, 595280);
	assert_int_equal(s->page_height, 841890);
	assert_int_equal(s->left, 56690);
	assert_int_equal(s->top, 85000);
	assert_int_equal(s->lines, 52);
	assert_int_equal(s->grid, 13000);
	assert_int_equal(s->columns, 2);
	assert_int_equal(s->notes_max_lines, 17);
	assert_int_equal(s->hyph_least, 7);
	assert_true(s->notes_across && s->smart_quotes);
	assert_in_range(style_span(s, 1), 24560, 24570);
	assert_in_range(style_span(s, 3), 107700, 107730);
	assert_in_range(style_span(s, 6), 232430, 232450);
	assert_int_equal(style_span(s, 12), 481900);
}

static void
colours(void **state)
{
	struct style *s = house(*state, "en");

	assert_int_equal(s->ink, 0x17232B);
	assert_int_equal(s->country, 0xB83E16);
	assert_int_equal(s->white, 0xFFFFFF);
	assert_int_equal(s->sequential[4], 0x0B4153);
	assert_int_equal(s->diverging[2], 0xF3F1EC);
	assert_int_equal(s->categories[5], 0x71777B);
}

static void
type_scale(void **state)
{
	struct style *s = house(*state, "en");
	const struct role_style *r = &s->roles[ROLE_BODY];

	assert_int_equal(r->face.size, 9500);
	assert_int_equal(r->leading, 13000);
	assert_int_equal(r->ascent, 10101); /* 6.5 + 0.379 x 9.5 */
	assert_true(r->hyphenate && !r->justified && !r->balanced);
	assert_string_equal(r->face.chain[0]->family, "Charis SIL");
	assert_true(r->face.features & FEATURE_LIGA);
	assert_true(r->italic.chain[0]->italic);
	assert_int_equal(r->bold.chain[0]->weight, WEIGHT_BOLD);
	r = &s->roles[ROLE_H1];
	assert_int_equal(r->face.size, 28000);
	assert_int_equal(r->leading, 32500);
	assert_int_equal(r->after, 19500);
	assert_int_equal(r->face.letter_space, -200);
	assert_int_equal(r->max_lines, 3);
	assert_true(r->balanced && !r->hyphenate);
	assert_int_equal(r->face.chain[0]->weight, WEIGHT_HEAVY);
	assert_int_equal(r->face.colour, 0x0B3644);
	assert_false(r->face.features & FEATURE_LIGA);
	r = &s->roles[ROLE_NOTE_MARK];
	assert_int_equal(r->face.raise, 3600);
	r = &s->roles[ROLE_PULL_QUOTE];
	assert_true(r->face.chain[0]->italic);
	assert_false(r->italic.chain[0]->italic); /* emphasis inside */
	assert_true(s->roles[ROLE_STAT_NUMBER].face.features & FEATURE_PNUM);
}

static void
fallback_chains(void **state)
{
	struct style *s = house(*state, "en");
	const struct face *f = &s->roles[ROLE_BODY].italic;
	size_t i;

	assert_string_equal(f->chain[0]->family, "Charis SIL");
	assert_string_equal(f->chain[1]->family, "Lato");
	for (i = 0; f->chain[i]; i++) {
		if (strcmp(f->chain[i]->family, "Noto Serif Khmer") != 0)
			continue;
		assert_int_equal(f->scale[i], 860);
		/* no italics: bold instead */
		assert_int_equal(f->chain[i]->weight, WEIGHT_BOLD);
		break;
	}
	assert_non_null(f->chain[i]);
	/* faces of the same cut share their chain */
	assert_ptr_equal(
	    s->roles[ROLE_NOTE].face.chain, s->roles[ROLE_BODY].face.chain);
}

static void
scripts_have_their_own_body(void **state)
{
	static const struct {
		const char *lang, *family;
		mpt size, leading, note, note_leading;
		int lines;
	} scripts[] = {
	    {"km", "Noto Serif Khmer", 8600, 17000, 7000, 13000, 39},
	    {"lo", "Noto Serif Lao", 9000, 16000, 7200, 12000, 42},
	    {"th", "Noto Serif Thai", 9200, 16000, 7200, 12000, 42},
	    {"my", "Noto Sans Myanmar", 8600, 19000, 7000, 14000, 35},
	    {"ar", "Noto Naskh Arabic", 10500, 17000, 8000, 13000, 39},
	    {"vi", "Charis SIL", 9500, 13000, 7500, 9750, 52},
	};
	size_t i;

	for (i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		struct style *s = house(*state, scripts[i].lang);
		const struct role_style *b = &s->roles[ROLE_BODY];
		const struct role_style *n = &s->roles[ROLE_NOTE];

		assert_string_equal(
		    b->face.chain[0]->family, scripts[i].family);
		assert_int_equal(b->face.size, scripts[i].size);
		assert_int_equal(b->leading, scripts[i].leading);
		assert_int_equal(n->face.size, scripts[i].note);
		assert_int_equal(n->leading, scripts[i].note_leading);
		assert_int_equal(s->lines, scripts[i].lines);
		assert_int_equal(s->grid, scripts[i].leading);
	}
}

static void
headings_of_other_scripts(void **state)
{
	struct style *s = house(*state, "km");
	const struct role_style *r = &s->roles[ROLE_H2];

	assert_int_equal(r->face.size, 12600); /* 0.9 x 14 */
	assert_int_equal(r->leading, 20160);   /* 1.6 x 12.6 */
	assert_string_equal(r->face.chain[0]->family, "Noto Sans Khmer");
	/* nothing below 7 points */
	assert_int_equal(s->roles[ROLE_LABEL].face.size, 7000);
}

/* The house style with one text replaced; its messages. */
static const char *
broken(struct world *w, const char *from, const char *to, bool *read)
{
	char path[] = "/tmp/sitan-style-XXXXXX";
	const struct diag **all;
	struct buf b = {0};
	struct str text;
	const char *at;
	size_t n, i;
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	assert_true(
	    file_read_text(w->arena, w->sink, HOUSE, (struct place){0}, &text));
	at = strstr(text.p, from);
	assert_non_null(at);
	buf_add(&b, text.p, (size_t)(at - text.p));
	buf_puts(&b, to);
	buf_puts(&b, at + strlen(from));
	assert_true(file_write(path, buf_view(&b)));
	*read = style_read(w->arena, w->sink, w->fonts, path, "en") != NULL;
	unlink(path);
	b.n = 0;
	buf_puts(&b, "");
	n = sink_sorted(w->sink, &all);
	for (i = 0; i < n; i++)
		buf_printf(&b, "%s\n", all[i]->text);
	return buf_take(&b, w->arena).p;
}

static void
wrong_colour(void **state)
{
	bool read;

	assert_string_equal(broken(*state, "\"#17232B\"", "\"17232B\"", &read),
	    "colour 'ink' is '17232B'; write it as \"#0B3644\"\n");
	assert_true(read);
}

static void
wrong_colour_name(void **state)
{
	bool read;

	assert_string_equal(
	    broken(*state, "size: 10, leading: 17, colour: petrol900",
		"size: 10, leading: 17, colour: petrol90", &read),
	    "no colour 'petrol90' in the style (did you mean 'petrol900'?)\n");
	assert_true(read);
}

static void
missing_role(void **state)
{
	bool read;

	assert_string_equal(broken(*state, "  folio: {", "  foliot: {", &read),
	    "key 'folio' is missing\n"
	    "no key 'foliot' here (did you mean 'folio'?)\n");
	assert_false(read);
}

static void
missing_font(void **state)
{
	bool read;
	const char *m =
	    broken(*state, "family: Lato,", "family: Latto,", &read);

	assert_false(read);
	assert_string_equal(m,
	    "no font file for 'Latto' Bold; install its package or name "
	    "another family in the style\n");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(page),
	    TEST(colours),
	    TEST(type_scale),
	    TEST(fallback_chains),
	    TEST(scripts_have_their_own_body),
	    TEST(headings_of_other_scripts),
	    TEST(wrong_colour),
	    TEST(wrong_colour_name),
	    TEST(missing_role),
	    TEST(missing_font),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
