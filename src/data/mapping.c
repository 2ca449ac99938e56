/* SPDX-License-Identifier: MIT */
/* data/mapping.c - publishers' codes as indicators and areas of a workspace */
#include "data/mapping.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "data/cell.h"
#include "data/obsrow.h"
#include "data/store.h"

struct mapping {
	struct arena *arena;
	const struct store *store;
	struct crosswalk *world;
	struct map *indicators; /* "wb=CODE" to struct target */
	struct map *areas;      /* "wb=CODE" to struct area */
};

/* One item of `codes`: "wb:F=CODE" is system wb, words F, code CODE. */
struct item {
	struct str system, words, code;
};

static bool
next_item(struct str codes, size_t *at, struct item *item)
{
	size_t end, equal, colon;
	struct str part;

	while (*at < codes.n) {
		end = str_find(codes, ';', *at);
		part = str_trim(str_slice(codes, *at, end));
		*at = end + 1;
		equal = str_find(part, '=', 0);
		if (equal == part.n)
			continue;
		colon = str_find(str_slice(part, 0, equal), ':', 0);
		item->system = str_slice(part, 0, colon);
		item->words = colon < equal ? str_slice(part, colon + 1, equal)
					    : (struct str){"", 0};
		item->code = str_trim(str_slice(part, equal + 1, part.n));
		return true;
	}
	return false;
}

/* "F,20-24" into sex, age and group; several groups add up. */
static void
read_words(struct arena *a, struct str words, const char **sex,
    const char **age, const char **group)
{
	size_t from = 0, to;

	while (from < words.n) {
		struct str w;

		to = str_find(words, ',', from);
		w = str_trim(str_slice(words, from, to));
		if (str_is(w, "F") || str_is(w, "M"))
			*sex = str_dup(a, w);
		else if (cell_is_age(w))
			*age = str_dup(a, w);
		else if (cell_is_group(w))
			*group = arena_printf(a, "%s%s%.*s", *group,
			    (*group)[0] ? ";" : "", STR_ARG(w));
		from = to + 1;
	}
}

static struct str
key_of(struct arena *a, struct str system, struct str code)
{
	return str_from(
	    arena_printf(a, "%.*s=%.*s", STR_ARG(system), STR_ARG(code)));
}

static void
add_target(struct mapping *m, struct item item, const struct target *whole)
{
	struct target *t = ARENA_NEW(m->arena, struct target);
	struct str key = key_of(m->arena, item.system, item.code);

	*t = *whole;
	read_words(m->arena, item.words, &t->sex, &t->age, &t->group);
	t->next = map_find(m->indicators, key);
	map_put(m->indicators, key, t);
}

static void
add_indicator(struct mapping *m, const struct indicator *ind)
{
	struct str codes = str_from(record_text(ind->record, "codes"));
	struct target whole = {ind, "", "", "", "", "", "", NULL};
	struct item item;
	size_t at;

	for (at = 0; next_item(codes, &at, &item);) {
		if (str_is(item.system, "as"))
			read_words(m->arena, item.code, &whole.sex, &whole.age,
			    &whole.group);
		else if (str_is(item.system, "base"))
			read_words(m->arena, item.code, &whole.base_sex,
			    &whole.base_age, &whole.base_group);
	}
	for (at = 0; next_item(codes, &at, &item);)
		if (!str_is(item.system, "as") && !str_is(item.system, "base"))
			add_target(m, item, &whole);
}

static void
add_area(struct mapping *m, const struct area *area)
{
	struct str codes = str_from(record_text(area->record, "codes"));
	struct item item;
	size_t at;

	for (at = 0; next_item(codes, &at, &item);)
		map_put(m->areas, key_of(m->arena, item.system, item.code),
		    (void *)(uintptr_t)area);
	if (area->m49[0])
		map_put(m->areas,
		    key_of(m->arena, STR("m49"), str_from(area->m49)),
		    (void *)(uintptr_t)area);
}

struct mapping *
mapping_new(struct arena *a, const struct store *store)
{
	struct mapping *m = ARENA_NEW(a, struct mapping);
	const struct indicator *const *inds;
	const struct area *const *areas;
	size_t i, n;

	m->arena = a;
	m->store = store;
	m->world = crosswalk_new(a);
	m->indicators = map_new(a);
	m->areas = map_new(a);
	n = store_indicators(store, &inds);
	for (i = 0; i < n; i++)
		add_indicator(m, inds[i]);
	n = store_areas(store, &areas);
	for (i = 0; i < n; i++) {
		add_area(m, areas[i]);
		if (areas[i]->lang[0])
			crosswalk_language(m->world, areas[i]->lang);
	}
	return m;
}

/* The value under "system=code" for each of the systems. */
static void *
find_code(const struct map *map, const char *systems, struct str code)
{
	char key[256];
	void *value = NULL;

	while (*systems && !value) {
		size_t n = strcspn(systems, " ");

		if (n + 1 + code.n < sizeof key) {
			memcpy(key, systems, n);
			key[n] = '=';
			memcpy(key + n + 1, code.p, code.n);
			value =
			    map_find(map, (struct str){key, n + 1 + code.n});
		}
		systems += n + strspn(systems + n, " ");
	}
	return value;
}

const struct target *
mapping_indicator(const struct mapping *m, const char *systems, struct str code)
{
	return find_code(m->indicators, systems, code);
}

const struct target *
mapping_plain(struct arena *a, const struct indicator *ind)
{
	struct target *t = ARENA_NEW(a, struct target);

	*t = (struct target){ind, "", "", "", "", "", "", NULL};
	return t;
}

/* --- rows of a target --- */

static const char *
fit(const char *word, const char *base, const char *as)
{
	if (base[0] && streq(word, base))
		word = "";
	return word[0] ? word : as;
}

const char *
target_sex(const struct target *t, const char *sex)
{
	return fit(sex, t->base_sex, t->sex);
}

const char *
target_age(const struct target *t, const char *age)
{
	return fit(age, t->base_age, t->age);
}

static bool
list_has(struct str list, struct str part)
{
	size_t from, to;

	for (from = 0; from < list.n; from = to + 1) {
		to = str_find(list, ';', from);
		if (str_eq(str_slice(list, from, to), part))
			return true;
	}
	return false;
}

const char *
target_group(struct arena *a, const struct target *t, const char *group)
{
	struct str all = str_from(obsrow_group(a, group));
	struct str base = str_from(t->base_group);
	struct buf kept = {0};
	size_t from, to;

	if (base.n == 0 || all.n == 0)
		return fit(all.p, "", t->group);
	for (from = 0; from < all.n; from = to + 1) {
		to = str_find(all, ';', from);
		if (list_has(base, str_slice(all, from, to)))
			continue;
		if (kept.n > 0)
			buf_putc(&kept, ';');
		buf_str(&kept, str_slice(all, from, to));
	}
	return fit(buf_take(&kept, a).p, "", t->group);
}

/* --- areas --- */

static const struct area *
find_m49(const struct mapping *m, struct str code)
{
	char digits[4] = "000";

	if (code.n == 0 || code.n > 3)
		return NULL;
	memcpy(digits + 3 - code.n, code.p, code.n);
	return find_code(m->areas, "m49", str_from(digits));
}

const struct area *
mapping_area(const struct mapping *m, const char *systems, enum code_kind kind,
    struct str code, const struct nation **nation)
{
	const struct area *area = find_code(m->areas, systems, code);

	*nation = NULL;
	if (area)
		return area;
	*nation = crosswalk_find(m->world, kind, code);
	if (*nation) {
		area = store_area(m->store, str_from((*nation)->iso3));
		if (!area && (*nation)->m49[0])
			area = find_m49(m, str_from((*nation)->m49));
		return area;
	}
	if (kind == CODE_M49 || kind == CODE_ANY)
		area = find_m49(m, code);
	/* a region under its own id, as in files that were exported here */
	if (!area && systems[0] == '\0')
		area = store_area(m->store, code);
	return area;
}

const struct area *
mapping_region(const struct mapping *m, const struct nation *n)
{
	const struct area *const *all;
	size_t count = store_areas(m->store, &all), i;
	const char *code;

	for (code = n->regions; *code; code += strspn(code, " "))
		for (i = 0, code += 3; i < count; i++)
			if (streq(all[i]->kind, "region") &&
			    strncmp(all[i]->m49, code - 3, 3) == 0)
				return all[i];
	return NULL;
}

const struct crosswalk *
mapping_crosswalk(const struct mapping *m)
{
	return m->world;
}
