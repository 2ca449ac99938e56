/* SPDX-License-Identifier: MIT */
/*
 * tmpl/who_func.c - who of several areas has a verdict, as the words of a
 * sentence: "only the Philippines", "none of the nine countries"
 *
 * "All", "none" and "only" are said of all areas only if every one of them has
 * a verdict; else of those with data, and the words say so.
 */
#include <string.h>

#include "base/arena.h"
#include "base/locale.h"
#include "tmpl/func.h"

/* Fewer areas than this are named instead of "all but". */
#define BUT_LEAST 4

/* The areas by their verdict. */
struct vector {
	struct value *is, *is_not, *unknown;
	size_t nis, nis_not, nunknown;
	const struct obs **used;
};

/* Is one of the states in argument 1 that of the verdict? -1: reported. */
static int
has_state(struct call *c, const struct value *o)
{
	const struct value *states = &c->args[1];
	const char *one;

	if (states->kind != VALUE_LIST)
		return func_text(c, 1, &one)
			   ? cond_test(c->t, o, one, c->arg_at[1])
			   : -1;
	for (size_t i = 0; i < states->n; i++) {
		one = str_dup(
		    c->t->arena, value_plain(c->t->arena, &states->items[i]));
		switch (cond_test(c->t, o, one, c->arg_at[1])) {
		case 0:
			break;
		case 1:
			return 1;
		default:
			return -1;
		}
	}
	return 0;
}

static bool
sort_out(struct call *c, const struct area **areas, size_t n, struct vector *r)
{
	struct arena *a = c->t->arena;

	*r = (struct vector){.is = ARENA_ARRAY(a, struct value, n),
	    .is_not = ARENA_ARRAY(a, struct value, n),
	    .unknown = ARENA_ARRAY(a, struct value, n),
	    .used = ARENA_ARRAY(a, const struct obs *, n)};
	for (size_t i = 0; i < n; i++) {
		struct value v = c->in, o;
		int is;

		v.key.area = areas[i];
		v = value_series(&v.key);
		o = access_newest(c->t, &v);
		if (o.kind != VALUE_OBS) {
			r->unknown[r->nunknown++] = value_area(areas[i]);
			continue;
		}
		is = has_state(c, &o);
		if (is < 0)
			return false;
		r->used[r->nis + r->nis_not] = o.obs;
		if (is)
			r->is[r->nis++] = value_area(areas[i]);
		else
			r->is_not[r->nis_not++] = value_area(areas[i]);
	}
	return true;
}

/* "Cambodia, the Philippines and Viet Nam" */
static char *
names(struct tmpl *t, const struct value *areas, size_t n)
{
	struct str *all = ARENA_ARRAY(t->arena, struct str, n);
	struct buf b = {0};

	for (size_t i = 0; i < n; i++) {
		const char *name = attr_area_name(t, areas[i].area, "the");

		if (!name)
			name = attr_area_name(t, areas[i].area, "short");
		all[i] = str_from(name ? name : areas[i].area->id);
	}
	locale_list(t->locale, all, n, "and", &b);
	return str_dup(t->arena, buf_take(&b, t->arena));
}

/* The number of areas with a verdict, in words. */
static struct piece
known_in_words(struct call *c, const struct vector *r)
{
	const struct filter tally = {
	    .name = "tally", .params = {"region", "state"}};
	struct value v = value_number((double)(r->nis + r->nis_not), 0, "");
	struct call count = *c;
	struct value *known;
	struct buf b = {0};

	count.filter = &tally;
	/* the evidence knows no areas without data */
	known = ARENA_ARRAY(c->t->arena, struct value, r->nis + r->nis_not);
	for (size_t i = 0; i < r->nis + r->nis_not; i++)
		known[i] = value_area(r->used[i]->area);
	count.args[0] = value_list(known, r->nis + r->nis_not);
	count.args[1] = value_text(c->t->arena, str_from("yes"));
	v.deriv = deriv_attr(c->t->arena,
	    func_deriv(&count, (const struct obs *const *)r->used,
		r->nis + r->nis_not),
	    "n");
	locale_words(c->t->locale, v.number, &b);
	v = value_printed(
	    c->t->arena, &v, buf_take(&b, c->t->arena), "words", -1);
	return v.pieces[0];
}

/* The locale's words for the vector; {n} is a number that is recorded. */
static struct value
phrase(struct call *c, const struct vector *r)
{
	struct tmpl *t = c->t;
	bool whole = r->nunknown == 0;
	bool all_of = r->nis_not == 0 && r->nis > 1;
	bool but = r->nis_not == 1 && r->nis >= BUT_LEAST - 1;
	bool one = r->nis + r->nis_not == 1;
	const char *path = r->nis == 0 && one              ? "who.not"
			   : r->nis == 0                   ? "who.none"
			   : all_of                        ? "who.all"
			   : but                           ? "who.but"
			   : r->nis == 1 && r->nis_not > 0 ? "who.only"
							   : "who.some";
	struct piece *p = ARENA_ARRAY(t->arena, struct piece, 3);
	struct value v = value_text(t->arena, str_from(""));
	struct buf out = {0};
	struct str all;
	size_t at;

	form_fill(&out,
	    form_word(
		t, whole ? path : arena_printf(t->arena, "%s_known", path)),
	    "n", "\001", "who",
	    but ? names(t, r->is_not, r->nis_not) : names(t, r->is, r->nis),
	    (char *)NULL);
	all = buf_take(&out, t->arena);
	at = str_find(all, '\001', 0);
	p[0].text = str_slice(all, 0, at);
	v.pieces = p;
	v.n = 1;
	if (at == all.n)
		return v;
	p[1] = known_in_words(c, r);
	p[2].text = str_slice(all, at + 1, all.n);
	v.n = 3;
	return v;
}

/* who(region, state): those whose verdict is so, as a subject of a sentence */
static struct value
run_who(struct call *c)
{
	const struct area **areas;
	struct vector r;
	size_t n;

	if (!func_areas(c, 0, &areas, &n))
		return value_error;
	if (!func_has(c, 1))
		return func_wrong(c, 1, "a state in quotes, or a list of them");
	if (c->in.key.indicator->type != IND_VERDICT) {
		diag(c->t->sink, DIAG_TMPL_FILTER_KIND, c->at, "who",
		    "a verdict", value_what(&c->in));
		return value_error;
	}
	if (!sort_out(c, areas, n, &r))
		return value_error;
	if (r.nunknown == n)
		return value_missing(ABSENT_ABSENT,
		    arena_printf(c->t->arena, "a verdict on %s for any area",
			c->in.key.indicator->id));
	return phrase(c, &r);
}

const struct filter func_who[] = {
    {"who", {"region", "state"}, TAKES_SERIES, "a verdict",
	FUNC_SERIES | FUNC_NEEDS(2), run_who},
    {NULL, {NULL}, 0, NULL, 0, NULL},
};
