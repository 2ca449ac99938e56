/* SPDX-License-Identifier: MIT */
/*
 * drive SECONDS NAME FILE... - run a target on mutations of files
 * drive keep FOLDER FILE... - copy the files that reach what no smaller one
 * does into the folder: a corpus
 *
 * Guided by coverage as AFL is (Zalewski 2013): the compiler calls the
 * function below at each branch (-fsanitize-coverage=trace-pc), pairs of
 * places that follow each other are marked in a table, and an input that
 * marks a new one becomes a seed.  The input at hand is kept in
 * build/fuzz/current-NAME, so that a crash leaves it behind; new seeds go to
 * build/fuzz/found-NAME/.  FUZZ_SEED, a number, begins other random numbers
 * than the usual ones.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "fuzz.h"

#define MAX_SIZE  (1 << 16)
#define MAX_SEEDS 20000
#define EDGES     (1 << 16)

static _Alignas(8) uint8_t reached[EDGES], known[EDGES];
static uintptr_t before;

void __sanitizer_cov_trace_pc(void);

void
__sanitizer_cov_trace_pc(void)
{
	uintptr_t at = (uintptr_t)__builtin_return_address(0);

	reached[(at ^ before) % EDGES] = 1;
	before = at >> 1;
}

/* Run an input; whether it reached something new. */
static int
reaches_new(const char *p, size_t n)
{
	int found = 0;
	size_t i;

	memset(reached, 0, sizeof reached);
	before = 0;
	LLVMFuzzerTestOneInput((const uint8_t *)p, n);
	for (i = 0; i < EDGES / 8; i++) {
		found |=
		    (((uint64_t *)reached)[i] & ~((uint64_t *)known)[i]) > 0;
		((uint64_t *)known)[i] |= ((uint64_t *)reached)[i];
	}
	return found;
}

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
    "116", "NA", ": ", "#country+code", "\xEF\xBB\xBF", "\xFF\xFE", "\xC3\xA9",
    "\xE9", "\x81", "\xC2\xA0", "\xE2\x80\x93", "Q", "REF_AREA", "OBS_VALUE",
    "TIME_PERIOD", "Country Code", "Indicator Code", "1960",
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

static void
write_seed(const char *folder, const char *p, size_t n)
{
	uint64_t hash = 14695981039346656037u; /* FNV-1a */
	char path[512];
	size_t i;
	FILE *f;

	for (i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)p[i]) * 1099511628211u;
	snprintf(
	    path, sizeof path, "%s/%016llx", folder, (unsigned long long)hash);
	f = fopen(path, "wb");
	if (!f || fwrite(p, 1, n, f) != n || fclose(f) != 0) {
		perror(path);
		exit(2);
	}
}

static int
by_size(const void *a, const void *b)
{
	size_t x = ((const struct seed *)a)->n, y = ((const struct seed *)b)->n;

	return (x > y) - (x < y);
}

static int
keep(const char *folder, struct seed *seeds, size_t n)
{
	size_t i, kept = 0;

	qsort(seeds, n, sizeof *seeds, by_size);
	for (i = 0; i < n; i++) {
		if (!reaches_new(seeds[i].p, seeds[i].n))
			continue;
		write_seed(folder, seeds[i].p, seeds[i].n);
		kept++;
	}
	printf("%zu of %zu kept\n", kept, n);
	return 0;
}

/* The input at hand, in a file that a crash leaves behind. */
static char *
open_current(const char *name)
{
	char path[256];
	char *p;
	int fd;

	snprintf(path, sizeof path, "build/fuzz/current-%s", name);
	fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0666);
	if (fd < 0 || ftruncate(fd, MAX_SIZE) != 0) {
		perror(path);
		exit(2);
	}
	p = mmap(NULL, MAX_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (p == MAP_FAILED)
		exit(2);
	return p;
}

static void
add_seed(struct seed *seeds, size_t *n, const char *p, size_t size)
{
	struct seed *s = &seeds[*n];

	s->p = malloc(size + 1);
	if (!s->p)
		exit(2);
	memcpy(s->p, p, size);
	s->n = size;
	++*n;
}

static void
run(int seconds, const char *name, struct seed *seeds, size_t n)
{
	char *p = open_current(name), found[256];
	size_t runs = 0, first = n, i;
	time_t end;

	snprintf(found, sizeof found, "build/fuzz/found-%s", name);
	if (mkdir(found, 0777) != 0 && errno != EEXIST)
		exit(2);
	for (i = 0; i < n; i++) {
		memcpy(p, seeds[i].p, seeds[i].n);
		reaches_new(p, seeds[i].n);
	}
	end = time(NULL) + seconds;
	while (time(NULL) < end) {
		const struct seed *s = &seeds[below(n)], *o = &seeds[below(n)];
		size_t size = s->n, count = 1 + below(8);

		memcpy(p, s->p, size);
		while (count-- > 0)
			size = mutate(p, size, o->p, o->n);
		runs++;
		if (!reaches_new(p, size) || n == MAX_SEEDS)
			continue;
		write_seed(found, p, size);
		add_seed(seeds, &n, p, size);
	}
	printf("%zu runs, %zu new seeds\n", runs, n - first);
}

int
main(int argc, char **argv)
{
	struct seed *seeds = calloc(MAX_SEEDS, sizeof *seeds);
	size_t n;

	if (argc < 4 || !seeds) {
		fprintf(stderr, "usage: drive SECONDS NAME FILE...\n");
		return 2;
	}
	if (getenv("FUZZ_SEED"))
		state = strtoull(getenv("FUZZ_SEED"), NULL, 10);
	for (n = 0; n + 3 < (size_t)argc && n < MAX_SEEDS; n++)
		seeds[n] = read_seed(argv[n + 3]);
	if (strcmp(argv[1], "keep") == 0)
		return keep(argv[2], seeds, n);
	run(atoi(argv[1]), argv[2], seeds, n);
	return 0;
}
