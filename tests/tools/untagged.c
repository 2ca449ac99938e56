/* SPDX-License-Identifier: MIT */
/*
 * untagged - the program without its tags: what tests/bench-tags compares with
 *
 * The linker puts these in the place of the functions that write marked content
 * and the structure tree (--wrap); all else is the program.
 */
#include "pdf/conform.h"
#include "pdf/ops.h"
#include "pdf/tag.h"

void __wrap_ops_mark(struct ops *, const char *, struct str);
void __wrap_ops_mark_end(struct ops *);
void __wrap_tag_write(struct tags *, struct pdf *, struct obj *const *,
    const struct mark *, size_t);
void __wrap_conform_check(struct sink *, const struct pdf_input *,
    const struct tags *, const struct font_files *, const struct content *);

void
__wrap_ops_mark(struct ops *o, const char *tag, struct str properties)
{
	(void)tag;
	(void)properties;
	o->in_mark = true;
}

void
__wrap_ops_mark_end(struct ops *o)
{
	o->in_mark = false;
}

void
__wrap_tag_write(struct tags *t, struct pdf *pdf, struct obj *const *pages,
    const struct mark *marks, size_t n)
{
	(void)t;
	(void)pdf;
	(void)pages;
	(void)marks;
	(void)n;
}

void
__wrap_conform_check(struct sink *sink, const struct pdf_input *in,
    const struct tags *tags, const struct font_files *fonts,
    const struct content *content)
{
	(void)sink;
	(void)in;
	(void)tags;
	(void)fonts;
	(void)content;
}
