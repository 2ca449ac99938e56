/* SPDX-License-Identifier: MIT */
/*
 * app/worker.h - processes that do one job after the other
 *
 * A worker is forked once: what the jobs before have read and remembered
 * (shaped words, hyphenated words, fonts) serves the next one.  Job numbers go
 * to it and answers come back through a socket.
 */
#ifndef APP_WORKER_H
#define APP_WORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/str.h"

struct worker {
	pid_t pid; /* 0: there is no process */
	int fd;
	bool busy;
	size_t job;
	struct buf answer; /* as far as it has come, its length first */
};

/* Does a job in the worker's process and adds what is to be answered. */
typedef void worker_work(void *ctx, size_t job, struct buf *answer);

enum worker_news { WORKER_WAITS, WORKER_DONE, WORKER_DEAD };

/* Give all[i], which is idle, a job; its process begins if it has none.
 * False, with errno, if that is not possible. */
bool worker_give(struct worker *all, size_t n, size_t i, size_t job,
    worker_work *, void *ctx);

/* Read what has come from a busy worker.  With WORKER_DONE the answer is
 * whole; with WORKER_DEAD its process is gone and left the status. */
enum worker_news worker_listen(struct worker *, int *status);

/* The answer of a job that is done. */
struct str worker_answer(const struct worker *);

/* Let all processes end. */
void worker_stop(struct worker *all, size_t n);

#endif
