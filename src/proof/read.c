/* SPDX-License-Identifier: MIT */
/* proof/read.c - a finished PDF read back */
#include "proof/read.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "base/vec.h"
#include "proof/content.h"

#define DEPTH 16 /* of name trees and of forms in forms */

/* A font's codes as text. */
struct codes {
	struct arena *arena;
	struct str *texts; /* 65,536 of them; n 0: unknown */
};

struct sequence {
	struct str text, actual;
	bool has_actual;
};

struct page_text {
	bool read;
	VEC(struct sequence) sequences; /* by MCID */
};

struct finished {
	struct arena *arena;
	struct sink *sink;
	const char *path;
	qpdf_data q;
	struct page_text *pages;
	size_t npages;
	struct map *fonts; /* object number -> struct codes */
	VEC(const char *) names;
	VEC(struct str) files;
};

static bool
refuse(struct finished *f, const char *why)
{
	diag(f->sink, DIAG_PROOF_FILE, (struct place){f->path, 0, 0}, why);
	return false;
}

static bool
has_error(struct finished *f)
{
	if (!qpdf_has_error(f->q))
		return false;
	refuse(f, qpdf_get_error_message_detail(f->q, qpdf_get_error(f->q)));
	return true;
}

/* The data of a stream, unpacked, in the arena; "" after a message where it is
 * damaged. */
static struct str
stream_data(struct finished *f, qpdf_oh stream)
{
	unsigned char *bytes = NULL;
	size_t n = 0;
	QPDF_BOOL unpacked = QPDF_FALSE;
	struct str s = {"", 0};

	if (qpdf_oh_is_stream(f->q, stream) &&
	    qpdf_oh_get_stream_data(f->q, stream, qpdf_dl_specialized,
		&unpacked, &bytes, &n) == QPDF_SUCCESS &&
	    bytes)
		s = (struct str){
		    arena_strndup(f->arena, (const char *)bytes, n), n};
	has_error(f);
	free(bytes);
	return s;
}

/* --- attachments --- */

static void
add_file(struct finished *f, const char *name, qpdf_oh spec)
{
	qpdf_oh ef = qpdf_oh_get_key(f->q, spec, "/EF");
	qpdf_oh stream = qpdf_oh_get_key_if_dict(f->q, ef, "/F");

	VEC_PUSH(f->arena, &f->names, name);
	VEC_PUSH(f->arena, &f->files, stream_data(f, stream));
}

static void
read_names(struct finished *f, qpdf_oh tree, int depth)
{
	qpdf_oh names = qpdf_oh_get_key_if_dict(f->q, tree, "/Names");
	qpdf_oh kids = qpdf_oh_get_key_if_dict(f->q, tree, "/Kids");
	int i, n;

	if (depth == 0)
		return;
	n = qpdf_oh_is_array(f->q, kids) ? qpdf_oh_get_array_n_items(f->q, kids)
					 : 0;
	for (i = 0; i < n; i++)
		read_names(f, qpdf_oh_get_array_item(f->q, kids, i), depth - 1);
	n = qpdf_oh_is_array(f->q, names)
		? qpdf_oh_get_array_n_items(f->q, names)
		: 0;
	for (i = 0; i + 1 < n; i += 2) {
		qpdf_oh name = qpdf_oh_get_array_item(f->q, names, i);

		add_file(f,
		    arena_strdup(f->arena, qpdf_oh_get_utf8_value(f->q, name)),
		    qpdf_oh_get_array_item(f->q, names, i + 1));
	}
}

bool
finished_attachment(struct finished *f, const char *name, struct str *out)
{
	size_t i;

	for (i = 0; i < f->names.n; i++)
		if (strcmp(f->names.v[i], name) == 0) {
			*out = f->files.v[i];
			return true;
		}
	return false;
}

size_t
finished_names(struct finished *f, const char *const **names)
{
	*names = f->names.v;
	return f->names.n;
}

/* --- text --- */

static void
take_code(void *ctx, unsigned code, struct str utf8)
{
	struct codes *c = ctx;

	c->texts[code] = (struct str){str_dup(c->arena, utf8), utf8.n};
}

static struct codes *
read_font(struct finished *f, qpdf_oh font)
{
	int id = qpdf_oh_get_object_id(f->q, font);
	struct str key = {(const char *)&id, sizeof id};
	struct codes *c = id ? map_find(f->fonts, key) : NULL;

	if (c)
		return c;
	c = ARENA_NEW(f->arena, struct codes);
	c->arena = f->arena;
	c->texts = ARENA_ARRAY(f->arena, struct str, 65536);
	content_cmap(
	    stream_data(f, qpdf_oh_get_key_if_dict(f->q, font, "/ToUnicode")),
	    take_code, c);
	if (id)
		map_put(f->fonts, key, c);
	return c;
}

/* A sequence being read. */
struct text {
	struct buf shown, actual;
	bool has_actual;
};

/* One content stream being read. */
struct reading {
	struct finished *file;
	qpdf_oh resources;
	const struct codes *font;
	long stack[DEPTH]; /* sequences open, -1 for artifacts */
	int open;
	struct text *texts; /* by MCID */
	size_t ntexts;
	int depth; /* of forms */
};

static long
current(const struct reading *r)
{
	return r->open > 0 && r->open <= DEPTH ? r->stack[r->open - 1] : -1;
}

static void
on_begin(void *ctx, long mcid, struct str actual)
{
	struct reading *r = ctx;

	if (mcid < 0 || mcid > 1000000)
		mcid = -1;
	if (r->open < DEPTH)
		r->stack[r->open] = mcid;
	r->open++;
	while (mcid >= 0 && (size_t)mcid >= r->ntexts) {
		size_t n = r->ntexts ? r->ntexts * 2 : 64;

		r->texts = xrealloc(r->texts, n * sizeof *r->texts);
		memset(r->texts + r->ntexts, 0,
		    (n - r->ntexts) * sizeof *r->texts);
		r->ntexts = n;
	}
	if (mcid >= 0 && actual.n) {
		buf_str(&r->texts[mcid].actual, actual);
		r->texts[mcid].has_actual = true;
	}
}

static void
on_end(void *ctx)
{
	struct reading *r = ctx;

	r->open -= r->open > 0;
}

static qpdf_oh
resource(struct reading *r, const char *kind, const char *name)
{
	qpdf_data q = r->file->q;
	struct buf key = {0};
	qpdf_oh found;

	buf_printf(&key, "/%s", name);
	found = qpdf_oh_get_key_if_dict(
	    q, qpdf_oh_get_key_if_dict(q, r->resources, kind), key.p);
	buf_free(&key);
	return found;
}

static void
on_font(void *ctx, const char *name)
{
	struct reading *r = ctx;
	qpdf_oh font = resource(r, "/Font", name);

	r->font = qpdf_oh_is_dictionary(r->file->q, font)
		      ? read_font(r->file, font)
		      : NULL;
}

static void
on_show(void *ctx, struct str codes)
{
	struct reading *r = ctx;
	long mcid = current(r);
	size_t i;

	if (mcid < 0 || !r->font)
		return;
	for (i = 0; i + 1 < codes.n; i += 2) {
		unsigned code = (unsigned)(unsigned char)codes.p[i] << 8 |
				(unsigned char)codes.p[i + 1];

		buf_str(&r->texts[mcid].shown, r->font->texts[code]);
	}
}

static const struct content_user user;

static void
read_content(struct reading *r, struct str content)
{
	struct content_user u = user;

	u.ctx = r;
	content_read(content, &u);
}

static void
on_paint(void *ctx, const char *name)
{
	struct reading *r = ctx;
	qpdf_data q = r->file->q;
	qpdf_oh form = resource(r, "/XObject", name), dict;
	qpdf_oh outer = r->resources;

	if (!qpdf_oh_is_stream(q, form) || r->depth >= DEPTH || current(r) < 0)
		return;
	dict = qpdf_oh_get_dict(q, form);
	if (strcmp(qpdf_oh_get_name(q, qpdf_oh_get_key(q, dict, "/Subtype")),
		"/Form") != 0)
		return;
	r->resources = qpdf_oh_get_key(q, dict, "/Resources");
	r->depth++;
	read_content(r, stream_data(r->file, form));
	r->depth--;
	r->resources = outer;
}

static const struct content_user user = {.begin = on_begin,
    .end = on_end,
    .font = on_font,
    .show = on_show,
    .paint = on_paint};

static void
read_page(struct finished *f, size_t i)
{
	struct page_text *page = &f->pages[i];
	struct reading r = {.file = f};
	qpdf_oh oh = qpdf_get_page_n(f->q, i);
	unsigned char *bytes = NULL;
	size_t n = 0, k;

	page->read = true;
	r.resources = qpdf_oh_get_key(f->q, oh, "/Resources");
	if (qpdf_oh_get_page_content_data(f->q, oh, &bytes, &n) == QPDF_SUCCESS)
		read_content(&r, (struct str){(const char *)bytes, n});
	free(bytes);
	for (k = 0; k < r.ntexts; k++) {
		struct text *t = &r.texts[k];

		VEC_PUSH(f->arena, &page->sequences,
		    (struct sequence){buf_take(&t->shown, f->arena),
			buf_take(&t->actual, f->arena), t->has_actual});
	}
	free(r.texts);
}

size_t
finished_sequences(struct finished *f, long page)
{
	if (page < 1 || (size_t)page > f->npages)
		return 0;
	if (!f->pages[page - 1].read)
		read_page(f, (size_t)page - 1);
	return f->pages[page - 1].sequences.n;
}

static const struct sequence *
sequence_at(struct finished *f, long page, long mcid)
{
	if (mcid < 0 || (size_t)mcid >= finished_sequences(f, page))
		return NULL;
	return &f->pages[page - 1].sequences.v[mcid];
}

struct str
finished_text(struct finished *f, long page, long mcid)
{
	const struct sequence *s = sequence_at(f, page, mcid);

	return s ? s->text : STR("");
}

bool
finished_actual(struct finished *f, long page, long mcid, struct str *text)
{
	const struct sequence *s = sequence_at(f, page, mcid);

	if (!s || !s->has_actual)
		return false;
	*text = s->actual;
	return true;
}

/* The value of a key in a number tree. */
static qpdf_oh
number_find(qpdf_data q, qpdf_oh tree, long key, int depth)
{
	qpdf_oh nums = qpdf_oh_get_key_if_dict(q, tree, "/Nums");
	qpdf_oh kids = qpdf_oh_get_key_if_dict(q, tree, "/Kids"), found;
	int i, n = qpdf_oh_is_array(q, nums)
		       ? qpdf_oh_get_array_n_items(q, nums)
		       : 0;

	for (i = 0; i + 1 < n; i += 2)
		if (qpdf_oh_get_int_value(
			q, qpdf_oh_get_array_item(q, nums, i)) == key)
			return qpdf_oh_get_array_item(q, nums, i + 1);
	n = depth && qpdf_oh_is_array(q, kids)
		? qpdf_oh_get_array_n_items(q, kids)
		: 0;
	for (i = 0; i < n; i++) {
		found = number_find(
		    q, qpdf_oh_get_array_item(q, kids, i), key, depth - 1);
		if (!qpdf_oh_is_null(q, found))
			return found;
	}
	return qpdf_oh_new_null(q);
}

struct str
finished_alt(struct finished *f, long page, long mcid)
{
	qpdf_data q = f->q;
	qpdf_oh at, elems, alt;
	const char *text;

	if (page < 1 || (size_t)page > f->npages || mcid < 0)
		return STR("");
	at = qpdf_oh_get_key_if_dict(
	    q, qpdf_get_page_n(q, (size_t)page - 1), "/StructParents");
	if (!qpdf_oh_is_integer(q, at))
		return STR("");
	elems = qpdf_oh_get_key_if_dict(q, qpdf_get_root(q), "/StructTreeRoot");
	elems = number_find(q, qpdf_oh_get_key_if_dict(q, elems, "/ParentTree"),
	    (long)qpdf_oh_get_int_value(q, at), DEPTH);
	if (!qpdf_oh_is_array(q, elems) ||
	    mcid >= qpdf_oh_get_array_n_items(q, elems))
		return STR("");
	alt = qpdf_oh_get_key_if_dict(
	    q, qpdf_oh_get_array_item(q, elems, (int)mcid), "/Alt");
	if (!qpdf_oh_is_string(q, alt))
		return STR("");
	text = qpdf_oh_get_utf8_value(q, alt);
	return str_from(arena_strdup(f->arena, text));
}

size_t
finished_pages(const struct finished *f)
{
	return f->npages;
}

/* --- the file --- */

struct finished *
finished_open(struct arena *a, struct sink *sink, const char *path)
{
	struct finished *f = ARENA_NEW(a, struct finished);
	qpdf_oh names;
	struct str bytes;
	int n;

	f->arena = a;
	f->sink = sink;
	f->path = arena_strdup(a, path);
	f->fonts = map_new(a);
	if (!file_read(a, sink, path, (struct place){0}, &bytes))
		return NULL;
	f->q = qpdf_init();
	qpdf_silence_errors(f->q);
	qpdf_set_suppress_warnings(f->q, QPDF_TRUE);
	qpdf_read_memory(f->q, path, bytes.p, bytes.n, NULL);
	if (has_error(f)) {
		finished_close(f);
		return NULL;
	}
	n = qpdf_get_num_pages(f->q);
	if (has_error(f)) {
		finished_close(f);
		return NULL;
	}
	f->npages = (size_t)n;
	f->pages = ARENA_ARRAY(a, struct page_text, f->npages);
	names = qpdf_oh_get_key_if_dict(f->q, qpdf_get_root(f->q), "/Names");
	read_names(
	    f, qpdf_oh_get_key_if_dict(f->q, names, "/EmbeddedFiles"), DEPTH);
	return f;
}

void
finished_close(struct finished *f)
{
	qpdf_cleanup(&f->q);
}
