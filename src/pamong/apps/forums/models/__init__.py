"""Forums, what was said, asked and promised there, and the drafts that become them."""

from pamong.apps.forums.models.asked import (
    AddresseeKind,
    Commitment,
    Directive,
    DirectiveAddressee,
    DirectiveGiver,
)
from pamong.apps.forums.models.draft import DraftChange, DraftStatus, ReadingDraft
from pamong.apps.forums.models.forum import (
    Forum,
    ForumGuest,
    ForumKind,
    Setting,
    Statement,
    Topic,
)

__all__ = [
    "AddresseeKind",
    "Commitment",
    "Directive",
    "DirectiveAddressee",
    "DirectiveGiver",
    "DraftChange",
    "DraftStatus",
    "Forum",
    "ForumGuest",
    "ForumKind",
    "ReadingDraft",
    "Setting",
    "Statement",
    "Topic",
]
