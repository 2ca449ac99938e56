/* SPDX-License-Identifier: MIT */
/*
 * sequences FILE.pdf - the marked-content sequences as sitan's own reader has
 * them, a JSON array: page, mcid, text, and actual where there is ActualText.
 */
#include <stdio.h>

#include "app/json.h"
#include "base/arena.h"
#include "base/diag.h"
#include "proof/read.h"

static void
add(struct buf *out, struct finished *f, struct arena *a, long page, long mcid)
{
	struct str actual;

	buf_printf(out, "%s{\"page\": %ld, \"mcid\": %ld",
	    out->n > 1 ? ",\n" : "", page, mcid);
	json_member(
	    out, ", ", "text", str_dup(a, finished_text(f, page, mcid)));
	if (finished_actual(f, page, mcid, &actual))
		json_member(out, ", ", "actual", str_dup(a, actual));
	buf_puts(out, "}");
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct sink *sink = sink_new(a);
	struct finished *f = argc == 2 ? finished_open(a, sink, argv[1]) : NULL;
	struct buf out = {0};

	if (!f) {
		sink_print(sink, stderr);
		return 1;
	}
	buf_puts(&out, "[");
	for (size_t p = 1; p <= finished_pages(f); p++)
		for (size_t i = 0; i < finished_sequences(f, (long)p); i++)
			add(&out, f, a, (long)p, (long)i);
	printf("%s]\n", out.p);
	buf_free(&out);
	finished_close(f);
	arena_free(a);
	return 0;
}
