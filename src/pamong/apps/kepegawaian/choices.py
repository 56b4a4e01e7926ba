"""The values that pages offer for people and their records, with their labels."""

from typing import TypeAlias

from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import (
    EmploymentKind,
    JabatanAsn,
    JenjangFungsional,
    JenjangPendidikan,
    PaperKind,
    Penugasan,
    Sex,
    WorkWeek,
)
from pamong.apps.kepegawaian.models.golongan import GOLONGAN

Kind: TypeAlias = EmploymentKind
Week: TypeAlias = WorkWeek
KINDS = tuple(EmploymentKind.choices)
GOLONGAN_CHOICES = tuple(GOLONGAN)
FUNCTIONAL_LEVELS = tuple(JenjangFungsional.choices)
POSTS = tuple(JabatanAsn.choices)
LEVELS = tuple(JenjangPendidikan.choices)
SEXES = tuple(Sex.choices)
PAPERS = tuple(PaperKind.choices)
CLASS_CHOICES = tuple(FieldClass.choices)
KIND_LABELS = dict(KINDS)
POST_LABELS = dict(POSTS)
LEVEL_LABELS = dict(LEVELS)
SEX_LABELS = dict(SEXES)


def post_label(nama: str, capacity: str) -> str:
    """Name a post as it is held: "Plt Kepala Bidang", and plainly where it is held by appointment.

    >>> post_label("Kepala Bidang", "plt"), post_label("Kepala Bidang", "definitif")
    ('Plt Kepala Bidang', 'Kepala Bidang')
    """
    if not nama or capacity in ("", Penugasan.DEFINITIF):
        return nama
    return f"{Penugasan(capacity).label} {nama}"
