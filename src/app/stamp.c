/* SPDX-License-Identifier: MIT */
/* app/stamp.c - which reports are up to date */
#include "app/stamp.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "app/build.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/str.h"

struct stamps {
	struct arena *arena;
	const char *path;
	struct map *known; /* file name -> digest */
	char inputs[65];   /* digest of what all reports share */
};

/* A file, or all in a folder. */
static void
add_path(struct arena *a, struct buf *b, const char *path)
{
	struct stat st;
	const char **names;
	size_t n, i;

	if (stat(path, &st) != 0)
		return;
	if (!S_ISDIR(st.st_mode)) {
		buf_printf(b, "%s %lld %lld.%09ld\n", path,
		    (long long)st.st_size, (long long)st.st_mtim.tv_sec,
		    st.st_mtim.tv_nsec);
		return;
	}
	n = dir_list(a, path, &names);
	for (i = 0; i < n; i++)
		add_path(a, b, path_join(a, path, names[i]));
}

static void
digest_inputs(struct stamps *s, const struct workspace *w)
{
	static const char *const parts[] = {"data", "templates", "charts"};
	struct buf b = {0};
	size_t f, i;

	add_path(s->arena, &b, "/proc/self/exe");
	for (f = 0; w->folders[f]; f++)
		for (i = 0; i < sizeof parts / sizeof *parts; i++)
			add_path(s->arena, &b,
			    path_join(s->arena, w->folders[f], parts[i]));
	hash_hex(buf_view(&b), s->inputs);
	buf_free(&b);
}

struct stamps *
stamps_read(struct arena *a, const struct workspace *w, const char *out)
{
	struct stamps *s = ARENA_NEW(a, struct stamps);
	struct sink *quiet = sink_new(a);
	struct str text;
	size_t at = 0;

	s->arena = a;
	s->path = path_join(a, out, ".stamps");
	s->known = map_new(a);
	digest_inputs(s, w);
	if (!file_exists(s->path) ||
	    !file_read(a, quiet, s->path, (struct place){0}, &text))
		return s;
	while (at < text.n) {
		size_t end = str_find(text, '\n', at);
		struct str line = str_slice(text, at, end);
		size_t gap = str_find(line, ' ', 0);

		if (gap < line.n)
			map_put(s->known, str_slice(line, gap + 1, line.n),
			    str_dup(a, str_slice(line, 0, gap)));
		at = end + 1;
	}
	return s;
}

static void
digest_job(const struct stamps *s, const struct job *j, char out[65])
{
	char *all = arena_printf(s->arena, "%s %s %s %s %s %d", s->inputs,
	    j->report->name, j->subject->id, j->edition->id, j->kit->lang,
	    (int)j->draft);

	hash_hex(str_from(all), out);
}

bool
stamps_fresh(const struct stamps *s, const struct job *j)
{
	const char *known = map_get(s->known, path_name(j->path));
	char digest[65];

	if (!known || !file_exists(j->path))
		return false;
	digest_job(s, j, digest);
	return strcmp(known, digest) == 0;
}

void
stamps_set(struct stamps *s, const struct job *j, bool good)
{
	char digest[65] = "-";

	if (good)
		digest_job(s, j, digest);
	map_put(s->known, str_from(path_name(j->path)),
	    arena_strdup(s->arena, digest));
}

void
stamps_write(const struct stamps *s)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < s->known->n; i++)
		buf_printf(&b, "%s %.*s\n",
		    (const char *)s->known->entries[i].value,
		    STR_ARG(s->known->entries[i].key));
	if (b.n)
		file_write(s->path, buf_view(&b));
	buf_free(&b);
}
