"""What the catalogue hands out: one thing with its words in one language. Plain data, no queries."""

from dataclasses import dataclass, field

from campaigns.treaties.models.treaty import Treaty, TreatyArticle


@dataclass(frozen=True)
class Words:
    """A text, and the language it is really in: not always the one that was asked for."""

    text: str = ""
    lang: str = ""

    def __str__(self):
        return self.text

    def __bool__(self):
        return bool(self.text)


@dataclass(frozen=True)
class ArticleEntry:
    """An article with its words."""

    article: TreatyArticle
    label: Words
    plain: Words
    treaty_label: Words

    @property
    def treaty(self):
        return self.article.treaty

    @property
    def code(self):
        return self.article.code

    @property
    def url_path(self):
        return self.article.url_path

    @property
    def tag_slug(self):
        return f"{self.treaty.slug}-{self.article.slug}"


@dataclass(frozen=True)
class TreatyEntry:
    """A treaty with its title, the body that watches it, and its articles by the end of their address."""

    treaty: Treaty
    label: Words
    plain: Words
    body: Words
    articles: dict[str, ArticleEntry] = field(default_factory=dict)

    @property
    def code(self):
        return self.treaty.abbreviation

    @property
    def url_path(self):
        return self.treaty.url_path

    @property
    def tag_slug(self):
        return self.treaty.slug


@dataclass(frozen=True)
class ThemeEntry:
    """A theme with its name and the tags of the articles that it usually rests on."""

    slug: str
    label: Words
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """Every treaty, article and theme as one language says it."""

    language: str
    edition: object
    treaties: dict[str, TreatyEntry]
    themes: dict[str, ThemeEntry]
    rights: dict[str, TreatyEntry | ArticleEntry]

    def treaty(self, slug):
        return self.treaties.get(slug)

    def article(self, treaty_slug, number):
        entry = self.treaties.get(treaty_slug)
        return entry and entry.articles.get(str(number).lower())

    def right(self, tag_slug):
        return self.rights.get(tag_slug)
