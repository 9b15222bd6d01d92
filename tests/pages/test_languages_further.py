"""A site adds a language for its pages by naming it in the environment, without code."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """
import json
from django.conf import settings
from django.test import Client
from tests.factories import scene
settings.ALLOWED_HOSTS = ["*"]
scene.build_home()
def in_creole(unit):
    return " | ".join(f"HT {form.strip()}" for form in unit.source.split("|"))
answers = {}
for code in ("ht", "qu", "ps", "es"):
    answer = Client().get(f"/{code}/cities/pittsburgh/")
    answers[code] = [answer.status_code, answer.content.decode()]
missing = Client().get("/ps/cities/nowhere/")
answers["missing"] = [missing.status_code, missing.content.decode()]
answers["front"] = [302, Client().get("/", headers={"accept-language": "qu,en;q=0.5"})["Location"]]
from pages.models import Original
from pages.translating.measuring_words import measure_interface
from pages.translating.sheets.opening import open_sheet
measure_interface()
for original in Original.objects.filter(kind="interface"):
    sheet = open_sheet(original, "ht")
    sheet.write({unit.key: in_creole(unit) for unit in sheet.units() if not unit.target}, None)
answers["creole"] = [200, Client().get("/ht/cities/pittsburgh/").content.decode()]
print("ANSWERS" + json.dumps(answers))
"""


def run_site():
    """The pages of a site that added Haitian Creole, Quechua and Pashto, by language."""
    folder = tempfile.mkdtemp(prefix="uprcities-further-")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "uprcities.settings.test",
        "FURTHER_LANGUAGES": "ht,qu,ps",
        "VAR_DIR": folder,
        "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
    }
    for arguments in (["migrate", "-v0"], ["shell", "-v0", "-c", SCRIPT]):
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.partition("ANSWERS")[2])


class FurtherLanguageTests:
    def test_pages_of_a_further_language_are_read_in_it_and_honest_about_the_rest(self):
        answers = run_site()

        for code, direction in (("ht", "ltr"), ("qu", "ltr"), ("ps", "rtl")):
            status, page = answers[code]
            assert status == 200
            assert f'<html lang="{code}" dir="{direction}">' in page
            assert '<header class="masthead" lang="en" dir="ltr">' in page
        assert '<header class="masthead">' in answers["es"][1]
        assert 'hreflang="qu"' in answers["es"][1]
        status, page = answers["missing"]
        assert status == 404
        assert '<html lang="en" dir="ltr">' in page
        assert answers["front"][1] == "/qu/"
        assert '<header class="masthead">' in answers["creole"][1]
        assert "HT Skip to" in answers["creole"][1]
