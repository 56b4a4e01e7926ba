"""The values that parts of a draft may hold, with their labels, as forms offer them."""

from pamong.apps.forums.models import ForumKind, Setting, Topic
from pamong.kernel.capacity import Capacity

FORUM_KINDS = tuple((kind.value, str(kind.label)) for kind in ForumKind)
TOPICS = tuple((topic.value, str(topic.label)) for topic in Topic)
SETTINGS = tuple((setting.value, str(setting.label)) for setting in Setting)
CAPACITIES = tuple((capacity.label, capacity.label) for capacity in Capacity)
"""A draft holds the label of a capacity, not its stored value."""
