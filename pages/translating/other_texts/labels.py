"""What treaties, articles, topics and monitoring bodies are called."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.utils.text import Truncator

from campaigns.treaties.models import (
    ArticleLabel,
    BodyLabel,
    ThemeLabel,
    TreatyArticle,
    TreatyLabel,
)

from ...models import OtherKind
from .text import OtherText, first_language


@dataclass(frozen=True)
class LabelKind:
    """One kind of label: the thing it names, its words, and which of them are official."""

    model: type
    owner: str
    fields: tuple[str, ...]
    official: frozenset = frozenset()


LABELS = {
    OtherKind.TREATY: LabelKind(TreatyLabel, "treaty", ("title", "plain"), frozenset({"title"})),
    OtherKind.ARTICLE: LabelKind(ArticleLabel, "article", ("label", "plain")),
    OtherKind.THEME: LabelKind(ThemeLabel, "theme", ("label",)),
    OtherKind.BODY: LabelKind(BodyLabel, "body", ("name",), frozenset({"name"})),
}


def read_all_labels():
    """The OtherText of everything in the catalogue; five queries."""
    for kind in LABELS:
        yield from read_labels(kind)


def read_labels(kind, pk=None):
    """The OtherText of each thing of this kind (or of the one with this id) that has words."""
    told = LABELS[kind]
    labels = told.model.objects.order_by("pk")
    if pk is not None:
        labels = labels.filter(**{told.owner: pk})
    words, loaded = defaultdict(dict), defaultdict(set)
    for label in labels:
        owner = getattr(label, f"{told.owner}_id")
        words[owner][label.language] = {name: getattr(label, name) for name in told.fields}
        if not label.edited_by_hand:
            loaded[owner].add(label.language)
    codes = _codes(words) if kind == OtherKind.ARTICLE else {}
    for owner, said in words.items():
        if language := first_language(said, [settings.LANGUAGE_CODE]):
            title = " ".join(filter(None, [codes.get(owner), said[language][told.fields[0]]]))
            title = Truncator(title).chars(300)
            yield OtherText(kind, owner, title, language, said, loaded=frozenset(loaded[owner]))


def _codes(articles):
    """“ICESCR 11” for each of these articles: a label alone may stand in several treaties."""
    found = TreatyArticle.objects.filter(pk__in=articles).values_list(
        "pk", "treaty__abbreviation", "number"
    )
    return {pk: f"{treaty} {number}" for pk, treaty, number in found}
