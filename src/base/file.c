/* SPDX-License-Identifier: MIT */
/* base/file.c - whole files in, whole files out */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"

static bool
is_gzip(struct str s)
{
	return s.n > 2 && s.p[0] == '\x1f' && s.p[1] == '\x8b';
}

/* Unpack a gzip file (RFC 1952) of any number of members. */
static bool
unpack(struct arena *a, struct str packed, struct str *text)
{
	z_stream z = {0};
	struct buf out = {0};
	char chunk[16384];
	int status = Z_OK;

	if (inflateInit2(&z, 15 + 16) != Z_OK)
		return false;
	z.next_in = (unsigned char *)(uintptr_t)packed.p;
	z.avail_in = (unsigned)packed.n;
	while (status == Z_OK || (status == Z_STREAM_END && z.avail_in > 0)) {
		if (status == Z_STREAM_END)
			inflateReset(&z);
		z.next_out = (unsigned char *)chunk;
		z.avail_out = sizeof chunk;
		status = inflate(&z, Z_NO_FLUSH);
		buf_add(&out, chunk, sizeof chunk - z.avail_out);
		if (status == Z_OK && z.avail_in == 0 && z.avail_out > 0)
			status = Z_BUF_ERROR;
	}
	inflateEnd(&z);
	if (status != Z_STREAM_END) {
		buf_free(&out);
		return false;
	}
	*text = buf_take(&out, a);
	return true;
}

static bool
read_all(struct arena *a, const char *path, struct str *text)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char *p;
	size_t n = 0;

	if (fd < 0)
		return false;
	if (fstat(fd, &st) != 0 || S_ISDIR(st.st_mode)) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : errno;
		close(fd);
		return false;
	}
	p = arena_alloc(a, (size_t)st.st_size + 1);
	while (n < (size_t)st.st_size) {
		ssize_t got = read(fd, p + n, (size_t)st.st_size - n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		n += (size_t)got;
	}
	close(fd);
	*text = (struct str){p, n};
	return n == (size_t)st.st_size;
}

bool
file_read(struct arena *a, struct sink *sink, const char *path,
    struct place from, struct str *text)
{
	if (read_all(a, path, text)) {
		if (!is_gzip(*text) || unpack(a, *text, text))
			return true;
		diag(sink, DIAG_FILE_OPEN, (struct place){path, 0, 0},
		    "the gzip data are damaged");
		return false;
	}
	if (from.file)
		diag(sink, DIAG_FILE_OPEN, from,
		    arena_printf(a, "'%s': %s", path, strerror(errno)));
	else
		diag(sink, DIAG_FILE_OPEN, (struct place){path, 0, 0},
		    strerror(errno));
	return false;
}

bool
file_read_text(struct arena *a, struct sink *sink, const char *path,
    struct place from, struct str *text)
{
	struct place at = {path, 1, 1};
	size_t bad, i;

	if (!file_read(a, sink, path, from, text))
		return false;
	if (str_starts(*text, "\xEF\xBB\xBF"))
		*text = str_slice(*text, 3, text->n);
	bad = utf8_check(*text);
	if (bad == text->n)
		return true;
	for (i = 0; i < bad; i++) {
		if (text->p[i] == '\n') {
			at.line++;
			at.col = 1;
		} else if (((unsigned char)text->p[i] & 0xC0) != 0x80) {
			at.col++;
		}
	}
	diag(sink, DIAG_FILE_ENCODING, at, (unsigned)bad + 1,
	    (unsigned)(unsigned char)text->p[bad]);
	return false;
}

bool
file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && !S_ISDIR(st.st_mode);
}

bool
dir_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool
dir_make(const char *path)
{
	char part[4096];
	size_t n = strlen(path), i;

	if (n >= sizeof part) {
		errno = ENAMETOOLONG;
		return false;
	}
	for (i = 1; i <= n; i++) {
		if (path[i] != '/' && path[i] != '\0')
			continue;
		memcpy(part, path, i);
		part[i] = '\0';
		if (mkdir(part, 0777) != 0 && errno != EEXIST)
			return false;
	}
	return true;
}

static bool
write_all(int fd, struct str bytes)
{
	size_t n = 0;

	while (n < bytes.n) {
		ssize_t put = write(fd, bytes.p + n, bytes.n - n);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		n += (size_t)put;
	}
	return true;
}

bool
file_write(const char *path, struct str bytes)
{
	struct arena *a = arena_new();
	char *folder = path_folder(a, path);
	char *temp = arena_printf(
	    a, "%s/.%s.%ld", folder, path_name(path), (long)getpid());
	int fd, err;
	bool ok = false;

	if (dir_make(folder)) {
		fd = open(temp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
		if (fd >= 0) {
			ok = write_all(fd, bytes);
			ok = close(fd) == 0 && ok;
			ok = ok && rename(temp, path) == 0;
			err = errno;
			if (!ok)
				unlink(temp);
			errno = err;
		}
	}
	arena_free(a);
	return ok;
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t
dir_list(struct arena *a, const char *path, const char ***names)
{
	VEC(const char *) list = {0};
	DIR *d = opendir(path);
	struct dirent *e;

	if (d) {
		while ((e = readdir(d)))
			if (e->d_name[0] != '.')
				VEC_PUSH(a, &list, arena_strdup(a, e->d_name));
		closedir(d);
	}
	if (list.n > 1)
		qsort(list.v, list.n, sizeof *list.v, compare_names);
	*names = list.v;
	return list.n;
}

char *
path_join(struct arena *a, const char *x, const char *y)
{
	size_t n = strlen(x);

	if (y[0] == '/' || n == 0 || strcmp(x, ".") == 0)
		return arena_strdup(a, y);
	return arena_printf(a, x[n - 1] == '/' ? "%s%s" : "%s/%s", x, y);
}

char *
path_folder(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return arena_strdup(a, ".");
	return arena_strndup(
	    a, path, slash == path ? 1 : (size_t)(slash - path));
}

const char *
path_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

char *
path_stem(struct arena *a, const char *path)
{
	const char *name = path_name(path), *dot = strrchr(name, '.');

	return arena_strndup(
	    a, name, dot && dot != name ? (size_t)(dot - name) : strlen(name));
}
