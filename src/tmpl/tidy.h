/* SPDX-License-Identifier: MIT */
/* tmpl/tidy.h - what the data left empty vanishes */
#ifndef TMPL_TIDY_H
#define TMPL_TIDY_H

struct out;

/*
 * Drop headings of sections and fenced divs in which a block statement stood
 * and nothing came of it.  What an author left empty himself stays.
 */
void tidy_sections(struct out *);

#endif
