/* SPDX-License-Identifier: MIT */
/* data/obs.h - observation files into the store */
#ifndef DATA_OBS_H
#define DATA_OBS_H

struct load;

/* Read DIR/data/<folder>/<AREA>.csv for all areas, after all tables. */
void obs_read_folder(struct load *, const char *folder);

/* Read a text with a column `subject` instead. */
void obs_read_text(struct load *, const char *name);

#endif
