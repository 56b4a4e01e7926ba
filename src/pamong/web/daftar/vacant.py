"""The posts in which somebody lacks on the day: since when, who acts, what lacks above."""

from collections import Counter
from collections.abc import Mapping

from django.utils.translation import gettext as _

from pamong.apps.kepegawaian.vacancies import Vacancy, vacancies
from pamong.apps.organisasi.choices import OFFICE_KINDS
from pamong.apps.organisasi.coverage import tenures_are_complete
from pamong.kernel.day import format_day
from pamong.web.daftar.asking import Asked, Filter
from pamong.web.daftar.bezetting import post_cells, posts_asked
from pamong.web.daftar.kinds import Note, Opened, PostLine, opd_filter
from pamong.web.http import Request

BELOW = " › "
ACTED, NOT_ACTED = "ada", "tidak"


def open_vacant(request: Request, asked: Asked) -> Opened:
    """Return the posts that the user may see and in which somebody lacks on the day."""
    here = request.standpoint
    opds = opd_filter(request, asked)
    names = {int(key): str(nama) for key, nama in opds.values}
    posts = posts_asked(request, asked)
    kind = asked.values["jenis"]
    wanted = [post for post in posts if kind not in dict(OFFICE_KINDS) or post.kind == kind]
    found = [
        vacancy
        for vacancy in vacancies(here.government, posts, wanted, day=here.day)
        if _is_asked_for(vacancy, asked)
    ]

    def lines(start: int, size: int) -> list[PostLine]:
        return [
            PostLine(
                number,
                vacancy.post.nama,
                here.address("pejabat:office", here.government.slug, vacancy.post.public_id),
                _cells(vacancy, names),
            )
            for number, vacancy in enumerate(found[start : start + size], start=start + 1)
        ]

    number_of = Counter(names.get(each.post.opd_id or 0, _("Tanpa OPD")) for each in found)
    return Opened(
        len(found),
        lines,
        filters=(
            opds,
            Filter("jenis", _("Jenis jabatan"), OFFICE_KINDS, kind, _("Semua")),
            _acting_filter(asked),
        ),
        notes=_notes(request),
        summary=[(nama, (number,)) for nama, number in number_of.most_common()],
    )


def _cells(vacancy: Vacancy, opds: Mapping[int, str]) -> tuple[object, ...]:
    post = vacancy.post
    kind, eselon, kelas, opd = post_cells(post, opds)
    return (
        kind,
        eselon,
        kelas,
        BELOW.join(filter(None, (str(opd), *vacancy.units))),
        post.need or 0,
        post.filled,
        _since(vacancy),
        _who_acts(vacancy),
        ", ".join(vacancy.vacant_above),
    )


def _since(vacancy: Vacancy) -> object:
    if not vacancy.post.is_single_seat:
        return ""
    if vacancy.since is None:
        return _("belum tercatat")
    if vacancy.was_never_held:
        return _("%s, sejak dibentuk") % format_day(vacancy.since)
    return vacancy.since


def _who_acts(vacancy: Vacancy) -> str:
    acting = vacancy.acting
    if acting is None:
        return ""
    told = f"{acting.capacity.label} {acting.person}"
    return f"{told} ({acting.own_office})" if acting.own_office else told


def _is_asked_for(vacancy: Vacancy, asked: Asked) -> bool:
    acted = asked.values["pelaksana"]
    if acted not in (ACTED, NOT_ACTED):
        return True
    return (vacancy.acting is not None) == (acted == ACTED)


def _acting_filter(asked: Asked) -> Filter:
    values = ((ACTED, _("ada yang melaksanakan")), (NOT_ACTED, _("tidak ada")))
    return Filter("pelaksana", _("Pelaksana tugas"), values, asked.values["pelaksana"], _("Semua"))


def _notes(request: Request) -> list[Note]:
    here = request.standpoint
    notes = [
        Note(
            _(
                "Kosong berarti pemangku definitifnya kurang dari kebutuhannya pada hari itu; yang"
                " melaksanakan tugas tidak mengisi jabatan itu."
            )
        )
    ]
    if not tenures_are_complete(here.government, day=here.day):
        notes.append(
            Note(
                _(
                    "Pemangku jabatan di sini belum dinyatakan lengkap untuk hari itu. Tidak"
                    " tercatat di sini bukan berarti jabatannya kosong."
                )
            )
        )
    return notes
