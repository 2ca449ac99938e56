/* SPDX-License-Identifier: MIT */
/*
 * bulk write CODES FILE - a file in the form of the whole World Development
 * Indicators: 1,500 series, 266 areas, 65 years (made-up values)
 * bulk csv FILE - read it with libcsv and nothing else
 */
#include <csv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SERIES 1500
#define AREAS  266
#define YEARS  65

static uint64_t state = 1;

static unsigned
next_random(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % n;
}

/* Series of the workspace come first, by argument. */
static int
write_file(const char *codes, const char *path)
{
	FILE *f = fopen(path, "wb");
	static char areas[AREAS][8], series[SERIES][40];
	size_t n = 0, i, k, y, first;
	const char *p;

	if (!f)
		return 1;
	for (p = codes; *p && n < SERIES; n++) {
		size_t len = strcspn(p, " ");

		snprintf(series[n], sizeof series[n], "%.*s", (int)len, p);
		p += len + strspn(p + len, " ");
	}
	for (; n < SERIES; n++)
		snprintf(series[n], sizeof series[n], "XX.%04zu.TOTL.ZS", n);
	for (i = 0; i < AREAS; i++)
		snprintf(areas[i], sizeof areas[i], "X%02zu", i);
	for (i = 0, p = "BRNIDNKHMLAOMMRMYSPHLSGPTHATLSVNM"; *p; i += 24, p += 3)
		snprintf(areas[i], sizeof areas[i], "%.3s", p);
	fputs("Country Name,Country Code,Indicator Name,Indicator Code", f);
	for (y = 0; y < YEARS; y++)
		fprintf(f, ",%zu", 1960 + y);
	for (i = 0; i < AREAS; i++)
		for (k = 0; k < SERIES; k++) {
			fprintf(f,
			    "\n\"Country, The %s\",%s,\"Indicator %s (%% of "
			    "population, total)\",%s",
			    areas[i], areas[i], series[k], series[k]);
			first = next_random(YEARS + 10);
			for (y = 0; y < YEARS; y++) {
				fputc(',', f);
				if (y >= first)
					fprintf(f, "%u.%08u", next_random(100),
					    next_random(100000000));
			}
		}
	fputc('\n', f);
	return fclose(f) != 0;
}

static void
on_field(void *p, size_t n, void *ctx)
{
	(void)p;
	*(size_t *)ctx += n;
}

static void
on_row(int c, void *ctx)
{
	(void)c, (void)ctx;
}

static int
read_file(const char *path)
{
	static char chunk[1 << 20];
	struct csv_parser parser;
	FILE *f = fopen(path, "rb");
	size_t n, bytes = 0;

	if (!f || csv_init(&parser, 0) != 0)
		return 1;
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		csv_parse(&parser, chunk, n, on_field, on_row, &bytes);
	csv_fini(&parser, on_field, on_row, &bytes);
	csv_free(&parser);
	fclose(f);
	printf("%zu bytes in fields\n", bytes);
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc == 4 && strcmp(argv[1], "write") == 0)
		return write_file(argv[2], argv[3]);
	if (argc == 3 && strcmp(argv[1], "csv") == 0)
		return read_file(argv[2]);
	fprintf(stderr, "usage: bulk write CODES FILE | bulk csv FILE\n");
	return 2;
}
