/* SPDX-License-Identifier: MIT */
/*
 * data/read_uis.c - bulk files of the UNESCO Institute for Statistics
 *
 * A value of 0 whose magnitude is NA is no measured zero.
 */
#include <string.h>

#include "data/dialect.h"

static bool
match_uis(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"indicator_id", ROLE_INDICATOR, NULL, false},
	    {"country_id", ROLE_AREA, NULL, false},
	    {"region_id", ROLE_AREA, NULL, false},
	    /* the data browser of 2024 and later */
	    {"indicatorid", ROLE_INDICATOR, NULL, false},
	    {"geounit", ROLE_AREA, NULL, false},
	    {"year", ROLE_PERIOD, NULL, true},
	    {"value", ROLE_VALUE, NULL, true},
	    {"magnitude", ROLE_HOOK, NULL, true},
	    {"qualifier", ROLE_HOOK, NULL, true}};

	return dialect_bind(r, row, b, sizeof b / sizeof *b) &&
	       r->area != NO_COLUMN && r->indicator != NO_COLUMN;
}

static enum fate
read_uis(struct reading *r, struct fact *f)
{
	struct str magnitude = dialect_field(r, "magnitude");
	struct str qualifier = dialect_field(r, "qualifier");

	if (str_is(magnitude, "NA")) {
		f->figure.status = OBS_NOT_APPLICABLE;
		dialect_quirk(r, "zeros that mean 'not applicable'");
	} else if (str_is(magnitude, "NIL")) {
		dialect_note(r, STR("nil or negligible"));
	} else if (str_starts(magnitude, "INCL")) {
		f->figure.status = OBS_MISSING;
		dialect_note(r, STR("included in another category"));
	} else if (magnitude.n > 0) {
		dialect_note(r, STR("magnitude"));
		dialect_note(r, magnitude);
	}
	if (str_is(qualifier, "UIS_EST") || str_is(qualifier, "NAT_EST")) {
		if (f->figure.status == OBS_NORMAL)
			f->figure.status = OBS_ESTIMATED;
		if (qualifier.p[0] == 'N')
			dialect_note(r, STR("national estimate"));
	} else {
		dialect_note(r, qualifier);
	}
	return FATE_KEEP;
}

const struct dialect dialect_uis = {.key = "unesco-uis",
    .title = "UNESCO Institute for Statistics, bulk data",
    .system = "uis",
    .kind = CODE_ANY,
    .origin = {"unesco-uis", "UNESCO Institute for Statistics", "UIS bulk data",
	"https://databrowser.uis.unesco.org/"},
    .match = match_uis,
    .row = read_uis};

static bool
match_other(struct reading *r, const struct sheet_row *row)
{
	dialect_columns(r, row);
	if (dialect_column(r, "indicatorid") != NO_COLUMN &&
	    dialect_column(r, "lastdataupdate") != NO_COLUMN)
		return true; /* of the data browser */
	return dialect_column(r, "indicator id") != NO_COLUMN &&
	       (dialect_column(r, "indicator label en") != NO_COLUMN ||
		   dialect_column(r, "metadata") != NO_COLUMN);
}

static enum fate
skip_metadata(struct reading *r, struct fact *f)
{
	(void)f;
	dialect_quirk(r, "rows of metadata, which state no values");
	return FATE_SKIP;
}

const struct dialect dialect_uis_other = {.key = "unesco-uis-metadata",
    .title = "UNESCO Institute for Statistics, labels or metadata",
    .system = "uis",
    .origin = {"unesco-uis", "UNESCO Institute for Statistics", "UIS bulk data",
	"https://databrowser.uis.unesco.org/"},
    .match = match_other,
    .row = skip_metadata,
    .metadata = true};
