/* SPDX-License-Identifier: MIT */
/*
 * drive SECONDS FILE... - run a target on mutations of files
 *
 * For compilers without libFuzzer: single-threaded, no coverage, but the same
 * seeds in the same order.  The input at hand is kept in build/fuzz/current,
 * so that a crash leaves it behind.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "fuzz.h"

#define MAX_SIZE (1 << 16)

static uint64_t state = 1;

/* splitmix64 (Steele, Lea and Flood 2014) */
static uint64_t
next_random(void)
{
	uint64_t z = state += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

static size_t
below(size_t n)
{
	return n ? (size_t)(next_random() % n) : 0;
}

static const char *const words[] = {"\"", "\"\"", ",", ";", "\t", "\n", "\r",
    "\r\n", "-", "..", "1e+05", "1e308", "1e-400", "999999999999999999999999",
    "<1", "51 [36-79]", "(12.3)", "1,234", "12,4", "1.234.567,8", "NaN", "_T",
    "Y0T17", "Y_GE15", "15+", "2010-11", "2014Q2", "2015 [YR2015]", "KHM",
    "116", "NA", ": ", "#country+code", "\xEF\xBB\xBF", "\xFF\xFE",
    "\xC3\xA9", "\xE9", "\x81", "\xC2\xA0", "\xE2\x80\x93", "Q", "REF_AREA",
    "OBS_VALUE", "TIME_PERIOD", "Country Code", "Indicator Code", "1960",
    "Data from database: x", "Last Updated: 13/45/2025", "0", "%", "/", "[]"};

static size_t
insert(char *p, size_t n, size_t at, const char *s, size_t len)
{
	if (n + len > MAX_SIZE)
		return n;
	memmove(p + at + len, p + at, n - at);
	memcpy(p + at, s, len);
	return n + len;
}

static size_t
erase(char *p, size_t n, size_t at, size_t len)
{
	if (at + len > n)
		len = n - at;
	memmove(p + at, p + at + len, n - at - len);
	return n - len;
}

static size_t
mutate(char *p, size_t n, const char *other, size_t other_n)
{
	size_t at = below(n + 1), k, from;
	const char *w;

	switch (below(8)) {
	case 0: /* a bit */
		if (at < n)
			p[at] = (char)(p[at] ^ (1 << below(8)));
		return n;
	case 1: /* any byte */
		if (at < n)
			p[at] = (char)below(256);
		return n;
	case 2:
		return erase(p, n, at, 1 + below(below(64) + 1));
	case 3:
	case 4:
		w = words[below(sizeof words / sizeof *words)];
		return insert(p, n, at, w, strlen(w));
	case 5: /* a field by a word */
		for (k = at; k < n && !strchr(",;\n", p[k]); k++)
			;
		n = erase(p, n, at, k - at);
		w = words[below(sizeof words / sizeof *words)];
		return insert(p, n, at, w, strlen(w));
	case 6: /* a piece of another file */
		from = below(other_n);
		k = below(other_n - from) % 512;
		return insert(p, n, at, other + from, k);
	default: /* the same again */
		k = below(n - at + 1) % 512;
		{
			char copy[512];

			memcpy(copy, p + at, k);
			return insert(p, n, at, copy, k);
		}
	}
}

struct seed {
	char *p;
	size_t n;
};

static struct seed
read_seed(const char *path)
{
	FILE *f = fopen(path, "rb");
	struct seed s = {malloc(MAX_SIZE), 0};

	if (!f || !s.p) {
		perror(path);
		exit(2);
	}
	s.n = fread(s.p, 1, MAX_SIZE, f);
	fclose(f);
	return s;
}

int
main(int argc, char **argv)
{
	time_t end;
	int fd = open("build/fuzz/current", O_RDWR | O_CREAT | O_TRUNC, 0666);
	struct seed *seeds = calloc((size_t)argc, sizeof *seeds);
	size_t n = 0, runs = 0, i;
	char *p;

	if (argc < 3 || fd < 0 || ftruncate(fd, MAX_SIZE) != 0) {
		fprintf(stderr, "usage: drive SECONDS FILE...\n");
		return 2;
	}
	p = mmap(NULL, MAX_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (p == MAP_FAILED)
		return 2;
	for (n = 0; n + 2 < (size_t)argc; n++)
		seeds[n] = read_seed(argv[n + 2]);
	for (i = 0; i < n; i++)
		LLVMFuzzerTestOneInput((uint8_t *)seeds[i].p, seeds[i].n);
	end = time(NULL) + atoi(argv[1]);
	while (time(NULL) < end) {
		const struct seed *s = &seeds[below(n)], *o = &seeds[below(n)];
		size_t size = s->n, count = 1 + below(8);

		memcpy(p, s->p, size);
		while (count-- > 0)
			size = mutate(p, size, o->p, o->n);
		LLVMFuzzerTestOneInput((uint8_t *)p, size);
		runs++;
	}
	printf("%zu runs\n", runs);
	return 0;
}
