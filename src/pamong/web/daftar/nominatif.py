"""The nominatif: everybody, in groups; narrowed also by what a bar of a chart stands for."""

from typing import Any

from django.utils.translation import gettext as _

from pamong.apps.accounts.policies import pegawai_visible_to
from pamong.apps.kepegawaian.choices import GOLONGAN_CHOICES, KINDS, LEVELS, SEXES
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.nominatif import GroupedBy, Nominatif
from pamong.apps.kepegawaian.profile import AGES
from pamong.apps.kepegawaian.roster_wanted import born_in
from pamong.web.daftar.asking import Asked, Filter
from pamong.web.daftar.kinds import Line, Note, Opened, opd_filter, roster_of
from pamong.web.http import Request


def open_nominatif(request: Request, asked: Asked) -> Opened:
    """Return everybody, in groups."""
    by = asked.values["menurut"]
    grouped = GroupedBy(by) if by in GroupedBy.values else GroupedBy.OPD
    chosen = {each.name: each for each in _filters(asked)}
    told = {name: each.chosen for name, each in chosen.items()}
    roster = roster_of(request, asked, **_narrowed(request, told))
    people = Nominatif(roster, grouped)
    notes = [Note(_("Yang memegang dua jabatan definitif disebut pada keduanya."))]

    def rows(start: int, size: int) -> list[Line]:
        found = people.rows(start, size)
        return [
            Line(number, pk, group=group.label)
            for number, (pk, group) in enumerate(found, start=start + 1)
        ]

    return Opened(
        people.number,
        rows,
        roster=roster,
        filters=(
            Filter("menurut", _("Dikelompokkan menurut"), GroupedBy.choices, grouped.value),
            opd_filter(request, asked),
            *chosen.values(),
        ),
        notes=notes if grouped is GroupedBy.POST else (),
        summary=[(group.label, (group.number,)) for group in people.groups],
    )


def age_label(band: str) -> str:
    """Name a band of ages: "sampai 24", "25–29", "65 ke atas"."""
    youngest, oldest = AGES[band]
    if not youngest:
        return _("sampai %s") % oldest
    return _("%s ke atas") % youngest if band.endswith("-") else f"{youngest}–{oldest}"


def _filters(asked: Asked) -> list[Filter]:
    every = _("Semua")
    told = (
        ("status", _("Status"), KINDS),
        ("golongan", _("golongan"), GOLONGAN_CHOICES),
        ("pendidikan", _("Pendidikan"), LEVELS),
        ("kelamin", _("Jenis kelamin"), SEXES),
        ("usia", _("Usia"), tuple((band, age_label(band)) for band in AGES)),
    )
    return [
        Filter(name, label, values, chosen if chosen in dict(values) else "", every)
        for name, label, values in told
        for chosen in (asked.values[name],)
    ]


def _narrowed(request: Request, told: dict[str, str]) -> dict[str, Any]:
    """Return the fields of what a roster is narrowed by; an age only of whose birth is seen."""
    here = request.standpoint
    narrowed: dict[str, Any] = {
        "kind": told["status"],
        "golongan": told["golongan"],
        "jenjang": told["pendidikan"],
        "sex": told["kelamin"],
    }
    if told["usia"]:
        narrowed["born"] = born_in(told["usia"], day=here.day, bands=AGES)
        narrowed["births"] = pegawai_visible_to(
            request.access, here.government, day=here.day, field_class=FieldClass.IDENTITY
        )
    return narrowed
