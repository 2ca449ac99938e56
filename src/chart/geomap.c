/* SPDX-License-Identifier: MIT */
/* chart/geomap.c - outlines, values and classes of a map's areas */
#include "chart/geomap.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"
#include "chart/flow.h"
#include "chart/plot.h"
#include "chart/words.h"
#include "data/store.h"

bool
geomap_is_kind(const struct chart *c)
{
	return c->spec.kind == KIND_LOCATOR ||
	       c->spec.kind == KIND_CHOROPLETH || c->spec.kind == KIND_FLOW_MAP;
}

/* The path of a file of outlines, NULL: there is none. */
static const char *
find_outlines(struct arena *a, const char *const *folders, const char *file)
{
	for (size_t i = 0; folders && folders[i]; i++) {
		char *path = path_join(a, folders[i], file);

		if (file_exists(path))
			return path;
	}
	return NULL;
}

static const char *
file_of(struct arena *a, const char *name)
{
	return arena_printf(a, "charts/maps/%s.geojson", name);
}

static const struct geo *
read_outlines(const struct chart *c, const char *name)
{
	struct map *known = c->env.outlines;
	struct geo *g = known ? map_get(known, name) : NULL;
	const char *file = file_of(c->env.arena, name), *path;
	struct str text;

	if (g)
		return g;
	path = find_outlines(c->env.arena, c->env.folders, file);
	if (!path) {
		diag(c->env.sink, DIAG_CHART_MAP, c->spec.at, file);
		return NULL;
	}
	if (!file_read_text(c->env.arena, c->env.sink, path, c->spec.at, &text))
		return NULL;
	g = geo_parse(
	    known ? known->arena : c->env.arena, c->env.sink, path, text);
	if (g && known)
		map_put(known, str_from(name), g);
	return g;
}

void
chart_read_outlines(
    struct map *known, const char *const *folders, const char *name)
{
	struct arena *a = known->arena;
	struct sink *sink = sink_new(a);
	const char *path = find_outlines(a, folders, file_of(a, name));
	struct str text;
	struct geo *g;

	if (!path || !file_read_text(a, sink, path, (struct place){0}, &text))
		return;
	g = geo_parse(a, sink, path, text);
	if (g && sink_level(sink) == DIAG_NOTE)
		map_put(known, str_from(name), g);
}

/* The id of an area's outline: its own, or what its codes say. */
static const struct geo_shape *
find_shape(const struct geomap *m, const struct area *a)
{
	const char *codes = a->record ? record_text(a->record, "codes") : "";
	const char *at = strstr(codes, "map=");
	char id[64] = "";
	size_t n = at ? strcspn(at + 4, ";") : 0;
	const struct geo_shape *s;

	if (n > 0 && n < sizeof id)
		memcpy(id, at + 4, n);
	s = geo_find(m->detail, *id ? id : a->id);
	return s ? s : geo_find(m->base, *id ? id : a->id);
}

static void
add_area(struct geomap *m, const struct area *a)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->areas[i].area == a)
			return;
	m->areas[m->n++] = (struct map_area){
	    .area = a, .shape = find_shape(m, a), .class = -1};
}

static void
flow_areas(struct chart *c, struct geomap *m)
{
	const struct flow *f = c->flow;

	m->areas = ARENA_ARRAY(
	    c->env.arena, struct map_area, f->norigins + f->ndestinations);
	for (size_t i = 0; i < f->norigins; i++)
		add_area(m, f->origins[i]);
	for (size_t i = 0; i < f->ndestinations; i++)
		add_area(m, f->destinations[i]);
}

/* Places are those of the outlines; the others leave the chart. */
static void
place_areas(struct chart *c, struct geomap *m)
{
	const struct area **kept =
	    ARENA_ARRAY(c->env.arena, const struct area *, c->spec.nareas);
	size_t n = 0;

	m->areas = ARENA_ARRAY(
	    c->env.arena, struct map_area, m->detail->n + c->spec.nareas);
	for (size_t i = 0; i < c->spec.nareas; i++) {
		const struct area *a = c->spec.areas[i];

		if (!find_shape(m, a))
			continue;
		kept[n++] = a;
		add_area(m, a);
	}
	c->spec.areas = kept;
	c->spec.nareas = n;
	for (size_t i = 0; i < m->detail->n; i++) {
		bool known = false;

		for (size_t k = 0; k < n; k++)
			known |= m->areas[k].shape == &m->detail->v[i];
		if (!known)
			m->areas[m->n++] = (struct map_area){
			    .shape = &m->detail->v[i], .class = -1};
	}
}

static void
choose_areas(struct chart *c, struct geomap *m)
{
	if (c->spec.kind == KIND_FLOW_MAP) {
		if (c->flow)
			flow_areas(c, m);
		return;
	}
	if (c->spec.countries == COUNTRIES_PLACES) {
		place_areas(c, m);
		return;
	}
	m->areas = ARENA_ARRAY(c->env.arena, struct map_area, c->spec.nareas);
	for (size_t i = 0; i < c->spec.nareas; i++)
		add_area(m, c->spec.areas[i]);
}

bool
geomap_open(struct chart *c)
{
	struct geomap *m = ARENA_NEW(c->env.arena, struct geomap);
	bool places = c->spec.countries == COUNTRIES_PLACES;

	m->base = read_outlines(c, c->spec.map.file);
	if (places && c->env.subject)
		m->detail = read_outlines(c, c->env.subject->id);
	if (!m->base || (places && !m->detail))
		return false;
	c->geomap = m;
	choose_areas(c, m);
	geomap_measure(c);
	return true;
}

/* --- values and classes --- */

/* The class of a verdict, in the order of the legend. */
static int
verdict_class(enum verdict v)
{
	static const int classes[] = {[VERDICT_NONE] = -1,
	    [VERDICT_YES] = 0,
	    [VERDICT_PARTIAL] = 1,
	    [VERDICT_NOT_FULL] = 2,
	    [VERDICT_NO] = 3,
	    [VERDICT_UNCLEAR] = 4};

	return classes[v];
}

static const char *
verdict_words(const struct chart *c, int class)
{
	static const char *const paths[] = {"verdict.yes", "verdict.partial",
	    "verdict.not_full", "verdict.no", "verdict.unclear"};
	static const char *const english[] = {
	    "Yes", "Partly", "Not fully", "No", "Unclear"};

	return word(c, paths[class], english[class]);
}

static void
classify_verdicts(struct chart *c)
{
	struct geomap *m = c->geomap;
	const struct theme *t = &c->theme;
	const struct wanted *w = &c->spec.wanted[0];
	const struct map_class looks[] = {{NULL, t->petrol900, true, 0},
	    {NULL, t->petrol500, true, 0}, {NULL, t->sequential[2], false, 0},
	    {NULL, t->sequential[1], false, 0}, {NULL, t->white, false, 0}};

	m->nclasses = MAP_CLASSES;
	for (int i = 0; i < MAP_CLASSES; i++) {
		m->classes[i] = looks[i];
		m->classes[i].words = verdict_words(c, i);
	}
	for (size_t i = 0; i < m->n; i++) {
		struct map_area *a = &m->areas[i];
		struct obs_key key;
		enum absence why;

		if (!a->area)
			continue;
		key = series_key(a->area, w);
		a->verdict = view_newest(c->env.view, &key, &why);
		if (!a->verdict)
			continue;
		a->class = verdict_class(a->verdict->verdict);
		if (a->class >= 0)
			m->classes[a->class].count++;
	}
}

/* A class of whole numbers between given bounds: "0", "2", "10 to 19". */
static const char *
whole_words(const struct chart *c, double from, double below)
{
	struct filler fill[] = {{"from", ""}, {"to", ""}, {0}};

	fill[0].text = number_text(c, from, 0);
	fill[1].text = number_text(c, below - 1, 0);
	return below - from > 1
		   ? sentence(c, "chart.class.values", "{from} to {to}", fill)
		   : fill[0].text;
}

/* "under 10", "10 to under 20", "20 and more"; whole numbers and quantiles by
 * their values. */
static const char *
class_words(const struct chart *c, const struct classes *k, size_t i)
{
	int decimals = c->measures[0].decimals;
	bool given = c->spec.map.method == CLASS_BREAKS;
	bool last = i + 1 == k->n;
	struct filler fill[] = {{"from", ""}, {"to", ""}, {0}};

	if (given && !last && decimals == 0 &&
	    (i > 0 || (k->low[1] == 1 && k->count[0] && k->least[0] == 0)))
		return whole_words(c, i ? k->low[i] : 0, k->low[i + 1]);
	if (!last)
		fill[1].text = number_text(c, k->low[i + 1], decimals);
	if (given && i == 0)
		return sentence(c, "chart.class.under", "under {to}", fill);
	fill[0].text = number_text(c, k->low[i], decimals);
	if (given && last)
		return sentence(c, "chart.class.over", "{from} and more", fill);
	if (given)
		return sentence(
		    c, "chart.class.between", "{from} to under {to}", fill);
	fill[0].text = number_text(c, k->least[i], decimals);
	fill[1].text = number_text(c, k->most[i], decimals);
	if (k->least[i] == k->most[i])
		return fill[0].text;
	return sentence(c, "chart.class.values", "{from} to {to}", fill);
}

/* Shades spread over the ramp, the lightest and the darkest among them. */
static uint32_t
shade(const struct chart *c, size_t i, size_t n)
{
	size_t k = n < 2 ? 3 : (i * 8 + (n - 1)) / (2 * (n - 1));

	return c->theme.sequential[k > 4 ? 4 : k];
}

static void
classify_numbers(struct chart *c)
{
	struct geomap *m = c->geomap;
	const struct measure *measure = &c->measures[0];
	double *v = ARENA_ARRAY(c->env.arena, double, c->nseries);
	size_t n = 0, wanted = (size_t)c->spec.map.classes;

	for (size_t i = 0; i < c->nseries; i++)
		if (c->series[i].n)
			v[n++] =
			    series_last(&c->series[i])->v / measure->divide;
	if (c->spec.map.method == CLASS_QUANTILES && wanted > n)
		wanted = n;
	classes_make(&m->bounds, c->spec.map.method, wanted, c->spec.map.breaks,
	    v, n, measure->decimals);
	m->nclasses = m->bounds.n;
	for (size_t i = 0; i < m->nclasses; i++)
		m->classes[i] = (struct map_class){
		    class_words(c, &m->bounds, i), shade(c, i, m->nclasses),
		    m->nclasses < 2 || i * 2 + 1 > m->nclasses,
		    m->bounds.count[i]};
	for (size_t i = 0; i < m->n; i++) {
		struct map_area *a = &m->areas[i];

		for (size_t k = 0; k < c->nseries && a->area; k++)
			if (c->series[k].area == a->area)
				a->series = &c->series[k];
		if (a->series && a->series->n)
			a->class = (int)class_of(&m->bounds,
			    series_last(a->series)->v / measure->divide,
			    measure->decimals);
	}
}

/* Areas of the data that the map shows as unknown, for source and alt. */
static void
find_unknown(struct chart *c)
{
	struct geomap *m = c->geomap;
	VEC(const struct area *) missing = {0};

	for (size_t i = 0; i < m->n; i++) {
		if (m->areas[i].class >= 0)
			continue;
		m->nunknown++;
		if (m->areas[i].area)
			VEC_PUSH(c->env.arena, &missing, m->areas[i].area);
	}
	c->missing = missing.v;
	c->nmissing = missing.n;
}

void
geomap_classify(struct chart *c)
{
	if (c->spec.kind != KIND_CHOROPLETH)
		return;
	if (c->spec.wanted[0].indicator->type == IND_VERDICT)
		classify_verdicts(c);
	else
		classify_numbers(c);
	find_unknown(c);
}

bool
geomap_has_value(const struct chart *c, const struct map_area *a)
{
	return c->spec.kind != KIND_CHOROPLETH || a->class >= 0;
}

const char *
geomap_verdict(const struct chart *c, const struct map_area *a)
{
	return a->verdict && a->class >= 0 ? verdict_words(c, a->class) : "";
}

const char *
geomap_name(const struct chart *c, const struct map_area *a)
{
	const char *name = a->area ? area_short(c, a->area) : a->shape->name;

	/* a place without a name of its own is called as its outline is */
	if (a->area && a->shape && streq(name, a->area->id))
		return a->shape->name;
	return name;
}
