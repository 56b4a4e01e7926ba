"""The values that parts of a draft may hold, with their labels, as forms offer them."""

from pamong.apps.forums.models import ColumnKind, ForumKind, PaperKind, Presence, Setting, Topic
from pamong.kernel.capacity import Capacity

FORUM_KINDS = tuple((kind.value, kind.label) for kind in ForumKind)
PAPER_KINDS = tuple((kind.value, kind.label) for kind in PaperKind)
TOPICS = tuple((topic.value, topic.label) for topic in Topic)
SETTINGS = tuple((setting.value, setting.label) for setting in Setting)
CAPACITIES = tuple((capacity.label, capacity.label) for capacity in Capacity)
"""A draft holds the label of a capacity, not its stored value."""
PRESENCES = tuple((presence.value, presence.label) for presence in Presence)
COLUMN_KINDS = tuple((kind.value, kind.label) for kind in ColumnKind)


def presence_of(value: str) -> Presence:
    """Return the presence that a form names."""
    return Presence(value)


def kind_of_forum(value: str) -> ForumKind:
    """Return the kind of forum that a form names."""
    return ForumKind(value)
