/* SPDX-License-Identifier: MIT */
/* data/address.c - an observation or a record as an expression names it */
#include "data/address.h"

#include <string.h>

#include "data/period.h"
#include "data/store.h"

void
address_text(const char *s, struct buf *out)
{
	buf_putc(out, '"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			buf_putc(out, '\\');
		buf_putc(out, *s);
	}
	buf_putc(out, '"');
}

static void
print_arg(
    struct buf *out, const char **comma, const char *name, const char *value)
{
	if (!value || !*value)
		return;
	buf_puts(out, *comma);
	buf_puts(out, name);
	buf_puts(out, ": \"");
	buf_puts(out, value);
	buf_putc(out, '"');
	*comma = ", ";
}

static void
print_key(const struct obs_key *k, const char *comma, const char *source,
    struct buf *out)
{
	print_arg(out, &comma, "area", k->area ? k->area->id : NULL);
	print_arg(out, &comma, "place", k->place);
	print_arg(out, &comma, "sex", k->sex);
	print_arg(out, &comma, "age", k->age);
	print_arg(out, &comma, "group", k->group);
	print_arg(out, &comma, "source", source);
	buf_putc(out, ']');
}

static void
print_year(int year, struct buf *out)
{
	char text[4];
	int i;

	for (i = 3; i >= 0; i--, year /= 10)
		text[i] = (char)('0' + year % 10);
	buf_add(out, text, 4);
}

static void
print_date(struct date d, struct buf *out)
{
	print_year(d.year, out);
	if (d.month)
		buf_printf(out, "-%02d", d.month);
	if (d.day)
		buf_printf(out, "-%02d", d.day);
}

void
address_obs(const struct obs *o, struct buf *out)
{
	struct obs_key k = {
	    o->area, o->indicator, o->place, o->sex, o->age, o->group};
	struct period p = o->period;
	const char *comma = ", ";

	buf_puts(out, o->indicator->id);
	buf_putc(out, '[');
	if (!p.from.year) {
		comma = "";
	} else if (date_compare(p.from, p.to) == 0 && !p.from.month &&
		   p.from.year == p.to.year && !p.to.month) {
		print_year(p.from.year, out);
	} else {
		buf_putc(out, '"');
		print_date(p.from, out);
		if (memcmp(&p.from, &p.to, sizeof p.from) != 0) {
			buf_putc(out, '/');
			print_date(p.to, out);
		}
		buf_putc(out, '"');
	}
	print_key(&k, comma, o->source->key, out);
}

void
address_record(const struct record *r, struct buf *out)
{
	const char *comma = "";

	buf_puts(out, r->schema->name);
	buf_putc(out, '[');
	address_text(r->key, out);
	if (r->schema->by_area && r->area) {
		comma = ", ";
		print_arg(out, &comma, "area", r->area->id);
	}
	buf_putc(out, ']');
}

void
address_series(const struct obs_key *k, struct buf *out)
{
	buf_puts(out, k->indicator->id);
	buf_putc(out, '[');
	print_key(k, "", NULL, out);
}
