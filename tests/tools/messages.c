/* SPDX-License-Identifier: MIT */
/* Write docs/messages.md from base/diag.def: every message by its id. */
#include <stdio.h>

#include "base/diag.h"

int
main(void)
{
	int i;

	puts("# Messages\n\n"
	     "Made from `src/base/diag.def` by `make docs/messages.md`. "
	     "`%s` and the like stand for\nwhat was found. A *row* message "
	     "leaves one row of data out and the report is\nwritten; an "
	     "*error* stops the report that it concerns; a *warning* stops "
	     "nothing.\n");
	for (i = 0; i < DIAG_COUNT; i++) {
		enum diag_id id = (enum diag_id)i;
		enum diag_level level = diag_level_of(id);

		printf("**%s** (%s): `%s`\n%s\n\n", diag_name(id),
		    level == DIAG_ROW ? "row" : diag_level_name(level),
		    diag_format(id), diag_help(id));
	}
	return 0;
}
