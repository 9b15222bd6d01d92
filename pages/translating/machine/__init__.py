"""Machines draft, people publish: what leaves the site for whom, and what is taken in.

``allowing`` is the door, ``budget`` counts, ``services`` knows who is asked, ``drafting`` does it.
"""
