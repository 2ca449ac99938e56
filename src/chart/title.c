/* SPDX-License-Identifier: MIT */
/*
 * chart/title.c - titles that state the finding, subtitles, how to read
 *
 * Each kind of chart has its sentence; a sentence is used only with the data
 * that make it true (HOUSE-STYLE section 10, rules 1, 2 and 11).
 */
#include <math.h>

#include "base/arena.h"
#include "base/str.h"
#include "chart/flow.h"
#include "chart/fraction.h"
#include "chart/geomap.h"
#include "chart/plot.h"
#include "chart/text.h"
#include "chart/timeline.h"
#include "chart/words.h"

/* Above this change "from … to …" says more than a percentage. */
#define PERCENT_MOST 200

static const char *
md(const struct chart *c, const char *text)
{
	return words_escape(c->env.arena, text);
}

/* "83%", recorded; NULL when a percentage of this change says little. */
static const char *
percent_change(const struct chart *c, const struct finding *f)
{
	double p = (f->b->v - f->a->v) / f->a->v * 100;
	struct printed n = {0};
	const struct obs *both[2] = {f->a->obs, f->b->obs};
	const struct obs **kept;

	if (f->series->measure->percent || f->a->v <= 0 || f->b->v < 0 ||
	    fabs(p) > PERCENT_MOST || fabs(p) < 0.5)
		return NULL;
	kept = ARENA_ARRAY(c->env.arena, const struct obs *, 2);
	kept[0] = both[0];
	kept[1] = both[1];
	n.value = fabs(p);
	n.text = number_text(c, n.value, 0);
	n.obs = kept;
	n.nobs = 2;
	n.expression = arena_printf(c->env.arena,
	    "(%s.value - %s.value) / %s.value * %s100",
	    obs_expression(c->env.arena, both[1]),
	    obs_expression(c->env.arena, both[0]),
	    obs_expression(c->env.arena, both[0]), p < 0 ? "-" : "");
	return arena_printf(c->env.arena, "%s%%", marked_number(c, &n));
}

/* Where no country is the report's own: lowest and highest, with their years
 * if `dated`. */
static const char *
range_sentence(const struct chart *c, bool dated)
{
	const struct measure *m = &c->measures[0];
	const struct series *top, *low;

	if (c->spec.nwanted != 1 || !text_extremes(c, m, &top, &low))
		return NULL;
	return sentence(c, dated ? "chart.reading.range" : "chart.title.range",
	    dated ? "{measure}: {low} in {bottom} ({first}), the lowest value, "
		    "and {high} in {top} ({last}), the highest."
		  : "{measure}: from {low} in {bottom} to {high} in {top}",
	    (struct filler[]){{"measure", md(c, text_measure(c, m, false))},
		{"low", data_point_text(c, low, series_last(low), true)},
		{"bottom", md(c, area_the(c, low->area))},
		{"first", marked_year(c, series_last(low))},
		{"high", data_point_text(c, top, series_last(top), true)},
		{"top", md(c, area_the(c, top->area))},
		{"last", marked_year(c, series_last(top))}, {0}});
}

static const char *
no_subject_title(const struct chart *c)
{
	const char *range = c->spec.highlight ? NULL : range_sentence(c, false);

	if (range)
		return range;
	if (!c->spec.highlight || !c->spec.nwanted)
		return c->spec.nwanted
			   ? md(c, text_measure(c, &c->measures[0], false))
			   : "";
	return sentence(c, "chart.title.no_value",
	    "{measure}: no value for {country}",
	    (struct filler[]){
		{"measure", md(c, text_measure(c, &c->measures[0], false))},
		{"country", md(c, area_the(c, c->spec.highlight))}, {0}});
}

/* Lines, bars by year, dots and slopes: what became of the subject's value. */
static const char *
change_title(const struct chart *c)
{
	struct finding f;
	struct filler fill[9] = {0};
	const char *percent;

	if (!text_finding(c, &f))
		return no_subject_title(c);
	fill[0] = (struct filler){
	    "measure", md(c, text_measure(c, f.series->measure, false))};
	fill[1] =
	    (struct filler){"country", md(c, area_the(c, f.series->area))};
	fill[2] = (struct filler){"year", marked_year(c, f.a)};
	if (!f.b) {
		fill[3] = (struct filler){
		    "value", data_point_text(c, f.series, f.a, true)};
		return sentence(c, "chart.title.one",
		    "{measure} in {country} was {value} in {year}", fill);
	}
	fill[3] = (struct filler){"last", marked_year(c, f.b)};
	fill[4] = (struct filler){"direction", text_direction(c, f.direction)};
	if (f.direction == 0)
		return sentence(c, "chart.title.flat",
		    "{measure} in {country} {direction} between {year} and "
		    "{last}",
		    fill);
	percent = percent_change(c, &f);
	if (percent) {
		fill[5] = (struct filler){"percent", percent};
		return sentence(c, "chart.title.by",
		    "{measure} in {country} {direction} by {percent} between "
		    "{year} and {last}",
		    fill);
	}
	fill[5] =
	    (struct filler){"from", data_point_text(c, f.series, f.a, true)};
	fill[6] =
	    (struct filler){"to", data_point_text(c, f.series, f.b, true)};
	return sentence(c, "chart.title.from_to",
	    "{measure} in {country} {direction} from {from} to {to} between "
	    "{year} and {last}",
	    fill);
}

static const char *
rank_title(const struct chart *c)
{
	const struct measure *m = &c->measures[0];
	enum better better = m->wanted->indicator->better;
	struct printed rank, n;
	struct filler fill[5] = {0};

	if (!text_place(c, m, better != BETTER_LOWER, &rank, &n))
		return change_title(c);
	fill[0] = (struct filler){
	    "country", md(c, capital(c, area_the(c, c->subject->area)))};
	fill[1] = (struct filler){"rank", marked_number(c, &rank)};
	fill[2] = (struct filler){"n", marked_number(c, &n)};
	fill[3] = (struct filler){"measure", md(c, text_measure(c, m, true))};
	if (better == BETTER_NONE)
		return sentence(c, "chart.title.rank_highest",
		    "{country} is {rank} of {n} countries on {measure}, from "
		    "the highest",
		    fill);
	return sentence(c, "chart.title.rank",
	    "{country} is {rank} of {n} countries on {measure}", fill);
}

static const char *
tally_title(const struct chart *c)
{
	struct tally sum = text_tally_sum(c);
	struct printed met = text_tally_number(c, &sum, TALLY_YES);
	int unknown = sum.count[TALLY_UNKNOWN];

	return sentence(c,
	    unknown ? "chart.title.tally" : "chart.title.tally_all",
	    unknown ? "{country} meets {met} of {n} legal requirements "
		      "assessed; {unknown} more have not been assessed"
		    : "{country} meets {met} of {n} legal requirements",
	    (struct filler[]){
		{"country", md(c, capital(c, area_the(c, c->env.subject)))},
		{"met", marked_number(c, &met)},
		{"n", number_text(c, sum.total - unknown, 0)},
		{"unknown", number_text(c, unknown, 0)}, {0}});
}

static const char *
parts_title(const struct chart *c)
{
	const struct series *top = NULL;

	for (size_t i = 0; i < c->nseries; i++) {
		const struct series *s = &c->series[i];

		if (s->subject && s->n &&
		    (!top || series_last(s)->v > series_last(top)->v))
			top = s;
	}
	if (!top)
		return no_subject_title(c);
	return sentence(c, "chart.title.parts",
	    "The largest part in {country}: {part}, {value} in {year}",
	    (struct filler[]){
		{"part", md(c, text_measure(c, top->measure, false))},
		{"country", md(c, area_the(c, top->area))},
		{"value", data_point_text(c, top, series_last(top), true)},
		{"year", marked_year(c, series_last(top))}, {0}});
}

/* Of the indicators with a better direction, how many went that way? */
static const char *
multiples_title(const struct chart *c)
{
	int better = 0, n = 0;

	for (size_t i = 0; i < c->nseries; i++) {
		const struct series *s = &c->series[i];
		enum better way = s->measure->wanted->indicator->better;
		const struct point *a, *b;

		if (!s->subject || way == BETTER_NONE ||
		    !series_pair(c, s, &a, &b))
			continue;
		n++;
		better += way == BETTER_HIGHER ? b->v > a->v : b->v < a->v;
	}
	if (!c->spec.highlight)
		return "";
	if (n == 0 && c->spec.kind != KIND_MULTIPLES)
		return change_title(c);
	if (n == 0)
		return sentence(c, "chart.title.panels",
		    "{country} among its region",
		    (struct filler[]){
			{"country",
			    md(c, capital(c, area_the(c, c->spec.highlight)))},
			{0}});
	if (better == n && n == 2)
		return sentence(c, "chart.title.multiples_both",
		    "Both indicators improved in {country} from first to last "
		    "value",
		    (struct filler[]){
			{"country", md(c, area_the(c, c->spec.highlight))},
			{0}});
	if (better == n)
		return sentence(c, "chart.title.multiples_all",
		    "All {n} indicators improved in {country} from first to "
		    "last value",
		    (struct filler[]){{"n", count_word(c, (size_t)n)},
			{"country", md(c, area_the(c, c->spec.highlight))},
			{0}});
	return sentence(c, "chart.title.multiples",
	    "{k} of {n} indicators improved in {country} from first to last "
	    "value",
	    (struct filler[]){{"k", capital(c, count_word(c, (size_t)better))},
		{"n", count_word(c, (size_t)n)},
		{"country", md(c, area_the(c, c->spec.highlight))}, {0}});
}

static const char *
timeline_title(const struct chart *c)
{
	size_t plans = 0, ended = 0, all = 0;

	for (size_t i = 0; i < c->timeline->n; i++)
		for (size_t k = 0; k < c->timeline->lanes[i].n; k++) {
			const struct event *e = &c->timeline->lanes[i].v[k];

			all++;
			plans += e->to > e->from;
			ended += e->to > e->from && e->to <= c->spec.today;
		}
	if (plans == 1)
		return sentence(c,
		    ended ? "chart.title.plan_ended" : "chart.title.plan_runs",
		    ended ? "The one plan on record had ended by {year}"
			  : "The one plan on record runs beyond {year}",
		    (struct filler[]){
			{"year", year_text(c, c->spec.today)}, {0}});
	if (plans && ended == plans)
		return sentence(c, "chart.title.plans_all",
		    "All {plans} plans on record had ended by {year}",
		    (struct filler[]){{"plans", count_word(c, plans)},
			{"year", year_text(c, c->spec.today)}, {0}});
	if (plans)
		return sentence(c, "chart.title.plans",
		    "{ended} of {plans} plans on record had ended by {year}",
		    (struct filler[]){
			{"ended", capital(c, count_word(c, ended))},
			{"plans", count_word(c, plans)},
			{"year", year_text(c, c->spec.today)}, {0}});
	return sentence(c,
	    all == 1 ? "chart.title.record" : "chart.title.records",
	    all == 1 ? "One dated step is on record for {country}"
		     : "{n} dated steps are on record for {country}",
	    (struct filler[]){{"n", capital(c, count_word(c, all))},
		{"country", md(c, area_the(c, c->env.subject))}, {0}});
}

static const char *
picto_title(const struct chart *c)
{
	struct pictogram p;

	if (!pictogram_value(c, &p))
		return no_subject_title(c);
	return sentence(c, "chart.title.fraction", "{share}: {measure}",
	    (struct filler[]){{"share", capital(c, p.share)},
		{"measure", md(c, text_measure(c, &c->measures[0], true))},
		{0}});
}

static const char *
pyramid_title(const struct chart *c)
{
	return sentence(c, "chart.title.pyramid",
	    "{measure} in {country} by age and sex",
	    (struct filler[]){
		{"measure", md(c, text_measure(c, &c->measures[0], false))},
		{"country", md(c, area_the(c, c->env.subject))}, {0}});
}

static const char *
scatter_title(const struct chart *c)
{
	return sentence(c, "chart.title.scatter",
	    "{second} and {first} in {n} countries",
	    (struct filler[]){
		{"second", md(c, text_measure(c, &c->measures[1], false))},
		{"first", md(c, text_measure(c, &c->measures[0], true))},
		{"n", count_word(c, text_compared(c))}, {0}});
}

static const char *
flow_title(const struct chart *c)
{
	bool one = c->flow->n == 1;

	return sentence(c, one ? "chart.title.flow_one" : "chart.title.flow",
	    one ? "One movement on record begins or ends in {country}"
		: "{n} movements on record begin or end in {country}",
	    (struct filler[]){{"n", capital(c, count_word(c, c->flow->n))},
		{"country", md(c, area_the(c, c->env.subject))}, {0}});
}

const char *
text_title(const struct chart *c)
{
	switch (c->spec.kind) {
	case KIND_HBAR:
	case KIND_STRIP:
		return c->spec.nareas > 1 ? rank_title(c) : change_title(c);
	case KIND_STACKED:
	case KIND_DONUT:
		return c->ntallies ? tally_title(c) : parts_title(c);
	case KIND_MULTIPLES:
		return multiples_title(c);
	case KIND_PYRAMID:
		return pyramid_title(c);
	case KIND_TIMELINE:
		return timeline_title(c);
	case KIND_PICTOGRAM:
		return picto_title(c);
	case KIND_SCATTER:
		return scatter_title(c);
	case KIND_FLOW:
		return flow_title(c);
	case KIND_LOCATOR:
	case KIND_CHOROPLETH:
	case KIND_FLOW_MAP:
		return geomap_title(c);
	default:
		return c->spec.nwanted > 1 ? multiples_title(c)
					   : change_title(c);
	}
}

/* --- subtitle --- */

static bool
says_unit(const struct measure *m)
{
	const char *unit = m->wanted->indicator->unit;

	return !*m->word &&
	       (!*unit || str_starts(str_from(unit), "per_") ||
		   streq(unit, "index") || streq(unit, "births_per_woman"));
}

/* "latest year" when countries differ, else the years. */
static const char *
subtitle_period(const struct chart *c)
{
	bool one = c->spec.kind == KIND_HBAR || c->spec.kind == KIND_STACKED ||
		   c->spec.kind == KIND_SCATTER || c->spec.kind == KIND_DONUT ||
		   (c->spec.kind == KIND_GROUPED && c->spec.nareas > 1);
	struct pictogram p;
	double year = 0;

	if (c->spec.kind == KIND_PICTOGRAM && pictogram_value(c, &p))
		return p.when;
	if (!one)
		return text_span(c, c->from, c->to);
	for (size_t i = 0; i < c->nseries; i++) {
		const struct point *last = series_last(&c->series[i]);

		if (last && year && last->x != year)
			return word(c, "chart.latest", "latest year");
		if (last)
			year = last->x;
	}
	return year_text(c, year);
}

static const char *
indicator_subtitle(const struct chart *c)
{
	const struct measure *m = &c->measures[0];
	struct buf b = {0};

	buf_puts(&b, md(c, m->wanted->indicator->name));
	if (!says_unit(m))
		buf_printf(&b, ", %s", md(c, unit_words(c, m)));
	if (c->spec.nareas > 1)
		buf_printf(&b, ", %s",
		    sentence(c, "chart.countries", "{n} countries",
			(struct filler[]){
			    {"n", count_word(c, c->spec.nareas)}, {0}}));
	if (*subtitle_period(c))
		buf_printf(&b, ", %s", subtitle_period(c));
	return buf_take(&b, c->env.arena).p;
}

const char *
text_subtitle(const struct chart *c)
{
	const char *country =
	    c->env.subject ? md(c, area_short(c, c->env.subject)) : "";
	struct filler fill[] = {{"country", country},
	    {"n", count_word(c, c->spec.nareas ? c->spec.nareas - 1 : 0)},
	    {"period", c->spec.nwanted ? text_span(c, c->from, c->to) : ""},
	    {"year", year_text(c, c->env.edition_year)}, {0}};

	if (c->spec.kind == KIND_TIMELINE)
		return sentence(c, "chart.subtitle.timeline",
		    "{country}: dated records, as known in {year}", fill);
	if (c->geomap && c->spec.kind != KIND_FLOW_MAP)
		return geomap_subtitle(c);
	if (c->flow)
		return sentence(c, "chart.subtitle.flow",
		    "Movements that reports name; the number of people is "
		    "not known",
		    fill);
	if (c->ntallies)
		return sentence(c, "chart.subtitle.tally",
		    "{country}: legal requirements by subject, number", fill);
	if (c->spec.nwanted > 1 && c->spec.nareas > 1)
		return sentence(c, "chart.subtitle.region",
		    "{country} and {n} other countries, {period}", fill);
	if (c->spec.nwanted > 1)
		return sentence(
		    c, "chart.subtitle.series", "{country}, {period}", fill);
	return indicator_subtitle(c);
}

/* --- how to read --- */

static const char *
change_reading(const struct chart *c, const struct finding *f)
{
	bool others = text_compared(c) > 1 && c->spec.kind == KIND_LINE;
	const struct filler fill[] = {
	    {"measure", md(c, text_measure(c, f->series->measure, false))},
	    {"country", md(c, area_the(c, f->series->area))},
	    {"year", marked_year(c, f->a)}, {"last", marked_year(c, f->b)},
	    {"from", data_point_text(c, f->series, f->a, true)},
	    {"to", data_point_text(c, f->series, f->b, true)}, {0}};
	const char *first = sentence(c, "chart.reading.change",
	    "{measure} in {country}: {from} in {year} and {to} in {last}.",
	    fill);

	if (!others)
		return first;
	return arena_printf(c->env.arena, "%s %s", first,
	    f->series->measure->median
		? word(c, "chart.reading.median",
		      "Each grey line is one country; the dashed line is the "
		      "median of the region.")
		: word(c, "chart.reading.others",
		      "Each grey line is one country."));
}

const char *
text_reading(const struct chart *c)
{
	struct finding f;

	if (c->geomap)
		return geomap_reading(c);
	if (c->spec.kind == KIND_TIMELINE || c->spec.kind == KIND_FLOW ||
	    c->ntallies || c->spec.nwanted > 1)
		return "";
	if (!text_finding(c, &f)) {
		const char *range =
		    c->spec.highlight ? NULL : range_sentence(c, true);

		return range ? range : "";
	}
	if (f.b && c->spec.kind != KIND_HBAR && c->spec.kind != KIND_PICTOGRAM)
		return change_reading(c, &f);
	if (f.b)
		f.a = f.b;
	return sentence(c, "chart.reading.one",
	    "{measure} in {country}: {value} in {year}.",
	    (struct filler[]){
		{"measure", md(c, text_measure(c, f.series->measure, false))},
		{"country", md(c, area_the(c, f.series->area))},
		{"value", data_point_text(c, f.series, f.a, true)},
		{"year", marked_year(c, f.a)}, {0}});
}
