"""How many readers asked for a text in a language."""


def demand_for(originals):
    """``{(key of the Original, language code): number of readers who asked}``."""
    return {}
