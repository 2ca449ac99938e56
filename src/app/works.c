/* SPDX-License-Identifier: MIT */
/*
 * app/works.c - the works cited, for reference managers
 *
 * CSL JSON (citeproc-js, Citation Style Language 1.0.2 data model): types and
 * field names are those of its schema.
 */
#include "app/works.h"

#include <stdlib.h>

#include "app/json.h"
#include "base/arena.h"
#include "doc/doc.h"

static const struct {
	const char *own, *csl;
} types[] = {
    {"report", "report"},
    {"article", "article-journal"},
    {"book", "book"},
    {"web", "webpage"},
    {"news", "article-newspaper"},
    {"dataset", "dataset"},
    {"law", "legislation"},
    {"un-doc", "report"},
    {"comm", "personal_communication"},
    {"interview", "interview"},
};

static const char *
type_of(const struct source *s)
{
	size_t i;

	for (i = 0; i < sizeof types / sizeof *types; i++)
		if (streq(types[i].own, s->type))
			return types[i].csl;
	return "document";
}

static void
member(struct buf *b, const char *key, const char *text)
{
	if (text && *text)
		json_member(b, ",\n  ", key, text);
}

/* "2017", "2017-05" or "2017-05-13" as CSL's date parts. */
static void
date(struct buf *b, const char *key, const char *iso)
{
	const char *p = iso;
	char *end;
	int n;

	if (!iso || !*iso)
		return;
	buf_puts(b, ",\n  ");
	json_text(b, key);
	buf_puts(b, ": {\"date-parts\": [[");
	for (n = 0; n < 3; n++) {
		buf_printf(b, "%s%ld", n ? ", " : "", strtol(p, &end, 10));
		if (*end != '-')
			break;
		p = end + 1;
	}
	buf_puts(b, "]]}");
}

static void
work(struct buf *b, const struct source *s)
{
	json_member(b, " {", "id", s->key);
	member(b, "type", type_of(s));
	if (*s->author) {
		json_member(b, ",\n  \"author\": [{", "literal", s->author);
		buf_puts(b, "}]");
	}
	date(b, "issued", s->year);
	member(b, "title", s->title);
	member(b, "original-title", s->title_en);
	member(b, "title-short", s->short_title);
	member(b, "container-title", s->container);
	member(b, "number", *s->number ? s->number : s->symbol);
	member(b, "publisher", s->publisher);
	member(b, "publisher-place", s->place);
	member(b, "URL", s->url);
	date(b, "accessed", s->accessed);
	buf_putc(b, '}');
}

struct str
works_json(struct arena *a, const struct doc *doc)
{
	const struct source *const *v;
	size_t n = doc_cited(doc, &v), i;
	struct buf b = {0};

	buf_puts(&b, "[");
	for (i = 0; i < n; i++) {
		buf_puts(&b, i ? ",\n" : "\n");
		work(&b, v[i]);
	}
	buf_puts(&b, "\n]\n");
	return buf_take(&b, a);
}
