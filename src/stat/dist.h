/* SPDX-License-Identifier: MIT */
/* stat/dist.h - normal and Student's t distribution */
#ifndef STAT_DIST_H
#define STAT_DIST_H

/* P(Z <= z), and the z with P(Z <= z) = p for 0 < p < 1. */
double dist_normal(double z);
double dist_normal_quantile(double p);

/* The same for Student's t with df > 0 degrees of freedom; 12 digits up to
 * 10,000 of them. */
double dist_t(double t, double df);
double dist_t_quantile(double p, double df);

#endif
