"""Brings the treaties of the data files into the database, as often as one likes."""

from collections import Counter

from django.db import transaction

from campaigns.treaties.models import (
    ArticleLabel,
    BodyLabel,
    CatalogueEdition,
    MonitoringBody,
    RightsTag,
    Theme,
    ThemeLabel,
    Treaty,
    TreatyArticle,
    TreatyLabel,
)

OUTCOMES = ["created", "updated", "unchanged", "kept"]


class Loading:
    """One run: what was created, updated, unchanged, and kept because an editor changed it."""

    def __init__(self, files):
        self.files = files
        self.counts = {}

    @transaction.atomic
    def run(self, dry_run=False):
        self.load_bodies()
        self.load_treaties()
        self.load_articles()
        self.load_tags()
        self.load_themes()
        for language, words in self.files.words.items():
            self.load_words(language, words)
        if self.changed:
            CatalogueEdition.renew()
        transaction.set_rollback(dry_run)
        return self.counts

    @property
    def changed(self):
        return any(count["created"] or count["updated"] for count in self.counts.values())

    def load_bodies(self):
        names = dict.fromkeys(one["body"] for one in self.files.instruments if one["body"])
        self.settle("bodies", MonitoringBody, ["abbreviation"], {(name,): {} for name in names})

    def load_treaties(self):
        bodies = keys_by(MonitoringBody, "abbreviation")
        facts = {
            (one["slug"],): facts_of(one, place, bodies)
            for place, one in enumerate(self.files.instruments, start=1)
        }
        self.settle("treaties", Treaty, ["slug"], facts)
        ids = keys_by(Treaty, "slug")
        links = {
            (one["slug"],): {
                "parent_id": ids.get(one.get("parent")),
                "us_bound_by_id": ids.get(one.get("us_bound_by")),
            }
            for one in self.files.instruments
        }
        self.settle("links between treaties", Treaty, ["slug"], links)

    def load_articles(self):
        ids = keys_by(Treaty, "slug")
        self.settle(
            "articles",
            TreatyArticle,
            ["treaty_id", "number"],
            {
                (ids[slug], number): {"position": place}
                for slug, number, place in self.files.articles.values()
            },
        )

    def load_tags(self):
        tags = {
            (treaty.slug,): {
                "name": treaty.abbreviation,
                "treaty_id": treaty.pk,
                "article_id": None,
            }
            for treaty in Treaty.objects.all()
        }
        for article in TreatyArticle.objects.select_related("treaty"):
            tags[(f"{article.treaty.slug}-{article.slug}",)] = {
                "name": article.code,
                "treaty_id": article.treaty_id,
                "article_id": article.pk,
            }
        self.settle("tags", RightsTag, ["slug"], tags)

    def load_themes(self):
        wanted = {
            (one["slug"],): {
                "name": one["slug"],
                "position": place,
                "uhri_themes": one["uhri_themes"],
                "sdgs": one["sdgs"],
            }
            for place, one in enumerate(self.files.themes, start=1)
        }
        self.settle("themes", Theme, ["slug"], wanted)
        themes = {theme.slug: theme for theme in Theme.objects.prefetch_related("articles")}
        articles = self.article_keys()
        for one in self.files.themes:
            theme, rests_on = themes[one["slug"]], {articles[key] for key in one["articles"]}
            if {article.pk for article in theme.articles.all()} != rests_on:
                theme.articles.set(rests_on)

    def article_keys(self):
        rows = TreatyArticle.objects.values_list("treaty__slug", "number", "pk")
        return {f"{slug}:{number}": key for slug, number, key in rows}

    def load_words(self, language, words):
        parts = [
            ("treaties", TreatyLabel, "treaty_id", keys_by(Treaty, "slug")),
            ("bodies", BodyLabel, "body_id", keys_by(MonitoringBody, "abbreviation")),
            ("articles", ArticleLabel, "article_id", self.article_keys()),
            ("themes", ThemeLabel, "theme_id", keys_by(Theme, "slug")),
        ]
        for part, model, owner, ids in parts:
            wanted = {
                (ids[key], language): said if isinstance(said, dict) else {only_word(model): said}
                for key, said in (words.get(part) or {}).items()
            }
            self.settle(f"words in {language}", model, [owner, "language"], wanted)

    def settle(self, what, model, identity, wanted):
        """Make the rows be as wanted, {identity: values}; a row that an editor changed stays as it is."""
        count = self.counts.setdefault(what, Counter())
        present = {
            tuple(getattr(row, name) for name in identity): row for row in model.objects.all()
        }
        new, changed = [], []
        for key, values in wanted.items():
            row = present.get(key)
            if row is None:
                new.append(model(**dict(zip(identity, key, strict=True)), **values))
            elif getattr(row, "edited_by_hand", False):
                count["kept"] += 1
            elif any(getattr(row, name) != value for name, value in values.items()):
                for name, value in values.items():
                    setattr(row, name, value)
                changed.append(row)
            else:
                count["unchanged"] += 1
        count["created"] += len(model.objects.bulk_create(new))
        if changed:
            count["updated"] += model.objects.bulk_update(
                changed, list(next(iter(wanted.values())))
            )


def keys_by(model, name):
    return dict(model.objects.values_list(name, "pk"))


def only_word(label_model):
    return "name" if label_model is BodyLabel else "label"


def facts_of(one, place, bodies):
    """An instrument of the data file as values of Treaty, without its links to other treaties."""
    return {
        "position": place,
        "abbreviation": one["abbreviation"],
        "also_known_as": one.get("also_known_as", []),
        "kind": one["kind"],
        "is_binding": one["binding"],
        "is_core": one["core"],
        "adopted": one["adopted"],
        "in_force": one["in_force"],
        "resolution": one.get("resolution", ""),
        "body_id": bodies.get(one["body"]),
        "us_status": one["us_status"],
        "us_signed": one["us_signed"],
        "us_ratified": one["us_ratified"],
        "us_supported": one["us_supported"],
        "url": one["url"],
        "article_range": one["article_range"],
        "substantive_articles": one.get("substantive_articles", ""),
        "to_confirm": one.get("to_confirm", []),
    }
