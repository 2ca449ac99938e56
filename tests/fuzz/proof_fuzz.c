/* SPDX-License-Identifier: MIT */
/* Any bytes as the tables that `verify` reads back from a PDF: numbers.csv,
 * inputs.csv and data.csv. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "data/load.h"
#include "data/store.h"
#include "fuzz.h"
#include "proof/number.h"

static const char indicators[] =
    "id,type,name,short,unit,decimals,min,max,better,aggregate,weight,topic,"
    "guard,sdg,target,target_year,standard,producer,codes,definition\n"
    "birth_registration_rate,number,B,B,percent,1,0,100,higher,none,,"
    "protection,,,,,,,,\n";
static const char areas[] = "id,kind,parent,iso2,m49,lang,currency,codes\n"
			    "KHM,country,,KH,116,km,KHR,\n";
static const char sources[] =
    "key,type,author,year,published,title,title_en,container,number,"
    "publisher,place,symbol,url,accessed,short,via\n"
    "wdi,dataset,Bank,2026,2026,World,,,,,,,,,,\n";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct sink *sink = sink_new(a);
	struct str text = {(const char *)data, size};
	struct data_text texts[] = {{"indicators.csv", str_from(indicators)},
	    {"areas.csv", str_from(areas)}, {"sources.csv", str_from(sources)},
	    {"data.csv", text}};
	const struct obs *const *all;
	struct number *numbers;
	size_t n;

	number_read(a, sink, text, &numbers, &n);
	number_inputs_read(a, sink, text);
	store_obs(store_load_texts(a, sink, texts, 4), &all);
	arena_free(a);
	return 0;
}
