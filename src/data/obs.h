/* SPDX-License-Identifier: MIT */
/* data/obs.h - observation files into the store */
#ifndef DATA_OBS_H
#define DATA_OBS_H

struct load;

/* Read DIR/data/<folder>/<AREA>.csv for all areas, after all tables. */
void obs_read_folder(struct load *, const char *folder);

#endif
