"""Reads the project's own data: instruments, themes, and the words of every language that has a file."""

from datetime import date
from pathlib import Path

import yaml

try:
    from yaml import CSafeLoader as SafeLoader  # ten times as fast
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader

DATA = Path(__file__).parent / "data"
DAYS = ["adopted", "in_force", "us_signed", "us_ratified", "us_supported"]


class DataError(Exception):
    """A data file says something that cannot be; the message names the file and what to mend."""


class DataFiles:
    """The files of one folder, checked against one another."""

    def __init__(self, folder=DATA):
        self.folder = Path(folder)
        self.instruments = self.read("instruments.yaml")
        self.themes = self.read("themes.yaml")
        for instrument in self.instruments:
            for day in DAYS:
                instrument[day] = (
                    date.fromisoformat(instrument[day]) if instrument.get(day) else None
                )
        names = sorted(path.name for path in self.folder.glob("labels/*.yaml"))
        self.words = {Path(name).stem: self.read(f"labels/{name}") for name in names}
        self.check_words()

    def read(self, name):
        try:
            return yaml.load((self.folder / name).read_text(encoding="utf-8"), Loader=SafeLoader)
        except OSError as error:
            raise DataError(f"{self.folder / name} cannot be read: {error.strerror}") from error
        except yaml.YAMLError as error:
            raise DataError(f"{self.folder / name} is not valid YAML: {error}") from error

    @property
    def articles(self):
        """{"icescr:11": (slug, number, place in the instrument)}"""
        return {
            f"{instrument['slug']}:{number}": (instrument["slug"], number, place)
            for instrument in self.instruments
            for place, number in enumerate(instrument["articles"], start=1)
        }

    @property
    def known(self):
        """What each part of a file of words may speak of."""
        return {
            "treaties": {instrument["slug"] for instrument in self.instruments},
            "bodies": {instrument["body"] for instrument in self.instruments} - {None},
            "articles": set(self.articles),
            "themes": {theme["slug"] for theme in self.themes},
        }

    def check_words(self):
        """Words for something that does not exist are a slip of the pen: say so before anything is written."""
        for language, parts in self.words.items():
            for part, known in self.known.items():
                strangers = sorted(set(parts.get(part) or {}) - known)
                if strangers:
                    raise DataError(
                        f"labels/{language}.yaml has words for {part} that do not exist: {', '.join(strangers)}"
                    )

    def missing(self, language):
        """What has no words in this language yet, as {part: [keys]}; empty when it is complete."""
        parts = self.words.get(language, {})
        gaps = {
            part: sorted(known - set(parts.get(part) or {})) for part, known in self.known.items()
        }
        return {part: keys for part, keys in gaps.items() if keys}
