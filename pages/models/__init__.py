from .approval_task import ApprovalTask, NotApprovedError, is_approved
from .base import BasePage, TaggedPage
from .city import CityIndexPage, CityProfilePage, DeclarationBasis
from .earlier_wording import EarlierWording
from .entry import Entry, EntryKind
from .essentials import Essentials
from .event import EventPage
from .finding import FindingKind, FindingPage, FindingStatus
from .followed_sentences import FollowedSentences
from .followed_words import FollowedWords
from .gone import GoneAddress
from .home import HomePage
from .machine import MachineDraft, MachineUse
from .made import TranslationMade
from .newsroom import MediaKitPage, NewsroomPage, PressReleasePage
from .original import (
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
from .wish import LanguageWish

__all__ = [
    "ApprovalTask",
    "BasePage",
    "CityIndexPage",
    "CityProfilePage",
    "DeclarationBasis",
    "EarlierWording",
    "Entry",
    "EntryKind",
    "Essentials",
    "EventPage",
    "FindingKind",
    "FindingPage",
    "FindingStatus",
    "FollowedSentences",
    "FollowedWords",
    "GoneAddress",
    "HomePage",
    "Importance",
    "LanguageWish",
    "MachineDraft",
    "MachineUse",
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
