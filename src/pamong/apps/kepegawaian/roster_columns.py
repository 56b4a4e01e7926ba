"""The columns that a list of people can show, each as one value beside the person."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, TextChoices, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.models import IdentifierKind, PersonIdentifier
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import (
    Appointment,
    JenjangPendidikan,
    Pegawai,
    Penugasan,
    PersonalDetails,
    Placement,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pamong.apps.organisasi.models import UnitState


class Column(TextChoices):
    """One column beside the name."""

    NIP = "nip", _("NIP")
    STATUS = "status", _("Status")
    GOLONGAN = "golongan", _("golongan")
    GOLONGAN_TMT = "tmt-golongan", _("TMT golongan")
    JABATAN = "jabatan", _("Jabatan")
    POST = "jenis-jabatan", _("Jenis jabatan")
    OPD = "opd", _("OPD")
    UNIT = "unit", _("Unit")
    JENJANG = "pendidikan", _("Pendidikan")
    SEX = "kelamin", _("Jenis kelamin")
    BORN = "lahir", _("Tanggal lahir")
    TMT = "tmt", _("TMT pegawai")


USUAL = (Column.NIP, Column.STATUS, Column.GOLONGAN, Column.JABATAN, Column.OPD, Column.UNIT)
CLASSES = {Column.NIP: FieldClass.IDENTITY, Column.BORN: FieldClass.IDENTITY}
"""The class of each column that is not open."""
NUMBERS = (IdentifierKind.NIP, IdentifierKind.NI_PPPK)


def annotated(
    rows: QuerySet[Pegawai], columns: Sequence[Column], *, day: date, ended: bool
) -> QuerySet[Pegawai]:
    """Add to each person what the columns show on ``day``; with ``ended`` the last that began."""

    def told(model: Any, value: str) -> Subquery:
        return Subquery(begun(_of(model), day=day, ended=ended).values(value)[:1])

    post = definitive_first(_of(RiwayatJabatan), day=day, ended=ended)
    unit_states = UnitState.objects.on(day).filter(unit=OuterRef("told_unit_id"))
    found: dict[Column, dict[str, Any]] = {
        Column.NIP: {"told_nip": _number(day)},
        Column.STATUS: {"told_kind": told(Appointment, "kind")},
        Column.GOLONGAN: {"told_golongan": told(RiwayatPangkat, "golongan")},
        Column.GOLONGAN_TMT: {"told_golongan_tmt": told(RiwayatPangkat, "starts_on")},
        Column.JABATAN: {
            "told_jabatan": Subquery(post.values("nama")[:1]),
            "told_capacity": Subquery(post.values("capacity")[:1]),
        },
        Column.POST: {"told_post": Subquery(post.values("kind")[:1])},
        Column.OPD: {
            "told_opd": Coalesce(
                Subquery(unit_states.values("opd__nama")[:1]), told(Placement, "opd__nama")
            )
        },
        Column.UNIT: {"told_unit": Subquery(unit_states.values("nama")[:1])},
        Column.JENJANG: {"told_jenjang": _highest(day)},
        Column.SEX: {"told_sex": told(PersonalDetails, "sex")},
    }
    if {Column.OPD, Column.UNIT} & set(columns):
        rows = rows.annotate(told_unit_id=told(Placement, "unit"))
    for column in columns:
        rows = rows.annotate(**found.get(column, {}))
    return rows


def begun(rows: QuerySet[Any], *, day: date, ended: bool) -> QuerySet[Any]:
    """Return the entries in force on ``day``; with ``ended`` those begun by then, last first."""
    rows = rows.filter(starts_on__lte=day)
    if not ended:
        rows = rows.filter(Q(ends_before=None) | Q(ends_before__gt=day))
    return rows.order_by("-starts_on", "-pk")


def definitive_first(rows: QuerySet[Any], *, day: date, ended: bool) -> QuerySet[Any]:
    """Return posts, those held by appointment before those that are only acted in."""
    acts = Case(When(capacity=Penugasan.DEFINITIF, then=Value(0)), default=Value(1))
    return begun(rows, day=day, ended=ended).order_by(acts, "-starts_on", "-pk")


def _of(model: Any) -> QuerySet[Any]:
    rows: QuerySet[Any] = model._default_manager.filter(pegawai=OuterRef("pk"))  # noqa: SLF001  Django's documented manager
    return rows


def _number(day: date) -> Subquery:
    """Return the number that somebody bears on ``day``: the last one given."""
    known = Q(starts_on=None) | Q(starts_on__lte=day)
    goes_on = Q(ends_before=None) | Q(ends_before__gt=day)
    rows = PersonIdentifier.objects.filter(
        known, goes_on, person=OuterRef("person"), kind__in=NUMBERS
    )
    return Subquery(rows.order_by("-starts_on", "-pk").values("value")[:1])


def _highest(day: date) -> Subquery:
    known = Q(graduated_on=None) | Q(graduated_on__lte=day)
    order = Case(*(When(jenjang=value, then=Value(-place))
                   for place, value in enumerate(JenjangPendidikan.values)))  # fmt: skip
    rows = _of(RiwayatPendidikan).filter(known).order_by(order)
    return Subquery(rows.values("jenjang")[:1])
