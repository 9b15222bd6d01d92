from .approval_task import ApprovalTask, NotApprovedError, is_approved
from .base import BasePage, TaggedPage
from .city import CityIndexPage, CityProfilePage, DeclarationBasis
from .entry import Entry, EntryKind
from .event import EventPage
from .finding import FindingKind, FindingPage, FindingStatus
from .followed import FollowedWords
from .gone import GoneAddress
from .home import HomePage
from .newsroom import MediaKitPage, NewsroomPage, PressReleasePage
from .original import (
    EarlierWording,
    Importance,
    Original,
    OtherKind,
    Stage,
    TranslationRequest,
    TranslationState,
)
from .outcome import OutcomeExplainerPage, OutcomeIndexPage
from .resource import ResourcePage, StandardPage
from .site_word import SiteWord
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
    "EarlierWording",
    "Entry",
    "EntryKind",
    "EventPage",
    "FindingKind",
    "FindingPage",
    "FindingStatus",
    "FollowedWords",
    "GoneAddress",
    "HomePage",
    "Importance",
    "MediaKitPage",
    "NewsroomPage",
    "NotApprovedError",
    "Original",
    "OtherKind",
    "OutcomeExplainerPage",
    "OutcomeIndexPage",
    "PageRight",
    "PageTheme",
    "PressReleasePage",
    "ResourcePage",
    "SiteWord",
    "Stage",
    "StandardPage",
    "TaggedPage",
    "TellersFile",
    "TestimonyStoryPage",
    "TranslationMade",
    "TranslationRequest",
    "TranslationState",
    "is_approved",
]
