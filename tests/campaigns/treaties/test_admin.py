"""Every editor may read the treaties in the admin; only administrators change them."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from campaigns.treaties.models import ArticleLabel, MonitoringBody, Theme, Treaty, TreatyArticle

pytestmark = pytest.mark.django_db

LISTINGS = ["treaty", "treatyarticle", "theme", "monitoringbody"]


def inline_data(labels, *fields):
    """The labels of one thing as the edit form sends them."""
    data = {"labels-TOTAL_FORMS": len(labels), "labels-INITIAL_FORMS": len(labels)}
    for place, label in enumerate(labels):
        values = {
            "id": label.pk,
            "language": label.language,
            **{name: getattr(label, name) for name in fields},
        }
        data |= {f"labels-{place}-{name}": value for name, value in values.items()}
    return data


class ReadingTests:
    @pytest.mark.parametrize("model", LISTINGS)
    def test_an_editor_reads_the_listings(self, treaties, client, cast, model):
        client.force_login(cast.pittsburgh_editor)

        assert client.get(reverse(f"{model}:index")).status_code == 200

    def test_the_listing_says_whether_the_us_is_bound(self, treaties, client, cast):
        client.force_login(cast.pittsburgh_editor)

        assert (
            "Signed by the US in 1977, not ratified."
            in client.get(reverse("treaty:index")).content.decode()
        )

    def test_an_editor_finds_an_article_in_the_listing(self, treaties, client, cast):
        client.force_login(cast.pittsburgh_editor)

        content = client.get(reverse("treatyarticle:index"), {"q": "ICESCR"}).content.decode()

        assert "Highest attainable health" in content
        assert "No segregation" not in content

    @pytest.mark.parametrize("action", ["edit", "delete"])
    def test_an_editor_may_not_change_anything(self, treaties, client, cast, action):
        client.force_login(cast.pittsburgh_editor)
        treaty = Treaty.objects.get(slug="icescr")

        answer = client.post(reverse(f"treaty:{action}", args=[treaty.pk]), {"abbreviation": "X"})

        assert answer.status_code in (302, 403, 404)
        treaty.refresh_from_db()
        assert treaty.abbreviation == "ICESCR"


class EditingTests:
    def test_an_administrators_words_are_marked_and_survive_a_reload(self, treaties, client, cast):
        client.force_login(cast.admin)
        article = TreatyArticle.objects.get(treaty__slug="icescr", number="11")
        labels = list(article.labels.all())
        data = inline_data(labels, "label", "plain")
        spanish = next(place for place, label in enumerate(labels) if label.language == "es")
        data[f"labels-{spanish}-label"] = "Un techo digno"

        answer = client.post(reverse("treatyarticle:edit", args=[article.pk]), data)

        assert answer.status_code == 302
        call_command("load_treaties", stdout=StringIO())
        changed = ArticleLabel.objects.get(article=article, language="es")
        assert (changed.label, changed.edited_by_hand) == ("Un techo digno", True)
        assert not ArticleLabel.objects.get(article=article, language="fr").edited_by_hand

    def test_an_administrators_facts_are_marked(self, treaties, client, cast):
        client.force_login(cast.admin)
        treaty = Treaty.objects.get(slug="crpd")
        data = {
            **inline_data(list(treaty.labels.all()), "title", "plain"),
            "us_status": "party",
            "us_signed": "2009-07-30",
            "us_ratified": "2031-05-01",
            "abbreviation": "CRPD",
            "kind": "treaty",
            "adopted": "2006-12-13",
            "in_force": "2008-05-03",
            "url": treaty.url,
        }

        answer = client.post(reverse("treaty:edit", args=[treaty.pk]), data)

        assert answer.status_code == 302
        treaty.refresh_from_db()
        assert treaty.edited_by_hand
        assert treaty.us_status_words("en") == "The US has been a party since 2031."

    def test_a_language_is_named_in_itself(self, treaties, client, cast):
        client.force_login(cast.admin)
        theme = Theme.objects.get(slug="housing")

        content = client.get(reverse("theme:edit", args=[theme.pk])).content.decode()

        assert "العربيّة" in content
        assert "español" in content

    def test_what_is_still_to_confirm_is_said_in_words(self, treaties, client, cast):
        client.force_login(cast.admin)
        treaty = Treaty.objects.get(slug="icescr")

        content = client.get(reverse("treaty:edit", args=[treaty.pk])).content.decode()

        assert "signed by the US on (day and month), official text, title (español)" in content

    @pytest.mark.parametrize("model", LISTINGS)
    def test_not_even_an_administrator_adds_or_deletes(self, treaties, client, cast, model):
        client.force_login(cast.admin)
        some = {
            "treaty": Treaty,
            "treatyarticle": TreatyArticle,
            "theme": Theme,
            "monitoringbody": MonitoringBody,
        }
        thing = some[model].objects.first()

        client.post(reverse(f"{model}:delete", args=[thing.pk]))
        added = client.get(reverse(f"{model}:add"))

        assert some[model].objects.filter(pk=thing.pk).exists()
        assert added.status_code in (302, 403)
