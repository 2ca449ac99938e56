/* SPDX-License-Identifier: MIT */
/* Write docs/messages.md from base/diag.def: every message by its id. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"

/* A format with an ellipsis for what it is filled with; one for several things
 * that follow each other. */
static void
print_format(const char *s)
{
	bool filled = false;

	for (; *s; s++) {
		if (*s != '%') {
			putchar(*s);
			filled = false;
			continue;
		}
		s += 1 + strspn(s + 1, "0123456789.*+- ");
		while (*s == 'l' || *s == 'z')
			s++;
		if (*s == '%')
			putchar('%');
		else if (!filled)
			fputs("…", stdout);
		filled = *s != '%';
	}
}

int
main(void)
{
	int i;

	puts("# Messages\n\n"
	     "Made from `src/base/diag.def` by `make docs/messages.md`. `…` "
	     "stands for what\nwas found. A *row* message "
	     "leaves one row of data out and the report is\nwritten; an "
	     "*error* stops the report that it concerns; a *warning* stops "
	     "nothing.\n");
	for (i = 0; i < DIAG_COUNT; i++) {
		enum diag_id id = (enum diag_id)i;
		enum diag_level level = diag_level_of(id);

		printf("**%s** (%s): `", diag_name(id),
		    level == DIAG_ROW ? "row" : diag_level_name(level));
		print_format(diag_format(id));
		printf("`\n%s\n\n", diag_help(id));
	}
	return 0;
}
