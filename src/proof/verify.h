/* SPDX-License-Identifier: MIT */
/*
 * proof/verify.h - does a PDF prove its numbers?
 *
 * Each row of its numbers.csv is computed again from the data inside the PDF
 * with the program's own evaluator, and compared with the characters on the
 * page.
 */
#ifndef PROOF_VERIFY_H
#define PROOF_VERIFY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arena;
struct sink;

struct verdict_of_file {
	size_t numbers, failed;
};

/*
 * Verify one file; each number that fails is named on `out` with its page,
 * what is printed, what the data give, its template line and its sentence.
 * False after a message when the file cannot be verified at all.
 */
bool verify_file(struct arena *, struct sink *, const char *path, FILE *out,
    struct verdict_of_file *);

#endif
