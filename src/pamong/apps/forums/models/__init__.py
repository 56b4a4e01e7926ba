"""Forums, what was said, asked and promised there, and the drafts that become them."""

from pamong.apps.forums.models.answers import AgendaItem, DirectiveAnswer
from pamong.apps.forums.models.asked import (
    AddresseeKind,
    Commitment,
    Directive,
    DirectiveAddressee,
    DirectiveGiver,
    DirectiveUnit,
    UnitPart,
)
from pamong.apps.forums.models.calling_off import CallingOff
from pamong.apps.forums.models.confidential import ConfidentialStatement
from pamong.apps.forums.models.draft import DraftChange, DraftStatus, ReadingDraft
from pamong.apps.forums.models.forum import Forum, ForumGuest, Statement
from pamong.apps.forums.models.kinds import ForumKind, PaperKind, Setting, Topic
from pamong.apps.forums.models.learning import (
    Correction,
    CorrectionConsent,
    ReviewMeasure,
)
from pamong.apps.forums.models.lists import (
    ColumnKind,
    ListColumn,
    ListRequest,
    ListRow,
    ListSheet,
)
from pamong.apps.forums.models.presence import (
    Invitation,
    InviteeKind,
    Presence,
    RollCallEntry,
)
from pamong.apps.forums.models.same_forum import SameForum
from pamong.apps.forums.models.series import Every, ForumSeries, SeriesRule

__all__ = [
    "AddresseeKind",
    "AgendaItem",
    "CallingOff",
    "ColumnKind",
    "Commitment",
    "ConfidentialStatement",
    "Correction",
    "CorrectionConsent",
    "Directive",
    "DirectiveAddressee",
    "DirectiveAnswer",
    "DirectiveGiver",
    "DirectiveUnit",
    "DraftChange",
    "DraftStatus",
    "Every",
    "Forum",
    "ForumGuest",
    "ForumKind",
    "ForumSeries",
    "Invitation",
    "InviteeKind",
    "ListColumn",
    "ListRequest",
    "ListRow",
    "ListSheet",
    "PaperKind",
    "Presence",
    "ReadingDraft",
    "ReviewMeasure",
    "RollCallEntry",
    "SameForum",
    "SeriesRule",
    "Setting",
    "Statement",
    "Topic",
    "UnitPart",
]
