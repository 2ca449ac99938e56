/* SPDX-License-Identifier: MIT */
/*
 * pdf/obj.h - the objects of a PDF file
 *
 * The only caller of libharu's object layer (pdf/write.c writes what stands
 * here).  Memory is libharu's and ends with obj_close.  Statuses are not
 * returned: the first error sticks and obj_error tells it at the end, for all
 * errors that can happen here are limits of the format (32,767 items in an
 * array, 4,095 keys, names of 127 bytes, reals of 32,767).
 *
 * A direct object is owned by what it is put into and may be put once; an
 * indirect one may be put anywhere and is written as a reference.
 */
#ifndef PDF_OBJ_H
#define PDF_OBJ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct pdf; /* a file under construction */
struct obj; /* one object of it */

struct pdf *obj_open(void);
void obj_close(struct pdf *);

/* 0, or libharu's code of the first error. */
unsigned obj_error(const struct pdf *);

/* libharu's document, for pdf/write.c. */
void *obj_document(const struct pdf *);

struct obj *obj_catalog(const struct pdf *);
struct obj *obj_trailer(const struct pdf *);
struct obj *obj_info(struct pdf *); /* the document information */

/* The dictionary or the array at a key, or NULL. */
struct obj *obj_find(const struct obj *dict, const char *key);
struct obj *obj_find_array(const struct obj *dict, const char *key);

/* Direct containers. */
struct obj *obj_dict(struct pdf *);
struct obj *obj_array(struct pdf *);

/* Make a direct object indirect; returns it. */
struct obj *obj_indirect(struct pdf *, struct obj *);

/* An indirect stream with a copy of the data; packed ones are deflated when
 * the file is written. */
struct obj *obj_stream(struct pdf *, struct str data, bool packed);

/* A new last page, millipoints, and its content. */
struct obj *obj_page(
    struct pdf *, int32_t width, int32_t height, struct str operators);

/* The object number; the object is indirect. */
unsigned obj_number(const struct obj *);

/*
 * Put a value into a dictionary (a key that is there is replaced) or at the
 * end of an array.  Text is UTF-8 and becomes a text string (UTF-16BE unless
 * it is ASCII), cut at the format's limit of 32,767 bytes; bytes become a
 * string as they are.
 */
void obj_put(struct obj *dict, const char *key, struct obj *);
void obj_put_name(struct obj *dict, const char *key, const char *);
void obj_put_int(struct obj *dict, const char *key, long);
void obj_put_real(struct obj *dict, const char *key, double);
void obj_put_bool(struct obj *dict, const char *key, bool);
void obj_put_text(struct obj *dict, const char *key, const char *utf8);
void obj_put_bytes(struct obj *dict, const char *key, struct str);
void obj_push(struct obj *array, struct obj *);
void obj_push_name(struct obj *array, const char *);
void obj_push_int(struct obj *array, long);
void obj_push_real(struct obj *array, double);
void obj_push_bytes(struct obj *array, struct str);

/*
 * Keys and values in PDF syntax, written as they are behind the dictionary's
 * others; for the many small dictionaries of the structure tree.  Once for a
 * dictionary; the text must live until the file is written.
 */
void obj_put_raw(struct obj *dict, const struct str *syntax);
/* The buffer's text moved into the arena, for obj_put_raw; the buffer can be
 * filled again. */
const struct str *obj_raw(struct arena *, struct buf *);

struct obj *obj_name(struct pdf *, const char *);

/* Four reals from millipoints: a rectangle of the page. */
struct obj *obj_box(
    struct pdf *, int32_t x0, int32_t y0, int32_t x1, int32_t y1);

/* UTF-8 as UTF-16BE without byte order mark, appended. */
void obj_utf16(struct buf *, struct str utf8);

/* A time as a PDF date, "D:20260101000000Z". */
void obj_date(int64_t seconds, char out[20]);

#endif
