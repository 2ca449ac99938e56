/* SPDX-License-Identifier: MIT */
/* Any bytes into a workspace, twice: nothing new the second time. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/import.h"
#include "data/load.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[64];
	int fd = fuzz_file(data, size, path);
	struct arena *a = arena_new();
	struct sink *sink = sink_new(a), *other = sink_new(a);
	struct store *store = store_load(a, sink, "tests/fuzz/workspace");
	struct import_rule rule = {.dir = "tests/fuzz/workspace",
	    .also = "",
	    .langs = "en,fr",
	    .known = {2026, 7, 0},
	    .areas = "all",
	    .dry_run = true};
	struct import *m = import_new(a, other, store, &rule);
	const struct import_file *f = import_read(m, path);
	struct import_change *changes;
	size_t i, n = 0;

	if (f) {
		for (i = 0; i < OUTCOME_COUNT; i++)
			n += f->outcome[i];
		if (n + f->refused != f->claims)
			abort();
		f = import_read(m, path);
		if (f->outcome[OUTCOME_NEW] + f->outcome[OUTCOME_REVISED] > 0) {
			fprintf(stderr, "not the same twice\n");
			abort();
		}
	}
	import_changes(m, &changes);
	import_write(m);
	arena_free(a);
	fuzz_close(fd);
	return 0;
}
