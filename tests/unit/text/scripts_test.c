/* SPDX-License-Identifier: MIT */
/*
 * scripts_test.c - a paragraph of each script, compared with what others make
 * of it: glyphs and their places with hb-shape, line breaks with ICU alone
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "text/segment.h"
#include "text/shape.h"

#define TEXTS "tests/pages/workspace/templates/script-%s/text.md"

static const struct script {
	const char *lang, *family, *tag; /* tag: ISO 15924 */
	bool rtl;
} scripts[] = {
    {"vi", "Charis SIL", "Latn", false},
    {"ru", "Charis SIL", "Cyrl", false},
    {"km", "Noto Serif Khmer", "Khmr", false},
    {"lo", "Noto Serif Lao", "Laoo", false},
    {"th", "Noto Serif Thai", "Thai", false},
    {"my", "Noto Sans Myanmar", "Mymr", false},
    {"ar", "Noto Naskh Arabic", "Arab", true},
    {"he", "Noto Serif Hebrew", "Hebr", true},
    {"hi", "Noto Serif Devanagari", "Deva", false},
    {"ta", "Noto Serif Tamil", "Taml", false},
    {"zh", "gbsn00lp.ttf", "Hani", false},
};

#define NSCRIPTS (sizeof scripts / sizeof *scripts)

struct bench {
	struct arena *arena;
	struct sink *sink;
	struct font_set *fonts;
	struct shaper *shaper;
};

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct bench *b = ARENA_NEW(a, struct bench);

	b->arena = a;
	b->sink = sink_new(a);
	b->fonts = font_set_new(a);
	b->shaper = shaper_new(a, b->sink);
	*state = b;
	return 0;
}

static int
teardown(void **state)
{
	struct bench *b = *state;

	shaper_free(b->shaper);
	font_set_free(b->fonts);
	arena_free(b->arena);
	return 0;
}

/* The last line of a script's text: a paragraph. */
static struct str
paragraph(struct bench *b, const char *lang)
{
	struct str text;
	char path[128];
	size_t from;

	snprintf(path, sizeof path, TEXTS, lang);
	assert_true(
	    file_read_text(b->arena, b->sink, path, (struct place){0}, &text));
	text = str_trim(text);
	for (from = text.n; text.p[from - 1] != '\n';)
		from--;
	return str_slice(text, from, text.n);
}

/* --- glyphs --- */

/* The glyphs of a part as hb-shape prints them. */
static void
print_glyphs(struct buf *out, const struct shaped_part *p)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		const struct glyph *g = &p->glyphs[i];

		buf_printf(out, "%c%u", i ? '|' : '[', g->id);
		if (g->x_offset || g->y_offset)
			buf_printf(out, "@%d,%d", g->x_offset, g->y_offset);
		buf_printf(out, "+%d", g->advance);
	}
	buf_puts(out, "]\n");
}

/* The words of a text that are set in one font of a chain, in lines, and their
 * glyphs. */
struct printed {
	struct buf words, glyphs;
};

static void
print_words(struct bench *b, struct str text, const struct script *s,
    const struct font *const chain[], struct printed out[])
{
	const struct face face = {
	    .chain = chain, .size = PT(10), .features = FEATURE_LIGA};
	size_t from, to, i;

	for (from = 0; from < text.n; from = to + 1) {
		const struct shaped *w;

		to = str_find(text, ' ', from);
		w = shape_word(b->shaper, str_slice(text, from, to), &face,
		    s->lang, s->rtl, (struct place){0});
		assert_false(w->missing);
		for (i = 0; i < w->n; i++) {
			const struct shaped_part *p = &w->parts[i];

			buf_str(&out[p->chain].words,
			    str_slice(w->text, p->from, p->to));
			buf_putc(&out[p->chain].words, '\n');
			print_glyphs(&out[p->chain].glyphs, p);
		}
	}
}

/* What hb-shape makes of the words. */
static struct str
hb_shape(struct bench *b, struct str words, const struct script *s,
    const struct font *font)
{
	char name[] = "/tmp/scripts_test.XXXXXX", line[512], command[1024];
	struct buf out = {0};
	int fd = mkstemp(name);
	FILE *p;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, words.p, words.n), (long)words.n);
	close(fd);
	snprintf(command, sizeof command,
	    "hb-shape --no-glyph-names --no-clusters --font-size=upem"
	    " --remove-default-ignorables --direction=%s --script=%s"
	    " --language=%s '%s' --text-file=%s",
	    s->rtl ? "rtl" : "ltr", s->tag, s->lang, font->path, name);
	p = popen(command, "r");
	assert_non_null(p);
	while (fgets(line, sizeof line, p))
		buf_puts(&out, line);
	assert_int_equal(pclose(p), 0);
	unlink(name);
	return buf_take(&out, b->arena);
}

static void
glyphs_are_those_of_hb_shape(void **state)
{
	struct bench *b = *state;
	size_t i;

	for (i = 0; i < NSCRIPTS; i++) {
		const struct script *s = &scripts[i];
		const struct font *const chain[] = {
		    font_open(
			b->fonts, b->sink, s->family, WEIGHT_REGULAR, false),
		    font_open(
			b->fonts, b->sink, "Charis SIL", WEIGHT_REGULAR, false),
		    NULL};
		struct printed out[2] = {0};

		print_words(b, paragraph(b, s->lang), s, chain, out);
		assert_true(out[0].words.n > 80);
		for (int k = 0; k < 2; k++) {
			struct str words = buf_take(&out[k].words, b->arena);

			assert_string_equal(
			    buf_take(&out[k].glyphs, b->arena).p,
			    hb_shape(b, words, s, chain[k]).p);
		}
	}
}

/* --- line breaks --- */

/* The text with "|" where a line may end. */
static const char *
show(struct bench *b, struct str text, const uint8_t *at)
{
	struct buf out = {0};
	size_t i;

	for (i = 0; i < text.n; i++) {
		if (i && at[i])
			buf_putc(&out, '|');
		buf_putc(&out, text.p[i]);
	}
	return buf_take(&out, b->arena).p;
}

/* Repetition marks stay with their word (HOUSE-STYLE 13); ICU 72 takes the Lao
 * one for a word. */
static bool
is_repetition(struct str text, size_t i)
{
	return str_starts(str_slice(text, i, text.n), "ໆ");
}

static const char *
breaks_by_icu(struct bench *b, struct str text, const char *lang)
{
	uint8_t *at = ARENA_ARRAY(b->arena, uint8_t, text.n + 1);
	UErrorCode e = U_ZERO_ERROR;
	UText u = UTEXT_INITIALIZER;
	UBreakIterator *it = ubrk_open(UBRK_LINE, lang, NULL, 0, &e);
	int32_t i;

	utext_openUTF8(&u, text.p, (int64_t)text.n, &e);
	ubrk_setUText(it, &u, &e);
	assert_true(U_SUCCESS(e));
	while ((i = ubrk_next(it)) != UBRK_DONE)
		at[i] = !is_repetition(text, (size_t)i);
	ubrk_close(it);
	utext_close(&u);
	return show(b, text, at);
}

static void
breaks_are_those_of_icu(void **state)
{
	struct bench *b = *state;
	size_t i;

	for (i = 0; i < NSCRIPTS; i++) {
		const char *lang = scripts[i].lang;
		struct str text = paragraph(b, lang);

		assert_string_equal(
		    show(b, text,
			segment_breaks(
			    shaper_segmenter(b->shaper), b->arena, text, lang)),
		    breaks_by_icu(b, text, lang));
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(glyphs_are_those_of_hb_shape),
	    TEST(breaks_are_those_of_icu),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
