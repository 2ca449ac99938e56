/* SPDX-License-Identifier: MIT */
/* Any bytes as a file of data/: read, changed, and the rest kept. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/csvtext.h"
#include "data/rows.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[64];
	int fd = fuzz_file(data, size, path);
	struct arena *a = arena_new();
	struct sink *sink = sink_new(a);
	struct csvtext *t = csvtext_open(a, sink, path, "a,b");
	size_t row;

	if (t && csvtext_rows(t) > 0) {
		row = csvtext_rows(t) / 2;
		csvtext_set(t, row, 0, "say \"x\", y\nz");
		csvtext_set(t, csvtext_add(t, row), 0, "new");
		if (strcmp(csvtext_cell(t, row, 0), "say \"x\", y\nz") != 0)
			abort();
	}
	arena_free(a);
	fuzz_close(fd);
	return 0;
}
