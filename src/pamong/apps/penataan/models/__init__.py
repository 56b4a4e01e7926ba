"""Plans of one act each: a reorganisation, an appointment of many."""

from pamong.apps.penataan.models.pelantikan import Pelantikan, PelantikanLine, WhoDecides
from pamong.apps.penataan.models.plan import Plan, PlanStatus
from pamong.apps.penataan.models.reorganisation import (
    Reorganisation,
    ReorganisationPerson,
    ReorganisationStep,
)

__all__ = [
    "Pelantikan",
    "PelantikanLine",
    "Plan",
    "PlanStatus",
    "Reorganisation",
    "ReorganisationPerson",
    "ReorganisationStep",
    "WhoDecides",
]
