/* SPDX-License-Identifier: MIT */
/*
 * pdf/import.c - pages of Cairo's PDF as content and resources
 *
 * qpdf reads, libharu gets copies: objects by value, indirect ones once each.
 * Charts draw no text with Cairo, so that no fonts come along.
 */
#include "pdf/import.h"

#include <assert.h>
#include <qpdf/qpdf-c.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "pdf/obj.h"

enum { DEPTH = 64 }; /* of nested objects; deeper is no honest file */

struct import {
	struct arena *arena;
	struct pdf *pdf;
	qpdf_data q;
	struct map *copies; /* object number -> struct obj */
};

struct import *
import_open(struct arena *a, struct pdf *pdf, struct str bytes)
{
	struct import *imp = ARENA_NEW(a, struct import);

	*imp = (struct import){a, pdf, qpdf_init(), map_new(a)};
	qpdf_silence_errors(imp->q);
	qpdf_set_suppress_warnings(imp->q, QPDF_TRUE);
	qpdf_read_memory(imp->q, "charts", bytes.p, bytes.n, NULL);
	assert(!qpdf_has_error(imp->q));
	return imp;
}

void
import_close(struct import *imp)
{
	if (imp)
		qpdf_cleanup(&imp->q);
}

static struct obj *copy_value(struct import *, qpdf_oh, int depth);

/* Keys that do not hold for the copy. */
static bool
is_dropped(const char *key)
{
	static const char *const dropped[] = {"/Group", "/Length", "/Filter",
	    "/DecodeParms", "/StructParents", "/StructParent", "/Metadata"};

	for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
		if (strcmp(key, dropped[i]) == 0)
			return true;
	return false;
}

static void
copy_keys(struct import *imp, qpdf_oh from, struct obj *to, int depth)
{
	VEC(const char *) keys = {0};

	/* qpdf has one iterator for all dictionaries: take the names first */
	qpdf_oh_begin_dict_key_iter(imp->q, from);
	while (qpdf_oh_dict_more_keys(imp->q))
		VEC_PUSH(imp->arena, &keys,
		    arena_strdup(imp->arena, qpdf_oh_dict_next_key(imp->q)));
	for (size_t i = 0; i < keys.n; i++)
		if (!is_dropped(keys.v[i]))
			obj_put(to, keys.v[i] + 1,
			    copy_value(imp,
				qpdf_oh_get_key(imp->q, from, keys.v[i]),
				depth));
}

/* A copy of a stream's data without its keys; other values: a container. */
static struct obj *
begin_copy(struct import *imp, qpdf_oh from)
{
	unsigned char *bytes = NULL;
	size_t n = 0;
	struct obj *to;

	switch (qpdf_oh_get_type_code(imp->q, from)) {
	case ot_stream:
		qpdf_oh_get_stream_data(
		    imp->q, from, qpdf_dl_generalized, NULL, &bytes, &n);
		to = obj_stream(imp->pdf, (struct str){(char *)bytes, n}, true);
		free(bytes);
		return to;
	case ot_array:
		return obj_array(imp->pdf);
	default:
		return obj_dict(imp->pdf);
	}
}

static void
fill_copy(struct import *imp, qpdf_oh from, struct obj *to, int depth)
{
	int n;

	if (qpdf_oh_is_stream(imp->q, from))
		copy_keys(imp, qpdf_oh_get_dict(imp->q, from), to, depth);
	else if (qpdf_oh_is_dictionary(imp->q, from))
		copy_keys(imp, from, to, depth);
	else {
		n = qpdf_oh_get_array_n_items(imp->q, from);
		for (int i = 0; i < n; i++)
			obj_push(
			    to, copy_value(imp,
				    qpdf_oh_get_array_item(imp->q, from, i),
				    depth));
	}
}

/* Indirect objects are copied once and known before what is in them, for
 * they may lead back to themselves. */
static struct obj *
copy_container(struct import *imp, qpdf_oh from, int depth)
{
	struct obj *to;
	struct str key;
	char number[16];
	int id = qpdf_oh_get_object_id(imp->q, from);

	snprintf(number, sizeof number, "%d", id);
	key = str_from(number);
	to = id ? map_find(imp->copies, key) : NULL;
	if (to)
		return to;
	to = begin_copy(imp, from);
	if (id) {
		if (!qpdf_oh_is_stream(imp->q, from))
			obj_indirect(imp->pdf, to);
		map_put(imp->copies, key, to);
	}
	if (depth < DEPTH)
		fill_copy(imp, from, to, depth + 1);
	return to;
}

static struct obj *
copy_value(struct import *imp, qpdf_oh from, int depth)
{
	const char *s;
	size_t n;

	switch (qpdf_oh_get_type_code(imp->q, from)) {
	case ot_boolean:
		return obj_bool(imp->pdf, qpdf_oh_get_bool_value(imp->q, from));
	case ot_integer:
		return obj_int(
		    imp->pdf, qpdf_oh_get_int_value_as_int(imp->q, from));
	case ot_real:
		return obj_real(
		    imp->pdf, qpdf_oh_get_numeric_value(imp->q, from));
	case ot_name:
		return obj_name(imp->pdf, qpdf_oh_get_name(imp->q, from) + 1);
	case ot_string:
		s = qpdf_oh_get_binary_string_value(imp->q, from, &n);
		return obj_bytes(imp->pdf, (struct str){s, n});
	case ot_array:
	case ot_dictionary:
	case ot_stream:
		return copy_container(imp, from, depth);
	default:
		return obj_null(imp->pdf);
	}
}

/* An attribute of a page, which may stand at a node above it. */
static qpdf_oh
find_inherited(struct import *imp, qpdf_oh page, const char *key)
{
	for (int i = 0; i < DEPTH && !qpdf_oh_has_key(imp->q, page, key) &&
			qpdf_oh_has_key(imp->q, page, "/Parent");
	     i++)
		page = qpdf_oh_get_key(imp->q, page, "/Parent");
	return qpdf_oh_get_key(imp->q, page, key);
}

void
import_page(struct import *imp, size_t index, struct import_page *out)
{
	qpdf_oh page, resources;
	unsigned char *bytes = NULL;
	size_t n = 0;

	assert(index < (size_t)qpdf_get_num_pages(imp->q));
	page = qpdf_get_page_n(imp->q, index);
	resources = find_inherited(imp, page, "/Resources");
	assert(!qpdf_oh_has_key(imp->q, resources, "/Font"));
	qpdf_oh_get_page_content_data(imp->q, page, &bytes, &n);
	assert(!qpdf_has_error(imp->q));
	out->content =
	    (struct str){arena_strndup(imp->arena, (char *)bytes, n), n};
	free(bytes);
	out->resources = obj_dict(imp->pdf);
	copy_keys(imp, resources, out->resources, 0);
}
