/* SPDX-License-Identifier: MIT */
/* data/input.c - the bytes of a foreign file, piece by piece */
#include "data/input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

#include "base/arena.h"
#include "data/encoding.h"

#define PIECE 262144

struct input {
	struct sink *sink;
	const char *path;
	int fd;
	bool packed, wide, marked, damaged, ended, inflating;
	z_stream z;
	struct utf16 utf16;
	struct date date;
	struct buf raw;  /* bytes of the file that were read ahead */
	size_t raw_at;   /* those before were used */
	struct buf text; /* UTF-8 made of UTF-16, not yet given out */
	size_t text_at;
};

static void
damaged(struct input *in, const char *what)
{
	diag(in->sink, DIAG_READ_FILE, (struct place){in->path, 0, 0}, what);
	in->damaged = true;
	in->ended = true;
}

/* Bytes of the file itself; false at its end. */
static bool
fill_raw(struct input *in)
{
	static const size_t size = PIECE;
	ssize_t got;

	if (in->raw_at < in->raw.n)
		return true;
	if (!in->raw.p)
		in->raw = (struct buf){xmalloc(size), 0, size};
	do
		got = read(in->fd, in->raw.p, size);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		damaged(in, strerror(errno));
	in->raw.n = got > 0 ? (size_t)got : 0;
	in->raw_at = 0;
	return got > 0;
}

static size_t
read_plain(struct input *in, char *p, size_t n)
{
	if (!fill_raw(in))
		return 0;
	if (n > in->raw.n - in->raw_at)
		n = in->raw.n - in->raw_at;
	memcpy(p, in->raw.p + in->raw_at, n);
	in->raw_at += n;
	return n;
}

/* Unpack (RFC 1952), any number of members one behind the other. */
static size_t
read_packed(struct input *in, char *p, size_t n)
{
	z_stream *z = &in->z;
	int status;

	z->next_out = (unsigned char *)p;
	z->avail_out = (unsigned)n;
	while (z->avail_out == n) {
		if (!fill_raw(in)) {
			if (in->inflating && !in->damaged)
				damaged(in, "the gzip data end too early; "
					    "download the file again");
			return 0;
		}
		z->next_in = (unsigned char *)in->raw.p + in->raw_at;
		z->avail_in = (unsigned)(in->raw.n - in->raw_at);
		in->inflating = true;
		status = inflate(z, Z_NO_FLUSH);
		in->raw_at = in->raw.n - z->avail_in;
		if (status == Z_STREAM_END) {
			in->inflating = false;
			inflateReset(z);
		} else if (status != Z_OK) {
			damaged(in, "the gzip data are damaged; download the "
				    "file again");
			break;
		}
	}
	return n - z->avail_out;
}

static size_t
read_bytes(struct input *in, char *p, size_t n)
{
	return in->packed ? read_packed(in, p, n) : read_plain(in, p, n);
}

size_t
input_read(struct input *in, char *p, size_t n)
{
	char piece[8192];
	size_t got;

	while (in->text_at == in->text.n && !in->ended) {
		if (!in->wide && in->text.n == 0) {
			got = read_bytes(in, p, n);
			in->ended = got == 0;
			return got;
		}
		in->text.n = in->text_at = 0;
		if (!in->wide)
			continue;
		got = read_bytes(in, piece, sizeof piece);
		in->ended = got == 0;
		encoding_utf16(&in->utf16, (struct str){piece, got}, &in->text);
		if (in->ended && in->utf16.has_half)
			damaged(in, "its UTF-16 ends in half a character; "
				    "download the file again");
	}
	if (n > in->text.n - in->text_at)
		n = in->text.n - in->text_at;
	if (n > 0)
		memcpy(p, in->text.p + in->text_at, n);
	in->text_at += n;
	return n;
}

/* What the first bytes of files that are no text mean to their owner. */
static const char *
foreign(struct str head)
{
	static const struct {
		const char *bytes, *what;
	} kinds[] = {
	    {"PK\x03\x04", "it is a ZIP archive or a workbook; unpack it, or "
			   "save the sheet as CSV"},
	    {"\xD0\xCF\x11\xE0", "it is an Excel workbook; save the sheet as "
				 "CSV"},
	    {"%PDF", "it is a PDF; download the data as CSV"},
	    {"<", "it is HTML or XML; download the data as CSV"},
	    {"{", "it is JSON; download the data as CSV"},
	    {"[", "it is JSON; download the data as CSV"},
	    {"BZh", "it is packed with bzip2; unpack it"},
	    {"\xFD"
	     "7zXZ",
		"it is packed with xz; unpack it"},
	};
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_starts(head, kinds[i].bytes))
			return kinds[i].what;
	return NULL;
}

/* Recognise packing and encoding by the first bytes. */
static bool
begin(struct input *in)
{
	char piece[4096];
	struct str head;
	const char *what;
	size_t mark, n, got;

	fill_raw(in);
	in->packed = in->raw.n > 2 && memcmp(in->raw.p, "\x1f\x8b", 2) == 0;
	if (in->packed && inflateInit2(&in->z, 15 + 16) != Z_OK)
		return false;
	for (n = 0; n < sizeof piece; n += got) {
		got = read_bytes(in, piece + n, sizeof piece - n);
		if (got == 0)
			break;
	}
	if (in->damaged)
		return false;
	head = (struct str){piece, n};
	what = foreign(head);
	if (n > 3 && (memcmp(piece, "\xFF\xFE\0\0", 4) == 0 ||
			 memcmp(piece, "\0\0\xFE\xFF", 4) == 0))
		what = "it is UTF-32; save it as UTF-8";
	if (what) {
		damaged(in, what);
		return false;
	}
	in->wide = encoding_detect(head, &mark) != ENCODING_UTF8;
	in->utf16.big = encoding_detect(head, &mark) == ENCODING_UTF16BE;
	in->marked = mark > 0;
	head = str_slice(head, mark, head.n);
	if (in->wide)
		encoding_utf16(&in->utf16, head, &in->text);
	else
		buf_str(&in->text, head);
	return true;
}

struct input *
input_open(struct arena *a, struct sink *sink, const char *path)
{
	struct input *in = ARENA_NEW(a, struct input);
	struct stat st;
	struct tm tm;

	in->sink = sink;
	in->path = arena_strdup(a, path);
	in->fd = open(path, O_RDONLY | O_CLOEXEC);
	if (in->fd >= 0 && fstat(in->fd, &st) == 0 && S_ISDIR(st.st_mode)) {
		close(in->fd);
		in->fd = -1;
		errno = EISDIR;
	}
	if (in->fd < 0) {
		diag(sink, DIAG_FILE_OPEN, (struct place){in->path, 0, 0},
		    strerror(errno));
		return NULL;
	}
	if (gmtime_r(&st.st_mtime, &tm))
		in->date = (struct date){(short)(tm.tm_year + 1900),
		    (signed char)(tm.tm_mon + 1), (signed char)tm.tm_mday};
	if (begin(in))
		return in;
	input_close(in);
	return NULL;
}

void
input_close(struct input *in)
{
	if (in->packed)
		inflateEnd(&in->z);
	if (in->fd >= 0)
		close(in->fd);
	buf_free(&in->raw);
	buf_free(&in->text);
}

bool
input_packed(const struct input *in)
{
	return in->packed;
}

bool
input_utf16(const struct input *in)
{
	return in->wide;
}

bool
input_marked(const struct input *in)
{
	return in->marked;
}

bool
input_damaged(const struct input *in)
{
	return in->damaged;
}

struct date
input_date(const struct input *in)
{
	return in->date;
}
