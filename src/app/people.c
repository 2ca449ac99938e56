/* SPDX-License-Identifier: MIT */
/* app/people.c - of whom a share is, in the words beside it */
#include "app/people.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app/hooks.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "data/store.h"
#include "doc/doc.h"
#include "tmpl/tmpl.h"

#define ADULT 18

static const struct people {
	const char *word, *sex; /* NULL: of both */
	bool child, adult;      /* of any age where both are false */
} people[] = {{"children", NULL, true, false}, {"girls", "F", true, false},
    {"boys", "M", true, false}, {"adults", NULL, false, true},
    {"women", "F", false, true}, {"men", "M", false, true}};

/* The people that a text names right at its beginning: " of all children". */
static const struct people *
named(const char *s)
{
	size_t i, n;

	s += strspn(s, " \n");
	if (strncmp(s, "of ", 3) != 0 && strncmp(s, "of\n", 3) != 0)
		return NULL;
	s += 3;
	if (strncmp(s, "all ", 4) == 0)
		s += 4;
	for (i = 0; i < sizeof people / sizeof *people; i++) {
		n = strlen(people[i].word);
		if (strncasecmp(s, people[i].word, n) == 0 &&
		    !strchr("abcdefghijklmnopqrstuvwxyz-'", s[n] ? s[n] : ' '))
			return &people[i];
	}
	return NULL;
}

/* "13-17", "15+", "<18" as first and last year of life, 0 and 200 where
 * open. */
static void
ages_of(const char *age, long *from, long *to)
{
	char *end;

	*from = 0;
	*to = 200;
	if (*age == '<') {
		*to = strtol(age + 1, NULL, 10) - 1;
		return;
	}
	*from = strtol(age, &end, 10);
	if (*end == '-')
		*to = strtol(end + 1, NULL, 10);
}

static bool
is_other(const struct people *p, const struct obs *o)
{
	long from, to;

	if (*o->sex && (!p->sex || strcmp(p->sex, o->sex) != 0))
		return true;
	if (!*o->age)
		return false;
	ages_of(o->age, &from, &to);
	return (p->child && from >= ADULT) || (p->adult && to < ADULT);
}

static void
check_value(struct hooks *h, const struct node *x, const struct printed *p)
{
	const struct people *who =
	    x->next && x->next->text ? named(x->next->text) : NULL;
	const struct obs *o = p->nobs == 1 ? p->obs[0] : NULL;

	if (!who || !o || strcmp(o->indicator->unit, "percent") != 0 ||
	    !is_other(who, o))
		return;
	diag(h->sink, DIAG_BASE_OTHER, p->at, who->word, p->text,
	    o->indicator->id,
	    !*o->sex                   ? "people"
	    : strcmp(o->sex, "F") == 0 ? "girls and women"
				       : "boys and men",
	    *o->age ? " aged " : "", o->age);
}

void
people_check(struct hooks *h)
{
	const struct printed *const *all;
	size_t n = tmpl_printed(h->tmpl, &all);
	const struct node *x;

	if (!str_starts(str_from(h->doc_env.lang), "en"))
		return;
	for (x = h->doc->root; x; x = node_next(x, h->doc->root))
		if (x->kind == NODE_NUMBER && x->value >= 0 &&
		    (size_t)x->value < n)
			check_value(h, x, all[x->value]);
}
