"""What a browser may load: little on the pages of readers, only ours on those of editors."""


def policy(response):
    parts = response["Content-Security-Policy"].split("; ")
    return {name: set(values) for name, *values in (part.split() for part in parts)}


class ReaderTests:
    def test_nothing_is_allowed_but_our_own(self, client, home):
        allowed = policy(client.get("/en/"))

        assert allowed["default-src"] == {"'none'"}
        assert allowed["script-src"] == allowed["style-src"] == {"'self'"}
        assert allowed["base-uri"] == {"'none'"}
        assert "unsafe" not in str(allowed)

    def test_no_cookie_is_set(self, client, home):
        for path in ["/", "/en/", "/ar/cities/pittsburgh/", "/en/treaties/", "/en/search/?q=rent"]:
            assert not client.get(path).cookies, path

    def test_the_browser_is_told_to_keep_to_itself(self, client, home):
        response = client.get("/en/")

        assert response["Referrer-Policy"] == "same-origin"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["X-Frame-Options"] == "DENY"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "geolocation=()" in response["Permissions-Policy"]

    def test_a_missing_page_is_as_strict(self, client, home):
        response = client.get("/en/nothing/here/")

        assert response.status_code == 404
        assert policy(response)["script-src"] == {"'self'"}


class EditorTests:
    def test_scripts_may_be_inline_but_only_ours(self, client, db):
        allowed = policy(client.get("/admin/login/"))

        assert allowed["script-src"] == {"'self'", "'unsafe-inline'"}
        assert allowed["connect-src"] == {"'self'"}
        assert allowed["frame-ancestors"] == {"'self'"}

    def test_the_admin_names_no_third_party(self, client, cast):
        client.force_login(cast.admin)

        for path in ["/admin/", "/admin/users/", "/admin/account/", "/admin/images/"]:
            page = client.get(path).content.decode()
            assert "gravatar.com" not in page, path
            assert "releases.wagtail" not in page, path
