/* SPDX-License-Identifier: MIT */
/* tmpl/table_write.c - a data table as an extended pipe table */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/num.h"
#include "base/utf8.h"
#include "tmpl/table.h"

#define HEAT_STEPS 5

static void
put(struct table *b, const char *text, struct place at)
{
	out_value(b->t->out, str_from(text), at);
}

static void
new_line(struct table *b)
{
	out_lines(b->t->out, STR("\n"), b->at);
}

static struct str
cell_markup(struct table *b, const char *text)
{
	struct buf out = {0};

	escape_markup(&out, str_from(text), SPOT_CELL);
	return buf_take(&out, b->t->arena);
}

/* --- caption --- */

/* An attribute of the caption: text of the document, so Markdown. */
static void
put_attr(struct table *b, const char *key)
{
	const struct conf *c = conf_find(b->conf, key);
	struct buf out = {0};

	if (!c || c->kind != CONF_SCALAR)
		return;
	buf_printf(&out, " %s=", key);
	escape_text(&out, str_from(c->text), SPOT_ATTRIBUTE, false);
	out_value(b->t->out, buf_view(&out), c->at);
	buf_free(&out);
}

/* The key, with the words for the signs that the cells carry. */
static void
put_key(struct table *b)
{
	const struct conf *c = conf_find(b->conf, "key");
	const char *own = c && c->kind == CONF_SCALAR ? c->text : NULL;
	const char *key = table_old_key(b, own);
	struct buf out = {0};

	if (!key)
		return;
	buf_puts(&out, " key=");
	escape_text(&out, str_from(key), SPOT_ATTRIBUTE, false);
	out_value(b->t->out, buf_view(&out), own ? c->at : b->at);
	buf_free(&out);
}

/* Numbers of the grey columns, from 1. */
static void
put_muted(struct table *b)
{
	struct buf out = {0};
	size_t i;

	for (i = 0; i < b->ncolumns; i++)
		if (b->columns[i].muted)
			buf_printf(
			    &out, "%s%zu", out.n ? " " : " muted=\"", i + 1);
	if (out.n > 0) {
		buf_putc(&out, '"');
		out_value(b->t->out, buf_view(&out), b->at);
	}
	buf_free(&out);
}

static void
put_widths(struct table *b)
{
	struct buf out = {0};
	char text[NUM_TEXT];
	bool any = false;
	size_t i;

	for (i = 0; i < b->ncolumns; i++) {
		any |= b->columns[i].width > 0;
		if (b->columns[i].width > 0)
			num_shortest(b->columns[i].width, text);
		else
			strcpy(text, "*");
		buf_printf(&out, "%s%s", i ? " " : " widths=\"", text);
	}
	buf_putc(&out, '"');
	if (any)
		put(b, out.p, b->at);
	buf_free(&out);
}

static void
put_caption(struct table *b)
{
	static const char *const keys[] = {
	    "short", "subtitle", "source", "reading", "class", "span", "notes"};
	struct sink *sink = b->t->sink;
	const char *id = conf_str(b->conf, sink, "id", "");
	const struct conf *title = conf_find(b->conf, "title");
	size_t i;

	if (!*id && !title)
		return;
	put(b, ":", b->at);
	if (title && title->kind == CONF_SCALAR) {
		put(b, " ", title->at);
		put(b, title->text, title->at);
	}
	put(b, " {", b->at);
	if (*id) {
		put(b, "#", b->at);
		put(b, id, conf_find(b->conf, "id")->at);
	}
	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		put_attr(b, keys[i]);
	put_key(b);
	put_muted(b);
	put_widths(b);
	put(b, "}", b->at);
	new_line(b);
}

/* --- head --- */

/* The next byte that is no mark of a printed value. */
static const char *
next_word(const char *p)
{
	const char *q = p;

	while (*p && utf8_decode(&q, p + strlen(p)) >= TMPL_MARK_FIRST)
		p = q;
	return p;
}

/* Do two heads read the same?  Each printed value has a mark of its own. */
static bool
reads_same(const char *a, const char *b)
{
	for (;; a++, b++) {
		a = next_word(a);
		b = next_word(b);
		if (*a != *b)
			return false;
		if (!*a)
			return true;
	}
}

static void
put_over(struct table *b)
{
	bool any = false;
	size_t i;

	for (i = 0; i < b->ncolumns; i++)
		any |= *b->columns[i].over != '\0';
	if (!any)
		return;
	put(b, "|", b->at);
	for (i = 0; i < b->ncolumns; i++) {
		const struct column *col = &b->columns[i];

		if (i && *col->over &&
		    reads_same(col->over, b->columns[i - 1].over)) {
			put(b, "|", col->at);
			continue;
		}
		put(b, " ", col->at);
		out_value(b->t->out, cell_markup(b, col->over), col->at);
		put(b, " |", col->at);
	}
	new_line(b);
}

static void
put_head(struct table *b)
{
	size_t i;

	put(b, "|", b->at);
	for (i = 0; i < b->ncolumns; i++) {
		const struct column *col = &b->columns[i];

		put(b, " ", col->at);
		out_value(b->t->out, cell_markup(b, col->head), col->at);
		put(b, " |", col->at);
	}
	new_line(b);
}

/* Numbers stand on their decimal point, anything else at the left. */
static int
align_of(const struct table *b, size_t k)
{
	size_t i, numbers = 0, others = 0;

	if (b->columns[k].align >= 0)
		return b->columns[k].align;
	for (i = 0; i < b->nlines; i++) {
		const struct cell_text *c = &b->lines[i].cells[k];

		if (!isnan(c->number))
			numbers++;
		else if (c->kind != VALUE_MISSING && c->kind != VALUE_OBS)
			others++;
	}
	return numbers && !others ? 3 : 0;
}

static void
put_delimiter(struct table *b)
{
	static const char *const marks[] = {":--|", "--:|", ":-:|", "--.|"};
	size_t k;

	put(b, "|", b->at);
	for (k = 0; k < b->ncolumns; k++)
		put(b, marks[align_of(b, k)], b->columns[k].at);
	new_line(b);
}

/* --- rows --- */

/*
 * The step of a value in its column: quintiles of its rank, light is good
 * where the indicator has a better direction, else low.  Equal values share a
 * step.
 */
static int
heat_step(const struct table *b, size_t k, const struct cell_text *cell)
{
	size_t i, below = 0, n = 0;
	int step;

	for (i = 0; i < b->nlines; i++) {
		double x = b->lines[i].cells[k].number;

		n += !isnan(x);
		below += x < cell->number;
	}
	step = 1 + (int)(below * HEAT_STEPS / n);
	if (b->columns[k].heat == HEAT_HIGH ||
	    (b->columns[k].heat == HEAT_BY_INDICATOR &&
		cell->better == BETTER_HIGHER))
		step = HEAT_STEPS + 1 - step;
	return step;
}

static void
put_cell(struct table *b, const struct line *line, size_t k)
{
	const struct cell_text *cell = &line->cells[k];
	const struct column *col = &b->columns[k];
	bool heat = col->heat && !isnan(cell->number);
	bool subject = line->subject && k == 0;

	put(b, heat || subject ? " [" : " ", col->at);
	out_value(b->t->out, cell->text, col->at);
	if (heat)
		put(b,
		    arena_printf(
			b->t->arena, "]{.heat step=%d}", heat_step(b, k, cell)),
		    col->at);
	if (subject && !heat)
		put(b, "]{.subject}", col->at);
	put(b, cell->text.n || heat ? " |" : "|", col->at);
}

static void
put_total(struct table *b)
{
	size_t k;

	put(b, "|", b->at);
	for (k = 0; k < b->ncolumns; k++) {
		const struct column *col = &b->columns[k];

		put(b, k ? " " : " [", col->at);
		out_value(b->t->out, b->total.cells[k].text, col->at);
		put(b, k ? " |" : "]{.total} |", col->at);
	}
	new_line(b);
}

static void
put_group(struct table *b, struct str group)
{
	put(b, "|= ", b->group->at);
	out_value(b->t->out, group, b->group->at);
	put(b, " |", b->group->at);
	new_line(b);
}

static void
put_empty(struct table *b)
{
	const struct conf *c = conf_find(b->conf, "empty");
	const char *id = conf_str(b->conf, b->t->sink, "id", NULL);

	if (!c || c->kind != CONF_SCALAR) {
		diag(b->t->sink, DIAG_TMPL_TABLE_EMPTY, b->at,
		    id ? id : "table");
		return;
	}
	put(b,
	    id ? arena_printf(b->t->arena, "::: {#%s .left-out}", id)
	       : "::: {.left-out}",
	    b->at);
	new_line(b);
	put(b, c->text, c->at);
	new_line(b);
	put(b, ":::", b->at);
	new_line(b);
}

void
table_write(struct table *b)
{
	size_t i, k;

	b->t->out->region = OUT_PROSE;
	new_line(b);
	if (b->nlines == 0) {
		put_empty(b);
		new_line(b);
		return;
	}
	put_caption(b);
	put_over(b);
	put_head(b);
	put_delimiter(b);
	for (i = 0; i < b->nlines; i++) {
		const struct line *line = &b->lines[i];

		if (b->group && line->group.n > 0 &&
		    (i == 0 || line->first != line[-1].first))
			put_group(b, line->group);
		put(b, "|", b->at);
		for (k = 0; k < b->ncolumns; k++)
			if (table_merges(b, i, k))
				put(b, " ^^ |", b->columns[k].at);
			else
				put_cell(b, line, k);
		new_line(b);
	}
	if (b->total.cells)
		put_total(b);
	new_line(b);
}
