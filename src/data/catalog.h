/* SPDX-License-Identifier: MIT */
/* data/catalog.h - areas, indicators and names from their files */
#ifndef DATA_CATALOG_H
#define DATA_CATALOG_H

struct load;

/* From the resolved tables `areas` and `indicators`. */
void catalog_areas(struct load *);
void catalog_indicators(struct load *);

/* From DIR/data/names/<lang>.csv, after all tables. */
void catalog_names(struct load *);

#endif
