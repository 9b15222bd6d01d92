"""Names for what nobody named."""


def title_of(file, untitled):
    """The title that was given, or the first free one of “Untitled”, “Untitled 2”, “Untitled 3”."""
    if given := file.title.strip():
        return given
    others = type(file).objects.filter(title__startswith=untitled).exclude(pk=file.pk)
    taken = set(others.values_list("title", flat=True))
    number, title = 1, untitled
    while title in taken:
        number += 1
        title = f"{untitled} {number}"
    return title
