/* SPDX-License-Identifier: MIT */
/* chart/spec_map.c - the keys of maps in a chart specification */
#include "base/conf.h"
#include "base/num.h"
#include "chart/chart.h"
#include "chart/spec.h"

static const char *const method_names[] = {
    "quantiles", "equal", "breaks", NULL};

/* Bounds between classes, rising; false: reported. */
static bool
read_breaks(struct map_spec *m, struct sink *sink, const struct conf *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct conf *k = list->kids[i];

		if (i + 1 >= CLASSES_MAX ||
		    !num_parse(str_from(k->text), &m->breaks[i]) ||
		    (i > 0 && m->breaks[i] <= m->breaks[i - 1])) {
			diag(sink, DIAG_CONF_KIND, k->at, "breaks",
			    "a list of at most four rising numbers");
			return false;
		}
	}
	m->classes = (int)list->n + 1;
	m->method = CLASS_BREAKS;
	return true;
}

void
spec_map_read(
    struct map_spec *m, const struct chart_env *env, const struct conf *conf)
{
	struct sink *sink = env->sink;
	const struct conf *breaks = conf_list(conf, sink, "breaks");

	m->file = conf_str(conf, sink, "map", CHART_OUTLINES);
	m->labels = conf_bool(conf, sink, "labels", true);
	m->method = (enum class_method)conf_choice(conf, sink, "method",
	    method_names, "method of classes", CLASS_QUANTILES);
	m->classes = (int)conf_int(conf, sink, "classes", 4);
	if (m->classes < 2 || m->classes > CLASSES_MAX) {
		diag(sink, DIAG_CONF_KIND, conf_find(conf, "classes")->at,
		    "classes", "a number from 2 to 5");
		m->classes = 4;
	}
	if (breaks && read_breaks(m, sink, breaks))
		return;
	if (m->method == CLASS_BREAKS) {
		if (!breaks)
			diag(sink, DIAG_CONF_MISSING_KEY, conf->at, "breaks");
		m->method = CLASS_QUANTILES;
	}
}
