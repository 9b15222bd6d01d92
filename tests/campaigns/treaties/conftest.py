import shutil
from io import StringIO

import pytest
import yaml
from django.core.management import call_command

from campaigns.treaties.data_files import DATA


@pytest.fixture
def treaties(db):
    """The treaties as the project ships them."""
    call_command("load_treaties", stdout=StringIO())


@pytest.fixture
def data_copy(tmp_path):
    """A folder with a copy of the data files, for tests that change them."""
    return shutil.copytree(DATA, tmp_path / "data")


@pytest.fixture
def rewrite(data_copy):
    """rewrite("labels/en.yaml", change): lets a function change what a copied file says."""

    def change_file(name, change):
        path = data_copy / name
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        change(said)
        path.write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")

    return change_file
