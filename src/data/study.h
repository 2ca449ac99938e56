/* SPDX-License-Identifier: MIT */
/* data/study.h - what the files of a study say about each other */
#ifndef DATA_STUDY_H
#define DATA_STUDY_H

#include "data/records.h"

/* Warn of questions without finding, and of evidence that is none. */
void study_check(struct load *);

#endif
