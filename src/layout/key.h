/* SPDX-License-Identifier: MIT */
/* layout/key.h - the key of signs under small charts */
#ifndef LAYOUT_KEY_H
#define LAYOUT_KEY_H

#include "layout/set.h"

/*
 * The parts of a key beside each other, in as many rows as they need.  A part
 * is a paragraph, or a div of class key-country, key-median, key-rank or
 * key-none with its sign before it.
 */
struct vbox key_box(struct setter *, const struct node *key, mpt width);

#endif
