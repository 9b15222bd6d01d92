"""Keeps each city’s drafts, pictures and documents from everybody else in the admin.

Wagtail limits what an editor may change, and shows much more than that. Here everything is closed
to those who are not administrators, except the addresses in ``addresses``, each of whose ids is
asked for in ``questions``. What a list may hold is narrowed in ``narrower``.
"""
