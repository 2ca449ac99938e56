/* SPDX-License-Identifier: MIT */
/*
 * pdf/form.c - plots as form XObjects
 *
 * Behind the operators of the drawing stand its texts.  The form has no marked
 * content of its own: it is painted as the one content of its Figure.
 */
#include "pdf/form.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "pdf/font_file.h"
#include "pdf/obj.h"
#include "pdf/ops.h"

struct forms {
	struct arena *arena;
	struct pdf *pdf;
	const struct pdf_input *in;
	struct font_files *fonts;
	const struct pdf_form **by_leaf; /* by node->index */
	int count;
};

struct forms *
forms_open(struct arena *a, struct pdf *pdf, const struct pdf_input *in,
    struct font_files *fonts)
{
	struct forms *f = ARENA_NEW(a, struct forms);

	*f = (struct forms){.arena = a, .pdf = pdf, .in = in, .fonts = fonts};
	f->by_leaf = ARENA_ARRAY(a, const struct pdf_form *, in->doc->count);
	for (size_t i = 0; i < in->nforms; i++)
		f->by_leaf[in->forms[i].leaf->index] = &in->forms[i];
	return f;
}

/* The drawing's runs, and where its values stand among their characters. */
static void
write_runs(struct forms *f, const struct chart_drawing *d, struct buf *out,
    struct form *form)
{
	struct ops ops = ops_begin(out, f->fonts, d->height);
	VEC(struct pdf_place) places = {0};
	size_t start = 0;

	ops.in_mark = true;
	for (size_t i = 0; i < d->nruns; i++) {
		const struct chart_run *r = &d->runs[i];
		struct ops_cursor at = ops_cursor(r->run, r->x);
		struct pdf_place p = {.value = r->value, .start = start};

		ops_text_begin(&ops);
		p.length = ops_show(&ops, r->run, &at, r->run->nglyphs, r->y);
		start += p.length;
		if (r->value >= 0)
			VEC_PUSH(f->arena, &places, p);
	}
	ops_text_end(&ops);
	form->places = places.v;
	form->nplaces = places.n;
}

struct form
form_make(struct forms *f, const struct node *leaf)
{
	const struct pdf_form *drawn = f->by_leaf[leaf->index];
	const struct chart_drawing *d;
	struct form form = {0};
	struct buf out = {0};
	struct obj *resources;

	if (!drawn)
		return form;
	d = &drawn->drawing;
	buf_str(&out, d->content);
	write_runs(f, d, &out, &form);
	form.obj = obj_stream(f->pdf, buf_view(&out), true);
	buf_free(&out);
	resources = obj_dict(f->pdf);
	obj_put(resources, "Font", font_file_resources(f->fonts));
	obj_put_name(form.obj, "Type", "XObject");
	obj_put_name(form.obj, "Subtype", "Form");
	obj_put(form.obj, "BBox", obj_box(f->pdf, 0, 0, d->width, d->height));
	obj_put(form.obj, "Resources", resources);
	snprintf(form.name, sizeof form.name, "Fm%d", f->count++);
	form.width = d->width;
	form.height = d->height;
	return form;
}
