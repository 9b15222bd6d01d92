from campaigns.treaties.models.edition import CatalogueEdition
from campaigns.treaties.models.labels import ArticleLabel, BodyLabel, ThemeLabel, TreatyLabel
from campaigns.treaties.models.tags import RightsTag, Theme
from campaigns.treaties.models.treaty import MonitoringBody, Treaty, TreatyArticle

__all__ = [
    "ArticleLabel",
    "BodyLabel",
    "CatalogueEdition",
    "MonitoringBody",
    "RightsTag",
    "Theme",
    "ThemeLabel",
    "Treaty",
    "TreatyArticle",
    "TreatyLabel",
]
