"""Approval by two: what goes before readers was read by somebody who did not write it.

The rules stand with the pages (``models/approval.py``); here is what Wagtail’s workflows and
screens need to follow them.
"""
