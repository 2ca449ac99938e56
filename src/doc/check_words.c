/* SPDX-License-Identifier: MIT */
/* doc/check_words.c - rules of a good report: words and numbers in prose */
#include "doc/check.h"

#include "doc/work.h"

void
check_words(struct doc *d)
{
	(void)d;
}
