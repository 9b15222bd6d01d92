"""Addresses at which readers once found a page: where they lead now, or that they are gone."""
