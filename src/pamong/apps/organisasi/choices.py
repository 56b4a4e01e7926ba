"""The values that forms offer for records of offices, with their labels."""

from pamong.apps.organisasi.models import (
    ChairFollows,
    FacilityKind,
    JabatanKind,
    LeaveKind,
    OfficeRecordsKind,
)
from pamong.kernel.capacity import Capacity

CAPACITIES = tuple(
    (
        capacity.value,
        f"{capacity.label} ({capacity.long_label})" if capacity.is_acting else capacity.label,
    )
    for capacity in Capacity
)
OFFICE_KINDS = tuple(JabatanKind.choices)
LEAVE_KINDS = tuple(LeaveKind.choices)
FACILITY_KINDS = tuple(FacilityKind.choices)
COVERED_RECORDS = tuple(OfficeRecordsKind.choices)
CHAIR_FOLLOWS = tuple(ChairFollows.choices)
FACILITY_RECORDS = OfficeRecordsKind.FASILITAS
