/* SPDX-License-Identifier: MIT */
/*
 * proof/content.h - what a content stream shows, sequence by sequence
 *
 * A tokenizer of content streams (ISO 32000-1 7.2, 7.8.2) and of the operators
 * that matter for text: BDC and EMC, Tf, Tj and TJ, Do.
 */
#ifndef PROOF_CONTENT_H
#define PROOF_CONTENT_H

#include "base/str.h"

/* Told in the order of the stream; strings are valid during the call. */
struct content_user {
	void *ctx;
	/* mcid -1: a sequence without; actual is UTF-8, n 0: none */
	void (*begin)(void *ctx, long mcid, struct str actual);
	void (*end)(void *ctx);
	void (*font)(void *ctx, const char *name);
	void (*show)(void *ctx, struct str codes);
	void (*paint)(void *ctx, const char *name); /* an XObject */
};

void content_read(struct str content, const struct content_user *);

/*
 * The texts of a ToUnicode CMap of bfchar entries with two-byte codes (which
 * is what we write): called for each.
 */
void content_cmap(struct str cmap,
    void (*entry)(void *ctx, unsigned code, struct str utf8), void *ctx);

#endif
