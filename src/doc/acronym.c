/* SPDX-License-Identifier: MIT */
/*
 * doc/acronym.c - acronyms: written out at first use, listed from use
 *
 * The first use in a paragraph of the body becomes "Long Form (ABBR)" unless
 * the author wrote it so or it stands in "ABBR/OTHER".  `[ABBR]{.abbr}` asks
 * for it at this place, `[ABBR]{.short}` declines.  Printed values, headings,
 * tables, captions, notes and links are left as they are but count as use.  A
 * name that stands for itself is never written out.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/map.h"
#include "doc/md.h"
#include "doc/work.h"

struct acronym_use {
	const char *name, *expansion;
	bool expanded;
	struct place at;
};

struct acronyms {
	struct doc *doc;
	struct map *uses;
	unsigned char first[32]; /* bits: bytes that an acronym begins with */
	size_t longest;
	bool english;
};

/* Bytes of the letter or digit at s, 0 for anything else; punctuation outside
 * of ASCII (U+0080-00BF, U+2000-207F) is no letter. */
static size_t
letter(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t n = 1;

	if (p[0] < 0x80)
		return isalnum(p[0]) ? 1 : 0;
	if (p[0] < 0xC3 || (p[0] == 0xE2 && p[1] <= 0x81))
		return 0;
	while ((p[n] & 0xC0) == 0x80)
		n++;
	return n;
}

static bool
is_plain_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

/* Bytes of the word at s, parts joined by hyphens. */
static size_t
word_length(const char *s)
{
	size_t n = 0, m;

	for (;;) {
		if ((m = letter(s + n)) == 0 && n && s[n] == '-' &&
		    letter(s + n + 1))
			m = 1;
		if (m == 0)
			return n;
		n += m;
	}
}

static bool
may_begin(const struct acronyms *a, const char *s)
{
	unsigned char c = (unsigned char)s[0];

	return a->first[c / 8] >> c % 8 & 1;
}

/* The acronym that the word begins with: all of it, its singular ("NGOs"),
 * what stands before a hyphen.  Its length, 0 if there is none. */
static size_t
match(const struct acronyms *a, struct str word, const char **expansion)
{
	const struct doc_env *e = a->doc->env;
	size_t n = word.n, dash = str_find(word, '-', 0);

	if (n <= a->longest && (*expansion = e->acronym(e->ctx, word)))
		return n;
	if (n > 2 && n <= a->longest + 1 && word.p[n - 1] == 's' &&
	    (*expansion = e->acronym(e->ctx, str_slice(word, 0, n - 1))))
		return n - 1;
	return dash < n ? match(a, str_slice(word, 0, dash), expansion) : 0;
}

/* The next acronym of a text at or after *i; its length, 0 at the end. */
static size_t
next_acronym(
    const struct acronyms *a, const char *s, size_t *i, const char **expansion)
{
	size_t n, found;

	while (s[*i]) {
		if (!may_begin(a, s + *i)) {
			/* most words: nothing to look up */
			if (!is_plain_letter(s[*i]))
				++*i;
			else
				while (is_plain_letter(s[*i]))
					++*i;
			continue;
		}
		n = word_length(s + *i);
		if (n > 1 &&
		    (found = match(a, (struct str){s + *i, n}, expansion)))
			return found;
		*i += n ? n : 1;
	}
	return 0;
}

/* The long form with the quotes and dashes of the language. */
static const char *
typeset(const struct acronyms *a, const char *words)
{
	struct buf out = {0};
	uint32_t before = 0;

	md_smart(&out, str_from(words), a->doc->env->lang, &before, false);
	return buf_take(&out, a->doc->arena).p;
}

static struct acronym_use *
use_of(
    struct acronyms *a, struct str name, const char *expansion, struct place at)
{
	struct acronym_use *u = map_find(a->uses, name);
	const struct doc_env *e = a->doc->env;

	if (u)
		return u;
	u = ARENA_NEW(a->doc->arena, struct acronym_use);
	u->name = str_dup(a->doc->arena, name);
	u->expansion = typeset(a, expansion);
	u->expanded = e->acronym_alone && e->acronym_alone(e->ctx, name);
	u->at = at;
	map_put(a->uses, name, u);
	return u;
}

/* Do the parts of this layout hold running text? */
static bool
is_body(const struct node *part)
{
	static const char *const others[] = {
	    "cover", "imprint", "contents", "acronyms", "statistics"};
	const char *layout = node_attr(part, "layout");
	size_t i;

	if (strcmp(node_attr(part, "acronyms"), "false") == 0)
		return false;
	for (i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(layout, others[i]) == 0)
			return false;
	return true;
}

/* May acronyms be written out below this node?  Divs that are no running text
 * (statistics, margin figures) have classes of their own. */
static bool
is_text(const struct node *n)
{
	switch (n->kind) {
	case NODE_DOCUMENT:
	case NODE_SECTION:
	case NODE_LIST:
	case NODE_ITEM:
	case NODE_BOX:
	case NODE_RECOMMENDATION:
	case NODE_EMPH:
	case NODE_STRONG:
		return true;
	case NODE_PART:
		return is_body(n);
	case NODE_PARA:
		return !node_has_class(n, "code");
	case NODE_DIV:
		return !n->classes[0] || node_has_class(n, "lead") ||
		       node_has_class(n, "columns");
	case NODE_SPAN:
		return !n->lang && !node_has_class(n, "short");
	default:
		return false;
	}
}

static bool
may_expand(const struct node *leaf)
{
	const struct node *n;

	for (n = leaf->parent; n; n = n->parent)
		if (!is_text(n))
			return false;
	return leaf->kind == NODE_TEXT;
}

/* Did the author write "Long Form (ABBR)", or is it in brackets anyway? */
static bool
is_introduced(const struct node *leaf, size_t i, size_t n)
{
	const struct node *prev = leaf->prev, *next = leaf->next;
	const char *s = leaf->text;
	char before = i > 0 ? s[i - 1] : '\0', after = s[i + n];

	if (after == 's')
		after = s[i + n + 1];
	/* a printed value is a leaf of its own */
	if (i == 0 && prev && prev->kind == NODE_TEXT && prev->text[0])
		before = prev->text[strlen(prev->text) - 1];
	if (!after && next && next->kind == NODE_TEXT)
		after = next->text[0];
	return before == '(' && (after == ')' || after == ',' || after == ';');
}

/* "HIV/AIDS": written out, none of the parts could be read. */
static bool
in_compound(const char *s, size_t i, size_t n)
{
	return (i > 0 && s[i - 1] == '/') || s[i + n] == '/';
}

/* Does a sentence begin at s[i]? */
static bool
begins_sentence(const struct node *leaf, const char *s, size_t i)
{
	if (i == 0)
		return !leaf->prev && node_is_block(leaf->parent);
	return i > 1 && s[i - 1] == ' ' && strchr(".?!", s[i - 2]);
}

/* Is the word said with a vowel first?  The sounds of "unit" and "European"
 * are none, the h of "honest" is silent. */
static bool
sounds_vowel(const char *s)
{
	static const char *const hard[] = {
	    "uni", "use", "usu", "uti", "eu", "one", "once"};
	static const char *const soft[] = {"hour", "hon", "heir"};
	size_t i;

	for (i = 0; i < sizeof hard / sizeof *hard; i++)
		if (strncasecmp(s, hard[i], strlen(hard[i])) == 0)
			return false;
	for (i = 0; i < sizeof soft / sizeof *soft; i++)
		if (strncasecmp(s, soft[i], strlen(soft[i])) == 0)
			return true;
	return *s && strchr("aeiouAEIOU", *s);
}

/* "an NGO" becomes "a non-governmental organisation": the article at the end
 * of the text follows what will stand behind it. */
static void
fit_article(struct buf *out, const char *word)
{
	bool vowel = sounds_vowel(word);
	size_t n = out->n, from;

	if (n < 2 || out->p[n - 1] != ' ')
		return;
	from = n - 1;
	while (from > 0 && isalpha((unsigned char)out->p[from - 1]))
		from--;
	if (from > 0 && !strchr(" (\n", out->p[from - 1]))
		return;
	n -= from + 1;
	if (tolower((unsigned char)out->p[from]) != 'a' || n > 2 ||
	    (n == 2 && out->p[from + 1] != 'n') || (n == 2) == vowel)
		return;
	out->n = from + 1;
	buf_puts(out, vowel ? "n " : " ");
}

/* "the United Nations Children's Fund" without its article. */
static const char *
bare(const char *expansion)
{
	return strncmp(expansion, "the ", 4) == 0 ? expansion + 4 : expansion;
}

/* Does the text end with a word that leaves no room for an article? */
static bool
ends_with_determiner(const struct buf *out)
{
	static const char *const words[] = {"the", "a", "an", "its", "their",
	    "this", "that", "each", "every", "no", "any", "some"};
	size_t end = out->n, from, i;

	while (end > 0 && out->p[end - 1] == ' ')
		end--;
	for (from = end; from > 0 && isalpha((unsigned char)out->p[from - 1]);)
		from--;
	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (end - from == strlen(words[i]) &&
		    strncasecmp(out->p + from, words[i], end - from) == 0)
			return true;
	return false;
}

/* The long form, with its article where the sentence has none. */
static const char *
long_form(const struct buf *out, const struct node *leaf, size_t i,
    const struct acronym_use *u)
{
	bool follows = i > 0 && strchr(" (", leaf->text[i - 1]);

	return (follows && !ends_with_determiner(out)) ||
		       begins_sentence(leaf, leaf->text, i)
		   ? u->expansion
		   : bare(u->expansion);
}

static void
expand(struct buf *out, const struct node *leaf, size_t i, size_t n,
    const struct acronym_use *u)
{
	const char *s = leaf->text, *words = long_form(out, leaf, i, u);
	bool plural = s[i + n] == 's' && !letter(s + i + n + 1);
	char first = words[0];

	if (first && begins_sentence(leaf, s, i))
		first = (char)toupper((unsigned char)first);
	buf_putc(out, first);
	buf_puts(out, words + 1);
	if (plural && u->expansion[0] &&
	    u->expansion[strlen(u->expansion) - 1] != 's')
		buf_putc(out, 's');
	buf_printf(out, " (%s%s)", u->name, plural ? "s" : "");
}

static void
visit(struct acronyms *a, struct node *leaf)
{
	bool may = may_expand(leaf), changed = false;
	const char *s = leaf->text, *expansion;
	size_t i = 0, n, done = 0;
	struct buf out = {0};

	while ((n = next_acronym(a, s, &i, &expansion)) != 0) {
		struct acronym_use *u =
		    use_of(a, (struct str){s + i, n}, expansion, leaf->at);
		size_t end = i + n;

		if (is_introduced(leaf, i, n)) {
			u->expanded = true;
		} else if (may && !u->expanded && !in_compound(s, i, n)) {
			buf_add(&out, s + done, i - done);
			if (a->english)
				fit_article(&out, bare(expansion));
			expand(&out, leaf, i, n, u);
			done = end + (s[end] == 's' && !letter(s + end + 1));
			u->expanded = changed = true;
		}
		i = end + word_length(s + end);
	}
	if (changed) {
		buf_puts(&out, s + done);
		leaf->text = buf_take(&out, a->doc->arena).p;
	}
}

static void
fill(struct acronyms *a, struct node *list, struct acronym_use **v, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct node *e = doc_block(a->doc, list, NODE_TERM_ENTRY, "");

		doc_label(a->doc, e, v[i]->name);
		node_text(a->doc, doc_block(a->doc, e, NODE_PARA, ""),
		    str_from(bare(v[i]->expansion)));
	}
}

/* Merge sort by the language's order (qsort has no context). */
static void
sort(const struct doc *d, struct acronym_use **v, struct acronym_use **tmp,
    size_t n)
{
	size_t half = n / 2, i = 0, k = half, m;

	if (n < 2)
		return;
	sort(d, v, tmp, half);
	sort(d, v + half, tmp, n - half);
	for (m = 0; m < n; m++)
		tmp[m] = k >= n || (i < half && doc_compare(d, v[i]->name,
						    v[k]->name) <= 0)
			     ? v[i++]
			     : v[k++];
	memcpy(v, tmp, n * sizeof *v);
}

static void
fill_lists(struct acronyms *a)
{
	struct arena *arena = a->doc->arena;
	size_t count = a->uses->n, i;
	struct acronym_use **v =
	    ARENA_ARRAY(arena, struct acronym_use *, count);
	struct work *w = work_of(a->doc);

	for (i = 0; i < count; i++)
		v[i] = a->uses->entries[i].value;
	sort(a->doc, v, ARENA_ARRAY(arena, struct acronym_use *, count), count);
	for (i = 0; i < w->lists.n; i++)
		if (w->lists.v[i]->kind == NODE_ACRONYMS)
			fill(a, w->lists.v[i], v, count);
}

void
acronym_complete(struct doc *d)
{
	struct acronyms a = {.doc = d, .uses = work_of(d)->acronyms};
	const char *const *names = NULL;
	size_t count, i;
	struct node *n;

	if (!d->env->acronym || !d->env->acronyms)
		return;
	a.english = d->env->lang && strncmp(d->env->lang, "en", 2) == 0;
	count = d->env->acronyms(d->env->ctx, &names);
	for (i = 0; i < count; i++) {
		unsigned char c = (unsigned char)names[i][0];

		a.first[c / 8] |= (unsigned char)(1 << c % 8);
		if (strlen(names[i]) > a.longest)
			a.longest = strlen(names[i]);
	}
	for (n = d->root; n; n = node_next(n, d->root))
		if (n->kind == NODE_TEXT || n->kind == NODE_NUMBER)
			visit(&a, n);
	fill_lists(&a);
}
