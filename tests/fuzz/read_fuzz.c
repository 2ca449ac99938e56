/* SPDX-License-Identifier: MIT */
/* Any bytes as a data file: no crash, and the counts add up. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/read.h"
#include "fuzz.h"

static void
on_fact(void *ctx, const struct fact *f)
{
	size_t *n = ctx;
	char *copy = malloc(f->area.n + f->indicator.n + f->title.n + 1);

	/* every text can be read to its end */
	memcpy(copy, f->area.p, f->area.n);
	memcpy(copy + f->area.n, f->indicator.p, f->indicator.n);
	free(copy);
	*n += 1 + 0 * (strlen(f->sex) + strlen(f->age) + strlen(f->group) +
			  strlen(f->note) + strlen(f->access) +
			  strlen(f->figure.value) + strlen(f->base));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[64];
	int fd = fuzz_file(data, size, path);
	struct arena *a = arena_new();
	struct sink *sink = sink_new(a);
	struct reading *r = read_open(a, sink, path);
	size_t n = 0, i, rows;
	const struct read_count *c;

	if (r) {
		struct read_wish wish = {.fact = on_fact, .ctx = &n};

		read_run(r, &wish);
		c = read_counts(r);
		rows = c->kept + c->refused;
		for (i = 0; i < SKIP_COUNT; i++)
			rows += c->skipped[i];
		if (rows != c->rows || n != c->values) {
			fprintf(stderr, "rows %zu of %zu, values %zu of %zu\n",
			    rows, c->rows, n, c->values);
			abort();
		}
		read_ignored(r);
		read_close(r);
	} else if (sink_level(sink) != DIAG_ERROR) {
		fprintf(stderr, "refused without a message\n");
		abort();
	}
	arena_free(a);
	fuzz_close(fd);
	return 0;
}
