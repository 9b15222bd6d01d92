"""A dead Redis makes the site slower, never down."""

import pytest
from django.core.cache import caches
from django.test import override_settings

NOBODY_LISTENS = {
    "default": {
        "BACKEND": "uprcities.cache.ForgivingRedisCache",
        "LOCATION": "redis://127.0.0.1:1/0",
        "OPTIONS": {"socket_connect_timeout": 0.2},
    }
}


@pytest.fixture
def dead_redis(home):
    with override_settings(CACHES=NOBODY_LISTENS):
        yield


class DeadRedisTests:
    @pytest.mark.parametrize("path", ["/en/", "/en/cities/", "/en/cities/pittsburgh/", "/ar/"])
    def test_pages_are_still_served(self, client, dead_redis, path):
        assert client.get(path).status_code == 200

    def test_an_editor_can_still_sign_in_and_look(self, client, dead_redis, cast):
        client.force_login(cast.admin)

        assert client.get("/admin/").status_code == 200

    def test_silence_is_a_miss(self, dead_redis):
        cache = caches["default"]
        cache.set("a", 1)

        assert cache.get("a") is None
        assert cache.get("a", "instead") == "instead"
        assert cache.get_many(["a", "b"]) == {}
        assert cache.get_or_set("a", lambda: 2) == 2
        assert cache.add("a", 1) is True
        assert cache.delete("a") is False
        assert cache.has_key("a") is False
        cache.set_many({"a": 1})
        cache.delete_many(["a"])
