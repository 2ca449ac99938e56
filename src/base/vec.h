/* SPDX-License-Identifier: MIT */
/* base/vec.h - growing arrays in an arena */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

/* A growing array of T: VEC(int) lengths = {0}; */
#define VEC(T)                                                                 \
	struct {                                                               \
		T *v;                                                          \
		size_t n;                                                      \
		size_t cap;                                                    \
	}

/* Append one item (which may be a compound literal).  Amortised O(1). */
#define VEC_PUSH(a, vec, ...)                                                  \
	do {                                                                   \
		if ((vec)->n == (vec)->cap) {                                  \
			size_t vec_old_ = (vec)->cap * sizeof *(vec)->v;       \
			(vec)->cap = (vec)->cap ? (vec)->cap * 2 : 8;          \
			(vec)->v = arena_grow((a), (vec)->v, vec_old_,         \
			    (vec)->cap * sizeof *(vec)->v);                    \
		}                                                              \
		(vec)->v[(vec)->n++] = __VA_ARGS__;                            \
	} while (0)

#endif
