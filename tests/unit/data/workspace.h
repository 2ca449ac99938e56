/* SPDX-License-Identifier: MIT */
/* tests/unit/data/workspace.h - a small workspace in a temporary folder */
#ifndef WORKSPACE_H
#define WORKSPACE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "data/load.h"
#include "data/store.h"

#define AREAS                                                                  \
	"id,kind,parent,iso2,m49,lang,currency,codes\n"                        \
	"KHM,country,SEA,KH,116,km,KHR,wb=KHM\n"                               \
	"LAO,country,SEA,LA,418,lo,LAK,\n"                                     \
	"THA,country,SEA,TH,764,th,THB,\n"                                     \
	"SEA,region,,,035,en,,\n"                                              \
	"KHM-poipet,place,KHM,,,,,\n"

#define INDICATOR_HEAD                                                         \
	"id,type,name,short,unit,decimals,min,max,better,aggregate,weight,"    \
	"topic,guard,sdg,target,target_year,standard,producer,codes,"          \
	"definition\n"

#define INDICATORS                                                             \
	INDICATOR_HEAD                                                         \
	"population,number,Population,,person,0,0,,,sum,,,no,,,,,,,\n"         \
	"birth_registration_rate,number,Births,,percent,1,0,100,higher,"       \
	"weighted,population,,,16.9.1,100,2030,,,,\n"                          \
	"street_living_children,number,Street,,person,0,0,,,,,,no,,,,,,,\n"    \
	"online_upset_share,number,Upset,,percent,1,0,100,,,,,,,,,,,,\n"       \
	"compensation_paid,number,Paid,,person,0,0,,,,,,no,,,,,,,\n"           \
	"hdi_rank,number,HDI,,rank,0,1,,lower,,,,,,,,,,,\n"                    \
	"international_arrivals,number,Arrivals,,person,0,,,,,,,no,,,,,,,\n"   \
	"grooming_criminalised,verdict,Grooming,,,,,,higher,,,,,,,,,,,\n"      \
	"ended,date,End,,,,,,,,,,,,,,,,,\n"                                    \
	"tier,text,Tier,,,,,,,,,,,,,,,,,\n"                                    \
	"cases,number,Cases,,case,0,0,,,,,,,,,,,,,\n"

#define SOURCES                                                                \
	"key,type,author,year,published,title,accessed\n"                      \
	"wdi-2018,dataset,World Bank,2018,2018-04,WDI,\n"                      \
	"wdi-2026,dataset,World Bank,2026,2026-07,WDI,\n"                      \
	"sowc-2017,report,UNICEF,2017,,SOWC,\n"                                \
	"web,web,Somebody,,,Page,2016-05-04\n"                                 \
	"undated,report,Nobody,,,Paper,\n"

#define OBS_HEAD                                                               \
	"indicator,period,place,sex,age,group,value,low,high,n,comparator,"    \
	"status,access,source,locator,known,note\n"

struct workspace {
	char folder[32];
	struct arena *arena;
	struct sink *sink;
	struct store *store;
	char *messages;
};

/* Enter an empty temporary folder. */
static void
workspace_open(struct workspace *w)
{
	*w = (struct workspace){.folder = "/tmp/sitan-data-XXXXXX"};
	if (!mkdtemp(w->folder) || chdir(w->folder) != 0)
		abort();
}

static void
workspace_put(const char *path, const char *text)
{
	if (!file_write(path, str_from(text)))
		abort();
}

static void
workspace_clear(struct workspace *w)
{
	arena_free(w->arena);
	free(w->messages);
	w->arena = NULL;
	w->messages = NULL;
}

static void
workspace_load(struct workspace *w)
{
	size_t n;
	FILE *f;

	workspace_clear(w);
	w->arena = arena_new();
	w->sink = sink_new(w->arena);
	w->store = store_load(w->arena, w->sink, ".");
	f = open_memstream(&w->messages, &n);
	sink_print(w->sink, f);
	fclose(f);
}

static void
workspace_close(struct workspace *w)
{
	char command[64];

	workspace_clear(w);
	snprintf(command, sizeof command, "rm -r %s", w->folder);
	if (chdir("/") != 0 || system(command) != 0)
		abort();
}

/* The three catalogues that every test needs. */
static void
workspace_catalogues(void)
{
	workspace_put("data/areas.csv", AREAS);
	workspace_put("data/indicators.csv", INDICATORS);
	workspace_put("data/sources.csv", SOURCES);
}

/* The catalogues and one country file of these rows, loaded. */
static inline void
workspace_obs(struct workspace *w, const char *rows)
{
	char *text = NULL;
	size_t n;
	FILE *f = open_memstream(&text, &n);

	fprintf(f, "%s%s", OBS_HEAD, rows);
	fclose(f);
	workspace_catalogues();
	workspace_put("data/countries/KHM.csv", text);
	workspace_load(w);
	free(text);
}

/* The one that the tests of a file share: set up and torn down with them. */
static struct workspace w;

static inline int
workspace_enter(void **state)
{
	(void)state;
	workspace_open(&w);
	return 0;
}

static inline int
workspace_leave(void **state)
{
	(void)state;
	workspace_close(&w);
	return 0;
}

#endif
