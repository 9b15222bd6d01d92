"""A city begins: its group, its people, their collections, and pages made from a template city."""
