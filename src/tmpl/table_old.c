/* SPDX-License-Identifier: MIT */
/*
 * tmpl/table_old.c - old values of a data table carry a dagger
 *
 * Old is what ended more than ten years before the edition (HOUSE-STYLE
 * section 9): the year is bold, and the key under the table explains the sign.
 */
#include "base/arena.h"
#include "base/conf.h"
#include "tmpl/form.h"
#include "tmpl/table.h"

#define OLD_YEARS 10

/* The one observation that a cell prints, or a number that it alone gives;
 * NULL for anything else. */
static const struct obs *
only_obs(struct table *b, const struct value *cell)
{
	const struct value *v = cell;
	const struct obs *const *all;

	if (v->kind == VALUE_TEXT && v->n == 1 && v->pieces[0].of)
		v = v->pieces[0].of;
	if (v->kind == VALUE_OBS)
		return v->obs;
	if (v->kind != VALUE_NUMBER || !v->deriv ||
	    deriv_obs(b->t->arena, v->deriv, &all) != 1)
		return NULL;
	return all[0];
}

static int
first_recent(const struct table *b)
{
	return b->t->env.edition_year - OLD_YEARS;
}

struct str
table_old_mark(struct table *b, const struct value *v, struct str text)
{
	const struct obs *o = only_obs(b, v);

	if (!o || o->period.to.year == 0 ||
	    o->period.to.year >= first_recent(b))
		return text;
	b->old = true;
	return str_from(arena_printf(b->t->arena,
	    v->kind == VALUE_NUMBER && v->plain ? "**" STR_FMT "†**"
						: STR_FMT "†",
	    STR_ARG(text)));
}

/* What stands under the table: the author's key and the dagger's. */
const char *
table_old_key(struct table *b, const char *key)
{
	struct buf out = {0};
	char year[16];

	if (!b->old)
		return key;
	snprintf(year, sizeof year, "%d", first_recent(b));
	buf_printf(&out, "%s%s", key ? key : "", key && *key ? " · " : "");
	form_fill(&out, form_word(b->t, "label.old_value"), "year", year,
	    (char *)NULL);
	return buf_take(&out, b->t->arena).p;
}
