/* SPDX-License-Identifier: MIT */
/*
 * pdf/font_file.c - character codes and the embedded subsets of fonts
 *
 * Fonts are Type0 with CIDFontType2 and Identity-H (ISO 32000-1 9.7).  The
 * subset is compact: CIDToGIDMap leads from codes to its glyphs.  Tables for
 * shaping and for finding glyphs by character are left out, since a viewer
 * needs neither.
 */
#include "pdf/font_file.h"

#include <hb-subset.h>
#include <hb.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "pdf/obj.h"
#include "text/font.h"

enum {
	CODES = 65536, /* two bytes each */
	WIDTHS = 4096, /* in one array of W */
	BFCHARS = 100, /* in one section of a CMap, 9.10.3 */
	FLAG_FIXED = 1,
	FLAG_SERIF = 1 << 1,
	FLAG_SYMBOLIC = 1 << 2,
	FLAG_ITALIC = 1 << 6,
};

struct font_files {
	struct arena *arena;
	struct pdf *pdf;
	struct obj *resources;
	struct font_file **by_index;
	size_t nindex;
	struct font_file *first, **last;
	unsigned n;
};

struct font_files *
font_file_set(struct arena *a, struct pdf *pdf)
{
	struct font_files *set = ARENA_NEW(a, struct font_files);

	set->arena = a;
	set->pdf = pdf;
	set->resources = obj_indirect(pdf, obj_dict(pdf));
	set->last = &set->first;
	return set;
}

struct obj *
font_file_resources(const struct font_files *set)
{
	return set->resources;
}

const struct font_file *
font_file_first(const struct font_files *set)
{
	return set->first;
}

struct font_file *
font_file_of(struct font_files *set, const struct font *font)
{
	struct font_file *f;
	size_t old = set->nindex;

	if (font->index >= old) {
		set->nindex = ((size_t)font->index + 8) * 2;
		set->by_index = arena_grow(set->arena, set->by_index,
		    old * sizeof(void *), set->nindex * sizeof(void *));
	}
	f = set->by_index[font->index];
	if (f)
		return f;
	f = ARENA_NEW(set->arena, struct font_file);
	f->font = font;
	snprintf(f->name, sizeof f->name, "F%u", ++set->n);
	f->by_glyph = ARENA_ARRAY(
	    set->arena, uint32_t, hb_face_get_glyph_count(font->hb_face) + 1);
	f->cap = 64;
	f->cids = ARENA_ARRAY(set->arena, struct cid, f->cap);
	set->by_index[font->index] = f;
	*set->last = f;
	set->last = &f->next;
	return f;
}

uint32_t
font_file_cid(struct font_files *set, struct font_file *f, uint32_t glyph,
    struct str text)
{
	uint32_t cid, *head = &f->by_glyph[glyph], *link = head;

	while ((cid = *link) != 0) {
		struct cid *c = &f->cids[cid];

		if (c->text.n == text.n &&
		    memcmp(c->text.p, text.p, text.n) == 0) {
			if (link != head) { /* to the front */
				*link = c->next;
				c->next = *head;
				*head = cid;
			}
			return cid;
		}
		link = &c->next;
	}
	cid = ++f->n;
	if (cid == f->cap) {
		f->cids = arena_grow(set->arena, f->cids,
		    f->cap * sizeof *f->cids, f->cap * 2 * sizeof *f->cids);
		f->cap *= 2;
	}
	f->cids[cid] = (struct cid){glyph, text, (uint32_t)utf8_length(text),
	    hb_font_get_glyph_h_advance(f->font->hb, glyph), *head};
	*head = cid;
	return cid;
}

uint32_t
font_file_blank(struct font_files *set, struct font_file *f)
{
	hb_codepoint_t glyph;

	if (!hb_font_get_nominal_glyph(f->font->hb, ' ', &glyph))
		return 0;
	return font_file_cid(set, f, glyph, STR(" "));
}

/* --- embedding --- */

/* The subset with these codes' glyphs; `plan` maps old glyphs to new ones. */
static hb_face_t *
make_subset(const struct font_file *f, hb_subset_plan_t **plan)
{
	static const char dropped[][5] = {"GSUB", "GPOS", "GDEF", "cmap",
	    "name", "OS/2", "post", "DSIG", "FFTM", "gasp", "kern", "morx",
	    "Silf", "Sill", "Feat", "Gloc", "Glat"};
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *glyphs = hb_subset_input_glyph_set(input);
	hb_set_t *drop =
	    hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	hb_face_t *face = NULL;

	for (uint32_t i = 1; i <= f->n; i++)
		hb_set_add(glyphs, f->cids[i].glyph);
	for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
		hb_set_add(drop, hb_tag_from_string(dropped[i], 4));
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	*plan = hb_subset_plan_create_or_fail(f->font->hb_face, input);
	if (*plan)
		face = hb_subset_plan_execute_or_fail(*plan);
	hb_subset_input_destroy(input);
	return face;
}

/* Six capital letters that tell subsets of one font apart (9.6.4). */
static void
subset_name(const struct font_file *f, struct str file, char *out, size_t n)
{
	unsigned char digest[32];
	struct hash hash;

	hash_init(&hash);
	hash_add(&hash, file);
	hash_end(&hash, digest);
	for (int i = 0; i < 6; i++)
		out[i] = (char)('A' + digest[i] % 26);
	snprintf(out + 6, n - 6, "+%s", f->font->postscript_name);
}

static struct obj *
make_descriptor(struct font_files *set, const struct font *f, const char *name,
    struct str file)
{
	struct pdf *pdf = set->pdf;
	struct obj *d = obj_indirect(pdf, obj_dict(pdf));
	struct obj *box = obj_array(pdf), *data = obj_stream(pdf, file, true);
	double em = 1000.0 / f->upem;

	obj_put_int(data, "Length1", (long)file.n);
	obj_put_name(d, "Type", "FontDescriptor");
	obj_put_name(d, "FontName", name);
	obj_put_int(d, "Flags",
	    FLAG_SYMBOLIC | (f->fixed_pitch ? FLAG_FIXED : 0) |
		(f->serif ? FLAG_SERIF : 0) | (f->italic ? FLAG_ITALIC : 0));
	for (int i = 0; i < 4; i++)
		obj_push_int(box, (long)(f->bbox[i] * em));
	obj_put(d, "FontBBox", box);
	obj_put_real(d, "ItalicAngle", f->italic_angle / 10.0);
	obj_put_int(d, "Ascent", (long)(f->ascent * em));
	obj_put_int(d, "Descent", (long)(f->descent * em));
	obj_put_int(d, "CapHeight", (long)(f->cap_height * em));
	/* of the faces of a family, for viewers that imitate the font */
	obj_put_int(d, "StemV", 50 + 35 * (long)f->weight);
	obj_put(d, "FontFile2", data);
	return d;
}

static struct obj *
make_widths(struct font_files *set, const struct font_file *f)
{
	struct obj *w = obj_array(set->pdf), *run = NULL;

	for (uint32_t i = 1; i <= f->n; i++) {
		if ((i - 1) % WIDTHS == 0) {
			obj_push_int(w, i);
			run = obj_array(set->pdf);
			obj_push(w, run);
		}
		obj_push_real(run, f->cids[i].advance * 1000.0 / f->font->upem);
	}
	return w;
}

static struct obj *
make_gid_map(struct font_files *set, const struct font_file *f,
    const hb_map_t *new_glyphs)
{
	struct buf map = {0};
	struct obj *stream;

	buf_add(&map, "\0", 2);
	for (uint32_t i = 1; i <= f->n; i++) {
		uint32_t g = hb_map_get(new_glyphs, f->cids[i].glyph);

		buf_putc(&map, (char)(g >> 8));
		buf_putc(&map, (char)g);
	}
	stream = obj_stream(set->pdf, buf_view(&map), true);
	buf_free(&map);
	return stream;
}

static void
add_unicode(struct buf *out, struct str text)
{
	struct buf utf16 = {0};

	obj_utf16(&utf16, text);
	for (size_t i = 0; i < utf16.n; i++)
		buf_printf(out, "%02X", (unsigned char)utf16.p[i]);
	buf_free(&utf16);
}

static struct obj *
make_to_unicode(struct font_files *set, const struct font_file *f)
{
	struct buf m = {0};
	struct obj *stream;

	buf_puts(&m,
	    "/CIDInit /ProcSet findresource begin\n"
	    "12 dict begin\nbegincmap\n"
	    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS)"
	    " /Supplement 0>> def\n"
	    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
	    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
	for (uint32_t i = 1; i <= f->n; i++) {
		uint32_t left = f->n - i + 1;

		if ((i - 1) % BFCHARS == 0)
			buf_printf(&m, "%u beginbfchar\n",
			    left < BFCHARS ? left : BFCHARS);
		buf_printf(&m, "<%04X> <", i);
		add_unicode(&m, f->cids[i].text);
		buf_puts(&m, ">\n");
		if (i % BFCHARS == 0 || i == f->n)
			buf_puts(&m, "endbfchar\n");
	}
	buf_puts(&m, "endcmap\n"
		     "CMapName currentdict /CMap defineresource pop\n"
		     "end\nend\n");
	stream = obj_stream(set->pdf, buf_view(&m), true);
	buf_free(&m);
	return stream;
}

static struct obj *
make_cid_font(struct font_files *set, const struct font_file *f,
    const char *name, struct str file, const hb_map_t *new_glyphs)
{
	struct pdf *pdf = set->pdf;
	struct obj *d = obj_indirect(pdf, obj_dict(pdf)), *info = obj_dict(pdf);

	obj_put_name(d, "Type", "Font");
	obj_put_name(d, "Subtype", "CIDFontType2");
	obj_put_name(d, "BaseFont", name);
	obj_put_text(info, "Registry", "Adobe");
	obj_put_text(info, "Ordering", "Identity");
	obj_put_int(info, "Supplement", 0);
	obj_put(d, "CIDSystemInfo", info);
	obj_put(d, "FontDescriptor", make_descriptor(set, f->font, name, file));
	obj_put(d, "W", make_widths(set, f));
	obj_put(d, "CIDToGIDMap", make_gid_map(set, f, new_glyphs));
	return d;
}

static void
embed(struct font_files *set, const struct font_file *f, struct str file,
    const hb_map_t *new_glyphs)
{
	struct pdf *pdf = set->pdf;
	struct obj *type0 = obj_indirect(pdf, obj_dict(pdf));
	struct obj *descendants = obj_array(pdf);
	char name[7 + 100];

	subset_name(f, file, name, sizeof name);
	obj_put_name(type0, "Type", "Font");
	obj_put_name(type0, "Subtype", "Type0");
	obj_put_name(type0, "BaseFont", name);
	obj_put_name(type0, "Encoding", "Identity-H");
	obj_push(descendants, make_cid_font(set, f, name, file, new_glyphs));
	obj_put(type0, "DescendantFonts", descendants);
	obj_put(type0, "ToUnicode", make_to_unicode(set, f));
	obj_put(set->resources, f->name, type0);
}

/*
 * Does the font allow to embed a subset?  OS/2 fsType (OpenType 1.9): of the
 * low bits 2 alone forbids all; bits 8 and 9 forbid subsets and outlines.
 */
static bool
is_licensed(const struct font *f, unsigned *fs_type)
{
	hb_blob_t *os2 =
	    hb_face_reference_table(f->hb_face, HB_TAG('O', 'S', '/', '2'));
	unsigned n;
	const char *p = hb_blob_get_data(os2, &n);

	*fs_type =
	    n >= 10 ? (unsigned)((unsigned char)p[8] << 8 | (unsigned char)p[9])
		    : 0;
	hb_blob_destroy(os2);
	return (*fs_type & 0xF) != 2 && !(*fs_type & 0x300);
}

static bool
embed_subset(struct font_files *set, const struct font_file *f)
{
	hb_subset_plan_t *plan = NULL;
	hb_face_t *face;
	hb_blob_t *blob, *glyf = hb_face_reference_table(
			     f->font->hb_face, HB_TAG('g', 'l', 'y', 'f'));
	bool truetype = hb_blob_get_length(glyf) > 0;
	const char *data;
	unsigned n;

	hb_blob_destroy(glyf);
	if (!truetype || f->n >= CODES)
		return false;
	face = make_subset(f, &plan);
	if (face) {
		blob = hb_face_reference_blob(face);
		data = hb_blob_get_data(blob, &n);
		embed(set, f, (struct str){data, n},
		    hb_subset_plan_old_to_new_glyph_mapping(plan));
		hb_blob_destroy(blob);
		hb_face_destroy(face);
	}
	hb_subset_plan_destroy(plan);
	return face != NULL;
}

void
font_file_embed(struct font_files *set, struct sink *sink)
{
	unsigned fs_type;

	for (struct font_file *f = set->first; f; f = f->next) {
		struct place file = {.file = f->font->path};

		if (!is_licensed(f->font, &fs_type))
			diag(sink, DIAG_PDF_FONT_LICENCE, file,
			    f->font->postscript_name, fs_type);
		if (!embed_subset(set, f))
			diag(sink, DIAG_PDF_FONT, file,
			    f->font->postscript_name);
	}
}
