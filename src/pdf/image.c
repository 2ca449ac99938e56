/* SPDX-License-Identifier: MIT */
/*
 * pdf/image.c - pictures from files as XObjects
 *
 * Data are passed through as they are: a JPEG is a stream for DCTDecode, and
 * the rows of a PNG are what FlateDecode with PNG predictors reads.  So a PNG
 * may be neither interlaced nor have an alpha channel; both are refused.
 */
#include "pdf/image.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "base/str.h"
#include "doc/doc.h"
#include "pdf/obj.h"
#include "pdf/pdf.h"

struct images {
	struct arena *arena;
	struct sink *sink;
	struct pdf *pdf;
	const struct pdf_input *in;
	struct map *loaded; /* href -> struct image */
	int count;
};

struct images *
images_open(struct arena *a, struct sink *sink, struct pdf *pdf,
    const struct pdf_input *in)
{
	struct images *im = ARENA_NEW(a, struct images);

	*im = (struct images){a, sink, pdf, in, map_new(a), 0};
	return im;
}

static struct obj *
refuse(struct images *im, const struct node *leaf, const char *why)
{
	diag(im->sink, DIAG_PDF_IMAGE, leaf->at, leaf->href, why);
	return NULL;
}

static uint32_t
big_endian(const char *p, int bytes)
{
	uint32_t v = 0;

	for (int i = 0; i < bytes; i++)
		v = v << 8 | (unsigned char)p[i];
	return v;
}

static struct obj *
new_image(struct images *im, struct str data, uint32_t width, uint32_t height,
    int bits, const char *filter)
{
	struct obj *o = obj_stream(im->pdf, data, false);

	obj_put_name(o, "Type", "XObject");
	obj_put_name(o, "Subtype", "Image");
	obj_put_int(o, "Width", width);
	obj_put_int(o, "Height", height);
	obj_put_int(o, "BitsPerComponent", bits);
	obj_put_name(o, "Filter", filter);
	return o;
}

/* --- JPEG (ISO 10918-1 annex B) --- */

/* Offset of the frame header's length field, 0: none. */
static size_t
find_frame(struct str s)
{
	size_t i = 2;

	while (i + 4 <= s.n && (unsigned char)s.p[i] == 0xFF) {
		unsigned marker = (unsigned char)s.p[i + 1];

		if (marker == 0xFF) { /* padding */
			i++;
			continue;
		}
		/* SOF0 to SOF2: baseline, extended, progressive */
		if (marker >= 0xC0 && marker <= 0xC2)
			return i + 2;
		if (marker == 0xDA)
			break;
		i += 2 + big_endian(s.p + i + 2, 2);
	}
	return 0;
}

static struct obj *
load_jpeg(struct images *im, const struct node *leaf, struct str s)
{
	size_t at = find_frame(s);
	struct obj *o;
	int parts;

	if (at == 0 || at + 8 > s.n)
		return refuse(im, leaf, "the JPEG has no frame header");
	parts = (unsigned char)s.p[at + 7];
	if (s.p[at + 2] != 8 || (parts != 1 && parts != 3))
		return refuse(im, leaf,
		    "the JPEG is neither grey nor RGB; convert it to sRGB");
	o = new_image(im, s, big_endian(s.p + at + 5, 2),
	    big_endian(s.p + at + 3, 2), 8, "DCTDecode");
	obj_put_name(o, "ColorSpace", parts == 1 ? "DeviceGray" : "DeviceRGB");
	return o;
}

/* --- PNG (ISO 15948) --- */

struct png {
	uint32_t width, height;
	int depth, colour, interlaced;
	struct str palette;
	struct buf data;
	bool transparent;
};

enum { PNG_HEAD = 8, PNG_RGB = 2, PNG_PALETTE = 3, PNG_ALPHA = 4 };

/* Walk over the chunks; false: broken. */
static bool
read_png(struct str s, struct png *png)
{
	size_t i = PNG_HEAD;

	while (i + 12 <= s.n) {
		uint32_t n = big_endian(s.p + i, 4);
		const char *type = s.p + i + 4, *p = s.p + i + 8;

		if (n > s.n - i - 12)
			return false;
		if (memcmp(type, "IHDR", 4) == 0 && n == 13) {
			png->width = big_endian(p, 4);
			png->height = big_endian(p + 4, 4);
			png->depth = p[8];
			png->colour = p[9];
			png->interlaced = p[12];
		} else if (memcmp(type, "PLTE", 4) == 0)
			png->palette = (struct str){p, n};
		else if (memcmp(type, "tRNS", 4) == 0)
			png->transparent = true;
		else if (memcmp(type, "IDAT", 4) == 0)
			buf_add(&png->data, p, n);
		else if (memcmp(type, "IEND", 4) == 0)
			break;
		i += 12 + (size_t)n;
	}
	return png->width && png->height && png->data.n;
}

static struct obj *
colour_space(struct images *im, const struct png *png)
{
	struct obj *space;

	if (png->colour != PNG_PALETTE)
		return obj_name(im->pdf,
		    png->colour == PNG_RGB ? "DeviceRGB" : "DeviceGray");
	space = obj_array(im->pdf);
	obj_push_name(space, "Indexed");
	obj_push_name(space, "DeviceRGB");
	obj_push_int(space, (long)png->palette.n / 3 - 1);
	obj_push_bytes(space, png->palette);
	return space;
}

static struct obj *
make_png(struct images *im, const struct png *png)
{
	struct obj *o = new_image(im, buf_view(&png->data), png->width,
	    png->height, png->depth, "FlateDecode");
	struct obj *parms = obj_dict(im->pdf);

	obj_put(o, "ColorSpace", colour_space(im, png));
	obj_put_int(parms, "Predictor", 15);
	obj_put_int(parms, "Colors", png->colour == PNG_RGB ? 3 : 1);
	obj_put_int(parms, "BitsPerComponent", png->depth);
	obj_put_int(parms, "Columns", png->width);
	obj_put(o, "DecodeParms", parms);
	return o;
}

static struct obj *
load_png(struct images *im, const struct node *leaf, struct str s)
{
	struct png png = {0};
	struct obj *o;

	if (!read_png(s, &png))
		o = refuse(im, leaf, "the PNG is damaged");
	else if (png.interlaced)
		o = refuse(im, leaf, "the PNG is interlaced; save it without");
	else if (png.colour & PNG_ALPHA || png.transparent)
		o = refuse(im, leaf,
		    "the PNG has transparency; save it on a white ground");
	else if (png.colour == PNG_PALETTE && png.palette.n < 3)
		o = refuse(im, leaf, "the PNG is damaged");
	else
		o = make_png(im, &png);
	buf_free(&png.data);
	return o;
}

struct image
image_load(struct images *im, const struct node *leaf)
{
	static const struct {
		const char *magic;
		struct obj *(*load)(
		    struct images *, const struct node *, struct str);
	} formats[] = {
	    {"\xFF\xD8\xFF", load_jpeg}, {"\x89PNG\r\n\x1A\n", load_png}};
	struct image *image = map_get(im->loaded, leaf->href);
	const char *path = leaf->href;
	struct str s;

	if (image)
		return *image;
	image = ARENA_NEW(im->arena, struct image);
	map_put(im->loaded, str_from(leaf->href), image);
	if (im->in->file)
		path = im->in->file(im->in->ctx, leaf->href);
	if (!path) {
		refuse(im, leaf, "there is no such file");
		return *image;
	}
	if (!file_read(im->arena, im->sink, path, leaf->at, &s))
		return *image;
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (str_starts(s, formats[i].magic)) {
			image->obj = formats[i].load(im, leaf, s);
			snprintf(image->name, sizeof image->name, "Im%d",
			    im->count++);
			return *image;
		}
	refuse(im, leaf, "it is neither JPEG nor PNG");
	return *image;
}
