/* SPDX-License-Identifier: MIT */
/*
 * layout/style_font.c - the fonts of a style and their fallback chains
 *
 * A chain begins with the font of the document's own script, then come the
 * Latin family of the role, the other Latin family, the other scripts and the
 * symbols.  Scripts without italics use Bold instead; a fallback font that is
 * not installed is left out, for only its own characters would need it.
 */
#include "layout/style_font.h"

#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/diag.h"

#define CHAIN_MAX 32

/* One chain for each family, weight and slant. */
struct chain {
	const struct font **fonts;
	uint16_t *scale;
};

struct latin {
	const char *family;
	double baseline;
	bool ligatures;
	struct place at; /* of the family */
};

struct style_fonts {
	struct arena *arena;
	struct sink *sink;
	struct font_set *set;
	struct latin latin[2]; /* sans, serif */
	const struct conf *scripts, *symbols;
	const struct conf *script; /* of the document, or NULL */
	struct chain chains[2][WEIGHT_HEAVY + 1][2];
};

static struct latin
read_latin(struct sink *sink, const struct conf *c, const char *family)
{
	const struct conf *name = conf_find(c, "family");

	return (struct latin){conf_str(c, sink, "family", family),
	    conf_num(c, sink, "baseline", 0.38),
	    conf_bool(c, sink, "ligatures", true),
	    name ? name->at : (struct place){0}};
}

struct style_fonts *
style_fonts_new(struct arena *a, struct sink *sink, struct font_set *set,
    const struct conf *style, const struct conf *script)
{
	struct style_fonts *f = ARENA_NEW(a, struct style_fonts);
	const struct conf *c = conf_find(style, "fonts");
	const struct conf *folders = conf_list(c, sink, "folders");
	size_t i;

	f->arena = a;
	f->sink = sink;
	f->set = set;
	f->latin[0] = read_latin(sink, conf_find(c, "sans"), "Lato");
	f->latin[1] = read_latin(sink, conf_find(c, "serif"), "Charis SIL");
	f->scripts = conf_list(style, sink, "scripts");
	f->symbols = conf_list(style, sink, "symbols");
	f->script = script;
	for (i = 0; folders && i < folders->n; i++)
		font_set_folder(set, folders->kids[i]->text);
	return f;
}

static uint16_t
thousandths(double v)
{
	return (uint16_t)(v * 1000 + 0.5);
}

/* The font of a script in the nearest of the cuts that it has. */
static const struct font *
script_font(const struct style_fonts *f, const struct conf *script, bool serif,
    enum font_weight weight, bool italic)
{
	const char *family =
	    conf_str(script, f->sink, serif ? "serif" : "sans", NULL);

	if (!family)
		return NULL;
	return font_find(f->set, family,
	    weight >= WEIGHT_BOLD || italic ? WEIGHT_BOLD : WEIGHT_REGULAR,
	    false);
}

static void
chain_add(struct chain *c, size_t *n, const struct font *font, uint16_t scale)
{
	if (!font || *n + 1 >= CHAIN_MAX)
		return;
	c->fonts[*n] = font;
	c->scale[(*n)++] = scale;
}

/* Fallback fonts of the scripts and symbols, at sizes for text whose Latin
 * letters have the scale `latin`. */
static void
add_fallbacks(const struct style_fonts *f, struct chain *c, size_t *n,
    bool serif, enum font_weight weight, bool italic, double latin)
{
	size_t i;

	for (i = 0; f->scripts && i < f->scripts->n; i++) {
		const struct conf *s = f->scripts->kids[i];

		if (s != f->script)
			chain_add(c, n,
			    script_font(f, s, serif, weight, italic),
			    thousandths(
				latin * conf_num(s, f->sink, "scale", 1)));
	}
	for (i = 0; f->symbols && i < f->symbols->n; i++)
		chain_add(c, n,
		    font_find(f->set, f->symbols->kids[i]->text, WEIGHT_REGULAR,
			false),
		    thousandths(latin));
}

static const struct chain *
chain(struct style_fonts *f, bool serif, enum font_weight weight, bool italic)
{
	struct chain *c = &f->chains[serif][weight][italic];
	const struct font *main;
	double latin = 1;
	size_t n = 0;

	if (c->fonts)
		return c;
	main = font_open_from(f->set, f->sink, f->latin[serif].family, weight,
	    italic, f->latin[serif].at);
	if (!main)
		return NULL;
	c->fonts = ARENA_ARRAY(f->arena, const struct font *, CHAIN_MAX);
	c->scale = ARENA_ARRAY(f->arena, uint16_t, CHAIN_MAX);
	if (f->script) {
		chain_add(c, &n,
		    script_font(f, f->script, serif, weight, italic), 1000);
		latin = conf_num(f->script, f->sink, "latin", 1);
	}
	chain_add(c, &n, main, thousandths(latin));
	chain_add(c, &n,
	    font_find(f->set, f->latin[!serif].family,
		weight >= WEIGHT_BOLD ? WEIGHT_BOLD : WEIGHT_REGULAR, italic),
	    thousandths(latin));
	add_fallbacks(f, c, &n, serif, weight, italic, latin);
	return c;
}

static bool
cut(struct style_fonts *f, struct face *face, bool serif,
    enum font_weight weight, bool italic)
{
	const struct chain *c = chain(f, serif, weight, italic);

	if (!c)
		return false;
	face->chain = c->fonts;
	face->scale = c->scale;
	return true;
}

bool
style_font_cuts(struct style_fonts *f, struct role_style *role, bool serif,
    enum font_weight weight, bool italic)
{
	/* emphasis inside bold text is heavier where the family has it */
	enum font_weight strong = weight == WEIGHT_BOLD && !serif ? WEIGHT_HEAVY
				  : weight >= WEIGHT_BOLD         ? weight
								  : WEIGHT_BOLD;

	return cut(f, &role->face, serif, weight, italic) &&
	       cut(f, &role->bold, serif, strong, italic) &&
	       cut(f, &role->italic, serif, weight, !italic) &&
	       cut(f, &role->bold_italic, serif, strong, !italic);
}

double
style_font_baseline(const struct style_fonts *f, bool serif)
{
	if (f->script)
		return conf_num(f->script, f->sink, "baseline", 0.3);
	return f->latin[serif].baseline;
}

bool
style_font_ligatures(const struct style_fonts *f, bool serif)
{
	return f->latin[serif].ligatures;
}
