"""A page of Wagtail and wagtail-localize as they come, to show what they do without us."""
