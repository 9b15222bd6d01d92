"""What an editor chose and readers or journalists do not get, and why: told, never silent."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .kits import contents_of
from .models import FindingPage, MediaKitPage
from .models.links import entries_for, stories_for_press


@dataclass(frozen=True)
class LeftOut:
    """One thing that stands in the form and not on the page."""

    what: str
    why: str


def left_out_of(page):
    """The LeftOuts of a kit or a finding as it stands in the editor; of other pages none."""
    if isinstance(page, MediaKitPage):
        return list(_left_out_of_kit(page, contents_of(page)))
    return list(_unseen_evidence(page)) if isinstance(page, FindingPage) else []


def _left_out_of_kit(kit, contents):
    if kit.release_id and not contents.release:
        yield LeftOut(_("The press release"), _not_seen())
    printed = {fact.words for fact in contents.facts}
    for block in kit.facts:
        if block.value["words"] not in printed:
            yield LeftOut(_quoted(block.value["words"]), _("Its finding cannot be read now."))
    yield from _quotes_left_out(kit, {(one.words, one.speaker) for one in contents.quotes})
    yield from _files_left_out(
        kit.pictures, "picture", {one.image.pk for one in contents.pictures}, "caption"
    )
    yield from _files_left_out(
        kit.documents, "file", {one.document.pk for one in contents.documents}, "title"
    )


def _quotes_left_out(kit, printed):
    missing = [
        block.value
        for block in kit.quotes
        if (block.value["words"], block.value["speaker"]) not in printed
    ]
    stories = [value["story"].pk for value in missing if value["story"]]
    language = kit.locale.language_code
    seen, cleared = entries_for(stories, language), stories_for_press(stories, language)
    for value in missing:
        story = value["story"].pk if value["story"] else None
        no_consent = story in seen and story not in cleared
        yield LeftOut(_quoted(value["words"]), _no_press() if no_consent else _not_seen())


def _files_left_out(blocks, name, handed_out, words):
    for block in blocks:
        file = block.value[name]
        if file and file.pk not in handed_out:
            what = _quoted(file.title or block.value[words])
            yield LeftOut(what, _why_not(file))


def _why_not(file):
    licence = file.licence_terms
    if licence.allows_press:
        return _no_press()
    return _("Its licence does not let the press have it (%(licence)s).") % {
        "licence": licence.name
    }


def _unseen_evidence(finding):
    chosen = [block for block in finding.evidence if block.block_type == "story"]
    pages = [block.value["story"] for block in chosen if block.value["story"]]
    seen = entries_for([page.pk for page in pages], finding.locale.language_code)
    for block in chosen:
        story = block.value["story"]
        if not story or story.pk not in seen:
            title = block.value["words"] or (story.title if story else "")
            yield LeftOut(_quoted(title), _not_seen())


def _quoted(words):
    return _("“%(words)s”") % {"words": words}


def _no_press():
    return _("The teller has not agreed to the press.")


def _not_seen():
    return _("Readers cannot open it now.")
