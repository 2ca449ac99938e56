/* SPDX-License-Identifier: MIT */
/* pdf/listen.h - what a screen reader meets, in order */
#ifndef PDF_LISTEN_H
#define PDF_LISTEN_H

#include <stdio.h>

#include "pdf/tag.h"

/* The filled tree as it is read aloud, one line for each thing announced. */
void listen_dump(const struct tags *, FILE *);

#endif
