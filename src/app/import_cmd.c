/* SPDX-License-Identifier: MIT */
/*
 * app/import_cmd.c - sitan import: files of publishers into data/
 *
 * Prints for each file what became of its rows and values, so that both sums
 * add up, each revision with its old and new value, and the files that change.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "app/cmd.h"
#include "app/work.h"
#include "base/arena.h"
#include "base/conf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"
#include "data/import.h"

/* "AFE, ARB, EAS" and how many more. */
static void
print_names(const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n && i < 10; i++)
		printf("%s%s", i == 0 ? "" : ", ", names[i]);
	if (i < n)
		printf(" and %zu more", n - i);
}

static void
print_rows(const struct import_file *f)
{
	static const char *const why[SKIP_COUNT] = {"of other areas",
	    "of series that no indicator has in `codes`", "without a value",
	    "set aside, see the notes", "of the footer"};
	const struct read_count *c = &f->rows;
	size_t i, skipped = 0;

	for (i = 0; i < SKIP_COUNT; i++)
		skipped += c->skipped[i];
	printf("  rows      %zu read = %zu kept + %zu skipped + %zu refused\n",
	    c->rows, c->kept, skipped, c->refused);
	for (i = 0; i < SKIP_COUNT; i++) {
		if (c->skipped[i] == 0)
			continue;
		printf("  skipped   %zu %s", c->skipped[i], why[i]);
		if (i == SKIP_AREA && f->nareas > 0) {
			fputs("; not in areas.csv: ", stdout);
			print_names(f->areas, f->nareas);
		}
		if (i == SKIP_INDICATOR && f->ncodes > 0) {
			fputs(": ", stdout);
			print_names(f->codes, f->ncodes);
		}
		putchar('\n');
	}
}

static void
print_values(const struct import_file *f)
{
	const size_t *o = f->outcome;

	printf("  values    %zu = %zu new + %zu revised + %zu unchanged + "
	       "%zu repeated + %zu refused",
	    f->claims + f->rows.bad, o[OUTCOME_NEW], o[OUTCOME_REVISED],
	    o[OUTCOME_UNCHANGED], o[OUTCOME_REPEATED],
	    f->refused + f->rows.bad + o[OUTCOME_TWICE] + o[OUTCOME_BY_HAND]);
	if (f->rows.empty > 0)
		printf(", beside %zu empty cells", f->rows.empty);
	putchar('\n');
}

/* "birth_registration_rate 2014 F 5-17 residence:rural" */
static void
print_key(struct arena *a, const struct claim *c)
{
	const char *const words[] = {c->area->id, c->indicator->id,
	    period_text(a, c->period), c->place, c->sex, c->age, c->group};
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i][0])
			printf(" %s", words[i]);
}

static bool
same_series(const struct claim *a, const struct claim *b)
{
	return a->area == b->area && a->indicator == b->indicator &&
	       streq(a->sex, b->sex) && streq(a->age, b->age) &&
	       streq(a->group, b->group) && streq(a->place, b->place);
}

/* New values of one series in a row: a line with their span. */
static size_t
print_new(struct arena *a, const struct import_line *l, size_t n)
{
	const struct claim *c = l->claim, *last = c;
	size_t i;

	for (i = 1; i < n && l[i].entry.outcome == OUTCOME_NEW &&
		    same_series(c, l[i].claim);
	     i++)
		last = l[i].claim;
	fputs("  new      ", stdout);
	print_key(a, c);
	if (i == 1)
		printf(": %s\n", ledger_value(a, c));
	else
		printf(" to %s: %zu values\n", period_text(a, last->period), i);
	return i;
}

static void
print_lines(struct arena *a, const struct import_file *f)
{
	size_t i = 0;

	while (i < f->nlines) {
		const struct import_line *l = &f->lines[i];
		const char *new;

		if (l->entry.outcome == OUTCOME_NEW) {
			i += print_new(a, l, f->nlines - i);
			continue;
		}
		if (l->entry.outcome == OUTCOME_REVISED) {
			fputs("  revised  ", stdout);
			print_key(a, l->claim);
			new = ledger_value(a, l->claim);
			printf(": %s (known %s) -> %s%s\n", l->entry.old,
			    l->entry.old_known, new,
			    streq(new, l->entry.old)
				? " with another base, access or locator"
				: "");
		}
		i++;
	}
}

static void
print_file(struct arena *a, const struct import_file *f)
{
	size_t i;

	printf("%s\n  format    %s\n", f->path, f->title);
	if (f->source[0])
		printf("  source    %s%s, known %s%s\n", f->source,
		    f->source_made ? " (made)" : "", date_text(a, f->known),
		    f->date_guessed ? ", when the file was changed; it names "
				      "no date (see --known)"
				    : "");
	print_rows(f);
	print_values(f);
	if (f->members > 0)
		printf("  groups    %zu memberships\n", f->members);
	print_lines(a, f);
	for (i = 0; i < f->nquirks; i++) {
		printf("  note      %s", f->quirks[i].text);
		if (f->quirks[i].line > 0)
			printf(": %zu, first in line %u", f->quirks[i].count,
			    f->quirks[i].line);
		putchar('\n');
	}
}

static void
print_changes(struct import *m, bool dry_run)
{
	struct import_change *c;
	size_t n = import_changes(m, &c), i;

	for (i = 0; i < n; i++)
		printf("%s: %s%zu rows added, %zu changed\n", c[i].path,
		    dry_run ? "would have " : "", c[i].added, c[i].changed);
	if (n == 0)
		puts("nothing changes");
}

static bool
read_known(const struct opts *o, struct date *known)
{
	if (!o->known || date_parse(str_from(o->known), known))
		return true;
	fprintf(stderr,
	    "sitan: --known takes a date such as 2026-04-08, not '%s'\n",
	    o->known);
	return false;
}

/* Subjects of reports that areas.csv does not have, with "," between. */
static const char *
new_subjects(struct arena *a, const struct workspace *w)
{
	struct buf b = {0};
	size_t i, k;

	for (i = 0; i < w->nreports; i++) {
		const struct conf *c =
		    conf_find(w->reports[i].conf, "subjects");

		for (k = 0; c && c->kind == CONF_LIST && k < c->n; k++) {
			const char *code = c->kids[k]->text;

			if (!code || store_area(w->store, str_from(code)))
				continue;
			buf_puts(&b, code);
			buf_putc(&b, ',');
		}
	}
	return buf_take(&b, a).p;
}

/* The languages of the reports, each once, with "," between. */
static const char *
report_languages(struct arena *a, const struct workspace *w)
{
	struct buf b = {0};
	size_t i, k;

	for (i = 0; i < w->nreports; i++) {
		for (k = 0; k < i; k++)
			if (streq(w->reports[k].lang, w->reports[i].lang))
				break;
		if (k == i)
			buf_printf(&b, "%s,", w->reports[i].lang);
	}
	if (w->nreports == 0)
		buf_puts(&b, "en");
	return buf_take(&b, a).p;
}

static enum exit_status
run(struct arena *a, const struct opts *o, struct import_rule *rule)
{
	struct sink *sink = sink_new(a);
	enum exit_status status = STATUS_DONE;
	struct workspace *w = work_open(a, ".");
	struct import *m;
	const char *bad;
	size_t i;

	rule->also = new_subjects(a, w);
	rule->langs = report_languages(a, w);
	m = import_new(a, sink, w->store, rule);

	for (i = 0; i < o->nargs; i++) {
		const struct import_file *f = import_read(m, o->args[i]);

		if (f)
			print_file(a, f);
	}
	bad = import_write(m);
	if (bad) {
		fprintf(stderr, "sitan: cannot write '%s': %s; import again\n",
		    bad, strerror(errno));
		status = STATUS_MACHINE;
	} else {
		print_changes(m, rule->dry_run);
	}
	sink_print(sink, stderr);
	if (status == STATUS_DONE && sink_level(sink) > DIAG_WARNING)
		status = STATUS_INPUT;
	return status;
}

enum exit_status
cmd_import(const struct opts *o)
{
	struct import_rule rule = {.dir = ".",
	    .source = o->source,
	    .areas = o->countries,
	    .dry_run = o->dry_run};
	struct arena *a;
	enum exit_status status;

	if (o->nargs == 0) {
		fprintf(stderr, "sitan: import takes one or more files\n");
		return STATUS_USAGE;
	}
	if (!read_known(o, &rule.known))
		return STATUS_USAGE;
	if (!dir_exists("data")) {
		fprintf(stderr, "sitan: there is no folder 'data' here; run "
				"import in a workspace\n");
		return STATUS_INPUT;
	}
	a = arena_new();
	status = run(a, o, &rule);
	arena_free(a);
	return status;
}
