/* SPDX-License-Identifier: MIT */
/*
 * data/read_dhs.c - the DHS Program: its API, HDX and STATcompiler
 *
 * A country and year have several rows that differ in recall period; the
 * programme marks the one that it prefers.  Country codes are its own.
 */
#include <string.h>

#include "base/arena.h"
#include "data/dialect.h"
#include "data/sdmx_code.h"

#define DHS                                                                    \
	{                                                                      \
		"dhs", "ICF",                                                  \
		    "The DHS Program: Demographic and Health Surveys",         \
		    "https://www.statcompiler.com/"                            \
	}

static bool
match_dhs(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {{"iso3", ROLE_AREA, NULL, false},
	    {"dhs_countrycode", ROLE_AREA, NULL, true},
	    {"indicatorid", ROLE_INDICATOR, NULL, true},
	    {"surveyyear", ROLE_PERIOD, NULL, true},
	    {"value", ROLE_VALUE, NULL, true},
	    {"indicator", ROLE_TITLE, NULL, false},
	    {"denominatorunweighted", ROLE_BASE, NULL, false},
	    {"cilow", ROLE_LOW, NULL, false},
	    {"cihigh", ROLE_HIGH, NULL, false},
	    {"surveyid", ROLE_NOTE, NULL, false},
	    {"location", ROLE_HOOK, NULL, false},
	    {"surveyyearlabel", ROLE_HOOK, NULL, false},
	    {"characteristiccategory", ROLE_HOOK, NULL, false},
	    {"characteristiclabel", ROLE_HOOK, NULL, false},
	    {"byvariablelabel", ROLE_HOOK, NULL, false},
	    {"ispreferred", ROLE_HOOK, NULL, false},
	    {"istotal", ROLE_HOOK, NULL, false},
	    {"dataid", ROLE_KNOWN_NOISE, NULL, false},
	    {"precision", ROLE_KNOWN_NOISE, NULL, false},
	    {"countryname", ROLE_KNOWN_NOISE, NULL, false},
	    {"indicatororder", ROLE_KNOWN_NOISE, NULL, false},
	    {"indicatortype", ROLE_KNOWN_NOISE, NULL, false},
	    {"characteristicid", ROLE_KNOWN_NOISE, NULL, false},
	    {"characteristicorder", ROLE_KNOWN_NOISE, NULL, false},
	    {"byvariableid", ROLE_KNOWN_NOISE, NULL, false},
	    {"sdrid", ROLE_KNOWN_NOISE, NULL, false},
	    {"regionid", ROLE_KNOWN_NOISE, NULL, false},
	    {"surveytype", ROLE_KNOWN_NOISE, NULL, false},
	    {"denominatorweighted", ROLE_KNOWN_NOISE, NULL, false}};
	bool good = dialect_bind(r, row, b, sizeof b / sizeof *b);

	if (good)
		r->kind = dialect_column(r, "iso3") == NO_COLUMN ? CODE_DHS
								 : CODE_ISO3;
	return good;
}

/* "Residence" and "Urban", "Region" and "..Paktika", "Age (5-year groups)". */
static void
read_characteristic(
    struct reading *r, struct fact *f, struct str category, struct str label)
{
	while (label.n > 0 && label.p[0] == '.')
		label = str_slice(label, 1, label.n);
	if (label.n == 0 || str_is(category, "Total") ||
	    str_starts(label, "Total"))
		return;
	if (str_starts(category, "Age"))
		dialect_age(r, f, label);
	else if (str_starts(category, "Sex"))
		dialect_sex(r, f, label);
	else if (str_starts(category, "Residence"))
		dialect_group(r, "residence", label);
	else if (str_starts(category, "Wealth"))
		dialect_group(r, "wealth", label);
	else if (str_starts(category, "Education"))
		dialect_group(r, "education", label);
	else if (str_starts(category, "Region"))
		dialect_group(r, "region", label);
	else
		dialect_group(r, str_dup(r->arena, category), label);
}

static enum fate
read_dhs(struct reading *r, struct fact *f)
{
	struct str label = dialect_field(r, "surveyyearlabel");
	struct str place = dialect_field(r, "location");

	if (str_is(dialect_field(r, "ispreferred"), "0")) {
		dialect_quirk(r, "rows that are not the preferred ones "
				 "(IsPreferred 0)");
		return FATE_SKIP;
	}
	if (label.n > 0 && !figure_survey(label, &f->period))
		f->period.from.year = 0; /* SurveyYear is read instead */
	if (place.n > 0)
		dialect_group(r, "region", place);
	else
		read_characteristic(r, f,
		    dialect_field(r, "characteristiccategory"),
		    dialect_field(r, "characteristiclabel"));
	return FATE_KEEP;
}

const struct dialect dialect_dhs = {.key = "dhs-api",
    .title = "DHS Program, API or HDX",
    .system = "dhs",
    .kind = CODE_DHS,
    .origin = DHS,
    .match = match_dhs,
    .row = read_dhs};

/* --- STATcompiler --- */

static bool
match_statcompiler(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {{"country", ROLE_AREA, NULL, false},
	    {"country name", ROLE_AREA, NULL, false},
	    {"survey", ROLE_HOOK, NULL, true},
	    {"indicator", ROLE_INDICATOR, NULL, true},
	    {"value", ROLE_VALUE, NULL, true},
	    {"characteristic category", ROLE_HOOK, NULL, false},
	    {"characteristic", ROLE_HOOK, NULL, false},
	    {"characteristic label", ROLE_HOOK, NULL, false},
	    {"denominator unweighted", ROLE_BASE, NULL, false},
	    {"number of cases (unweighted)", ROLE_BASE, NULL, false}};

	return dialect_bind(r, row, b, sizeof b / sizeof *b) &&
	       r->area != NO_COLUMN;
}

static enum fate
read_statcompiler(struct reading *r, struct fact *f)
{
	struct str survey = dialect_field(r, "survey"); /* "2021-22 DHS" */
	struct str category = dialect_field(r, "characteristic category");
	struct str label = dialect_field(r, "characteristic label");

	if (!figure_survey(
		str_slice(survey, 0, str_find(survey, ' ', 0)), &f->period)) {
		diag(r->sink, DIAG_READ_PERIOD,
		    sheet_place(r->sheet, dialect_column(r, "survey")),
		    str_dup(r->arena, survey));
		return FATE_REFUSE;
	}
	dialect_note(r, survey);
	if (label.n == 0)
		label = dialect_field(r, "characteristic");
	read_characteristic(r, f, category, label);
	return FATE_KEEP;
}

const struct dialect dialect_statcompiler = {.key = "dhs-statcompiler",
    .title = "DHS Program, STATcompiler",
    .system = "dhs",
    .kind = CODE_NAME,
    .origin = DHS,
    .match = match_statcompiler,
    .row = read_statcompiler};
