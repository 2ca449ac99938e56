/* SPDX-License-Identifier: MIT */
/*
 * layout/imprint.c - the imprint
 *
 * A title block at the top and rows of label and text that end at the foot of
 * the type area; the last one, of class "last", stands under a heavy rule
 * (HOUSE-STYLE section 7).  The label is the attribute of its div; as all that
 * is drawn needs a leaf, it becomes the div's first paragraph.
 */
#include "base/arena.h"
#include "base/vec.h"
#include "layout/front.h"

#define LABEL_CLASS "field-label"
#define RULE        PT(0.5)
#define HEAVY_RULE  PT(0.75)

struct field {
	struct vlist label, text;
	mpt above;  /* space above its rule */
	mpt height; /* with rule and padding */
	bool last;
};

struct imprint {
	struct setter *s;
	struct page *page;
	mpt label_width, text_left, text_width;
	mpt pad_above, pad_below;
	VEC(struct field) fields;
};

/* The label as a paragraph; made once, as parts may be set again. */
static const struct node *
label_of(struct setter *s, const struct node *div)
{
	const char *text = node_attr(div, "label");
	struct node *first = div->first, *p;

	if (first && node_has_class(first, LABEL_CLASS))
		return first;
	if (!text[0] || !first)
		return NULL;
	p = node_new(s->doc, NODE_PARA, div->at);
	p->classes = LABEL_CLASS;
	node_text(s->doc, p, str_from(text));
	node_insert_before(first, p);
	return p;
}

static void
add_field(struct imprint *m, const struct node *div)
{
	struct setter *s = m->s;
	const struct node *label = label_of(s, div);
	struct para_options left = {.width = m->label_width};
	struct para_options right = {.width = m->text_width};
	struct field f = {.label.arena = s->arena, .text.arena = s->arena};
	struct flow flow = {0};
	struct block_style style = {
	    .width = m->text_width, .body = ROLE_IMPRINT_TEXT};
	const struct node *k;
	mpt a, b;

	f.last = node_has_class(div, "last");
	f.above = f.last ? front_measure(s, "imprint.disclaimer", 19) : 0;
	if (label)
		para_set(s->env, &f.label, label, ROLE_IMPRINT_LABEL, &left);
	for (k = label ? label->next : div->first; k; k = k->next) {
		if (k->kind == NODE_PARA) {
			para_set(s->env, &f.text, k, ROLE_IMPRINT_TEXT, &right);
			continue;
		}
		flow.body.arena = s->arena;
		flow.body.n = 0;
		front_block(s, &flow, k, &style);
		for (size_t i = 0; i < flow.body.n; i++)
			vlist_add(&f.text, flow.body.v[i]);
	}
	a = vlist_height(&f.label);
	b = vlist_height(&f.text);
	f.height = m->pad_above + (a > b ? a : b) + m->pad_below;
	VEC_PUSH(s->arena, &m->fields, f);
}

/* "Cambodia", title and series. */
static mpt
place_title(struct imprint *m)
{
	struct setter *s = m->s;
	const struct style *st = s->style;
	struct para_options o = {.width = front_width(s)};
	const struct node *n;
	mpt y = st->top;

	for (n = front_first(s->part); n; n = front_next(n, s->part)) {
		struct vlist l = {.arena = s->arena};
		enum role role =
		    n->kind == NODE_HEADING ? ROLE_H2 : ROLE_IMPRINT_TEXT;

		if (node_has_class(n, "field"))
			continue;
		o.has_colour = n->kind != NODE_HEADING;
		o.colour = st->grey700;
		if (n->kind == NODE_HEADING)
			page_add(s->pages, m->page, dest_item(n, st->left, y));
		front_paras(s, &l, n, role, &o);
		front_lines(s, m->page, &l, st->left, &y);
	}
	return y;
}

static void
place_field(struct imprint *m, const struct field *f, mpt y)
{
	struct setter *s = m->s;
	const struct style *st = s->style;
	mpt width = m->text_left + m->text_width, top = y + m->pad_above;

	front_rule(s, m->page, st->left, y, width, f->last ? HEAVY_RULE : RULE,
	    f->last ? st->petrol900 : st->grey200);
	front_lines(s, m->page, &f->label, st->left, &top);
	top = y + m->pad_above;
	front_lines(s, m->page, &f->text, st->left + m->text_left, &top);
}

void
set_imprint(struct setter *s)
{
	const struct style *st = s->style;
	struct imprint m = {.s = s, .page = page_new(s, FURNITURE_NONE)};
	const struct node *n;
	mpt y, all = 0, foot = front_foot(s);
	size_t i;

	m.label_width = style_span(
	    st, (int)(front_measure(s, "imprint.label_span", 3) / 1000));
	m.text_left = m.label_width + st->gutter;
	m.text_width = front_measure(s, "imprint.text_width", 281.5);
	m.pad_above = front_measure(s, "imprint.above", 6);
	m.pad_below = front_measure(s, "imprint.below", 6.5);
	for (n = front_first(s->part); n; n = front_next(n, s->part))
		if (node_has_class(n, "field"))
			add_field(&m, n);
	y = place_title(&m) + st->grid;
	for (i = 0; i < m.fields.n; i++)
		all += m.fields.v[i].above + m.fields.v[i].height;
	/* the last row's padding may hang below the type area */
	if (foot + m.pad_below - all > y)
		y = foot + m.pad_below - all;
	for (i = 0; i < m.fields.n; i++) {
		const struct field *f = &m.fields.v[i];

		y += f->above;
		if (y + f->height - m.pad_below > foot) {
			m.page = page_new(s, FURNITURE_FOLIO);
			y = st->top;
		}
		place_field(&m, f, y);
		y += f->height;
	}
}
