"""The DUK: PNS in the order of their rank, each with what sets it before the next."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pamong.apps.kepegawaian.choices import FUNCTIONAL_LEVELS, LEVEL_LABELS, POSTS
from pamong.apps.kepegawaian.duk import Duk
from pamong.kernel.day import format_day
from pamong.kernel.golongan import GOLONGAN_PNS
from pamong.law.rule import BeforeFirstVersionError
from pamong.regulations.duk.ordering import RULE, Measure, version_on
from pamong.web.daftar.asking import Asked, Filter
from pamong.web.daftar.kinds import Line, Note, Opened, opd_filter, roster_of
from pamong.web.http import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.kepegawaian.duk import Place

YEAR = 12


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
        duk.number,
        rows,
        roster=roster_of(request, asked, kind="pns"),
        filters=(
            opd_filter(request, asked),
            Filter("golongan", _("golongan"), rooms, room, _("Semua")),
        ),
        notes=(
            Note(basis_on(day), RULE),
            Note(
                _(
                    "Ukuran dilihat berurutan: pangkat, jabatan, masa kerja, latihan jabatan,"
                    " pendidikan, usia. Yang disebut ialah ukuran pertama yang berbeda; dalam"
                    " semua ukuran sebelumnya keduanya sama."
                )
            ),
            *_without_rank(duk),
        ),
    )


def _without_rank(duk: Duk) -> tuple[Note, ...]:
    number = duk.number_without
    words = ngettext(
        "%(number)s PNS tidak bernomor: golongannya pada tanggal ini belum tercatat.",
        "%(number)s PNS tidak bernomor: golongannya pada tanggal ini belum tercatat.",
        number,
    )
    return (Note(words % {"number": number}),) if number else ()


def why(place: "Place") -> str:
    """Say what sets a place before the next.

    It names the measure and what both have of it, and whether the other's is not on record. The
    day of birth is told of nobody: the next may be somebody whose birth is closed.
    """
    if place.is_tied:
        return _("sama dengan nomor berikutnya dalam semua ukuran; urutannya menurut nama")
    if place.apart is None:
        return _("nomor terakhir")
    measure = place.apart.measure
    told = str(MEASURES[measure])
    if place.apart.is_unrecorded:
        return _("%(measure)s: belum tercatat pada nomor berikutnya") % {"measure": told}
    if measure is Measure.AGE:
        return told
    return _("%(measure)s: %(own)s; nomor berikutnya %(other)s") % {
        "measure": told,
        "own": held(measure, place.own),
        "other": held(measure, place.next_own),
    }


def held(measure: Measure, value: Any) -> str:
    """Write what somebody has of a measure."""
    if value is None:
        return _("tidak ada yang tercatat")
    write = WRITTEN.get(measure, str)
    return format_day(value) if isinstance(value, date) else write(value)


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


def _post(told: tuple[str, str]) -> str:
    level, eselon = told
    label = LABELS.get(level, level)
    return f"{label} ({eselon})" if eselon else str(label)


def _months(number: int) -> str:
    return _("%(years)s tahun %(months)s bulan") % {
        "years": number // YEAR,
        "months": number % YEAR,
    }


def _level(jenjang: str) -> str:
    return str(LEVEL_LABELS[jenjang])


LABELS: dict[str, "StrOrPromise"] = {**dict(POSTS), **dict(FUNCTIONAL_LEVELS)}
WRITTEN: dict[Measure, Callable[[Any], str]] = {
    Measure.POST: _post,
    Measure.SERVICE: _months,
    Measure.EDUCATION: _level,
}
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
