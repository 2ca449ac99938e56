/* SPDX-License-Identifier: MIT */
/* data/import_text.c - what an import adds to sources.csv, areas.csv,
 * groups.csv and imports.csv */
#include "data/import_text.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/vec.h"
#include "data/csvtext.h"

enum file { F_SOURCES, F_AREAS, F_GROUPS, F_IMPORTS };

static const struct {
	const char *name, *columns;
} files[IMPORT_TEXTS] = {
    {"data/sources.csv",
	"key,type,author,year,published,title,title_en,container,number,"
	"publisher,place,symbol,url,accessed,short,via"},
    {"data/areas.csv", "id,kind,parent,iso2,m49,lang,currency,codes"},
    {"data/groups.csv", "group,member,from,to,source,known,note"},
    {"data/imports.csv", "source,known,file,format,rows,values"},
};

struct import_text {
	struct arena *arena;
	struct sink *sink;
	const char *dir;
	struct csvtext *texts[IMPORT_TEXTS];
	size_t added[IMPORT_TEXTS], changed[IMPORT_TEXTS];
	VEC(size_t) begun, ended; /* rows of groups.csv without their date */
};

struct import_text *
import_text_new(struct arena *a, struct sink *sink, const char *dir)
{
	struct import_text *t = ARENA_NEW(a, struct import_text);

	t->arena = a;
	t->sink = sink;
	t->dir = dir;
	return t;
}

/* The file, opened when it is needed first; NULL after a message. */
static struct csvtext *
text_of(struct import_text *t, enum file f)
{
	if (!t->texts[f])
		t->texts[f] = csvtext_open(t->arena, t->sink,
		    path_join(t->arena, t->dir, files[f].name),
		    files[f].columns);
	return t->texts[f];
}

static size_t
add_row(struct import_text *t, enum file f, struct csvtext *text)
{
	t->added[f]++;
	return csvtext_add(text, csvtext_old(text) - 1);
}

static void
set(struct csvtext *text, size_t row, const char *column, const char *value)
{
	csvtext_set(text, row, csvtext_column(text, column), value);
}

static const char *
get(const struct csvtext *text, size_t row, const char *column)
{
	return csvtext_cell(text, row, csvtext_column(text, column));
}

void
import_text_source(struct import_text *t, const char *key,
    const struct read_origin *o, const char *database, struct date known)
{
	struct csvtext *text = text_of(t, F_SOURCES);
	size_t row;

	if (!text)
		return;
	row = add_row(t, F_SOURCES, text);
	set(text, row, "key", key);
	set(text, row, "type", "dataset");
	set(text, row, "author", o->author);
	set(text, row, "year", arena_printf(t->arena, "%d", known.year));
	set(text, row, "published", date_text(t->arena, known));
	set(text, row, "title", o->title[0] ? o->title : database);
	set(text, row, "url", o->url);
}

void
import_text_area(struct import_text *t, const struct area *a)
{
	struct csvtext *text = text_of(t, F_AREAS);
	size_t row;

	if (!text)
		return;
	row = add_row(t, F_AREAS, text);
	set(text, row, "id", a->id);
	set(text, row, "kind", "country");
	set(text, row, "iso2", a->iso2);
	set(text, row, "m49", a->m49);
	set(text, row, "lang", "en");
}

/* Whether a group is one of several of which a country has one at a time. */
static bool
is_income(const char *group)
{
	return str_ends(str_from(group), "-income");
}

size_t
import_text_member(struct import_text *t, const char *area, const char *group)
{
	struct csvtext *text = text_of(t, F_GROUPS);
	size_t i, row, ends = 0;

	if (!text)
		return 0;
	for (i = 0; i < csvtext_rows(text); i++) {
		const char *old = get(text, i, "group");

		if (!streq(get(text, i, "member"), area) ||
		    get(text, i, "to")[0])
			continue;
		if (streq(old, group))
			return 0;
		if (is_income(old) && is_income(group)) {
			VEC_PUSH(t->arena, &t->ended, i);
			t->changed[F_GROUPS]++;
			ends++;
		}
	}
	row = add_row(t, F_GROUPS, text);
	set(text, row, "group", group);
	set(text, row, "member", area);
	VEC_PUSH(t->arena, &t->begun, row);
	return ends + 1;
}

void
import_text_date(struct import_text *t, const char *source, struct date known)
{
	struct csvtext *text = t->texts[F_GROUPS];
	const char *date = date_text(t->arena, known);
	size_t i;

	for (i = 0; i < t->begun.n; i++) {
		set(text, t->begun.v[i], "from", date);
		set(text, t->begun.v[i], "source", source);
		set(text, t->begun.v[i], "known", date);
	}
	for (i = 0; i < t->ended.n; i++)
		set(text, t->ended.v[i], "to", date);
	t->begun.n = t->ended.n = 0;
}

void
import_text_log(struct import_text *t, const struct import_file *f)
{
	struct csvtext *text = text_of(t, F_IMPORTS);
	size_t row;

	if (!text)
		return;
	row = add_row(t, F_IMPORTS, text);
	set(text, row, "source", f->source);
	set(text, row, "known", date_text(t->arena, f->known));
	set(text, row, "file", path_name(f->path));
	set(text, row, "format", f->key);
	set(text, row, "rows", arena_printf(t->arena, "%zu", f->rows.rows));
	set(text, row, "values",
	    arena_printf(t->arena, "%zu",
		f->outcome[OUTCOME_NEW] + f->outcome[OUTCOME_REVISED]));
}

bool
import_text_change(
    const struct import_text *t, size_t i, struct import_change *c)
{
	if (!t->texts[i] || !csvtext_changed(t->texts[i]))
		return false;
	*c = (struct import_change){
	    csvtext_path(t->texts[i]), t->added[i], t->changed[i]};
	return true;
}

const char *
import_text_write(struct import_text *t)
{
	size_t i;

	for (i = 0; i < IMPORT_TEXTS; i++)
		if (t->texts[i] && csvtext_changed(t->texts[i]) &&
		    !csvtext_write(t->texts[i]))
			return csvtext_path(t->texts[i]);
	return NULL;
}
