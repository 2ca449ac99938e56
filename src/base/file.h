/* SPDX-License-Identifier: MIT */
/* base/file.h - whole files in, whole files out */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;

/*
 * Read a whole file (gzip is unpacked) into the arena, NUL-terminated.
 * False: reported as FILE_OPEN at `from`, or at the path when from.file is
 * NULL.
 */
bool file_read(struct arena *, struct sink *, const char *path,
    struct place from, struct str *text);

/* As file_read, and checks UTF-8 (a BOM is dropped); FILE_ENCODING. */
bool file_read_text(struct arena *, struct sink *, const char *path,
    struct place from, struct str *text);

bool file_exists(const char *path);
bool dir_exists(const char *path);

/*
 * Write a temporary file beside `path` and rename it: complete or not at all.
 * Folders on the way are made.  False: errno tells why.
 */
bool file_write(const char *path, struct str bytes);
bool dir_make(const char *path); /* with its parents */

/* Names in a folder, sorted bytewise, without those that begin with "."; 0
 * when there is no such folder. */
size_t dir_list(struct arena *, const char *path, const char ***names);

/* "a/b" from "a" and "b"; b alone when it is absolute or a is "" or ".". */
char *path_join(struct arena *, const char *a, const char *b);
char *path_folder(struct arena *, const char *path); /* "." for a bare name */
const char *path_name(const char *path);             /* behind the last "/" */
/* The name without folder and its last ending. */
char *path_stem(struct arena *, const char *path);

#endif
