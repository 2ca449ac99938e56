/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "data/cell.h"
#include "data/sdmx_code.h"

static void
ages(void **state)
{
	static const char *const cases[][2] = {{"Y0T17", "0-17"},
	    {"Y0T4", "0-4"}, {"Y15T24", "15-24"}, {"Y_GE15", "15+"},
	    {"Y_LT5", "<5"}, {"YGE15", "15+"}, {"Y15-24", "15-24"},
	    {"AGE_YTHADULT_Y15-24", "15-24"}, {"AGE_AGGREGATE_YGE65", "65+"},
	    {"AGE_10YRBANDS_TOTAL", ""}, {"<5Y", "<5"}, {"15-24", "15-24"},
	    {"15+", "15+"}, {"ALLAGE", ""}, {"_T", ""}, {"", ""},
	    {"Y12", "12-12"},
	    {"15\xE2\x80\x93"
	     "19",
		"15-19"},
	    {"5 to 17 years", "5-17"}, {"65 and over", "65+"},
	    {"Y0T120", "0-120"}};
	static const char *const none[] = {"M0T11", "M6T23", "ADULT", "Y",
	    "17-0", "Y0T", "Y1234T5", "<5 months", "Y_GE"};
	char age[16];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		if (!sdmx_age(str_from(cases[i][0]), age) ||
		    strcmp(age, cases[i][1]) != 0)
			fail_msg("%s: %s", cases[i][0], age);
		assert_true(!age[0] || cell_is_age(str_from(age)));
	}
	for (i = 0; i < sizeof none / sizeof *none; i++)
		if (sdmx_age(str_from(none[i]), age))
			fail_msg("%s: %s", none[i], age);
}

static void
sexes_and_totals(void **state)
{
	(void)state;
	assert_string_equal(sdmx_sex(STR("F")), "F");
	assert_string_equal(sdmx_sex(STR("SEX_M")), "M");
	assert_string_equal(sdmx_sex(STR("FEMALE")), "F");
	assert_string_equal(sdmx_sex(STR("BOTHSEX")), "");
	assert_string_equal(sdmx_sex(STR("_T")), "");
	assert_null(sdmx_sex(STR("SEX_O")));
	assert_true(sdmx_is_total(STR("ECO_SECTOR_TOTAL")));
	assert_false(sdmx_is_total(STR("Q1")));
	assert_true(sdmx_is_free(STR("F")));
	assert_false(sdmx_is_free(STR("C")));
}

/* Every code of CL_OBS_STATUS that UNICEF uses has a meaning here. */
static void
statuses(void **state)
{
	static const char codes[] =
	    "A B D E F G H I J K L M N O P Q S U V W RA RP AD MD ER LT PR BE "
	    "BU PU PA DP DE BP EP EXCL BEP PRED";
	const char *p = codes;
	size_t n = 0;

	(void)state;
	while (*p) {
		size_t k = strcspn(p, " ");

		assert_non_null(sdmx_status((struct str){p, k}));
		p += k + (p[k] == ' ');
		n++;
	}
	assert_int_equal(n, 38);
	assert_int_equal(sdmx_status(STR("Q"))->status, OBS_SUPPRESSED);
	assert_int_equal(sdmx_status(STR("M"))->status, OBS_NOT_APPLICABLE);
	assert_int_equal(sdmx_status(STR("L"))->status, OBS_NOT_COLLECTED);
	assert_int_equal(sdmx_status(STR("BE"))->status, OBS_BREAK);
	assert_string_equal(sdmx_status(STR("BE"))->note, "estimated");
	assert_int_equal(sdmx_status(STR("LT"))->comparator, CMP_LESS);
	assert_null(sdmx_status(STR("ZZ")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ages),
	    cmocka_unit_test(sexes_and_totals),
	    cmocka_unit_test(statuses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
