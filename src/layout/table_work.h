/* SPDX-License-Identifier: MIT */
/* layout/table_work.h - what table.c leaves for table_split.c to repeat */
#ifndef LAYOUT_TABLE_WORK_H
#define LAYOUT_TABLE_WORK_H

#include "layout/table_grid.h"
#include "layout/vlist.h"

struct table_work {
	struct table_grid *grid;
	struct vlist title; /* TITLE lines of the caption, without number */
	struct vlist head;  /* at most one box: the head rows */
	struct vlist key;   /* KEY lines */
	struct vlist subtitle, source; /* of a heat table, whose pages are each
					* complete (HOUSE-STYLE section 14) */
	VEC(size_t) first_row; /* by box of vtable.rows: its first grid row */
};

#endif
