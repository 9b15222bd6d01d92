class BelongsToCity:
    """A page that stands below a city profile and belongs to that city’s group."""

    @property
    def city(self):
        """The City of the profile above this page, or None (one query, remembered)."""
        if not hasattr(self, "_city"):
            self._city = self._find_city()
        return self._city

    @city.setter
    def city(self, city):
        self._city = city

    def _find_city(self):
        from .city import CityProfilePage

        profile = CityProfilePage.objects.ancestor_of(self).select_related("place").first()
        return profile.place if profile else None
