/* SPDX-License-Identifier: MIT */
/* tmpl/code_func.c - filters that turn codes into what readers know */
#include <string.h>

#include "base/arena.h"
#include "data/table.h"
#include "tmpl/func.h"

/* provision: "opsc:3" is "OPSC, art. 3", "opsc" alone "OPSC". */
static struct value
run_provision(struct call *c)
{
	struct str code = value_plain(c->t->arena, &c->in);
	size_t colon = str_find(code, ':', 0);
	struct str key = str_slice(code, 0, colon);
	const struct record *r =
	    view_record(c->t->view, "instruments", NULL, key);
	struct buf b = {0};
	const char *name;

	if (!r) {
		diag(c->t->sink, DIAG_TMPL_NO_INSTRUMENT, c->at, STR_ARG(key));
		return value_error;
	}
	name = record_text(r, "short");
	if (!*name)
		name = record_text(r, "name");
	if (colon == code.n)
		return value_text(c->t->arena, str_from(name));
	form_fill(&b, form_word(c->t, "provision"), "instrument", name,
	    "article", str_dup(c->t->arena, str_slice(code, colon + 1, code.n)),
	    (char *)NULL);
	return value_text(c->t->arena, buf_take(&b, c->t->arena));
}

/* letter(list): a for what prints like the first item, b like the second. */
static struct value
run_letter(struct call *c)
{
	struct str own = value_plain(c->t->arena, &c->in);
	const struct value *list = &c->args[0];
	char letter[] = "a";
	size_t i;

	if (!func_has(c, 0) || list->kind != VALUE_LIST)
		return func_wrong(c, 0, "a list");
	for (i = 0; i < list->n && i < 26; i++)
		if (str_eq(value_plain(c->t->arena, &list->items[i]), own)) {
			letter[0] = (char)('a' + i);
			return value_text(c->t->arena, str_from(letter));
		}
	return value_missing(ABSENT_ABSENT, "the value in the list");
}

const struct filter func_codes[] = {
    {"provision", {NULL}, TAKES_WORDS, "an instrument's code", 0,
	run_provision},
    {"letter", {"list"}, TAKES_WORDS, "a text", FUNC_NEEDS(1), run_letter},
    {NULL, {NULL}, 0, NULL, 0, NULL},
};
