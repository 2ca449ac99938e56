/* SPDX-License-Identifier: MIT */
/*
 * data/read_ilo.c - ILOSTAT, bulk files and indicator downloads
 *
 * A classification is written TYPE_VERSION_ITEM; the same total stands under
 * several versions.  Sources whose id begins with XA are ILO's own models.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "data/dialect.h"
#include "data/sdmx_code.h"

static bool
match_ilo(struct reading *r, const struct sheet_row *row)
{
	static const struct binding b[] = {{"ref_area", ROLE_AREA, NULL, false},
	    {"ref_area.label", ROLE_AREA, NULL, false},
	    {"indicator", ROLE_INDICATOR, NULL, false},
	    {"indicator.label", ROLE_TITLE, NULL, false},
	    {"sex", ROLE_SEX, NULL, false}, {"time", ROLE_PERIOD, NULL, true},
	    {"obs_value", ROLE_VALUE, NULL, true},
	    {"obs_status", ROLE_STATUS, NULL, false},
	    {"source", ROLE_NOTE, NULL, true},
	    {"note_classif", ROLE_NOTE, NULL, false},
	    {"note_indicator", ROLE_NOTE, NULL, false},
	    {"note_source", ROLE_NOTE, NULL, false},
	    {"classif1", ROLE_HOOK, NULL, false},
	    {"classif2", ROLE_HOOK, NULL, false},
	    {"best_source", ROLE_HOOK, NULL, false},
	    {"sex.label", ROLE_KNOWN_NOISE, NULL, false},
	    {"source.label", ROLE_KNOWN_NOISE, NULL, false},
	    {"classif1.label", ROLE_KNOWN_NOISE, NULL, false},
	    {"classif2.label", ROLE_KNOWN_NOISE, NULL, false},
	    {"obs_status.label", ROLE_KNOWN_NOISE, NULL, false},
	    {"note_classif.label", ROLE_KNOWN_NOISE, NULL, false},
	    {"note_indicator.label", ROLE_KNOWN_NOISE, NULL, false},
	    {"note_source.label", ROLE_KNOWN_NOISE, NULL, false}};

	return dialect_bind(r, row, b, sizeof b / sizeof *b) &&
	       r->area != NO_COLUMN && r->indicator != NO_COLUMN;
}

/* One classification into age or group. */
static void
read_class(struct reading *r, struct fact *f, struct str s)
{
	size_t first = str_find(s, '_', 0), second;
	char dimension[64];
	size_t i;

	if (sdmx_is_total(s) || str_is(s, "GEO_COV_NAT"))
		return;
	if (str_starts(s, "AGE_")) {
		dialect_age(r, f, s);
		return;
	}
	second = first < s.n ? str_find(s, '_', first + 1) : s.n;
	if (second >= s.n || second >= sizeof dimension) {
		dialect_group(r, "class", s);
		return;
	}
	for (i = 0; i < second; i++)
		dimension[i] = (char)tolower((unsigned char)s.p[i]);
	dimension[second] = '\0';
	dialect_group(r, dimension, str_slice(s, second + 1, s.n));
}

static enum fate
read_ilo(struct reading *r, struct fact *f)
{
	struct str best = dialect_field(r, "best source");
	struct str source = dialect_field(r, "source");

	if (str_is(best, "0") || str_is(best, "FALSE")) {
		dialect_quirk(r, "rows whose source is not the best one");
		return FATE_SKIP;
	}
	read_class(r, f, dialect_field(r, "classif1"));
	read_class(r, f, dialect_field(r, "classif2"));
	if (str_starts(source, "XA:") && f->figure.status == OBS_NORMAL)
		f->figure.status = OBS_MODELLED;
	return FATE_KEEP;
}

const struct dialect dialect_ilo = {.key = "ilostat",
    .title = "ILOSTAT",
    .system = "ilo",
    .kind = CODE_ANY,
    .origin = {"ilostat", "International Labour Organization", "ILOSTAT",
	"https://ilostat.ilo.org/data/"},
    .match = match_ilo,
    .row = read_ilo};
