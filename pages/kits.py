"""Maps a media kit page to plain contents: only what consent and licence allow the press."""

from django.conf import settings
from django.db.models import Q
from django.utils.text import slugify
from wagtail.models import ReferenceIndex

from campaigns.clamor.contents import Contact, Fact, KitContents, KitDocument, KitPicture, Quote
from campaigns.collect.publishable import may_go_to_press
from uprcities.lib.html import as_plain_text
from uprcities.library.models import Document, Image

from .models import (
    Entry,
    EntryKind,
    MediaKitPage,
    NewsroomPage,
    PressReleasePage,
    TestimonyStoryPage,
)
from .models.links import entries_for, stories_for_press
from .models.tellers_file import tellers_of
from .releases import release_text


def contents_of(kit):
    """The KitContents of a kit page as they may be handed out now, in the page's own language."""
    language = kit.locale.language_code
    newsroom = NewsroomPage.objects.parent_of(kit).first()
    return KitContents(
        title=kit.title,
        language=language,
        address=f"{settings.SITE_URL}/{language}/{'/'.join(kit.url_path.split('/')[2:])}",
        summary=kit.summary,
        facts=_facts(kit, language),
        quotes=_quotes(kit, language),
        pictures=_pictures(kit, language),
        documents=_documents(kit),
        contacts=contacts_of(newsroom),
        boilerplate_short=newsroom.boilerplate_short if newsroom else "",
        boilerplate_long=newsroom.boilerplate_long if newsroom else "",
        release=_release(kit, language),
        terms=as_plain_text(newsroom.terms) if newsroom else "",
    )


def contacts_of(newsroom):
    """The contacts of a newsroom, as plain values; an empty list without a newsroom."""
    if newsroom is None:
        return []
    names = Contact.__dataclass_fields__
    return [
        Contact(**{name: str(block.value.get(name) or "") for name in names})
        for block in newsroom.contacts_at_work
    ]


def _facts(kit, language):
    chosen = [block.value["finding"] for block in kit.facts]
    named = [bool(raw["value"].get("finding")) for raw in kit.facts.raw_data]
    findings = entries_for([page.pk for page in chosen if page], language)
    facts = []
    for block, page, is_named in zip(kit.facts, chosen, named, strict=True):
        entry = findings.get(page.pk) if page else None
        if is_named and entry is None:
            continue  # the finding is no longer public, or is deleted: its line goes with it
        facts.append(
            Fact(
                words=block.value["words"],
                finding=entry.title if entry else "",
                url=f"{settings.SITE_URL}{entry.url}" if entry else "",
            )
        )
    return facts


def _quotes(kit, language):
    chosen = [block.value["story"] for block in kit.quotes]
    entries = stories_for_press([page.pk for page in chosen if page], language)
    said_in = dict(
        TestimonyStoryPage.objects.filter(pk__in=[page.pk for page in chosen if page]).values_list(
            "pk", "words_language"
        )
    )
    quotes = []
    for block, page in zip(kit.quotes, chosen, strict=True):
        entry = entries.get(page.pk) if page else None
        if (page or block.value.get("is_tellers")) and entry is None:
            continue
        original_language = said_in.get(page.pk, "") if page else ""
        is_translated = bool(block.value["original"]) and original_language != language
        quotes.append(
            Quote(
                words=block.value["words"],
                speaker=block.value["speaker"],
                original=block.value["original"] if is_translated else "",
                original_language=original_language if is_translated else "",
                url=f"{settings.SITE_URL}{entry.url}" if entry else "",
            )
        )
    return quotes


def _pictures(kit, language):
    chosen = {
        block.value["picture"].pk: block.value for block in kit.pictures if block.value["picture"]
    }
    allowed = pictures_for_press(chosen)
    return [
        _picture(number, allowed[pk], chosen[pk]["caption"], language)
        for number, pk in enumerate(chosen, start=1)
        if pk in allowed
    ]


def pictures_for_press(image_ids):
    """``{id: Image}`` of those pictures whose licence and, for a teller's story, consent allow it."""
    images = Image.objects.filter(pk__in=image_ids).prefetch_related("texts")
    licensed = {image.pk: image for image in images if image.licence_terms.allows_press}
    return _agreed_to("image", licensed)


def _agreed_to(name, files):
    """Those of these files, by id, that no teller’s story showed, or whose tellers let them go."""
    tellers = tellers_of(name, files)
    cleared = may_go_to_press(set().union(*tellers.values()))
    return {pk: file for pk, file in files.items() if tellers.get(pk, set()) <= cleared}


def _picture(number, image, caption, language):
    words, licence = image.text_for(language), image.licence_terms
    return KitPicture(
        image=image,
        stem=f"{number:02d}-{slugify(image.title) or 'picture'}"[:60],
        caption=caption or words.caption or words.alt,
        alt=words.alt,
        credit=image.credit,
        licence=str(licence.name),
        licence_words=str(licence.words),
        licence_url=licence.url,
    )


def _documents(kit):
    chosen = {block.value["file"].pk: block.value["title"] for block in kit.documents}
    licensed = {
        pk: document
        for pk, document in Document.objects.in_bulk(chosen).items()
        if document.licence_terms.allows_press
    }
    documents = _agreed_to("document", licensed)
    return [
        KitDocument(documents[pk], f"{number:02d}-{documents[pk].filename}", title)
        for number, (pk, title) in enumerate(chosen.items(), start=1)
        if pk in documents
    ]


def _release(kit, language):
    if not kit.release_id:
        return ""
    entry = entries_for([kit.release_id], language).get(kit.release_id)
    if entry is None or entry.language != language:
        return ""
    release = PressReleasePage.objects.filter(pk=entry.page_id).first()
    return release_text(release) if release else ""


def kits_touched_by(city_id):
    """Page ids of the visible kits that may hold something of a city.

    Its own kits and those of the whole alliance; for a change in the alliance, all of them.
    """
    kits = Entry.objects.visible().of_kind(EntryKind.KIT).order_by("pk")
    if city_id is not None:
        kits = kits.filter(Q(city_id=city_id) | Q(city=None))
    return list(kits.values_list("page_id", flat=True))


def kits_showing(file):
    """Page ids of the kits that name a picture or document of the library."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ReferenceIndex._get_base_content_type(type(file)), to_object_id=str(file.pk)
    )
    pages = [int(pk) for pk in references.values_list("object_id", flat=True).distinct()]
    return list(MediaKitPage.objects.filter(pk__in=pages).values_list("pk", flat=True))
