from .approval_task import ApprovalTask, NotApprovedError, is_approved
from .base import BasePage, TaggedPage
from .city import CityIndexPage, CityProfilePage, DeclarationBasis
from .entry import Entry, EntryKind
from .event import EventPage
from .finding import FindingKind, FindingPage, FindingStatus
from .gone import GoneAddress
from .home import HomePage
from .newsroom import MediaKitPage, NewsroomPage, PressReleasePage
from .outcome import OutcomeExplainerPage, OutcomeIndexPage
from .resource import ResourcePage, StandardPage
from .story import TestimonyStoryPage
from .tags import PageRight, PageTheme
from .tellers_file import TellersFile
from .translated import TranslationMade

__all__ = [
    "ApprovalTask",
    "BasePage",
    "CityIndexPage",
    "CityProfilePage",
    "DeclarationBasis",
    "Entry",
    "EntryKind",
    "EventPage",
    "FindingKind",
    "FindingPage",
    "FindingStatus",
    "GoneAddress",
    "HomePage",
    "MediaKitPage",
    "NewsroomPage",
    "NotApprovedError",
    "OutcomeExplainerPage",
    "OutcomeIndexPage",
    "PageRight",
    "PageTheme",
    "PressReleasePage",
    "ResourcePage",
    "StandardPage",
    "TaggedPage",
    "TellersFile",
    "TestimonyStoryPage",
    "TranslationMade",
    "is_approved",
]
