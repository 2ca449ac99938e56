/* SPDX-License-Identifier: MIT */
/*
 * app/batch.c - many reports in a few processes
 *
 * The parent has read data, fonts, words and styles; workers inherit them and
 * only read.  What a worker sends of each report is its outcome and then the
 * text of its messages; the parent prints them whole, in the order of the plan.
 * A crash in one report is a message of that report and stops no other: the
 * next one gets a new worker.
 */
#include "app/batch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/stamp.h"
#include "app/worker.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/str.h"
#include "text/hyph.h"

enum state { JOB_WAITS, JOB_RUNS, JOB_DONE, JOB_SKIPPED };

#define WORKERS_MAX 256

/* What a worker tells of a report, before its messages. */
struct tidings {
	struct outcome outcome;
	long peak; /* resident set of the worker so far, KB */
};

/* A job on its way. */
struct course {
	enum state state;
	struct str text; /* struct tidings, then messages */
	int status;      /* of a worker that died of it, else 0 */
	double started, seconds;
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool
wants_json(const struct batch *b)
{
	return streq(b->opts->format, "json");
}

/* The messages of a sink as text or as a JSON array, to be freed. */
static struct str
messages_of(const struct batch *b, struct sink *sink)
{
	struct str s = {0};
	char *text = NULL;
	FILE *f = open_memstream(&text, &s.n);

	if (!f)
		return s;
	if (b->merged)
		sink_save(sink, f);
	else if (wants_json(b))
		sink_print_json(sink, f);
	else
		sink_print(sink, f);
	fclose(f);
	s.p = text;
	return s;
}

/* --- the worker --- */

static void
make_report(void *ctx, size_t job, struct buf *answer)
{
	const struct batch *b = ctx;
	struct arena *a = arena_new();
	struct sink *sink = sink_new(a);
	struct tidings t = {.outcome = build_report(a, sink, &b->jobs[job])};
	struct str text = messages_of(b, sink);
	struct rusage use = {0};

	if (!text.p)
		_exit(STATUS_MACHINE);
	fflush(stdout);
	getrusage(RUSAGE_SELF, &use);
	t.peak = use.ru_maxrss;
	buf_add(answer, (const char *)&t, sizeof t);
	buf_str(answer, text);
	free((char *)(uintptr_t)text.p);
	arena_free(a);
}

/* --- the parent --- */

/* The jobs on their way, and the workers. */
struct run {
	struct batch *batch;
	struct course *jobs;
	struct worker *workers;
	size_t nworkers;
};

/* What each worker would load for itself. */
static void
load_patterns(const struct batch *b)
{
	size_t i;

	for (i = 0; b->n > 1 && i < b->nkits; i++)
		hyph_load(b->kits[i]->hyph, b->kits[i]->lang);
}

static bool
start(struct run *r, size_t job)
{
	size_t i = 0;

	while (r->workers[i].busy)
		i++;
	if (!r->workers[i].pid)
		load_patterns(r->batch);
	r->jobs[job].started = now();
	r->jobs[job].state = JOB_RUNS;
	return worker_give(
	    r->workers, r->nworkers, i, job, make_report, r->batch);
}

/* Read what a worker has to say; take its answer when it is whole. */
static void
hear(struct run *r, struct worker *w)
{
	struct course *c = &r->jobs[w->job];
	enum worker_news news = worker_listen(w, &c->status);

	if (news == WORKER_WAITS)
		return;
	c->state = JOB_DONE;
	c->seconds = now() - c->started;
	if (news == WORKER_DONE) {
		struct str s = worker_answer(w);

		c->text.p = str_dup(r->batch->arena, s);
		c->text.n = s.n;
	}
}

static void
wait_some(struct run *r)
{
	struct pollfd fds[WORKERS_MAX];
	struct worker *which[WORKERS_MAX];
	size_t k = 0, i;

	for (i = 0; i < r->nworkers; i++) {
		if (!r->workers[i].busy)
			continue;
		fds[k] =
		    (struct pollfd){.fd = r->workers[i].fd, .events = POLLIN};
		which[k++] = &r->workers[i];
	}
	if (poll(fds, (nfds_t)k, -1) < 0)
		return;
	for (i = 0; i < k; i++)
		if (fds[i].revents)
			hear(r, which[i]);
}

/* Reports that share templates share their faults: a line that stood before
 * is not repeated; each report says how many errors it has. */
static void
print_once(struct batch *b, struct str text)
{
	if (!b->said)
		b->said = map_new(b->arena);
	while (text.n > 0) {
		const char *end = memchr(text.p, '\n', text.n);
		size_t n = end ? (size_t)(end - text.p) : text.n;
		struct str line = str_slice(text, 0, n);

		text = str_slice(text, n + (end != NULL), text.n);
		if (map_find(b->said, line))
			continue;
		map_put(b->said, line, b);
		fprintf(stderr, "%.*s\n", STR_ARG(line));
	}
}

/* Messages of one source; arrays of JSON are joined to one. */
static void
print_messages(struct batch *b, struct str text)
{
	static const char end[] = "\n]\n";

	if (!wants_json(b)) {
		print_once(b, text);
		return;
	}
	text = str_slice(text, 1, text.n - strlen(end));
	if (text.n > 0)
		printf("%s%.*s", b->json_messages++ ? "," : "[", STR_ARG(text));
}

void
batch_messages(struct batch *b, struct sink *sink)
{
	struct str text;

	if (b->merged)
		return; /* with those of the reports, at the end */
	text = messages_of(b, sink);
	if (text.p)
		print_messages(b, text);
	free((char *)(uintptr_t)text.p);
}

/* All messages of a lint, those of data and of every report, sorted. */
static void
print_merged(struct batch *b)
{
	if (!b->merged)
		return;
	if (wants_json(b))
		sink_print_json(b->merged, stdout);
	else
		sink_print(b->merged, stderr);
}

/* "s" but for one */
static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

static void
print_result(
    const struct job *job, const struct tidings *t, const struct course *c)
{
	const struct outcome *o = &t->outcome;

	if (job->check_only)
		printf("%s %s %s: %zu error%s, %zu warning%s\n",
		    job->report->name, job->subject->id, job->edition->id,
		    o->errors, plural(o->errors), o->warnings,
		    plural(o->warnings));
	else if (!o->written)
		printf("%s: not written, %zu error%s\n", job->path, o->errors,
		    plural(o->errors));
	else
		printf("%s: %zu page%s, %zu note%s, %zu figure%s, "
		       "%zu table%s, %zu warning%s, %zu KB, %.0f ms, %ld MB\n",
		    job->path, o->pages, plural(o->pages), o->notes,
		    plural(o->notes), o->figures, plural(o->figures), o->tables,
		    plural(o->tables), o->warnings, plural(o->warnings),
		    (o->bytes + 1023) / 1024, c->seconds * 1e3,
		    (t->peak + 1023) / 1024);
}

/* A worker that did not come to its end. */
static void
report_death(const struct job *job, int status)
{
	fprintf(stderr, "sitan: %s %s: ", job->report->name, job->subject->id);
	if (WIFSIGNALED(status))
		fprintf(stderr,
		    "ended by the signal '%s'; this is a fault of sitan, not "
		    "of the input\n",
		    strsignal(WTERMSIG(status)));
	else
		fprintf(stderr, "not written, memory or disk gave out\n");
}

/* "KHM", or "country-overview KHM" where there are several reports. */
static const char *
name_of(const struct batch *b, const struct job *job)
{
	if (b->work->nreports < 2)
		return job->subject->id;
	return arena_printf(
	    b->arena, "%s %s", job->report->name, job->subject->id);
}

static enum exit_status
report_end(struct batch *b, const struct job *job, const struct course *c)
{
	struct tidings t = {0};
	const struct outcome *o = &t.outcome;
	struct str text;

	if (c->text.n < sizeof t) {
		report_death(job, c->status);
		return STATUS_MACHINE;
	}
	memcpy(&t, c->text.p, sizeof t);
	text = str_slice(c->text, sizeof t, c->text.n);
	if (text.n > 0 && b->merged)
		sink_merge(b->merged, text, name_of(b, job), b->n);
	else if (text.n > 0)
		print_messages(b, text);
	if (!job->dump && !wants_json(b))
		print_result(job, &t, c);
	if (o->machine)
		return STATUS_MACHINE;
	return o->errors ? STATUS_INPUT : STATUS_DONE;
}

static void
progress(const struct batch *b, size_t done)
{
	if (isatty(STDERR_FILENO) && !b->opts->dump)
		fprintf(stderr, "\r%zu of %zu reports\033[K%s", done, b->n,
		    done == b->n ? "\r\033[K" : "");
}

static int
job_limit(const struct batch *b)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);

	if (b->opts->dump)
		return 1; /* stdout is shared */
	if (b->opts->jobs > 0)
		cores = b->opts->jobs;
	return cores < 1 ? 1 : cores > WORKERS_MAX ? WORKERS_MAX : (int)cores;
}

static void
print_summary(const struct batch *b, size_t skipped, double seconds)
{
	if (wants_json(b) && !b->merged)
		puts(b->json_messages ? "\n]" : "[\n]");
	if (b->opts->dump || wants_json(b))
		return;
	printf("%zu report%s", b->n, plural(b->n));
	if (skipped)
		printf(", %zu up to date", skipped);
	if (b->n > 0 && b->jobs[0].text_only)
		fputs(" without their pages (lint --pages)", stdout);
	printf(", %.2f s\n", seconds);
}

static void
raise_status(enum exit_status *status, enum exit_status s)
{
	if (s > *status)
		*status = s;
}

/* Begin the jobs, from *next on, that there are workers for and that are not
 * up to date; returns false if there can be no worker. */
static bool
start_some(struct run *r, struct stamps *stamps, size_t *next)
{
	struct batch *b = r->batch;
	size_t busy = 0, i;

	for (i = 0; i < r->nworkers; i++)
		busy += r->workers[i].busy;
	for (; *next < b->n && busy < r->nworkers; ++*next) {
		const struct job *j = &b->jobs[*next];

		if (!b->opts->force && !j->dump && !j->check_only &&
		    stamps_fresh(stamps, j))
			r->jobs[*next].state = JOB_SKIPPED;
		else if (!start(r, *next))
			return false;
		else
			busy++;
	}
	return true;
}

/* A job that has ended, in the order of the plan. */
static enum exit_status
finish(struct run *r, struct stamps *stamps, size_t i)
{
	struct batch *b = r->batch;
	enum exit_status s = STATUS_DONE;

	if (r->jobs[i].state == JOB_DONE)
		s = report_end(b, &b->jobs[i], &r->jobs[i]);
	fflush(stdout); /* in step with the messages */
	stamps_set(stamps, &b->jobs[i], s == STATUS_DONE);
	progress(b, i + 1);
	return s;
}

enum exit_status
batch_run(struct batch *b)
{
	size_t limit = (size_t)job_limit(b);
	struct run r = {.batch = b, .nworkers = limit < b->n ? limit : b->n};
	struct stamps *stamps = stamps_read(b->arena, b->work, b->out);
	enum exit_status status = STATUS_DONE;
	size_t next = 0, ended = 0, skipped = 0;
	double begin = now();

	r.jobs = ARENA_ARRAY(b->arena, struct course, b->n);
	r.workers = ARENA_ARRAY(b->arena, struct worker, r.nworkers);
	while (ended < b->n) {
		if (!start_some(&r, stamps, &next)) {
			perror("sitan: cannot start a process");
			worker_stop(r.workers, r.nworkers);
			return STATUS_MACHINE;
		}
		if (r.jobs[ended].state == JOB_RUNS)
			wait_some(&r);
		while (ended < next && r.jobs[ended].state != JOB_RUNS) {
			skipped += r.jobs[ended].state == JOB_SKIPPED;
			raise_status(&status, finish(&r, stamps, ended++));
		}
	}
	worker_stop(r.workers, r.nworkers);
	if (b->n > 0 && !b->jobs[0].dump && !b->jobs[0].check_only)
		stamps_write(stamps);
	print_merged(b);
	print_summary(b, skipped, now() - begin);
	return status;
}
