/* SPDX-License-Identifier: MIT */
/*
 * data/sdmx_code.c - code lists of SDMX and its relatives in our words
 *
 * Where a code says two things, as BE does (break, estimated), the one that
 * the SDMX guideline on observation status ranks higher is the status and the
 * other goes into the note.
 */
#include "data/sdmx_code.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool
same(struct str s, const char *word)
{
	return s.n == strlen(word) && strncasecmp(s.p, word, s.n) == 0;
}

const struct sdmx_status *
sdmx_status(struct str code)
{
	static const struct sdmx_status list[] = {
	    {"A", OBS_NORMAL, CMP_EQUAL, NULL},
	    {"AVAILABLE", OBS_NORMAL, CMP_EQUAL, NULL},
	    {"B", OBS_BREAK, CMP_EQUAL, NULL},
	    {"D", OBS_DEFINITION, CMP_EQUAL, NULL},
	    {"E", OBS_ESTIMATED, CMP_EQUAL, NULL},
	    {"F", OBS_FORECAST, CMP_EQUAL, NULL},
	    {"G", OBS_PROVISIONAL, CMP_EQUAL, "experimental"},
	    {"H", OBS_NOT_COLLECTED, CMP_EQUAL, "holiday"},
	    {"I", OBS_IMPUTED, CMP_EQUAL, NULL},
	    {"J", OBS_NORMAL, CMP_EQUAL, "derogation"},
	    {"K", OBS_DEFINITION, CMP_EQUAL, "included in another category"},
	    {"L", OBS_NOT_COLLECTED, CMP_EQUAL, NULL},
	    {"M", OBS_NOT_APPLICABLE, CMP_EQUAL, "cannot exist"},
	    {"N", OBS_UNRELIABLE, CMP_EQUAL, "not significant"},
	    {"O", OBS_MISSING, CMP_EQUAL, NULL},
	    {"P", OBS_PROVISIONAL, CMP_EQUAL, NULL},
	    {"Q", OBS_SUPPRESSED, CMP_EQUAL, NULL},
	    {"S", OBS_NORMAL, CMP_EQUAL, "special event"},
	    {"U", OBS_UNRELIABLE, CMP_EQUAL, NULL},
	    {"V", OBS_PROVISIONAL, CMP_EQUAL, "not validated"},
	    {"W", OBS_DEFINITION, CMP_EQUAL, "includes another category"},
	    {"X", OBS_ESTIMATED, CMP_EQUAL, "reanalysed"},
	    {"RA", OBS_ESTIMATED, CMP_EQUAL, "reanalysed"},
	    {"RP", OBS_NORMAL, CMP_EQUAL, "reported"},
	    {"AD", OBS_ESTIMATED, CMP_EQUAL, "adjusted"},
	    {"MD", OBS_MODELLED, CMP_EQUAL, NULL},
	    {"ER", OBS_NORMAL, CMP_EQUAL, "status ER"},
	    {"LT", OBS_NORMAL, CMP_LESS, NULL},
	    {"PR", OBS_FORECAST, CMP_EQUAL, NULL},
	    {"PRED", OBS_FORECAST, CMP_EQUAL, NULL},
	    {"BE", OBS_BREAK, CMP_EQUAL, "estimated"},
	    {"BU", OBS_BREAK, CMP_EQUAL, "unreliable"},
	    {"BP", OBS_BREAK, CMP_EQUAL, "provisional"},
	    {"BEP", OBS_BREAK, CMP_EQUAL, "estimated, provisional"},
	    {"PU", OBS_PROVISIONAL, CMP_EQUAL, "unreliable"},
	    {"PA", OBS_PROVISIONAL, CMP_EQUAL, NULL},
	    {"DP", OBS_DEFINITION, CMP_EQUAL, "provisional"},
	    {"DE", OBS_DEFINITION, CMP_EQUAL, "estimated"},
	    {"EP", OBS_ESTIMATED, CMP_EQUAL, "provisional"},
	    {"EXCL", OBS_DEFINITION, CMP_EQUAL, "excluded from aggregates"},
	    /* labels, where a download has no codes */
	    {"Normal value", OBS_NORMAL, CMP_EQUAL, NULL},
	    {"Break in series", OBS_BREAK, CMP_EQUAL, NULL},
	    {"Estimated value", OBS_ESTIMATED, CMP_EQUAL, NULL},
	    {"Forecast value", OBS_FORECAST, CMP_EQUAL, NULL},
	    {"Imputation", OBS_IMPUTED, CMP_EQUAL, NULL},
	    {"Provisional", OBS_PROVISIONAL, CMP_EQUAL, NULL},
	    {"Provisional value", OBS_PROVISIONAL, CMP_EQUAL, NULL},
	    {"Unreliable", OBS_UNRELIABLE, CMP_EQUAL, NULL},
	    {"Low reliability", OBS_UNRELIABLE, CMP_EQUAL, NULL},
	    {"Not significant", OBS_UNRELIABLE, CMP_EQUAL, "not significant"},
	    {"Missing value", OBS_MISSING, CMP_EQUAL, NULL},
	};
	size_t i;

	for (i = 0; i < sizeof list / sizeof *list; i++)
		if (same(code, list[i].code))
			return &list[i];
	return NULL;
}

bool
sdmx_is_free(struct str code)
{
	return code.n == 0 || same(code, "F") || same(code, "FREE") ||
	       same(code, "A") || same(code, "PUBLIC");
}

bool
sdmx_is_total(struct str code)
{
	static const char *const words[] = {"", "_T", "_Z", "_X", "T", "TOTAL",
	    "TOTL", "ALL", "ALLAREA", "ALLAGE", "ALLAGES", "BOTHSEX", "SEX_T",
	    "BTSX", "_N", "~", "NA", "N/A", "#N/A", "NaN", "Both sexes",
	    "All areas", "All ages", "Both sexes or no breakdown by sex",
	    "All age ranges or no breaks by age", "-"};
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (same(code, words[i]))
			return true;
	return str_ends(code, "_TOTAL");
}

const char *
sdmx_sex(struct str code)
{
	static const char *const words[][2] = {{"F", "F"}, {"M", "M"},
	    {"FEMALE", "F"}, {"MALE", "M"}, {"SEX_F", "F"}, {"SEX_M", "M"},
	    {"FMLE", "F"}, {"MLE", "M"}, {"Girls", "F"}, {"Boys", "M"},
	    {"Women", "F"}, {"Men", "M"}};
	size_t i;

	if (sdmx_is_total(code))
		return "";
	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (same(code, words[i][0]))
			return words[i][1];
	return NULL;
}

/* --- ages --- */

/* Up to three digits at *at; -1 if there are none or more. */
static int
digits(struct str s, size_t *at)
{
	size_t from = *at;
	int v = 0;

	while (
	    *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9' && *at - from < 4)
		v = v * 10 + (s.p[(*at)++] - '0');
	return *at == from || *at - from > 3 ? -1 : v;
}

/* Behind the words before an age, case aside; s itself if there are none. */
static struct str
without(struct str s, const char *const *words, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		size_t len = strlen(words[i]);

		if (s.n >= len && strncasecmp(s.p, words[i], len) == 0)
			return str_slice(s, len, s.n);
	}
	return s;
}

/* What stands behind a first number: "T17", "-17", "+", "PLUS", nothing. */
static bool
age_to(struct str s, size_t at, int from, char out[16])
{
	static const char *const units[] = {"years", "year", "yrs", "Y"};
	struct str rest = str_trim(str_slice(s, at, s.n));
	size_t k = 0;
	int to;

	rest = str_trim(without(rest, units, 4));
	if (rest.n == 0) {
		snprintf(out, 16, "%d-%d", from % 1000, from % 1000);
		return true;
	}
	if (str_is(rest, "+") || same(rest, "PLUS") || same(rest, "and over") ||
	    same(rest, "and older") || same(rest, "T_MAX")) {
		snprintf(out, 16, "%d+", from);
		return true;
	}
	if (str_starts(rest, "\xE2\x80\x93"))
		k = 3;
	else if (rest.p[0] == 'T' || rest.p[0] == '-' || rest.p[0] == '_')
		k = 1;
	else if (str_starts(rest, "to "))
		k = 3;
	else
		return false;
	rest = str_trim(str_slice(rest, k, rest.n));
	if (rest.n > 0 && rest.p[0] == 'Y')
		rest = str_slice(rest, 1, rest.n);
	k = 0;
	to = digits(rest, &k);
	rest = str_trim(str_slice(rest, k, rest.n));
	rest = str_trim(without(rest, units, 4));
	if (to < from || rest.n > 0)
		return false;
	snprintf(out, 16, "%d-%d", from % 1000, to % 1000);
	return true;
}

bool
sdmx_age(struct str s, char out[16])
{
	static const char *const heads[] = {"AGE_", "YTHADULT_", "AGGREGATE_",
	    "10YRBANDS_", "5YRBANDS_", "CHILD_", "ECAGE_", "Ages ", "Age ",
	    "YEARS"};
	static const char *const least[] = {"Y_GE", "YGE", "GE", ">="};
	static const char *const below[] = {
	    "Y_LT", "YLT", "LT", "<", "under ", "Y_L"};
	static const char *const year[] = {"Y"};
	struct str t;
	size_t at = 0;
	int v;

	out[0] = '\0';
	s = str_trim(s);
	t = without(s, heads, 10);
	s = t.n < s.n ? without(t, heads, 10) : s;
	if (sdmx_is_total(s))
		return true;
	t = without(s, least, 4);
	if (t.n < s.n) {
		v = digits(t, &at);
		snprintf(out, 16, "%d+", v);
		return v >= 0 && at == t.n;
	}
	t = without(s, below, 6);
	if (t.n < s.n) {
		v = digits(t, &at);
		t = str_trim(str_slice(t, at, t.n));
		snprintf(out, 16, "<%d", v);
		return v > 0 && (t.n == 0 || same(t, "Y") || same(t, "years"));
	}
	s = without(s, year, 1);
	v = digits(s, &at);
	return v >= 0 && age_to(s, at, v, out);
}
