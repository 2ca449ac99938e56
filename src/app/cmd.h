/* SPDX-License-Identifier: MIT */
/* app/cmd.h - the commands: each takes the options, gives the exit status */
#ifndef APP_CMD_H
#define APP_CMD_H

#include "app/opts.h"

enum exit_status cmd_build(const struct opts *);
enum exit_status cmd_lint(const struct opts *);
enum exit_status cmd_stats(const struct opts *);
enum exit_status cmd_chart(const struct opts *);
enum exit_status cmd_list(const struct opts *);
enum exit_status cmd_verify(const struct opts *);
enum exit_status cmd_import(const struct opts *);
enum exit_status cmd_explain(const struct opts *);
enum exit_status cmd_inspect(const struct opts *);
enum exit_status cmd_init(const struct opts *);

#endif
