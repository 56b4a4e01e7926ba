"""The scores, the work list, both as a spreadsheet and on paper, and counting now."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pamong.apps.forums.pages import cut
from pamong.apps.kualitas.counting import COUNT, CountedLaterError, ask_for_count
from pamong.apps.kualitas.listing import MENDED_IN, in_order, quality_on
from pamong.apps.kualitas.policies import can_count_quality
from pamong.exchange.ikd.indicators import DIMENSION_LABELS, WEIGHTS
from pamong.web.acts import done
from pamong.web.arahan.spreadsheet import XLSX
from pamong.web.daftar.asking import PAGE_PARAMETER
from pamong.web.errands import Errand, answer_again, errand_of
from pamong.web.gate import demand
from pamong.web.http import Request, posts_from
from pamong.web.kualitas.asking import Question, question_of, told_indicators
from pamong.web.kualitas.workbook import quality_workbook
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pamong.apps.forums.pages import Cut
    from pamong.apps.kualitas.models import QualityGap

PAGE, SHEET = 40, 300


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the work list: whose it is, what is lacking, and where it is mended."""

    name: str
    opd: str
    code: str
    title: str
    advice: str
    mend: str


@require_safe
def scores(request: Request, government: str) -> HttpResponse:
    """Show the index, every indicator and every OPD."""
    asked = question_of(request, government)
    here = request.standpoint
    counting = _counting(request, asked)
    if counting is not None and request.htmx:
        return answer_again(request, counting)
    quality = None
    if asked.as_of is not None:
        quality = quality_on(here.government, as_of=asked.as_of, opds=asked.opds, opd=asked.opd)
    context = {
        "question": asked,
        "filters": [each for each in asked.filters() if each.name == "opd"],
        "quality": quality,
        "told": dict(told_indicators()),
        "dimensions": [
            (gettext(DIMENSION_LABELS[each]), score, int(100 * WEIGHTS[each]))
            for each, score in (quality.dimensions.items() if quality else ())
        ],
        "errand": counting,
        "ways": _ways(asked),
    }
    return render(request, "kualitas/scores.html", context)


@require_safe
def work(request: Request, government: str) -> HttpResponse:
    """Show who has what to be mended, and where."""
    asked = question_of(request, government)
    rows = asked.gaps()
    part = cut(rows.count(), asked.asked.page, PAGE)
    context = {
        "question": asked,
        "filters": asked.filters(),
        "rows": _lines(asked, _page(asked, rows, part)),
        "cut": part,
        "ways": _ways(asked, part.before, part.after),
    }
    return render(request, "kualitas/work.html", context)


@require_safe
def sheet(request: Request, government: str) -> HttpResponse:
    """Show the work list as it is printed: so many rows a sheet, without tools."""
    asked = question_of(request, government)
    rows = asked.gaps()
    part = cut(rows.count(), asked.asked.page, SHEET)
    on = ""
    if part.after:
        on = _way(asked, "sheet", **{PAGE_PARAMETER: str(part.after)})
    context = {
        "question": asked,
        "rows": _lines(asked, _page(asked, rows, part)),
        "cut": part,
        "on": on,
        "size": SHEET,
    }
    return render(request, "kualitas/sheet.html", context)


@require_safe
def excel(request: Request, government: str) -> FileResponse:
    """Send scores and the whole work list as a spreadsheet."""
    asked = question_of(request, government)
    file = quality_workbook(asked)
    name = f"kualitas-data-{government}-{request.standpoint.day.isoformat()}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


@posts_from("kualitas:list")
def count(request: Request, government: str) -> HttpResponse:
    """Have the worker count now; every night it is done besides."""
    here = look_from(request, government)
    demand(can_count_quality(request.access, here.government))
    try:
        is_new = ask_for_count(pemda=here.government, day=here.today)
    except CountedLaterError as error:
        words = str(error)
    else:
        words = (
            gettext("Penghitungan dimulai.") if is_new else gettext("Penghitungan sudah berjalan.")
        )
    return done(request, here.address("kualitas:list", government), words)


def _counting(request: Request, asked: Question) -> Errand | None:
    """Return the last count that was asked for, for whoever may ask for one."""
    here = request.standpoint
    if not (can_count_quality(request.access, here.government) and here.is_today):
        return None
    title = gettext("Menghitung kualitas data")
    page, act = "kualitas:list", "kualitas:count"
    return errand_of(request, COUNT, title, page=page, act=act, done_on=asked.as_of)


def _page(asked: Question, rows: "QuerySet[QualityGap]", part: "Cut") -> "list[QualityGap]":
    return in_order(rows, slice(part.first, part.last), visible=asked.visible())


def _lines(asked: Question, rows: "list[QualityGap]") -> list[Line]:
    told = dict(told_indicators())
    return [
        Line(
            name=row.pegawai.person.full_name,
            opd=row.opd.nama if row.opd else "",
            code=row.code,
            title=told[row.code].title,
            advice=told[row.code].advice,
            mend=_mend(asked, row),
        )
        for row in rows
    ]


def _mend(asked: Question, row: "QualityGap") -> str:
    """Return where the gap is mended: the section of the record, or its head."""
    here = asked.request.standpoint
    one = here.government.slug, row.pegawai.public_id
    section = MENDED_IN.get(row.code)
    if section is None:
        return here.address("pegawai:person", *one)
    return here.address("pegawai:section", *one, section)


@dataclass(frozen=True, slots=True)
class Ways:
    """The addresses that lead on from a page; empty where there is none."""

    before: str
    after: str
    excel: str
    sheet_a4: str
    sheet_f4: str
    work: str


def _ways(asked: Question, before: int | None = None, after: int | None = None) -> Ways:
    def page(number: int | None) -> str:
        return _way(asked, "work", **{PAGE_PARAMETER: str(number)}) if number else ""

    return Ways(
        before=page(before),
        after=page(after),
        excel=_way(asked, "excel"),
        sheet_a4=_way(asked, "sheet", kertas="a4"),
        sheet_f4=_way(asked, "sheet", kertas="f4"),
        work=_way(asked, "work"),
    )


def _way(asked: Question, name: str, **more: str) -> str:
    here = asked.request.standpoint
    return here.address(f"kualitas:{name}", here.government.slug, **asked.asked.query(**more))
