/* SPDX-License-Identifier: MIT */
/* data/dialect.c - what the readers of single formats share */
#include "data/dialect.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "data/cell.h"
#include "data/sdmx_code.h"

/* --- headers --- */

static char
plain(char c)
{
	return c == '_' ? ' ' : c;
}

bool
head_is(struct str head, const char *name)
{
	size_t i, n = strlen(name);

	if (head.n != n)
		return false;
	for (i = 0; i < n; i++)
		if (plain(head.p[i]) != plain(name[i]))
			return false;
	return true;
}

size_t
dialect_column(const struct reading *r, const char *head)
{
	size_t i;

	for (i = 0; i < r->ncolumns; i++)
		if (head_is(r->columns[i].head, head))
			return i;
	return NO_COLUMN;
}

/* In lower case, with plain apostrophes and blanks. */
static struct str
plain_head(struct arena *a, struct str s)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (str_starts(str_slice(s, i, s.n), "\xE2\x80\x99")) {
			buf_putc(&b, '\'');
			i += 2;
		} else if (str_starts(str_slice(s, i, s.n), "\xC2\xA0")) {
			buf_putc(&b, ' ');
			i++;
		} else {
			buf_putc(&b, (char)tolower((unsigned char)s.p[i]));
		}
	}
	return buf_take(&b, a);
}

void
dialect_columns(struct reading *r, const struct sheet_row *row)
{
	size_t n = row->n, i;

	while (n > 1 && row->fields[n - 1].n == 0)
		n--;
	if (r->headed != row) { /* the first dialect that asks */
		r->headed = row;
		r->columns = ARENA_ARRAY(r->arena, struct column, n);
		for (i = 0; i < n; i++)
			r->columns[i].head =
			    plain_head(r->arena, row->fields[i]);
	}
	r->ncolumns = n;
	r->area = r->indicator = r->period = NO_COLUMN;
	for (i = 0; i < n; i++)
		r->columns[i] = (struct column){
		    .head = r->columns[i].head, .label = row->fields[i]};
}

bool
dialect_bind(struct reading *r, const struct sheet_row *row,
    const struct binding *b, size_t n)
{
	size_t i, k;

	dialect_columns(r, row);
	for (k = 0; k < n; k++) {
		i = dialect_column(r, b[k].head);
		if (i == NO_COLUMN && b[k].required)
			return false;
		if (i == NO_COLUMN || r->columns[i].role != ROLE_NONE)
			continue;
		r->columns[i].role = b[k].role;
		r->columns[i].name = b[k].name;
		if (b[k].role == ROLE_AREA && r->area == NO_COLUMN)
			r->area = i;
		else if (b[k].role == ROLE_INDICATOR &&
			 r->indicator == NO_COLUMN)
			r->indicator = i;
		else if (b[k].role == ROLE_PERIOD && r->period == NO_COLUMN)
			r->period = i;
	}
	return true;
}

/* --- rows --- */

struct str
dialect_code(struct reading *r, size_t column)
{
	struct str s = {"", 0};
	size_t colon;

	if (column == NO_COLUMN || !sheet_field(r->sheet, column, &s))
		return (struct str){"", 0};
	if (!r->labels)
		return s;
	colon = str_find(s, ':', 0);
	return str_trim(str_slice(s, 0, colon));
}

struct str
dialect_field(struct reading *r, const char *head)
{
	struct str s = {"", 0};
	size_t i = dialect_column(r, head);

	if (i == NO_COLUMN || !sheet_field(r->sheet, i, &s))
		return (struct str){"", 0};
	return s;
}

void
dialect_quirk(struct reading *r, const char *text)
{
	size_t i;

	for (i = 0; i < r->quirks.n; i++) {
		if (streq(r->quirks.v[i].text, text)) {
			r->quirks.v[i].count++;
			return;
		}
	}
	VEC_PUSH(r->arena, &r->quirks,
	    (struct quirk){arena_strdup(r->arena, text), 1,
		r->wish ? sheet_line(r->sheet) : 0});
}

void
dialect_note(struct reading *r, struct str s)
{
	size_t i;

	s = str_trim(s);
	if (s.n == 0)
		return;
	if (r->note.n > 0)
		buf_puts(&r->note, "; ");
	for (i = 0; i < s.n; i++) /* a note is one line */
		buf_putc(&r->note, (unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
}

/* Letters and digits in runs with "-" between, as cell_is_group wants. */
static void
add_word(struct buf *b, struct str s, bool lower)
{
	size_t from = b->n, i;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (isalnum(c) && c < 0x80)
			buf_putc(b, (char)(lower ? tolower(c) : c));
		else if (b->n > from && b->p[b->n - 1] != '-' &&
			 b->p[b->n - 1] != '_')
			buf_putc(b, c == '_' ? '_' : '-');
	}
	while (b->n > from && (b->p[b->n - 1] == '-' || b->p[b->n - 1] == '_'))
		b->p[--b->n] = '\0';
	if (b->n == from)
		buf_puts(b, "other");
}

void
dialect_group(struct reading *r, const char *dimension, struct str code)
{
	static const char *const words[][3] = {{"residence", "U", "urban"},
	    {"residence", "R", "rural"}, {"residence", "URBAN", "urban"},
	    {"residence", "RURAL", "rural"}, {"residence", "Urban", "urban"},
	    {"residence", "Rural", "rural"}, {"residence", "URB", "urban"},
	    {"residence", "RUR", "rural"}, {"wealth", "WQ1", "Q1"},
	    {"wealth", "WQ2", "Q2"}, {"wealth", "WQ3", "Q3"},
	    {"wealth", "WQ4", "Q4"}, {"wealth", "WQ5", "Q5"},
	    {"wealth", "Lowest", "Q1"}, {"wealth", "Second", "Q2"},
	    {"wealth", "Middle", "Q3"}, {"wealth", "Fourth", "Q4"},
	    {"wealth", "Highest", "Q5"}};
	size_t i, n = sizeof words / sizeof *words;

	if (r->group.n > 0)
		buf_putc(&r->group, ';');
	add_word(&r->group, str_from(dimension), true);
	buf_putc(&r->group, ':');
	for (i = 0; i < n; i++) {
		if (streq(dimension, words[i][0]) && str_is(code, words[i][1]))
			break;
	}
	if (i < n)
		buf_puts(&r->group, words[i][2]);
	else
		add_word(&r->group, code, false);
}

void
dialect_sex(struct reading *r, struct fact *f, struct str code)
{
	const char *sex = sdmx_sex(code);

	if (sex)
		f->sex = sex[0] ? sex : f->sex;
	else
		dialect_group(r, "sex", code);
}

void
dialect_age(struct reading *r, struct fact *f, struct str code)
{
	char age[16];

	if (!sdmx_age(code, age) || (age[0] && !cell_is_age(str_from(age)))) {
		dialect_group(r, "age", code);
	} else if (age[0]) {
		memcpy(r->age, age, sizeof age);
		f->age = r->age;
	}
}
