/* SPDX-License-Identifier: MIT */
/*
 * tests/fault/fault.c - faults of the machine, loaded before the C library
 *
 * FAULT_OPEN=TEXT     the process dies when it opens a file with TEXT in its
 *                     name
 * FAULT_ALLOC=N       the Nth and every later large allocation fails
 * FAULT_WRITE=N       after N writes to files the disk is full
 * FAULT_RENAME=1      no file can be renamed
 *
 * Only processes that were forked by the program are hit, but for FAULT_ALLOC
 * with FAULT_PARENT=1.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <fcntl.h>

#define LARGE 65536

static pid_t parent;
static long allocations, writes;

__attribute__((constructor)) static void
begin(void)
{
	parent = getpid();
}

static int
hit(void)
{
	return getpid() != parent || getenv("FAULT_PARENT");
}

static long
number(const char *name)
{
	const char *v = getenv(name);

	return v ? atol(v) : -1;
}

static int
allocation_fails(size_t n)
{
	long most;

	if (n < LARGE || !parent || !hit())
		return 0;
	most = number("FAULT_ALLOC");
	return most >= 0 && ++allocations > most;
}

void *
malloc(size_t n)
{
	static void *(*real)(size_t);

	if (!real)
		real = (void *(*)(size_t))dlsym(RTLD_NEXT, "malloc");
	if (allocation_fails(n)) {
		errno = ENOMEM;
		return NULL;
	}
	return real(n);
}

void *
realloc(void *p, size_t n)
{
	static void *(*real)(void *, size_t);

	if (!real)
		real = (void *(*)(void *, size_t))dlsym(RTLD_NEXT, "realloc");
	if (allocation_fails(n)) {
		errno = ENOMEM;
		return NULL;
	}
	return real(p, n);
}

int
open(const char *path, int flags, ...)
{
	static int (*real)(const char *, int, ...);
	const char *text = getenv("FAULT_OPEN");
	va_list args;
	mode_t mode;

	if (!real)
		real = (int (*)(const char *, int, ...))dlsym(
		    RTLD_NEXT, "open");
	va_start(args, flags);
	mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
	va_end(args);
	if (text && strstr(path, text) && hit())
		raise(SIGSEGV);
	return real(path, flags, mode);
}

ssize_t
write(int fd, const void *p, size_t n)
{
	static ssize_t (*real)(int, const void *, size_t);
	long most = number("FAULT_WRITE");
	struct stat st;

	if (!real)
		real = (ssize_t (*)(int, const void *, size_t))dlsym(
		    RTLD_NEXT, "write");
	if (most >= 0 && hit() && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    ++writes > most) {
		errno = ENOSPC;
		return -1;
	}
	return real(fd, p, n);
}

int
rename(const char *from, const char *to)
{
	static int (*real)(const char *, const char *);

	if (!real)
		real = (int (*)(const char *, const char *))dlsym(
		    RTLD_NEXT, "rename");
	if (getenv("FAULT_RENAME")) {
		errno = EROFS;
		return -1;
	}
	return real(from, to);
}
