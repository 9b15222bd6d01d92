"""Title and summary of a translation in the making, and who wrote them."""

from dataclasses import dataclass, field
from hashlib import sha256

from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from ..models import TranslationMade
from ..models.changers import last_changers
from ..models.made import CHECKED, EARLIER, MACHINE

PARTS = ("title", "summary")


@dataclass
class EssentialWords:
    """Plain texts as the draft has them; ``writers`` are ids of users."""

    title: str = ""
    summary: str = ""
    made: str = TranslationMade.PEOPLE
    writers: set = field(default_factory=set)
    writer: int | None = None  # of the latest of the two
    is_whole: bool = False
    is_behind: bool = False  # the original was reworded since

    @property
    def mark(self):
        """Tells these words from all others, so that nobody shows what they have not read."""
        return sha256(f"{self.title}\n{self.summary}\n{self.made}".encode()).hexdigest()[:16]


def essential_words(page):
    """The EssentialWords of the draft of a translation, in its own type; a few queries."""
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
    return _from_sentences(page, translation) if translation else _from_form(page)


def _from_sentences(page, translation):
    segments = list(
        StringSegment.objects.filter(
            source=translation.source_id, context__path__in=PARTS
        ).values_list("context__path", "context", "string")
    )
    written = {
        (words.context_id, words.translation_of_id): words
        for words in StringTranslation.objects.filter(
            locale=page.locale_id,
            context__in={context for _path, context, _string in segments},
            has_error=False,
        )
    }
    found = {path: written.get((context, string)) for path, context, string in segments}
    done = [words for words in found.values() if words]
    told = {path: _plain(words) for path, words in found.items()}
    people = {words.last_translated_by_id for words in done} - {None}
    latest = max(done, key=lambda words: words.updated_at, default=None)
    return EssentialWords(
        **told,
        made=_made({words.translation_type for words in done}),
        # Nobody knows who wrote them: then whoever made the draft did.
        writers=people or last_changers(page) | {page.owner_id},
        writer=latest and latest.last_translated_by_id,
        is_whole=bool(told.get("title")) and all(told.values()),
        is_behind=any(words.translation_type == EARLIER for words in done),
    )


def _from_form(page):
    """A translation that goes on in one form: its newest, once it left the original’s words."""
    draft, original = page.get_latest_revision_as_object(), page.find_original()
    said = (original.title, original.summary) if original else ("", "")
    says = (draft.title, draft.summary)
    lacks = not draft.title or bool(said[1] and not draft.summary)
    is_untouched = any(one == other for one, other in zip(says, said, strict=True) if other)
    is_behind = bool(original) and draft.follows_words_of != original.words_changed_at
    writers = last_changers(page)
    return EssentialWords(
        title=draft.title,
        summary=draft.summary,
        made=draft.translation_made or TranslationMade.PEOPLE,
        writers=writers | ({page.owner_id} if not writers else set()),
        writer=next(iter(writers), None),
        is_whole=bool(original) and not lacks and not is_untouched,
        is_behind=is_behind,
    )


def _plain(words):
    return StringValue(words.data).render_text().strip() if words else ""


def _made(types):
    if MACHINE in types:
        return TranslationMade.MACHINE
    return TranslationMade.MACHINE_REVIEWED if CHECKED in types else TranslationMade.PEOPLE
