/* SPDX-License-Identifier: MIT */
/* What the targets share: the input as a file in memory. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* A file with the bytes; its path has room for 64. */
int fuzz_file(const uint8_t *, size_t, char *path);
void fuzz_close(int fd);

#endif
