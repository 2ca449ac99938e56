/* SPDX-License-Identifier: MIT */
/* app/main.c - dispatch to the commands */
#include <stdio.h>
#include <string.h>

#include "app/cmd.h"

static const struct {
	const char *name;
	enum exit_status (*run)(const struct opts *);
} commands[] = {
    {"build", cmd_build},
    {"lint", cmd_lint},
    {"stats", cmd_stats},
    {"chart", cmd_chart},
    {"list", cmd_list},
    {"verify", cmd_verify},
    {"import", cmd_import},
    {"inspect", cmd_inspect},
    {"init", cmd_init},
    {"explain", cmd_explain},
};

int
main(int argc, char **argv)
{
	struct opts o;
	size_t i;

	if (!opts_read(&o, argc, argv))
		return STATUS_USAGE;
	if (o.version) {
		puts("sitan " SITAN_VERSION);
		return STATUS_DONE;
	}
	if (o.help) {
		opts_help(o.command);
		return STATUS_DONE;
	}
	for (i = 0; i < sizeof commands / sizeof *commands; i++)
		if (strcmp(commands[i].name, o.command) == 0)
			return (int)commands[i].run(&o);
	return STATUS_USAGE;
}
