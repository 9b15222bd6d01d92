"""Whoever watches the site learns what does not work, and nothing else."""

import pytest


@pytest.fixture
def without_storage(settings, tmp_path):
    """The folder of originals cannot be written: a file stands in its place."""
    (tmp_path / "blocked").write_text("")
    options = {"location": str(tmp_path / "blocked" / "private")}
    settings.STORAGES = settings.STORAGES | {
        "default": settings.STORAGES["default"] | {"OPTIONS": options}
    }


@pytest.fixture
def without_redis(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "uprcities.cache.ForgivingRedisCache",
            "LOCATION": "redis://:word@127.0.0.1:1/0",
        }
    }


class HealthTests:
    def test_it_answers_200_when_all_works(self, client, db):
        response = client.get("/healthz")

        assert response.status_code == 200
        assert response.json() == {"database": True, "cache": True, "storage": True}
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies

    def test_it_names_a_storage_that_does_not_work(self, client, db, without_storage):
        response = client.get("/healthz")

        assert response.status_code == 503
        assert response.json() == {"database": True, "cache": True, "storage": False}

    def test_it_names_a_dead_cache_and_no_secret(self, client, db, without_redis):
        response = client.get("/healthz")

        assert response.status_code == 503
        assert response.json() == {"database": True, "cache": False, "storage": True}
        assert b"word" not in response.content

    def test_it_names_a_dead_database(self, client, db, monkeypatch):
        monkeypatch.setattr("uprcities.health.connection", BrokenConnection)

        assert client.get("/healthz").json()["database"] is False

    def test_it_leaves_nothing_behind(self, client, db, settings, tmp_path):
        options = {"location": str(tmp_path)}
        settings.STORAGES = settings.STORAGES | {
            "default": settings.STORAGES["default"] | {"OPTIONS": options}
        }

        client.get("/healthz")

        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


class BrokenConnection:
    """A database that went away."""

    @staticmethod
    def cursor():
        raise ConnectionError
