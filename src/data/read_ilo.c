/* SPDX-License-Identifier: MIT */
/*
 * data/read_ilo.c - ILOSTAT, bulk files and indicator downloads
 *
 * A classification is written TYPE_VERSION_ITEM; the same total stands under
 * several versions.  Sources whose id begins with XA are ILO's own models.
 * Downloads with labels only say "Area type: Rural" and name the indicator by
 * its title.
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
	    {"source", ROLE_NOTE, NULL, false},
	    {"note_classif", ROLE_NOTE, NULL, false},
	    {"note_indicator", ROLE_NOTE, NULL, false},
	    {"note_source", ROLE_NOTE, NULL, false},
	    {"classif1", ROLE_HOOK, NULL, false},
	    {"classif2", ROLE_HOOK, NULL, false},
	    {"best_source", ROLE_HOOK, NULL, false}};
	static const struct binding labels[] = {
	    {"sex.label", ROLE_SEX, "sex", false},
	    {"source.label", ROLE_NOTE, "source", false},
	    {"classif1.label", ROLE_HOOK, "classif1", false},
	    {"classif2.label", ROLE_HOOK, "classif2", false},
	    {"obs_status.label", ROLE_STATUS, "obs status", false},
	    {"note_classif.label", ROLE_NOTE, "note classif", false},
	    {"note_indicator.label", ROLE_NOTE, "note indicator", false},
	    {"note_source.label", ROLE_NOTE, "note source", false}};
	size_t i, k;

	if (!dialect_bind(r, row, b, sizeof b / sizeof *b))
		return false;
	/* a label stands in for its code where that is not there */
	for (k = 0; k < sizeof labels / sizeof *labels; k++) {
		i = dialect_column(r, labels[k].head);
		if (i != NO_COLUMN)
			r->columns[i].role =
			    dialect_column(r, labels[k].name) == NO_COLUMN
				? labels[k].role
				: ROLE_KNOWN_NOISE;
	}
	if (dialect_column(r, "source") == NO_COLUMN &&
	    dialect_column(r, "source.label") == NO_COLUMN)
		return false;
	i = dialect_column(r, "indicator.label");
	if (r->indicator == NO_COLUMN && i != NO_COLUMN) {
		r->indicator = i;
		dialect_quirk(r, "labels only: the title of the indicator is "
				 "its code");
	}
	return r->area != NO_COLUMN && r->indicator != NO_COLUMN;
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

/* "Area type: Rural", "Age (Youth, adults): 15-24", "Sector: Total". */
static void
read_label(struct reading *r, struct fact *f, struct str s)
{
	size_t colon = str_find(s, ':', 0);
	struct str item = str_trim(str_slice(s, colon + 1, s.n));
	struct str type =
	    str_trim(str_slice(s, 0, str_find(str_slice(s, 0, colon), '(', 0)));

	if (colon == s.n || str_is(item, "Total") || str_is(item, "National"))
		return;
	if (str_is(type, "Age"))
		dialect_age(r, f, item);
	else if (str_is(type, "Area type"))
		dialect_group(r, "residence", item);
	else
		dialect_group(r, str_dup(r->arena, type), item);
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
	if (dialect_column(r, "classif1") == NO_COLUMN) {
		read_label(r, f, dialect_field(r, "classif1.label"));
		read_label(r, f, dialect_field(r, "classif2.label"));
	}
	if (source.n == 0)
		source = dialect_field(r, "source.label");
	if ((str_starts(source, "XA:") ||
		str_starts(source, "ILO - Modelled Estimates")) &&
	    f->figure.status == OBS_NORMAL)
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
