/* SPDX-License-Identifier: MIT */
/* app/opts.h - the command line: options shared by all commands */
#ifndef APP_OPTS_H
#define APP_OPTS_H

#include <stdbool.h>
#include <stddef.h>

#define SITAN_VERSION "0.2.0"

enum exit_status {
	STATUS_DONE = 0,
	STATUS_INPUT = 1, /* errors in the input */
	STATUS_USAGE = 2,
	STATUS_MACHINE = 3, /* out of memory, unwritable output, crash */
};

struct opts {
	const char *command;
	const char *args[64]; /* what is no option */
	size_t nargs;
	const char *report, *countries, *lang, *edition, *out, *dump, *format;
	const char *source, *known; /* of import */
	const char *kind;           /* of init */
	int jobs;                   /* 0: as many as there are cores */
	bool force, draft, dry_run, pages, help, version;
};

/*
 * Read the command line.  False after a message on stderr: an unknown command
 * or option (with the nearest one), or a missing value.
 */
bool opts_read(struct opts *, int argc, char **argv);

/* The usage of one command, or of all when NULL. */
void opts_help(const char *command);

#endif
