"""The values that forms offer for records of offices, with their labels."""

from pamong.apps.organisasi.models import LeaveKind
from pamong.kernel.capacity import Capacity

CAPACITIES = tuple(
    (
        capacity.value,
        f"{capacity.label} ({capacity.long_label})" if capacity.is_acting else capacity.label,
    )
    for capacity in Capacity
)
LEAVE_KINDS = tuple((kind.value, str(kind.label)) for kind in LeaveKind)
