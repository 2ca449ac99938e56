/* SPDX-License-Identifier: MIT */
#include "fixture.h"

static struct node *
make(struct fixture *f, enum node_kind kind)
{
	return node_new(f->doc, kind, (struct place){"x", 1, 1});
}

static struct fixture *
with_doc(void)
{
	struct fixture *f = fixture_new();

	f->doc = doc_new(f->arena, f->sink, &f->env);
	return f;
}

static void
test_order_of_children(void **state)
{
	struct fixture *f = with_doc();
	struct node *root = f->doc->root, *a = make(f, NODE_PARA),
		    *b = make(f, NODE_PARA), *c = make(f, NODE_PARA),
		    *d = make(f, NODE_PARA);

	(void)state;
	node_append(root, b);
	node_insert_before(b, a);
	node_insert_after(b, d);
	node_insert_after(b, c);
	assert_ptr_equal(root->first, a);
	assert_ptr_equal(a->next, b);
	assert_ptr_equal(b->next, c);
	assert_ptr_equal(c->next, d);
	assert_ptr_equal(root->last, d);
	assert_ptr_equal(d->prev, c);
	node_remove(b);
	assert_null(b->parent);
	assert_ptr_equal(a->next, c);
	assert_ptr_equal(c->prev, a);
	node_remove(a);
	node_remove(d);
	assert_ptr_equal(root->first, c);
	assert_ptr_equal(root->last, c);
	node_remove(b); /* twice is no harm */
	fixture_free(f);
}

static void
test_walk(void **state)
{
	struct fixture *f = with_doc();
	struct node *root = f->doc->root, *a = make(f, NODE_SECTION),
		    *b = make(f, NODE_PARA), *c = make(f, NODE_PARA), *t;

	(void)state;
	node_append(root, a);
	node_append(a, b);
	t = node_text(f->doc, b, STR("text"));
	node_append(root, c);
	assert_ptr_equal(node_next(root, root), a);
	assert_ptr_equal(node_next(a, root), b);
	assert_ptr_equal(node_next(b, root), t);
	assert_ptr_equal(node_next(t, root), c);
	assert_null(node_next(c, root));
	assert_ptr_equal(node_skip(a, root), c);
	assert_ptr_equal(node_skip(b, root), c);
	/* a walk ends with its root, whatever follows that */
	assert_null(node_next(t, a));
	assert_null(node_skip(a, a));
	fixture_free(f);
}

static void
test_classes_and_attributes(void **state)
{
	struct fixture *f = with_doc();
	struct node *n = make(f, NODE_DIV);

	(void)state;
	n->classes = "lead wide-page";
	assert_true(node_has_class(n, "lead"));
	assert_true(node_has_class(n, "wide-page"));
	assert_false(node_has_class(n, "wide"));
	assert_false(node_has_class(n, "page"));
	assert_string_equal(node_attr(n, "a"), "");
	node_set_attr(f->doc, n, "a", "1");
	node_set_attr(f->doc, n, "b", "2");
	node_set_attr(f->doc, n, "a", "3");
	assert_int_equal(n->nattrs, 2);
	assert_string_equal(node_attr(n, "a"), "3");
	fixture_free(f);
}

static void
test_language_is_inherited(void **state)
{
	struct fixture *f = with_doc();
	struct node *a = make(f, NODE_PARA), *b = make(f, NODE_SPAN);

	(void)state;
	node_append(f->doc->root, a);
	node_append(a, b);
	assert_string_equal(node_lang(b), "en");
	a->lang = "km";
	assert_string_equal(node_lang(b), "km");
	assert_ptr_equal(node_find_up(b, NODE_PARA), a);
	assert_null(node_find_up(b, NODE_TABLE));
	fixture_free(f);
}

static void
test_plain_text(void **state)
{
	struct fixture *f = fixture_new();
	const struct node *h;

	(void)state;
	fixture_read(f, "---\nnumber: true\n---\n"
			"# A *b*^[Note.] c<br>d {#sec-x}\n\n- e\n- f\n");
	h = f->doc->root->first->first->first;
	assert_string_equal(node_plain_text(f->arena, h).p, "A b c d");
	assert_string_equal(node_plain_text(f->arena, h->first).p, "1");
	assert_string_equal(
	    node_plain_text(f->arena, f->doc->root).p, "A b c d e f");
	fixture_free(f);
}

/* Ranks have no gaps, whatever the levels. */
static void
test_rank(void **state)
{
	struct fixture *f = fixture_new();
	const struct node *n;
	int ranks[8], i = 0;

	(void)state;
	fixture_read(f, "# One\n\n#### Run-in.\n\nText.\n\n## Two\n\n"
			"#### Run-in.\n\nText.\n\n### Three\n\nText.\n");
	for (n = f->doc->root; n; n = node_next(n, f->doc->root))
		if (n->kind == NODE_HEADING)
			ranks[i++] = node_rank(n);
	assert_int_equal(i, 5);
	assert_int_equal(ranks[0], 1);
	assert_int_equal(ranks[1], 2);
	assert_int_equal(ranks[2], 2);
	assert_int_equal(ranks[3], 3);
	assert_int_equal(ranks[4], 3);
	fixture_free(f);
}

static void
test_ranks_over_parts(void **state)
{
	static const int expected[] = {1, 1, 2, 3, 2, 1};
	static const struct origin o = {.file = "y.md"};
	struct fixture *f = fixture_new();
	size_t i = 0;
	const struct node *n;

	(void)state;
	fixture_read(f, "## Before any chapter\n\nText.\n");
	doc_add_part(f->doc, "y.md", STR("# A chapter\n\nText.\n"), &o);
	doc_add_part(f->doc, "z.md",
	    STR("## Goes on\n\n### Below\n\nText.\n\n## Again\n\nText.\n"), &o);
	doc_add_part(f->doc, "last.md", STR("# Another\n\nText.\n"), &o);
	for (n = f->doc->root; n; n = node_next(n, f->doc->root))
		if (n->kind == NODE_HEADING)
			assert_int_equal(node_rank(n), expected[i++]);
	assert_int_equal(i, sizeof expected / sizeof *expected);
	fixture_free(f);
}

static void
test_every_kind_has_a_name(void **state)
{
	int i;

	(void)state;
	for (i = 0; i < NODE_KIND_COUNT; i++)
		assert_non_null(node_kind_name((enum node_kind)i));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_order_of_children),
	    cmocka_unit_test(test_walk),
	    cmocka_unit_test(test_classes_and_attributes),
	    cmocka_unit_test(test_language_is_inherited),
	    cmocka_unit_test(test_plain_text),
	    cmocka_unit_test(test_rank),
	    cmocka_unit_test(test_ranks_over_parts),
	    cmocka_unit_test(test_every_kind_has_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
