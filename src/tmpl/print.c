/* SPDX-License-Identifier: MIT */
/* tmpl/print.c - a value into the output, with its number mark */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/num.h"
#include "tmpl/engine.h"

/* The character in front of a printed value. */
static uint32_t
mark_of(int index)
{
	if ((unsigned)index < TMPL_MARK_COUNT)
		return TMPL_MARK_FIRST + (uint32_t)index;
	return 0x100000u + (uint32_t)index - TMPL_MARK_COUNT;
}

static void
piece(struct tmpl *t, const struct piece *p, struct place at, enum spot spot,
    bool start, struct buf *out)
{
	bool marked = p->of && spot <= SPOT_CELL;
	int index = marked ? engine_number(t, p, at) : -1;

	if (escape_forbidden(p->text) < p->text.n) {
		diag(t->sink, DIAG_TMPL_PRIVATE, at, "this value");
		return;
	}
	if (index >= 0)
		buf_utf8(out, mark_of(index));
	if (p->markup && spot != SPOT_CODE)
		escape_markup(out, p->text, spot);
	else
		escape_text(out, p->text, spot, start);
	if (index >= 0)
		buf_utf8(out, TMPL_MARK_END);
}

/* The pieces of a text for an attribute value or a link: one word. */
static void
pieces(struct tmpl *t, const struct value *v, struct place at, enum spot spot,
    bool start, struct buf *out)
{
	size_t i;

	if (spot == SPOT_ATTRIBUTE)
		buf_putc(out, '"');
	for (i = 0; i < v->n; i++)
		piece(t, &v->pieces[i], at,
		    spot == SPOT_ATTRIBUTE ? SPOT_QUOTED : spot,
		    start && i == 0, out);
	if (spot == SPOT_ATTRIBUTE)
		buf_putc(out, '"');
}

static void
placeholder(
    struct tmpl *t, const struct value *v, enum spot spot, struct buf *out)
{
	const char *text = arena_printf(t->arena, "⟦missing: %s⟧",
	    v->kind == VALUE_MISSING ? value_subject(t->arena, v) : "error");

	escape_text(out, str_from(text), spot, false);
}

/* In an attribute a code, area or record stands for itself. */
static struct value
as_key(struct tmpl *t, const struct value *v)
{
	switch (v->kind) {
	case VALUE_CODE:
		return value_text(t->arena, str_from(v->text));
	case VALUE_AREA:
		return value_text(t->arena, str_from(v->area->id));
	case VALUE_RECORD:
		return value_text(t->arena, str_from(v->record->key));
	default:
		return *v;
	}
}

void
print_markdown(struct tmpl *t, const struct value *value, struct place at,
    enum spot spot, bool start, struct buf *out)
{
	bool key = spot == SPOT_ATTRIBUTE || spot == SPOT_ID;
	struct value v = key ? as_key(t, value) : *value;

	v = form_default(t, &v, at);
	if (v.kind == VALUE_TEXT) {
		pieces(t, &v, at, spot, start, out);
		return;
	}
	/* an attribute that the data leave empty is empty */
	if (v.kind == VALUE_MISSING && v.truth && spot == SPOT_ATTRIBUTE) {
		buf_puts(out, "\"\"");
		return;
	}
	if (v.kind == VALUE_MISSING) {
		t->met_missing = true;
		if (!t->quiet)
			diag(t->sink,
			    t->env.draft ? DIAG_TMPL_MISSING_DRAFT
					 : DIAG_TMPL_MISSING,
			    at, value_subject(t->arena, &v),
			    absence_name(v.why));
	}
	if (t->env.draft)
		placeholder(t, &v, spot, out);
}

/* A bare number that is all of a YAML scalar: a setting, not text. */
static bool
is_setting(const struct tmpl *t, const struct value *v, bool alone)
{
	return alone && v->kind == VALUE_NUMBER && isfinite(v->number) &&
	       out_scalar_is_empty(t->out);
}

void
print_value(struct tmpl *t, const struct value *v, struct place at, bool alone)
{
	struct buf b = {0};
	char text[NUM_TEXT];

	if (!out_is_yaml(t->out)) {
		print_markdown(
		    t, v, at, out_spot(t->out), out_begins(t->out), &b);
	} else if (is_setting(t, v, alone)) {
		num_shortest(v->number, text);
		buf_puts(&b, text);
	} else {
		print_markdown(
		    t, v, at, SPOT_PROSE, out_scalar_is_empty(t->out), &b);
	}
	out_value(t->out, buf_view(&b), at);
	buf_free(&b);
}
