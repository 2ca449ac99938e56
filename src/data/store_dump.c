/* SPDX-License-Identifier: MIT */
/* data/store_dump.c - a store as text, one line an observation or record */
#include <math.h>

#include "base/arena.h"
#include "base/num.h"
#include "data/build.h"
#include "data/obsrow.h"

static void
put_text(FILE *f, const char *name, const char *s)
{
	if (s[0] != '\0')
		fprintf(f, " %s=%s", name, s);
}

static void
put_number(FILE *f, const char *name, double v)
{
	char text[NUM_TEXT];

	if (isnan(v))
		return;
	num_shortest(v, text);
	put_text(f, name, text);
}

/* A text on one line: ends of lines become blanks. */
static void
put_line(FILE *f, const char *s)
{
	for (; *s; s++)
		fputc(*s == '\n' || *s == '\r' ? ' ' : *s, f);
}

static void
dump_value(FILE *f, const struct obs *o)
{
	char text[NUM_TEXT];

	fputs(" =", f);
	if (!isnan(o->value)) {
		num_shortest(o->value, text);
		fprintf(f, " %s%s", obsrow_comparator(o->comparator), text);
	}
	if (o->verdict)
		fprintf(f, " %s", obsrow_verdict(o->verdict));
	if (o->text[0] != '\0') {
		fputc(' ', f);
		put_line(f, o->text);
	}
	put_number(f, "low", o->low);
	put_number(f, "high", o->high);
	put_number(f, "n", o->n);
	put_text(f, "status", obsrow_status(o->status));
	if (o->restricted)
		fputs(" restricted", f);
}

static void
dump_obs(struct arena *a, FILE *f, const struct obs *o)
{
	const char *period = period_text(a, o->period);

	fprintf(f, "%s %s %s", o->area->id, o->indicator->id,
	    period[0] != '\0' ? period : "-");
	put_text(f, "place", o->place);
	put_text(f, "sex", o->sex);
	put_text(f, "age", o->age);
	put_text(f, "group", o->group);
	dump_value(f, o);
	put_text(f, "source", o->source->key);
	put_text(f, "locator", o->locator);
	put_text(f, "known", date_text(a, o->known));
	fputc('\n', f);
}

static void
dump_record(struct arena *a, FILE *f, const struct record *r)
{
	size_t i;

	fprintf(f, "%s ", r->schema->name);
	if (r->area)
		fprintf(f, "%s ", r->area->id);
	fprintf(f, "%s", r->key);
	put_text(f, "since", date_text(a, r->known));
	fputs(r->restricted ? " restricted:" : ":", f);
	for (i = 0; i < r->schema->nfields; i++) {
		if (r->schema->fields[i].key || r->cells[i].text[0] == '\0')
			continue;
		fprintf(f, " %s=", r->schema->fields[i].name);
		put_line(f, r->cells[i].text);
	}
	fputc('\n', f);
}

void
store_dump(const struct store *s, FILE *f)
{
	struct arena *a = arena_new();
	size_t i, k;

	for (i = 0; i < s->obs.n; i++)
		dump_obs(a, f, s->obs.v[i]);
	for (i = 0; i < s->ntables; i++)
		for (k = 0; k < s->tables[i].view.n; k++)
			dump_record(a, f, s->tables[i].view.rows[k]);
	arena_free(a);
}
