/* SPDX-License-Identifier: MIT */
/* app/batch.h - many reports: which ones, in which processes, with what end */
#ifndef APP_BATCH_H
#define APP_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "app/build.h"
#include "app/opts.h"

struct batch {
	struct arena *arena;
	struct workspace *work;
	const struct opts *opts;
	const char *out;
	struct job *jobs;
	size_t n;
};

/* The jobs that the options ask for; false after a usage message. */
bool batch_plan(
    struct batch *, struct arena *, const struct opts *, struct workspace *);

/* Prepare fonts, style and words for a language; NULL after messages in the
 * sink. */
struct kit *kit_new(const struct workspace *, struct arena *, struct sink *,
    const char *style, const char *lang);

/*
 * One process a job, at most opts->jobs at once (default: one a core), in the
 * order of the plan; messages of each are printed whole.  Returns the exit
 * status.
 */
enum exit_status batch_run(struct batch *);

#endif
