/* SPDX-License-Identifier: MIT */
/* app/attach.c - the files that go into the PDF with the report */
#include "app/attach.h"

#include <string.h>

#include "app/hooks.h"
#include "app/opts.h"
#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "pdf/pdf.h"

static const struct node *
plot_of(const struct node *figure)
{
	const struct node *n;

	for (n = figure->first; n; n = n->next)
		if (n->kind == NODE_PLOT)
			return n;
	return NULL;
}

/* What the file was made with and from. */
static struct str
build_record(struct hooks *h)
{
	const struct job *j = h->job;
	struct buf b = {0};

	buf_printf(&b,
	    "{\n \"program\": \"sitan %s\",\n \"report\": \"%s\",\n"
	    " \"subject\": \"%s\",\n \"edition\": \"%s\",\n"
	    " \"language\": \"%s\"\n}\n",
	    SITAN_VERSION, j->report->name, j->subject->id, j->edition->id,
	    j->kit->lang);
	return buf_take(&b, h->arena);
}

size_t
attach_all(struct hooks *h, const struct pdf_attachment **out)
{
	VEC(struct pdf_attachment) all = {0};
	const struct node *n, *plot;

	for (n = h->doc->root; n; n = node_next(n, h->doc->root)) {
		if (n->kind != NODE_FIGURE || n->number == 0)
			continue;
		plot = plot_of(n);
		if (!plot || !plot->data)
			continue;
		VEC_PUSH(h->arena, &all,
		    (struct pdf_attachment){
			.name = arena_printf(
			    h->arena, "%s.csv", n->id ? n->id : "figure"),
			.mime = "text/csv",
			.relationship = "Data",
			.description = arena_printf(
			    h->arena, "Data of Figure %d", n->number),
			.bytes = chart_csv(h->arena, plot->data),
			.node = n});
	}
	VEC_PUSH(h->arena, &all,
	    (struct pdf_attachment){.name = "build.json",
		.mime = "application/json",
		.relationship = "Supplement",
		.description = "Program and report that made this file",
		.bytes = build_record(h)});
	*out = all.v;
	return all.n;
}
