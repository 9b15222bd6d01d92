"""Something with words in several languages that is no page."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class OtherText:
    """A picture, a treaty, … as a translator sees it: plain data."""

    kind: str  # of OtherKind
    pk: int
    title: str
    language: str  # the code of the one it was first written in
    words: dict  # {language code: {field: plain text}}
    city_id: int | None = None  # None: of the whole alliance
    is_public: bool = True
    tells_testimony: bool = False
    #: Languages whose words came with the project’s files, all of them written together.
    loaded: frozenset = field(default_factory=frozenset)

    @property
    def key(self):
        return f"{self.kind}-{self.pk}"

    @property
    def source(self):
        """``{field: words}`` of what there is to translate."""
        return {name: said for name, said in self.words[self.language].items() if said}

    def in_language(self, language):
        """``{field: words}``, empty where nothing is written."""
        said = self.words.get(language, {})
        return {name: said.get(name, "") for name in self.source}

    def languages(self):
        """Codes of the other languages in which there are any of these words."""
        return {code for code in self.words if any(self.in_language(code).values())} - {
            self.language
        }

    def came_together(self, language):
        """Whether words and translation were loaded from files that say the same."""
        return {self.language, language} <= self.loaded


def first_language(words, usual):
    """The code of the language a text was first written in, or None where nothing is.

    ``words`` is ``{code: {field: words}}`` in the order of writing; ``usual`` are codes that come
    first where they have words.
    """
    written = [code for code, said in words.items() if any(said.values())]
    return next((code for code in usual if code in written), written[0] if written else None)
