/* SPDX-License-Identifier: MIT */
/*
 * tests/unit/chart/draw.c - draw chart files for looking at them
 *
 *   draw DIR COUNTRY OUT.png|OUT.svg SPEC.yaml     one chart
 *   draw DIR COUNTRY OUTDIR/ SPEC.yaml...          several, as PNG
 */
#include <time.h>

#include "base/file.h"
#include "rig.h"

static void
show_texts(const struct chart *c)
{
	printf("# %s\n%s\n%s\n", chart_title(c), chart_subtitle(c),
	    chart_reading(c));
	printf("%s\nALT %s\n\n", chart_source(c), chart_alt(c));
}

static bool
draw(struct rig *r, const char *spec, const char *out)
{
	struct conf *conf = conf_read(r->arena, r->env.sink, spec);
	struct chart *c =
	    conf ? chart_prepare(&r->env, conf, (struct place){spec, 1, 1})
		 : NULL;

	if (!c)
		return false;
	show_texts(c);
	return chart_export(
	    c, str_ends(str_from(out), ".svg") ? CHART_SVG : CHART_PNG, out);
}

int
main(int argc, char **argv)
{
	struct rig *r;
	int failed = 0;

	if (argc < 5)
		return 2;
	r = rig_new(argv[1], argv[2], "templates/locale/en.yaml");
	for (int i = 4; i < argc; i++) {
		const char *out = argv[3];

		if (str_ends(str_from(out), "/"))
			out = arena_printf(r->arena, "%s%s-%s.png", out,
			    path_stem(r->arena, argv[i]), argv[2]);
		failed += !draw(r, argv[i], out);
	}
	sink_print(r->env.sink, stderr);
	rig_free(r);
	return failed > 0;
}
