"""The faults of Wagtail and wagtail-localize that we designed around, and what shows each.

For every fault: the test of the package as it comes (plain), and the test that it does not reach
anybody here (ours). One that cannot arise here says what keeps it so. The names are kept right by
test_table.py.

 1. The right to translate knows no place.
    plain: test_what_the_package_alone_allows.py::test_one_permission_is_good_for_every_city
    ours:  test_asking.py::test_a_global_permission_opens_nothing
 2. It knows no language either.
    plain: test_what_the_package_alone_allows.py::test_one_permission_is_good_for_every_language
    ours:  test_asking.py::test_a_translator_may_ask_in_their_language_only
 3. Workflows are walked past.
    plain: faults/test_past_approval.py::test_the_package_publishes_what_lies_before_reviewers
    ours:  faults/test_past_approval.py::test_ours_is_refused_by_the_packages_own_screen_too
    ours:  test_approval_of_translations.py::test_not_from_the_packages_own_code
 4. The day of an embargo moves for the original alone.
    plain: faults/test_what_follows.py::test_the_package_leaves_the_translation_at_the_first_day
    ours:  faults/test_what_follows.py::test_ours_moves_along
    ours:  test_following.py::test_an_embargo_holds_in_every_language_and_moves
 5. Taking down, deleting and moving reach no translation.
    plain: faults/test_what_follows.py::test_the_package_leaves_the_translation_up
    plain: faults/test_what_follows.py::test_the_package_leaves_it_at_its_place
    ours:  faults/test_what_follows.py::test_ours_comes_down_and_moves_along
    ours:  test_following.py::test_deleting_the_original_takes_translations_down_and_keeps_the_work
 6. A comma in the original puts it into the published translation.
    plain: faults/test_reworded_originals.py::test_the_package_puts_english_on_the_spanish_page
    ours:  faults/test_reworded_originals.py::test_ours_stays_spanish_and_is_marked
 7. Aliases stand for languages that a page lacks.
    plain: faults/test_missing_languages.py::test_the_package_makes_an_alias_of_the_missing_parent
    ours:  faults/test_missing_languages.py::test_ours_is_a_draft_of_its_own_whichever_language_came_first
 8. Search engines are told of translations that are none.
    plain: faults/test_missing_languages.py::test_with_the_package_an_alias_is_named_as_the_spanish_page
    ours:  faults/test_missing_languages.py::test_ours_names_what_is_really_in_a_language
 9. Figures are given to translators.
    plain: test_what_the_package_leaves_out.py::test_a_figure_is_nothing_to_translate
    ours:  tests/pages/test_blocks_translatable.py::test_each_text_reaches_the_translator_and_nothing_else_does
10. Words in some blocks are given to nobody.
    plain: faults/test_what_is_passed_over.py::test_the_package_says_that_all_is_done_and_the_page_is_half_english
    ours:  faults/test_what_is_passed_over.py::test_ours_has_no_block_that_is_passed_over
    ours:  faults/test_what_is_passed_over.py::test_ours_lets_no_picture_into_running_text
    ours:  tests/pages/test_blocks_translatable.py::test_each_leaf_is_translated_or_says_that_it_is_not
11. An optional text that is nothing breaks the asking.
    plain: test_what_the_package_leaves_out.py::test_an_optional_text_that_is_nothing_breaks_nothing
    ours:  tests/pages/test_blocks_translatable.py::test_an_empty_block_breaks_nothing
12. Topics are neither translated nor kept the same.
    plain: faults/test_what_is_passed_over.py::test_the_package_leaves_the_translation_with_the_old_topics
    ours:  faults/test_what_is_passed_over.py::test_ours_has_the_same_topics_in_every_language
    ours:  test_what_the_package_leaves_out.py::test_a_topic_is_one_thing_with_a_name_in_each_language
13. The words of a picture are in one language.
    plain: test_what_the_package_leaves_out.py::test_a_picture_speaks_the_language_of_its_reader
    ours:  sheets/test_picture_sheet.py::test_what_is_written_is_what_readers_get
14. Choosers mix languages.
    plain: faults/test_choosers.py::test_one_notice_is_offered_once_for_each_language
    ours:  faults/test_choosers.py::test_ours_is_one_topic_in_the_language_of_whoever_looks
    ours:  tests/house/test_translatables.py::test_choosers_mix_no_languages
15. Addresses are translated, and numbered unasked.
    plain: faults/test_one_address.py::test_the_package_gives_the_address_to_translators
    plain: faults/test_one_address.py::test_the_package_numbers_an_address_that_is_taken_and_tells_nobody
    ours:  faults/test_one_address.py::test_ours_is_the_same_in_every_language
    ours:  faults/test_one_address.py::test_ours_stays_where_a_translator_sends_another
16. The overview is silent about what nobody asked for, and open to everybody.
    plain: desk/test_the_packages_report.py::test_the_package_is_silent_about_what_nobody_asked_for
    ours:  desk/test_the_packages_report.py::test_the_package_shows_every_city_to_everybody
17. No passage is for the readers of some languages alone.
    plain: test_for_some_readers.py::test_nobody_has_to_translate_it_for_the_others
    ours:  test_for_some_readers.py::test_readers_of_other_languages_find_it_nowhere
18. The screen for translators names no language and no direction.
    plain: workbench/test_screen.py::test_the_package_alone_names_no_language
    ours:  workbench/test_screen.py::test_each_side_says_its_language_and_direction
19. One machine for all, and its words look like anybody's.
    plain: faults/test_machine_words.py::test_with_the_package_readers_are_told_nothing
    plain: faults/test_machine_words.py::test_the_package_has_one_machine_for_every_language
    ours:  faults/test_machine_words.py::test_ours_is_not_published_by_the_same_two_clicks
    ours:  faults/test_machine_words.py::test_ours_has_one_for_each_language_or_none
    ours:  machine/test_labels.py::test_readers_the_api_and_the_lists_say_so
20. Whoever asks waits, longer with each language and paragraph.
    plain: faults/test_cost.py::test_the_package_makes_people_wait_for_each_language
    plain: faults/test_cost.py::test_the_package_makes_people_wait_for_each_paragraph
    ours:  faults/test_cost.py::test_ours_answers_as_quickly_however_long_the_page
    ours:  faults/test_cost.py::test_ours_writes_a_line_for_each_further_language
21. A page first written in another language hangs below aliases.
    plain: faults/test_missing_languages.py::test_spanish_first_is_no_better
    ours:  faults/test_missing_languages.py::test_ours_is_a_draft_of_its_own_whichever_language_came_first
22. A wrong value is noticed when publishing, and not where it stands.
    plain: workbench/test_saving.py::test_the_package_alone_takes_any_length
    ours:  workbench/test_saving.py::test_a_wrong_value_comes_back_in_its_field_with_the_reason
23. What belongs to a page is taken along one level deep.
    never: faults/test_what_hangs_together.py::test_what_belongs_to_a_page_has_no_parts_of_its_own
    never: faults/test_what_hangs_together.py::test_no_page_points_at_something_that_the_package_would_have_to_translate_first
24. A new field of a page type is shown to no translator.
    plain: test_refreshing.py::test_the_package_alone_goes_on_without_the_new_field
    ours:  test_refreshing.py::test_the_new_field_is_shown_and_nothing_done_is_lost
"""
