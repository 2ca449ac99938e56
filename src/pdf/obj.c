/* SPDX-License-Identifier: MIT */
/*
 * pdf/obj.c - the objects of a PDF file
 *
 * libharu never sees a failed allocation (xmalloc ends the program), so its
 * constructors do not fail and its sticky error holds broken limits only.
 * Its memory pool is not used: it aligns to four bytes.
 */
#include "pdf/obj.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "pdf/string.h"

#define POOL       (256 * 1024)
#define TEXT_LIMIT 32767 /* bytes of a string, ISO 19005-2 6.1.13 */

struct pdf {
	HPDF_Doc doc;
};

static void *HPDF_STDCALL
take(HPDF_UINT n)
{
	return xmalloc(n);
}

static void HPDF_STDCALL
give(void *p)
{
	free(p);
}

struct pdf *
obj_open(void)
{
	struct pdf *pdf = xmalloc(sizeof *pdf);

	pdf->doc = HPDF_NewEx(NULL, take, give, 0, NULL);
	pdf->doc->pdf_version = HPDF_VER_17;
	return pdf;
}

void
obj_close(struct pdf *pdf)
{
	HPDF_Free(pdf->doc);
	free(pdf);
}

unsigned
obj_error(const struct pdf *pdf)
{
	return (unsigned)HPDF_GetError(pdf->doc);
}

void *
obj_document(const struct pdf *pdf)
{
	return pdf->doc;
}

struct obj *
obj_catalog(const struct pdf *pdf)
{
	return (struct obj *)pdf->doc->catalog;
}

struct obj *
obj_trailer(const struct pdf *pdf)
{
	return (struct obj *)pdf->doc->trailer;
}

struct obj *
obj_dict(struct pdf *pdf)
{
	return (struct obj *)HPDF_Dict_New(pdf->doc->mmgr);
}

struct obj *
obj_array(struct pdf *pdf)
{
	return (struct obj *)HPDF_Array_New(pdf->doc->mmgr);
}

struct obj *
obj_indirect(struct pdf *pdf, struct obj *obj)
{
	HPDF_List all = pdf->doc->xref->entries;

	/* it would grow by as many each time, and copy all */
	if (all->count > all->items_per_block)
		all->items_per_block = all->count;
	HPDF_Xref_Add(pdf->doc->xref, obj);
	return obj;
}

/* A stream that is full: HPDF_Stream_Write would copy byte by byte. */
static HPDF_Stream
full_stream(HPDF_MMgr mmgr, struct str data)
{
	HPDF_Stream s = HPDF_MemStream_New(mmgr, (HPDF_UINT)data.n);
	HPDF_MemStreamAttr attr = s->attr;
	HPDF_BYTE *p = HPDF_GetMem(mmgr, (HPDF_UINT)data.n);

	memcpy(p, data.p, data.n);
	HPDF_List_Add(attr->buf, p);
	attr->w_ptr = p + data.n;
	attr->w_pos = (HPDF_UINT)data.n;
	s->size = (HPDF_UINT)data.n;
	return s;
}

/*
 * HPDF_DictStream_New would number the Length of each stream as an object of
 * its own; pdf/write.c knows the length before it writes the dictionary.
 */
struct obj *
obj_stream(struct pdf *pdf, struct str data, bool packed)
{
	HPDF_MMgr mmgr = pdf->doc->mmgr;
	HPDF_Dict dict = HPDF_Dict_New(mmgr);

	dict->stream =
	    data.n ? full_stream(mmgr, data) : HPDF_MemStream_New(mmgr, 1);
	dict->filter =
	    packed ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
	return obj_indirect(pdf, (struct obj *)dict);
}

/*
 * HPDF_AddPage would make a stream with its Length in an object of its own and
 * a graphics state that nobody reads.  The class is set behind AddKids, which
 * wants the attributes of such a page.
 */
struct obj *
obj_page(struct pdf *pdf, int32_t width, int32_t height, struct str operators)
{
	struct obj *page = obj_indirect(pdf, obj_dict(pdf));

	obj_put_name(page, "Type", "Page");
	obj_put(page, "MediaBox", obj_box(pdf, 0, 0, width, height));
	obj_put(page, "Contents", obj_stream(pdf, operators, true));
	HPDF_Pages_AddKids(pdf->doc->root_pages, (HPDF_Dict)page);
	((HPDF_Dict)page)->header.obj_class |= HPDF_OSUBCLASS_PAGE;
	return page;
}

unsigned
obj_number(const struct obj *obj)
{
	return ((const HPDF_Obj_Header *)obj)->obj_id & 0x00FFFFFF;
}

struct obj *
obj_find(const struct obj *dict, const char *key)
{
	return HPDF_Dict_GetItem((HPDF_Dict)dict, key, HPDF_OCLASS_DICT);
}

struct obj *
obj_find_array(const struct obj *dict, const char *key)
{
	return HPDF_Dict_GetItem((HPDF_Dict)dict, key, HPDF_OCLASS_ARRAY);
}

struct obj *
obj_info(struct pdf *pdf)
{
	struct obj *info = obj_find(obj_trailer(pdf), "Info");

	if (!info) {
		info = obj_indirect(pdf, obj_dict(pdf));
		obj_put(obj_trailer(pdf), "Info", info);
	}
	return info;
}

void
obj_put(struct obj *dict, const char *key, struct obj *value)
{
	HPDF_Dict_Add((HPDF_Dict)dict, key, value);
}

void
obj_put_name(struct obj *dict, const char *key, const char *name)
{
	HPDF_Dict_AddName((HPDF_Dict)dict, key, name);
}

void
obj_put_int(struct obj *dict, const char *key, long v)
{
	HPDF_Dict_AddNumber((HPDF_Dict)dict, key, (HPDF_INT32)v);
}

void
obj_put_real(struct obj *dict, const char *key, double v)
{
	HPDF_Dict_AddReal((HPDF_Dict)dict, key, (HPDF_REAL)v);
}

void
obj_put_bool(struct obj *dict, const char *key, bool v)
{
	HPDF_Dict_AddBoolean((HPDF_Dict)dict, key, v ? HPDF_TRUE : HPDF_FALSE);
}

void
obj_utf16(struct buf *out, struct str s)
{
	const char *p = s.p, *end = s.p + s.n;

	while (p < end) {
		uint32_t c = utf8_decode(&p, end);
		char unit[4];
		size_t n = 2;

		if (c >= 0x10000 && c != UTF8_BAD) {
			uint32_t high = 0xD7C0 + (c >> 10);

			unit[0] = (char)(high >> 8);
			unit[1] = (char)high;
			c = 0xDC00 + (c & 0x3FF);
			n = 4;
		}
		unit[n - 2] = (char)(c >> 8);
		unit[n - 1] = (char)c;
		buf_add(out, unit, n);
	}
}

static void *
new_bytes(HPDF_MMgr mmgr, struct str s)
{
	return HPDF_Binary_New(mmgr, (HPDF_BYTE *)s.p, (HPDF_UINT)s.n);
}

static bool
is_plain(const char *s)
{
	while (*s >= ' ' && *s <= '~')
		s++;
	return *s == '\0';
}

void
obj_put_text(struct obj *obj, const char *key, const char *utf8)
{
	HPDF_Dict dict = (HPDF_Dict)obj;
	struct buf utf16 = {0};

	if (is_plain(utf8) && strlen(utf8) <= TEXT_LIMIT) {
		HPDF_Dict_Add(
		    dict, key, HPDF_String_New(dict->mmgr, utf8, NULL));
		return;
	}
	string_units(&utf16, str_from(utf8));
	HPDF_Dict_Add(dict, key, new_bytes(dict->mmgr, buf_view(&utf16)));
	buf_free(&utf16);
}

void
obj_put_bytes(struct obj *obj, const char *key, struct str s)
{
	HPDF_Dict dict = (HPDF_Dict)obj;

	HPDF_Dict_Add(dict, key, new_bytes(dict->mmgr, s));
}

void
obj_push(struct obj *array, struct obj *value)
{
	HPDF_Array_Add((HPDF_Array)array, value);
}

void
obj_push_name(struct obj *array, const char *name)
{
	HPDF_Array_AddName((HPDF_Array)array, name);
}

void
obj_push_int(struct obj *array, long v)
{
	HPDF_Array_AddNumber((HPDF_Array)array, (HPDF_INT32)v);
}

void
obj_push_real(struct obj *array, double v)
{
	HPDF_Array_AddReal((HPDF_Array)array, (HPDF_REAL)v);
}

void
obj_push_bytes(struct obj *array, struct str s)
{
	HPDF_Array a = (HPDF_Array)array;

	HPDF_Array_Add(a, new_bytes(a->mmgr, s));
}

static HPDF_STATUS
write_raw(HPDF_Dict dict, HPDF_Stream out)
{
	const struct str *s = dict->attr;

	return HPDF_Stream_Write(out, (const HPDF_BYTE *)s->p, (HPDF_UINT)s->n);
}

void
obj_put_raw(struct obj *obj, const struct str *syntax)
{
	HPDF_Dict dict = (HPDF_Dict)obj;

	dict->write_fn = write_raw;
	dict->attr = (void *)syntax;
}

const struct str *
obj_raw(struct arena *a, struct buf *buf)
{
	struct str *s = ARENA_NEW(a, struct str);

	*s = (struct str){arena_strndup(a, buf->p, buf->n), buf->n};
	buf->n = 0;
	return s;
}

struct obj *
obj_name(struct pdf *pdf, const char *name)
{
	return (struct obj *)HPDF_Name_New(pdf->doc->mmgr, name);
}

struct obj *
obj_box(struct pdf *pdf, int32_t x0, int32_t y0, int32_t x1, int32_t y1)
{
	struct obj *box = obj_array(pdf);

	obj_push_real(box, x0 / 1000.0);
	obj_push_real(box, y0 / 1000.0);
	obj_push_real(box, x1 / 1000.0);
	obj_push_real(box, y1 / 1000.0);
	return box;
}

/* Howard Hinnant's civil_from_days: the year begins in March, so that the
 * leap day is the last of its 400-year cycle's days. */
void
obj_date(int64_t seconds, char out[20])
{
	int64_t days = seconds / 86400, rest = seconds % 86400;
	int64_t era, year;
	unsigned day, yoe, doy, mp, month;

	if (rest < 0) {
		rest += 86400;
		days--;
	}
	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	day = (unsigned)(days - era * 146097);
	yoe = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	doy = day - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	month = mp < 10 ? mp + 3 : mp - 9;
	year = (int64_t)yoe + era * 400 + (month <= 2);
	snprintf(out, 20, "D:%04u%02u%02u%02u%02u%02uZ", (unsigned)year % 10000,
	    month % 100, (doy - (153 * mp + 2) / 5 + 1) % 100,
	    (unsigned)rest / 3600, (unsigned)rest / 60 % 60,
	    (unsigned)rest % 60);
}
