"""The nominatif and the DUK as they are asked for."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.kepegawaian.choices import KINDS
from pamong.apps.kepegawaian.duk import Duk
from pamong.apps.kepegawaian.nominatif import GroupedBy, Nominatif
from pamong.kernel.golongan import GOLONGAN_PNS
from pamong.law.rule import BeforeFirstVersionError
from pamong.regulations.duk.ordering import Measure, version_on
from pamong.web.daftar.asking import Asked, Filter
from pamong.web.daftar.kinds import Line, Opened, opd_filter, roster_of
from pamong.web.http import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.kepegawaian.duk import Place


def open_nominatif(request: Request, asked: Asked) -> Opened:
    """Return everybody, in groups."""
    by = asked.values["menurut"]
    grouped = GroupedBy(by) if by in GroupedBy.values else GroupedBy.OPD
    status = asked.values["status"]
    roster = roster_of(request, asked, kind=status if status in dict(KINDS) else "")
    people = Nominatif(roster, grouped)
    notes = [_("Yang memegang dua jabatan definitif disebut pada keduanya.")]

    def rows(start: int, size: int) -> list[Line]:
        found = people.rows(start, size)
        return [
            Line(number, pk, group=group.label)
            for number, (pk, group) in enumerate(found, start=start + 1)
        ]

    return Opened(
        roster,
        people.number,
        rows,
        filters=(
            Filter("menurut", _("Dikelompokkan menurut"), GroupedBy.choices, grouped.value),
            opd_filter(request, asked),
            Filter("status", _("Status"), KINDS, status, _("Semua")),
        ),
        notes=notes if grouped is GroupedBy.POST else (),
        summary=[(group.label, group.number) for group in people.groups],
    )


def open_duk(request: Request, asked: Asked) -> Opened:
    """Return the PNS in the order of their rank, each with what sets it before the next."""
    day = request.standpoint.day
    room = asked.values["golongan"]
    rooms = [(str(each), f"{each}, {each.pangkat}") for each in reversed(GOLONGAN_PNS)]
    room = room if room in dict(rooms) else ""
    duk = Duk(roster_of(request, asked, kind="pns", golongan=room))

    def rows(start: int, size: int) -> list[Line]:
        return [
            Line(
                place.number,
                place.pegawai_id,
                (why(place),),
                closed_by_birth=place.is_tied
                or (place.apart is not None and place.apart.measure is Measure.AGE),
            )
            for place in duk.places(start, size)
        ]

    return Opened(
        roster_of(request, asked, kind="pns"),
        duk.number,
        rows,
        filters=(
            opd_filter(request, asked),
            Filter("golongan", _("Golongan"), rooms, room, _("Semua")),
        ),
        notes=(basis_on(day),),
    )


def why(place: "Place") -> str:
    """Say what sets a place before the next.

    It names the measure, and whether the other's is not on record.
    """
    if place.is_tied:
        return _("sama dengan nomor berikutnya dalam semua ukuran; urutannya menurut nama")
    if place.apart is None:
        return _("nomor terakhir")
    told = str(MEASURES[place.apart.measure])
    if place.apart.is_unrecorded:
        return _("%(measure)s: belum tercatat pada nomor berikutnya") % {"measure": told}
    return told


def basis_on(day: date) -> str:
    """Say what the order rests on, on a day."""
    try:
        version = version_on(day)
    except BeforeFirstVersionError:
        return _(
            "Untuk tanggal ini dasar urutannya belum dilihat; yang dipakai urutan tahun 1980."
        )
    if version.values["berdasar"]:
        return _(
            "Dasar: PP 15/1979, menurut SE BAKN 03/SE/1980 (dari sumber sekunder). PP itu dicabut"
            " 7 April 2017."
        )
    return _(
        "PP 15/1979 tentang DUK dicabut sejak 7 April 2017 oleh PP 11/2017 Pasal 362. Sejak itu"
        " urutan ini praktik menurut SE BAKN 03/SE/1980 (dari sumber sekunder), tanpa dasar"
        " peraturan pemerintah. Letak jabatan fungsional terhadap jabatan struktural belum"
        " dikonfirmasi."
    )


MEASURES: dict[Measure, "StrOrPromise"] = {
    Measure.GOLONGAN: gettext_lazy("pangkat lebih tinggi"),
    Measure.GOLONGAN_ON: gettext_lazy("lebih dahulu dalam pangkat yang sama"),
    Measure.POST: gettext_lazy("jabatan lebih tinggi"),
    Measure.POST_ON: gettext_lazy("lebih dahulu dalam jabatan setingkat"),
    Measure.SERVICE: gettext_lazy("masa kerja lebih lama"),
    Measure.COURSE: gettext_lazy("latihan jabatan lebih tinggi"),
    Measure.COURSE_ON: gettext_lazy("lebih dahulu lulus latihan jabatan"),
    Measure.EDUCATION: gettext_lazy("pendidikan lebih tinggi"),
    Measure.GRADUATED: gettext_lazy("lebih dahulu lulus pendidikan setingkat"),
    Measure.AGE: gettext_lazy("usia lebih tua"),
}
