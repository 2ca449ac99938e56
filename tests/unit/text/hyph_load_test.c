/* SPDX-License-Identifier: MIT */
/* hyph_load_test.c - our automaton against the one that libhyphen makes */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <cmocka.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "text/hyph_load.h"

#define FOLDER "/usr/share/hyphen/"

/* The digits between the letters of a word. */
static void
marks_of(HyphenDict *d, const char *word, char marks[256])
{
	char **rep = NULL;
	int *pos = NULL, *cut = NULL, n = (int)strlen(word), i;

	memset(marks, 0, 256);
	hnj_hyphen_hyphenate3(
	    d, word, n, marks, NULL, &rep, &pos, &cut, 1, 1, 1, 1);
	for (i = 0; rep && i < n; i++)
		free(rep[i]);
	free(rep);
	free(pos);
	free(cut);
}

/* The letters of each pattern, behind those of the one before, as a word. */
static void
compare(const char *path)
{
	struct arena *a = arena_new();
	struct hyph_file ours = hyph_load_file(a, path);
	HyphenDict *theirs = hnj_hyphen_load(path);
	char line[100], word[200] = "", x[256], y[256];
	FILE *f = fopen(path, "r");
	size_t last = 0, n, i;

	assert_non_null(ours.own);
	while (fgets(line, sizeof line, f)) {
		n = strlen(word) - last;
		memmove(word, word + last, n);
		last = n;
		for (i = 0; line[i] > ' ' || line[i] < 0; i++)
			if (!isdigit((unsigned char)line[i]))
				word[n++] = line[i];
		word[n] = '\0';
		marks_of(ours.dict, word, x);
		marks_of(theirs, word, y);
		assert_string_equal(x, y);
	}
	fclose(f);
	hyph_unload(&ours);
	hnj_hyphen_free(theirs);
	arena_free(a);
}

static void
same_as_libhyphen(void **state)
{
	(void)state;
	compare(FOLDER "hyph_en_GB.dic");
	compare(FOLDER "hyph_es_ES.dic");
}

/* Loads a text as a dictionary; is the automaton ours? */
static bool
is_ours(struct arena *a, const char *text, struct hyph_file *f)
{
	char path[] = "/tmp/hyph_load_XXXXXX";
	int fd = mkstemp(path);

	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	*f = hyph_load_file(a, path);
	unlink(path);
	return f->own != NULL;
}

static void
other_files_are_left_to_libhyphen(void **state)
{
	static const char *const texts[] = {
	    "UTF-8\nf1f/ff=f,1,2\n",
	    "UTF-8\nNEXTLEVEL\na1b\n",
	    "UTF-8\na1b\nLEFTHYPHENMIN 3\n",
	    "UTF-8\na1b c\n",
	    "UTF-8\nLEFTHYPHENMIN 3\n",
	    "ISO8859-1\na1b\n",
	    "",
	};
	struct arena *a = arena_new();
	struct hyph_file f;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_false(is_ours(a, texts[i], &f));
		hyph_unload(&f);
	}
	f = hyph_load_file(a, FOLDER "no such file");
	assert_null(f.dict);
	arena_free(a);
}

static void
settings_and_comments(void **state)
{
	struct arena *a = arena_new();
	struct hyph_file f;
	char marks[256];

	(void)state;
	assert_true(is_ours(a,
	    "UTF-8\r\nLEFTHYPHENMIN 3\r\n\r\n% none\r\na1b\r\nab2c3\r\n.x1a",
	    &f));
	assert_int_equal(f.dict->lhmin, 3);
	marks_of(f.dict, "xabcd", marks);
	assert_string_equal(marks, "00230");
	hyph_unload(&f);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(same_as_libhyphen),
	    cmocka_unit_test(other_files_are_left_to_libhyphen),
	    cmocka_unit_test(settings_and_comments),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
