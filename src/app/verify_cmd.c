/* SPDX-License-Identifier: MIT */
/* app/verify_cmd.c - sitan verify */
#include <stdio.h>

#include "app/cmd.h"
#include "base/arena.h"
#include "base/diag.h"
#include "proof/verify.h"

/* One file; its arena ends with it. */
static enum exit_status
verify_one(const char *path)
{
	struct arena *a = arena_new();
	struct sink *sink = sink_new(a);
	struct verdict_of_file v;
	bool read = verify_file(a, sink, path, stdout, &v);
	bool good = read && v.failed == 0 && sink_level(sink) <= DIAG_WARNING;

	fflush(stdout);
	sink_print(sink, stderr);
	if (read)
		printf("%s: %zu numbers verified, %zu failed\n", path,
		    v.numbers - v.failed, v.failed);
	arena_free(a);
	return good ? STATUS_DONE : STATUS_INPUT;
}

enum exit_status
cmd_verify(const struct opts *o)
{
	enum exit_status status = STATUS_DONE;
	size_t i;

	if (o->nargs == 0) {
		fprintf(stderr, "sitan: verify which PDF?\n");
		return STATUS_USAGE;
	}
	for (i = 0; i < o->nargs; i++)
		if (verify_one(o->args[i]) != STATUS_DONE)
			status = STATUS_INPUT;
	return status;
}
