/* SPDX-License-Identifier: MIT */
/* data/read_hdx.c - further tables as they are found on HDX: INFORM, UNDP's
 * human development indices */
#include "data/dialect.h"

#define BIND(table) dialect_bind(r, row, table, sizeof table / sizeof *table)

#define INFORM                                                                 \
	{                                                                      \
		"inform", "European Commission, Joint Research Centre",        \
		    "INFORM Risk Index",                                       \
		    "https://drmkc.jrc.ec.europa.eu/inform-index"              \
	}

static bool
match_inform(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {{"iso3", ROLE_AREA, NULL, true},
	    {"validityyear", ROLE_PERIOD, NULL, true},
	    {"indicatorname", ROLE_INDICATOR, NULL, true},
	    {"indicatorscore", ROLE_VALUE, NULL, true},
	    {"countryname", ROLE_KNOWN_NOISE, NULL, false},
	    {"unit", ROLE_KNOWN_NOISE, NULL, false}};

	return BIND(b);
}

const struct dialect dialect_inform = {.key = "inform",
    .title = "INFORM index",
    .system = "inform",
    .kind = CODE_ISO3,
    .origin = INFORM,
    .match = match_inform};

static bool
match_inform_trend(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {{"iso3", ROLE_AREA, NULL, true},
	    {"gnayear", ROLE_PERIOD, NULL, true},
	    {"indicatorid", ROLE_INDICATOR, NULL, true},
	    {"indicatorscore", ROLE_VALUE, NULL, true},
	    {"fullname", ROLE_TITLE, NULL, false},
	    {"countryname", ROLE_KNOWN_NOISE, NULL, false}};

	return BIND(b);
}

const struct dialect dialect_inform_trend = {.key = "inform-trends",
    .title = "INFORM trends",
    .system = "inform",
    .kind = CODE_ISO3,
    .origin = INFORM,
    .match = match_inform_trend};

static bool
match_hdro(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {
	    {"country_code", ROLE_AREA, NULL, true},
	    {"indicator_id", ROLE_INDICATOR, NULL, true},
	    {"index_id", ROLE_KNOWN_NOISE, NULL, true},
	    {"value", ROLE_VALUE, NULL, true},
	    {"year", ROLE_PERIOD, NULL, true},
	    {"indicator_name", ROLE_TITLE, NULL, false},
	    {"index_name", ROLE_KNOWN_NOISE, NULL, false},
	    {"country_name", ROLE_KNOWN_NOISE, NULL, false}};

	return BIND(b);
}

const struct dialect dialect_hdro = {.key = "undp-hdro",
    .title = "UNDP Human Development Reports",
    .system = "undp",
    .kind = CODE_ISO3,
    .origin = {"undp-hdro", "United Nations Development Programme",
	"Human Development Reports: data", "https://hdr.undp.org/data-center"},
    .match = match_hdro};
