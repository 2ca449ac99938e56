/* SPDX-License-Identifier: MIT */
/*
 * layout/items.c - the text of a paragraph as shaped units and bricks
 *
 * A unit is shaped as a whole; breaks inside it are measured by clusters.
 * Where cutting would change the shapes (HarfBuzz says so for each glyph), the
 * penalty carries what the two fragments differ from the whole, so that the
 * breaks are chosen with the widths that the lines will have.
 */
#include "layout/items.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "layout/mark.h"
#include "text/hyph.h"
#include "text/segment.h"

#define SOFT_HYPHEN "\u00AD"

/* Room before a note mark, and between two of them. */
#define NOTE_ROOM     PT(0.6)
#define NOTES_BETWEEN PT(2.4)

/* Costs of breaks inside words, as ragged and justified lines square them. */
#define COST_PLAIN  20
#define COST_URL    60
#define COST_HYPHEN 50
#define COST_RANGE  900 /* rather than spaces three times as wide */

/* A unit without spaces ends at the first break after so many bytes, so that
 * cutting a long paragraph of Thai or Khmer does not measure all of it for
 * each line.  A unit has thus no more breaks than this. */
#define UNIT_MOST 256

/* Longest stretch of bytes without a break that is taken for a word. */
#define ENDLESS      96
#define ENDLESS_ENDS 8

/* Where the author wrote a span; nowhere for generated text. */
static struct place
place_of(const struct span *s)
{
	return s->leaf ? s->leaf->at : (struct place){0};
}

/* --- endless words --- */

/* Is this the first byte of a character that may begin a line? */
static bool
may_begin(struct str s, size_t i)
{
	const char *p = s.p + i;
	uint32_t c;

	if ((s.p[i] & 0xC0) == 0x80)
		return false;
	c = utf8_decode(&p, s.p + s.n);
	return !(c >= 0x300 && c <= 0x36F) && c != 0x200D &&
	       !(c >= 0xFE00 && c <= 0xFE0F);
}

/*
 * No line holds a stretch without any break of more than ENDLESS bytes: it may
 * end a line before each of its characters but the first and last few.
 */
static void
break_endless(struct inline_text *t)
{
	size_t from = 0, i, k;

	for (i = 1; i <= t->text.n; i++) {
		if (i < t->text.n && t->kinds[i] == BREAK_NONE &&
		    t->text.p[i] != ' ')
			continue;
		for (k = from + ENDLESS_ENDS; k + ENDLESS_ENDS < i; k++)
			if (i - from > ENDLESS && may_begin(t->text, k))
				t->kinds[k] = BREAK_URL;
		from = i;
	}
}

/* --- units --- */

static bool
is_space_at(struct str s, size_t i)
{
	return s.p[i] == ' ' ||
	       (i + 1 < s.n && memcmp(s.p + i, "\u00A0", 2) == 0);
}

/* May a long unit end before byte i? */
static bool
is_cut(const struct inline_text *t, size_t from, size_t i)
{
	return i - from >= UNIT_MOST &&
	       (t->kinds[i] == BREAK_PLAIN || t->kinds[i] == BREAK_URL);
}

/* Where the unit that begins at `from` ends. */
static size_t
unit_end(const struct inline_text *t, const struct span *span, size_t from)
{
	size_t i = from + 1, end = span->to;

	if (t->text.p[from] == ' ')
		return i;
	if (is_space_at(t->text, from))
		return from + 2;
	while (i < end && !is_space_at(t->text, i) && !is_cut(t, from, i) &&
	       (!t->levels || t->levels[i] == t->levels[from]))
		i++;
	return i;
}

/* Does the unit look as one of the span on this level? */
static bool
looks_alike(const struct unit *u, const struct span *span, uint8_t level)
{
	return u->shaped && u->level == level && u->span->face == span->face &&
	       u->span->lang == span->lang;
}

/* Half of all units are spaces: they are taken from the last one, `space`. */
static struct unit
make_unit(const struct items *it, const struct span *span, size_t from,
    size_t to, struct unit *space)
{
	const struct inline_text *t = &it->text;
	const struct style *st = it->env->style;
	struct unit u = {.from = (uint32_t)from,
	    .to = (uint32_t)to,
	    .span = span,
	    .level = t->levels ? t->levels[from] : 0};

	u.space = is_space_at(t->text, from);
	if (span->kind == SPAN_STATUS) {
		u.width = mark_width(st, span->leaf) + st->mark_gap;
		return u;
	}
	if (span->kind == SPAN_BREAK)
		return u;
	if (t->text.p[from] == ' ' && looks_alike(space, span, u.level)) {
		u.shaped = space->shaped;
		u.width = space->width;
		return u;
	}
	u.shaped = shape_word(it->env->shaper, str_slice(t->text, from, to),
	    span->face, span->lang, u.level & 1, place_of(span));
	u.width = shaped_width(u.shaped, span->face, 0, to - from);
	if (t->text.p[from] == ' ')
		*space = u;
	return u;
}

/* Index of the font in its chain at the start or end of a unit. */
static unsigned
chain_at(const struct unit *u, bool end)
{
	const struct shaped *w = u->shaped;

	return w && w->n ? w->parts[end ? w->n - 1 : 0].chain : 0;
}

/* A space between two words of the same fallback font is of that font. */
static void
fit_spaces(struct items *it)
{
	size_t i;

	for (i = 1; i + 1 < it->nunits; i++) {
		struct unit *u = &it->units[i];
		unsigned chain = chain_at(u - 1, true);

		if (!chain || it->text.text.p[u->from] != ' ' ||
		    chain != chain_at(u + 1, false) ||
		    u[-1].span->face != u->span->face)
			continue;
		u->shaped = shape_space(it->env->shaper, u->span->face, chain,
		    u->span->lang, u->level & 1);
		u->width = shaped_width(u->shaped, u->span->face, 0, 1);
	}
}

static void
make_units(struct items *it)
{
	const struct inline_text *t = &it->text;
	VEC(struct unit) units = {0};
	const struct span *before = NULL;
	struct unit space = {0};
	size_t i, from;

	units.cap = t->text.n / 2 + t->nspans + 1; /* mostly enough */
	units.v = ARENA_ARRAY(it->arena, struct unit, units.cap);

	for (i = 0; i < t->nspans; i++) {
		const struct span *s = &t->spans[i];

		for (from = s->from; from < s->to;) {
			size_t to = unit_end(t, s, from);
			struct unit u = make_unit(it, s, from, to, &space);

			if (s->kind == SPAN_NOTE && from == s->from)
				u.lead = before && before->kind == SPAN_NOTE
					     ? NOTES_BETWEEN
					     : NOTE_ROOM;
			u.width += u.lead;
			VEC_PUSH(it->arena, &units, u);
			from = to;
			before = s;
		}
	}
	it->units = units.v;
	it->nunits = units.n;
	fit_spaces(it);
}

/* --- fragments --- */

const struct shaped *
items_fragment(const struct items *it, const struct unit *u, size_t from,
    size_t to, bool hyphen, size_t *at)
{
	struct str text = str_slice(it->text.text, from, to);

	*at = from - u->from;
	if (!hyphen && (from == u->from || shaped_is_safe(u->shaped, *at)) &&
	    (to == u->to || shaped_is_safe(u->shaped, to - u->from)))
		return u->shaped;
	*at = 0;
	if (hyphen) {
		char *p = arena_alloc(it->arena, text.n + 3);

		memcpy(p, text.p, text.n);
		memcpy(p + text.n, SOFT_HYPHEN, 2);
		text = (struct str){p, text.n + 2};
	}
	return shape_word(it->env->shaper, text, u->span->face, u->span->lang,
	    u->level & 1, place_of(u->span));
}

static mpt
fragment_width(const struct items *it, const struct unit *u, size_t from,
    size_t to, bool hyphen)
{
	size_t at, n = to - from + (hyphen ? 2 : 0);
	const struct shaped *w = items_fragment(it, u, from, to, hyphen, &at);

	return shaped_width(w, u->span->face, at, at + n);
}

/* --- protrusion (justified text) --- */

/* Part of a mark's width, in 1/100, that may stick out of the margin. */
static const struct {
	const char *mark;
	int start, end;
} protrusions[] = {
    {".", 0, 70},
    {",", 0, 70},
    {"-", 0, 70},
    {"\u2010", 0, 70},
    {SOFT_HYPHEN, 0, 70},
    {":", 0, 40},
    {";", 0, 40},
    {"!", 0, 20},
    {"?", 0, 20},
    {")", 0, 20},
    {"(", 20, 0},
    {"“", 50, 50},
    {"”", 50, 50},
    {"‘", 60, 60},
    {"’", 60, 60},
    {"–", 0, 30},
    {"—", 0, 20},
    {"'", 60, 60},
    {"\"", 50, 50},
};

#define NPROTRUSIONS (sizeof protrusions / sizeof *protrusions)

static mpt
protrusion(const struct unit *u, const struct shaped *w, bool end)
{
	size_t i;

	if (!w || !w->text.n ||
	    isalnum((unsigned char)w->text.p[end ? w->text.n - 1 : 0]))
		return 0;
	for (i = 0; i < NPROTRUSIONS; i++) {
		const char *m = protrusions[i].mark;
		size_t n = strlen(m);
		size_t from = end ? w->text.n - n : 0;
		int part = end ? protrusions[i].end : protrusions[i].start;

		if (part && w->text.n >= n &&
		    memcmp(w->text.p + from, m, n) == 0)
			return (mpt)((int64_t)shaped_width(
					 w, u->span->face, from, from + n) *
				     part / 100);
	}
	return 0;
}

/* --- bricks --- */

struct maker {
	struct items *items;
	bool justified, hyphenate;
	VEC(struct brick) out;
};

static void
push(struct maker *m, struct brick b)
{
	VEC_PUSH(m->items->arena, &m->out, b);
}

/* Cost of a break of a kind before byte `at`: a URL ends best after a slash. */
static int
cost_of(const struct items *it, uint8_t kind, size_t at)
{
	switch (kind) {
	case BREAK_HYPHEN:
		return COST_HYPHEN;
	case BREAK_RANGE:
		return COST_RANGE;
	case BREAK_URL:
		return strchr("/?&", it->text.text.p[at - 1]) ? COST_PLAIN
							      : COST_URL;
	default:
		return COST_PLAIN;
	}
}

/* Letters of a unit between marks: the part that a dictionary knows.  Empty
 * when the unit is no plain word. */
static struct str
word_core(struct str s)
{
	static const char quotes[][4] = {"“", "‘", "”", "’", "«", "»"};
	size_t from = 0, to, i, k;

	for (i = 0; i < sizeof quotes / sizeof *quotes; i++)
		if (str_starts(s, quotes[i]))
			from = strlen(quotes[i]);
	while (from < s.n && strchr("([\"'", s.p[from]) && s.p[from])
		from++;
	for (to = from; to < s.n; to++) {
		unsigned char c = (unsigned char)s.p[to];

		/* letters are ASCII ones and those of two bytes */
		if (!((c | 32) >= 'a' && (c | 32) <= 'z') &&
		    !(c >= 0xC3 && c <= 0xCF) &&
		    !(c >= 0x80 && c <= 0xBF && to > from &&
			(unsigned char)s.p[to - 1] >= 0xC3 &&
			(unsigned char)s.p[to - 1] <= 0xCF))
			break;
	}
	/* a second word after a mark (hyphen, slash, dot): leave it alone */
	for (k = to; k < s.n; k++)
		if (((s.p[k] | 32) >= 'a' && (s.p[k] | 32) <= 'z' &&
			k > to + 3) ||
		    strchr("-/@_0123456789", s.p[k]))
			return (struct str){"", 0};
	return str_slice(s, from, to);
}

/* Breaks inside a unit: offsets and kinds, in order. */
struct points {
	uint32_t at[UNIT_MOST];
	uint8_t kind[UNIT_MOST];
	size_t n;
};

static void
add_hyphens(const struct maker *m, const struct unit *u, struct points *p)
{
	const struct layout_env *env = m->items->env;
	const struct style *st = env->style;
	struct str text = u->shaped->text, core = word_core(text);
	const uint16_t *points;
	size_t i, n;

	if (!env->hyph || core.n < (size_t)st->hyph_least)
		return;
	n = hyph_points(env->hyph, core, u->span->lang, st->hyph_least,
	    st->hyph_left, st->hyph_right, &points);
	for (i = 0; i < n && p->n < UNIT_MOST; i++) {
		p->at[p->n] = u->from + (uint32_t)(core.p - text.p) + points[i];
		p->kind[p->n++] = BREAK_HYPHEN;
	}
}

/* May a line end inside a word at a break of the kind? */
static bool
is_allowed(const struct maker *m, uint8_t kind)
{
	return kind != BREAK_NONE &&
	       (kind != BREAK_RANGE || (m->justified && m->hyphenate));
}

static void
find_points(const struct maker *m, const struct unit *u, struct points *p)
{
	const uint8_t *kinds = m->items->text.kinds;
	uint32_t i;

	p->n = 0;
	for (i = u->from + 1; i < u->to && p->n < UNIT_MOST; i++)
		if (is_allowed(m, kinds[i])) {
			p->at[p->n] = i;
			p->kind[p->n++] = kinds[i];
		}
	if (m->hyphenate && p->n == 0 && u->span->kind == SPAN_TEXT)
		add_hyphens(m, u, p);
}

/* A box, and after it the break at its end. */
static void
push_piece(
    struct maker *m, const struct unit *u, size_t from, size_t to, uint8_t kind)
{
	struct items *it = m->items;
	size_t base = u->from;
	bool is_whole = from == base && to == u->to;
	mpt whole = is_whole ? u->width - u->lead
			     : shaped_width(u->shaped, u->span->face,
				   from - base, to - base);
	struct brick box = {
	    .kind = BRICK_BOX, .width = whole + (from == base ? u->lead : 0)};
	struct brick cut = {.kind = BRICK_PENALTY,
	    .penalty = cost_of(it, kind, to),
	    .flagged = kind == BREAK_HYPHEN,
	    .at = (uint32_t)to,
	    .end = (uint32_t)to};

	if (m->justified && from == base)
		box.hang_start = protrusion(u, u->shaped, false);
	push(m, box);
	if (to == u->to)
		return;
	/* as if this were the only cut of the unit, which it mostly is */
	cut.before = fragment_width(it, u, base, to, cut.flagged) -
		     shaped_width(u->shaped, u->span->face, 0, to - base);
	cut.after =
	    fragment_width(it, u, to, u->to, false) -
	    shaped_width(u->shaped, u->span->face, to - base, u->to - base);
	if (m->justified && cut.flagged)
		cut.hang_end = (mpt)((int64_t)cut.before * 70 / 100);
	push(m, cut);
}

static void
push_word(struct maker *m, const struct unit *u)
{
	struct points p;
	size_t from = u->from, i;

	find_points(m, u, &p);
	for (i = 0; i < p.n; i++) {
		push_piece(m, u, from, p.at[i], p.kind[i]);
		from = p.at[i];
	}
	push_piece(m, u, from, u->to, BREAK_NONE);
}

static void
push_space(struct maker *m, const struct unit *u, const struct unit *before)
{
	struct brick b = {.kind = BRICK_GLUE,
	    .width = u->width,
	    .stretch = u->width / 2,
	    .shrink = u->width / 3,
	    .at = u->to,
	    .end = u->from};

	if (m->items->text.kinds[u->to] != BREAK_SPACE)
		b.penalty = BRICK_NEVER;
	if (m->justified && before)
		b.hang_end = protrusion(before, before->shaped, true);
	push(m, b);
}

static void
push_unit(struct maker *m, size_t i)
{
	const struct items *it = m->items;
	const struct unit *u = &it->units[i];
	uint8_t kind = it->text.kinds[u->to];

	if (u->space) {
		push_space(m, u, i ? u - 1 : NULL);
		return;
	}
	if (u->span->kind == SPAN_BREAK) {
		push(m, (struct brick){.kind = BRICK_PENALTY,
			    .penalty = BRICK_FORCED,
			    .at = u->to,
			    .end = u->from});
		return;
	}
	if (u->shaped)
		push_word(m, u);
	else
		push(m, (struct brick){.kind = BRICK_BOX, .width = u->width});
	/* a break between two units without a space */
	if (i + 1 < it->nunits && (kind == BREAK_PLAIN || kind == BREAK_URL))
		push(m, (struct brick){.kind = BRICK_PENALTY,
			    .penalty = cost_of(it, kind, u->to),
			    .at = u->to,
			    .end = u->to});
}

static void
make_bricks(struct items *it, bool justified, bool hyphenate)
{
	struct maker m = {
	    .items = it, .justified = justified, .hyphenate = hyphenate};
	size_t i;

	for (i = 0; i < it->nunits; i++)
		push_unit(&m, i);
	push(&m, (struct brick){.kind = BRICK_PENALTY,
		     .penalty = BRICK_FORCED,
		     .at = (uint32_t)it->text.text.n,
		     .end = (uint32_t)it->text.text.n});
	it->bricks = m.out.v;
	it->nbricks = m.out.n;
	it->hyphenated = hyphenate;
}

struct items
items_new(const struct layout_env *env, struct arena *a,
    struct inline_text text, bool justified)
{
	struct items it = {.env = env, .arena = a, .text = text};

	break_endless(&it.text);
	make_units(&it);
	make_bricks(&it, justified, false);
	return it;
}

void
items_hyphenate(struct items *it, bool justified)
{
	make_bricks(it, justified, true);
}

size_t
items_find(const struct items *it, uint32_t at)
{
	size_t low = 0, high = it->nunits;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (it->units[mid].to <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

mpt
items_hang_start(const struct items *it, uint32_t from)
{
	size_t i = items_find(it, from);

	if (i >= it->nunits || it->units[i].from != from)
		return 0;
	return protrusion(&it->units[i], it->units[i].shaped, false);
}
