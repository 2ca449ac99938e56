/* SPDX-License-Identifier: MIT */
/*
 * pdf/icc.c - a small profile of sRGB
 *
 * The tone curve is a formula (parametricCurveType 3) instead of a table:
 * poppler inverts the curves of the output intent on each page, which took
 * three quarters of its time with a table of 1,024 values.
 */
#include "pdf/icc.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum { HEADER = 128, ENTRY = 12 };

/* Primaries and white in the connection space, which has D50: those of
 * IEC 61966-2-1 adapted by Bradford's matrix (ICC.1:2004-10, annex E). */
static const double white[] = {0.9642, 1, 0.8249};
static const double red[] = {0.43607, 0.22249, 0.01392};
static const double green[] = {0.38515, 0.71687, 0.09708};
static const double blue[] = {0.14307, 0.06061, 0.71410};
static const double bradford[] = {1.04790, 0.02292, -0.05020, 0.02960, 0.99046,
    -0.01707, -0.00925, 0.01508, 0.75168};
/* Y = (aX + b)^g from d on, else cX: g, a, b, c, d */
static const double curve[] = {
    2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

static void
put_number(struct buf *out, uint32_t v)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_putc(out, (char)(v >> shift & 0xFF));
}

/* s15Fixed16Number */
static void
put_fixed(struct buf *out, const double *v, size_t n)
{
	while (n-- > 0)
		put_number(out, (uint32_t)(int32_t)lround(*v++ * 65536));
}

/* A type's signature and the four bytes that every type has. */
static void
put_type(struct buf *out, const char *signature)
{
	buf_add(out, signature, 4);
	put_number(out, 0);
}

static void
put_values(struct buf *out, const char *signature, const double *v, size_t n)
{
	put_type(out, signature);
	put_fixed(out, v, n);
}

/* A text in one language, UTF-16. */
static void
put_text(struct buf *out, const char *ascii)
{
	put_type(out, "mluc");
	put_number(out, 1);
	put_number(out, ENTRY);
	buf_add(out, "enUS", 4);
	put_number(out, (uint32_t)strlen(ascii) * 2);
	put_number(out, 28); /* where it begins in the tag */
	for (; *ascii; ascii++) {
		buf_putc(out, '\0');
		buf_putc(out, *ascii);
	}
	while (out->n % 4)
		buf_putc(out, '\0');
}

/* One tag's data; the three curves are one. */
static void
put_tag(struct buf *out, int i)
{
	static const double *const colours[] = {white, red, green, blue};

	if (i < 4)
		put_values(out, "XYZ ", colours[i], 3);
	else if (i == 4)
		put_values(out, "sf32", bradford, 9);
	else if (i == 5) {
		put_type(out, "para");
		put_number(out, 3u << 16);
		put_fixed(out, curve, 5);
	} else
		put_text(out,
		    i == 6 ? "sRGB IEC61966-2.1" : "No copyright, use freely");
}

static void
put_header(struct buf *out, size_t size)
{
	put_number(out, (uint32_t)size);
	put_number(out, 0);
	put_number(out, 0x04200000); /* version 4.2 */
	buf_puts(out, "mntrRGB XYZ ");
	/* 2004-10-01, that of the specification */
	buf_add(out, "\x07\xD4\0\x0A\0\x01\0\0\0\0\0\0", 12);
	buf_puts(out, "acsp");
	for (int i = 0; i < 7; i++)
		put_number(out, 0);
	put_fixed(out, white, 3);
	while (out->n < HEADER)
		buf_putc(out, '\0');
}

void
icc_srgb(struct buf *out)
{
	static const struct {
		const char *signature;
		int data;
	} tags[] = {{"wtpt", 0}, {"rXYZ", 1}, {"gXYZ", 2}, {"bXYZ", 3},
	    {"chad", 4}, {"rTRC", 5}, {"gTRC", 5}, {"bTRC", 5}, {"desc", 6},
	    {"cprt", 7}};
	const size_t ntags = sizeof tags / sizeof *tags;
	size_t at[9], start = HEADER + 4 + ntags * ENTRY;
	struct buf data = {0};

	for (int i = 0; i < 8; i++) {
		at[i] = data.n;
		put_tag(&data, i);
	}
	at[8] = data.n;
	put_header(out, start + data.n);
	put_number(out, (uint32_t)ntags);
	for (size_t i = 0; i < ntags; i++) {
		int k = tags[i].data;

		buf_add(out, tags[i].signature, 4);
		put_number(out, (uint32_t)(start + at[k]));
		put_number(out, (uint32_t)(at[k + 1] - at[k]));
	}
	buf_str(out, buf_view(&data));
	buf_free(&data);
}
