/* SPDX-License-Identifier: MIT */
/* doc/check.h - what the files of the checks share */
#ifndef DOC_CHECK_H
#define DOC_CHECK_H

struct doc;

/* Repeated words, numbers, acronyms and terms in prose. */
void check_words(struct doc *);

#endif
