"""The values that forms offer for plans, with their labels."""

from pamong.apps.organisasi.models import JabatanKind, UnitKind
from pamong.apps.organisasi.models.states import GOLONGAN
from pamong.apps.penataan.models import WhoDecides
from pamong.apps.penataan.models.reorganisation import StepKinds

GOLONGAN_CHOICES = tuple(GOLONGAN)
STEP_KINDS = tuple(StepKinds.choices)
UNIT_KINDS = tuple(UnitKind.choices)
POST_KINDS = tuple(
    choice
    for choice in JabatanKind.choices
    if choice[0] not in {"kepala_daerah", "wakil_kepala_daerah", "sekda"}
)
WHO_DECIDES = tuple(WhoDecides.choices)
