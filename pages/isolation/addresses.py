"""The addresses below /admin/ that people without an administrator’s rights may open at all.

Routes are as Django writes them. What is not here answers 404, and so does every address that a
new package brings, until somebody has thought about what it shows.
"""

from . import questions

#: These hold nothing of any city, or ask for themselves whose it is.
OPEN = {
    "",
    "account/",
    "logout/",
    "login/",
    "password_reset/",
    "sprite/",
    "jsi18n/",
    "dismissibles/",
    "block-preview/",
    "editing-sessions/release/<int:session_id>/",
    "api/main/pages/",
    "pages/",
    "pages/search/",
    "pages/search/results/",
    "pages/usage/<slug:content_type_app_name>/<slug:content_type_model_name>/",
    "pages/usage/<slug:content_type_app_name>/<slug:content_type_model_name>/results/",
    "pages/create/<slug:app_label>/<slug:model_name>",
    "choose-page/",
    "choose-page/search/",
    "choose-external-link/",
    "choose-email-link/",
    "choose-phone-link/",
    "choose-anchor-link/",
    "tag-autocomplete/",
    "images/",
    "images/results/",
    "images/add/",
    "images/multiple/add/",
    "images/multiple/create_from_uploaded_image/<int:uploaded_file_id>/",
    "images/multiple/delete_upload/<int:uploaded_file_id>/",
    "images/chooser/",
    "images/chooser/results/",
    "images/chooser/create/",
    "documents/",
    "documents/results/",
    "documents/add/",
    "documents/multiple/add/",
    "documents/multiple/create_from_uploaded_document/<int:uploaded_file_id>/",
    "documents/multiple/delete_upload/<int:uploaded_file_id>/",
    "documents/chooser/",
    "documents/chooser/results/",
    "documents/chooser/create/",
    "translating/",
    "translating/ask/",
    "translating/prepared/",
    "translating/mine/",
    "localize/jsi18n/",
    "localize/reports/translations/",
    "localize/reports/translations/results/",
    "localize/update/<int:translation_source_id>/",
    "testimony/",
    "testimony/results/",
    "testimony/new/",
    "testimony/<int:pk>/",
    "testimony/<int:pk>/withdraw/",
    "testimony/<int:pk>/renew/",
    "testimony/<int:pk>/again/",
    "treaties/find/",
    "treaty/",
    "treaty/results/",
    "treaty/inspect/<int:pk>/",
    "treatyarticle/",
    "treatyarticle/results/",
    "treatyarticle/inspect/<int:pk>/",
    "theme/",
    "theme/results/",
    "theme/inspect/<int:pk>/",
    "monitoringbody/",
    "monitoringbody/results/",
    "monitoringbody/inspect/<int:pk>/",
}

ADD = "pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/"
PREVIEW_ON_ADD = f"{ADD}preview/"
COMPARE = (
    r"pages/(?P<pk>\d+)/revisions/compare/(?P<revision_id_a>live|earliest|\d+)"
    r"\.\.\.(?P<revision_id_b>live|latest|\d+)/$"
)

#: These name something; each of its ids is asked for by BY_NAME.
ASKED = {
    "api/main/pages/<int:pk>/",
    "bulk/<str:app_label>/<str:model_name>/<str:action>/",
    "editing-sessions/ping/<str:app_label>/<str:model_name>/<str:object_id>/<int:session_id>/",
    "pages/<int:parent_page_id>/",
    "pages/<int:parent_page_id>/results/",
    "pages/<int:parent_page_id>/add_subpage/",
    ADD,
    PREVIEW_ON_ADD,
    "pages/<int:page_id>/usage/",
    "pages/<int:page_id>/edit/",
    "pages/<int:page_id>/edit/preview/",
    "pages/<int:page_id>/view_draft/",
    "pages/<int:page_id>/delete/",
    "pages/<int:page_id>/unpublish/",
    "pages/<int:page_id>/convert_alias/",
    "pages/<int:page_to_move_id>/move/",
    "pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/",
    "pages/<int:page_to_move_id>/set_position/",
    "pages/<int:page_id>/copy/",
    "pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
    "pages/workflow/collect_action_data/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
    "pages/workflow/confirm_cancellation/<int:page_id>/",
    "pages/workflow/preview/<int:page_id>/<int:task_id>/",
    "pages/<int:page_id>/privacy/",
    "pages/<int:page_id>/lock/",
    "pages/<int:page_id>/unlock/",
    "pages/<int:page_id>/revisions/",
    "pages/<int:page_id>/revisions/<int:revision_id>/view/",
    "pages/<int:page_id>/revisions/<int:revision_id>/revert/",
    "pages/<int:page_id>/revisions/<int:revision_id>/unschedule/",
    COMPARE,
    "pages/<int:page_id>/workflow_history/",
    "pages/<int:page_id>/workflow_history/detail/<int:workflow_state_id>/",
    "pages/<int:page_id>/history/",
    "pages/<int:page_id>/history/results/",
    "choose-page/<int:parent_page_id>/",
    "choose-page/chosen-multiple/",
    "images/<int:image_id>/",
    "images/<int:image_id>/delete/",
    "images/<int:image_id>/preview/<str:filter_spec>/",
    "images/usage/<int:image_id>/",
    "images/multiple/<int:image_id>/",
    "images/multiple/<int:image_id>/delete/",
    "images/chooser/chosen/<str:pk>/",
    "images/chooser/chosen-multiple/",
    "images/chooser/<int:image_id>/select_format/",
    "documents/edit/<int:document_id>/",
    "documents/delete/<int:document_id>/",
    "documents/usage/<int:document_id>/",
    "documents/multiple/<int:doc_id>/",
    "documents/multiple/<int:doc_id>/delete/",
    "documents/chooser/chosen/<str:pk>/",
    "documents/chooser/chosen-multiple/",
    "localize/submit/page/<int:page_id>/",
    "localize/translate/<int:translation_id>/preview/",
    "localize/translate/<int:translation_id>/preview/<str:mode>/",
    "localize/translate/<int:translation_id>/disable/",
    "translating/<int:page_id>/",
    "translating/<int:page_id>/made/",
    "translating/texts/<int:original_id>/<str:language>/",
    "translating/texts/<int:original_id>/<str:language>/files/",
    "translating/texts/<int:original_id>/<str:language>/files/undo/",
    "translating/texts/<int:original_id>/<str:language>/files/<str:file_format>/",
    "translating/texts/<int:original_id>/<str:language>/essentials/",
    "translating/texts/<int:original_id>/<str:language>/machine/",
    "translating/requests/<int:request_id>/",
}

#: What the names in those routes ask. A name that is not here closes the address.
BY_NAME = {
    "page_id": questions.own_page,
    "page_to_move_id": questions.own_page,
    "destination_id": questions.way_to_own_page,
    "parent_page_id": questions.way_to_own_page,
    "image_id": questions.own_image,
    "document_id": questions.own_document,
    "doc_id": questions.own_document,
    "revision_id": questions.own_revision,
    "revision_id_a": questions.own_revision,
    "revision_id_b": questions.own_revision,
    "workflow_state_id": questions.own_workflow_state,
    "translation_id": questions.own_translation,
    "request_id": questions.own_request,
}

#: Names that say how, not whose; or that belong to an id beside them, which is asked for.
HARMLESS = {
    "content_type_app_name",
    "content_type_model_name",
    "app_label",
    "model_name",
    "action",
    "action_name",
    "filter_spec",
    "mode",
    "session_id",
    "task_id",
    "language",
    "file_format",
}

#: Names that must belong to the thing beside them; these ask with all the names of the address.
BESIDE = {
    "task_state_id": questions.is_step_of_page,
    "object_id": questions.own_object,
    "original_id": questions.own_text,
}

#: Where a name asks something else than usual: route to {name: question}. A name that begins
#: with “?” stands in the query, once or several times.
ELSEWHERE = {
    "api/main/pages/<int:pk>/": {"pk": questions.way_to_own_page},
    COMPARE: {"pk": questions.own_page},
    "choose-page/": {"?target_pages[]": questions.own_page},
    "choose-page/search/": {"?target_pages[]": questions.own_page},
    "choose-page/<int:parent_page_id>/": {
        "parent_page_id": questions.choosable_page,
        "?target_pages[]": questions.own_page,
    },
    "choose-page/chosen-multiple/": {"?id": questions.choosable_page},
    "images/chooser/chosen/<str:pk>/": {"pk": questions.own_image},
    "images/chooser/chosen-multiple/": {"?id": questions.own_image},
    "documents/chooser/chosen/<str:pk>/": {"pk": questions.own_document},
    "documents/chooser/chosen-multiple/": {"?id": questions.own_document},
    "localize/submit/page/<int:page_id>/": {"page_id": questions.translatable_page},
    "translating/<int:page_id>/": {"page_id": questions.translatable_page},
    "bulk/<str:app_label>/<str:model_name>/<str:action>/": {
        "?childOf": questions.way_to_own_page,
    },
}

#: A chooser may be asked about no page at all.
MAY_BE_EMPTY = {"?target_pages[]", "?id"}

#: Where a page goes, as the forms for moving, copying and adding send it.
SENT = {
    "new_parent_page": questions.way_to_own_page,
    "chooser": questions.way_to_own_page,
    "parent_page": questions.way_to_own_page,
}
