/* SPDX-License-Identifier: MIT */
/* app/worker.c - processes that do one job after the other */
#include "app/worker.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- the worker --- */

static bool
send_all(int fd, const void *from, size_t n)
{
	const char *p = from;

	while (n > 0) {
		ssize_t put = send(fd, p, n, MSG_NOSIGNAL);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		p += put;
		n -= (size_t)put;
	}
	return true;
}

static bool
receive(int fd, size_t *job)
{
	ssize_t n;

	do
		n = recv(fd, job, sizeof *job, MSG_WAITALL);
	while (n < 0 && errno == EINTR);
	return n == (ssize_t)sizeof *job;
}

static _Noreturn void
serve(int fd, worker_work *work, void *ctx)
{
	size_t job;

	while (receive(fd, &job)) {
		struct buf answer = {0};

		work(ctx, job, &answer);
		if (!send_all(fd, &answer.n, sizeof answer.n) ||
		    !send_all(fd, answer.p, answer.n))
			break;
		buf_free(&answer);
	}
	_exit(0); /* which frees all faster than we could */
}

/* --- the parent --- */

/* A worker that held the parent's end of another would keep it waiting. */
static void
close_others(const struct worker *all, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (all[i].pid)
			close(all[i].fd);
}

static bool
begin(struct worker *all, size_t n, size_t i, worker_work *work, void *ctx)
{
	int ends[2];
	pid_t pid;

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
		return false;
	fflush(stdout);
	fflush(stderr);
	pid = fork();
	if (pid < 0) {
		close(ends[0]);
		close(ends[1]);
		return false;
	}
	if (pid == 0) {
		close_others(all, n);
		close(ends[0]);
		serve(ends[1], work, ctx);
	}
	close(ends[1]);
	all[i].pid = pid;
	all[i].fd = ends[0];
	return true;
}

bool
worker_give(struct worker *all, size_t n, size_t i, size_t job,
    worker_work *work, void *ctx)
{
	struct worker *w = &all[i];

	if (!w->pid && !begin(all, n, i, work, ctx))
		return false;
	w->busy = true;
	w->job = job;
	w->answer.n = 0;
	/* if it has died meanwhile, listening tells */
	send_all(w->fd, &job, sizeof job);
	return true;
}

/* Wait for the end of a process. */
static int
bury(struct worker *w)
{
	int status = 0;

	close(w->fd);
	while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
		;
	w->pid = 0;
	w->busy = false;
	buf_free(&w->answer);
	return status;
}

static bool
is_whole(const struct buf *b)
{
	size_t n;

	if (b->n < sizeof n)
		return false;
	memcpy(&n, b->p, sizeof n);
	return b->n == sizeof n + n;
}

enum worker_news
worker_listen(struct worker *w, int *status)
{
	char chunk[65536];
	ssize_t n = recv(w->fd, chunk, sizeof chunk, 0);

	if (n < 0 && errno == EINTR)
		return WORKER_WAITS;
	if (n <= 0) {
		*status = bury(w);
		return WORKER_DEAD;
	}
	buf_add(&w->answer, chunk, (size_t)n);
	if (!is_whole(&w->answer))
		return WORKER_WAITS;
	w->busy = false;
	return WORKER_DONE;
}

struct str
worker_answer(const struct worker *w)
{
	return str_slice(buf_view(&w->answer), sizeof(size_t), w->answer.n);
}

void
worker_stop(struct worker *all, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (all[i].pid)
			bury(&all[i]);
}
