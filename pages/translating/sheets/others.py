"""Says how the sheets of what is no page are opened."""

from ...models import OtherKind
from ..other_texts.labels import LABELS
from .interface_sheet import open_interface_sheet
from .opening import OPENERS
from .picture_sheet import open_picture_sheet
from .treaty_sheet import open_treaty_sheet

OPENERS[OtherKind.PICTURE] = open_picture_sheet
OPENERS.update(dict.fromkeys(LABELS, open_treaty_sheet))
OPENERS[OtherKind.INTERFACE] = open_interface_sheet
