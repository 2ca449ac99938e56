/* SPDX-License-Identifier: MIT */
/*
 * app/libraries.c - the libraries that a report was made with
 *
 * Versions as they run, where a library tells it, else those of the headers.
 * libhyphen tells none.
 */
#include "app/libraries.h"

#include <cairo.h>
#include <cmark.h>
#include <csv.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <hpdf_version.h>
#include <libdeflate.h>
#include <nettle/version.h>
#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <unicode/uversion.h>
#include <yajl/yajl_version.h>
#include <yaml.h>
#include <zlib.h>

#include "app/json.h"
#include "base/str.h"

struct version {
	char text[32];
};

static struct version
numbers(int major, int minor, int patch)
{
	struct version v;

	if (patch < 0)
		snprintf(v.text, sizeof v.text, "%d.%d", major, minor);
	else
		snprintf(
		    v.text, sizeof v.text, "%d.%d.%d", major, minor, patch);
	return v;
}

static struct version
icu(void)
{
	UVersionInfo v;

	u_getVersion(v);
	return numbers(v[0], v[1], -1);
}

void
libraries_json(struct buf *b)
{
	const int fc = FcGetVersion();
	const struct version csv = numbers(CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
	const struct version fontconfig =
	    numbers(fc / 10000, fc / 100 % 100, fc % 100);
	const struct version nettle =
	    numbers(nettle_version_major(), nettle_version_minor(), -1);
	const struct version unicode = icu();
	const int y = yajl_version();
	const struct version yajl = numbers(y / 10000, y / 100 % 100, y % 100);
	const struct {
		const char *name, *version;
	} all[] = {{"cairo", cairo_version_string()},
	    {"cmark", cmark_version_string()}, {"fontconfig", fontconfig.text},
	    {"harfbuzz", hb_version_string()}, {"icu", unicode.text},
	    {"libcsv", csv.text}, {"libdeflate", LIBDEFLATE_VERSION_STRING},
	    {"libharu", HPDF_VERSION_TEXT},
	    {"libyaml", yaml_get_version_string()}, {"nettle", nettle.text},
	    {"qpdf", qpdf_get_qpdf_version()}, {"yajl", yajl.text},
	    {"zlib", zlibVersion()}};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		json_member(b, i ? ", " : "{", all[i].name, all[i].version);
	buf_putc(b, '}');
}
