"""Duties, the steps of their life, how they stand from day to day, and evidence."""

from pamong.apps.duties.models.duty import Duty, Part, SourceKind
from pamong.apps.duties.models.standing import DutyStanding
from pamong.apps.duties.models.step import DutyEvidence, DutyStep

__all__ = ["Duty", "DutyEvidence", "DutyStanding", "DutyStep", "Part", "SourceKind"]
