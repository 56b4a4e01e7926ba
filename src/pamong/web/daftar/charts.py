"""The charts: what each counts, its table, and the list behind every number.

The numbers are those of the lists: a bar leads to as many rows as it says.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.findings.due_by_opd import due_by_opd
from pamong.apps.findings.due_days import PENSION, DueDays
from pamong.apps.kepegawaian.choices import KINDS, SEXES
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.nominatif import GroupedBy, Nominatif
from pamong.apps.kepegawaian.places import opds_on
from pamong.apps.kepegawaian.profile import AGES, UNKNOWN, by_age_and_sex
from pamong.web.daftar.asking import Asked, Filter
from pamong.web.daftar.drawing import Counted, Drawing, draw_bars, draw_pyramid
from pamong.web.daftar.due import counted_for
from pamong.web.daftar.kinds import opd_filter, roster_of
from pamong.web.daftar.nominatif import age_label
from pamong.web.http import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

YEARS = 6
"""Years of the table of pensions by OPD, this one included."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its label and its cells."""

    label: str
    cells: Sequence[Counted]
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One drawing with the table that says the same."""

    title: str
    drawing: Drawing
    heading: str
    columns: Sequence[str]
    rows: Sequence[Row]
    is_pyramid: bool = False


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart as it is asked for."""

    figures: Sequence[Figure]
    filters: Sequence[Filter]
    number: int
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """One kind of chart."""

    key: str
    title: "StrOrPromise"
    names: tuple[str, ...]
    open: Callable[[Request, Asked], Charted]


def open_ages(request: Request, asked: Asked) -> Charted:
    """Count people by age and sex, of those whose birth may be seen."""
    kind = _kind(asked)
    roster = roster_of(request, asked, field_class=FieldClass.IDENTITY, kind=kind)
    counted = by_age_and_sex(roster)
    (male, male_label), (female, female_label) = SEXES

    def cell(age: str, sex: str | None) -> Counted:
        sexes = [sex] if sex is not None else [male, female, UNKNOWN]
        number = sum(counted.get((age, each), 0) for each in sexes)
        is_listed = number and UNKNOWN not in (age, sex)
        label = f"{age_label(age)}, {dict(SEXES)[sex]}" if is_listed and sex else ""
        address = _list(request, asked, kind, usia=age, kelamin=sex or "") if is_listed else ""
        return Counted(label, number, address)

    bands = [*reversed(AGES), *([UNKNOWN] if any(age == UNKNOWN for age, _sex in counted) else [])]
    sexes = [male, female, *([UNKNOWN] if any(sex == UNKNOWN for _age, sex in counted) else [])]
    rows = [
        Row(
            age_label(age) if age else _("belum tercatat"),
            [*(cell(age, sex) for sex in sexes), cell(age, None)],
        )
        for age in bands
    ]
    labels = [male_label, female_label, _("belum tercatat")][: len(sexes)]
    title = _("Usia dan jenis kelamin")
    drawing = draw_pyramid(
        ((age_label(age), cell(age, male), cell(age, female)) for age in reversed(AGES)),
        ("bar-male", "bar-female"),
    )
    columns = [*map(str, labels), _("Jumlah")]
    figure = Figure(title, drawing, _("Usia"), columns, _with_sum(rows), is_pyramid=True)
    return Charted(
        [figure],
        _filters(request, asked),
        sum(counted.values()),
        [_("Hanya pegawai yang tanggal lahirnya boleh Anda lihat.")],
    )


def open_ranks(request: Request, asked: Asked) -> Charted:
    """Count people by the golongan that they hold on the day."""
    return _by_group(request, asked, GroupedBy.GOLONGAN, "golongan")


def open_education(request: Request, asked: Asked) -> Charted:
    """Count people by their highest education on record on the day."""
    return _by_group(request, asked, GroupedBy.EDUCATION, "pendidikan")


def open_retirements(request: Request, asked: Asked) -> Charted:
    """Count the pensions of each year and OPD, as the law counted them last."""
    here = request.standpoint
    roster = roster_of(request, asked, field_class=FieldClass.IDENTITY)
    people = roster.people()
    due = DueDays(here.government, PENSION, people)
    years = due.by_year()

    def leads(year: int, opd: str = "") -> str:
        chosen = opd or asked.values["opd"]
        query = {"tahun": str(year), **({"opd": chosen} if chosen else {})}
        return here.address("daftar:show", here.government.slug, "pensiun", **query)

    counted = [Counted(str(year), number, leads(year)) for year, number in years]
    by_year = Figure(
        _("Pensiun tiap tahun"),
        draw_bars(counted),
        _("Tahun"),
        [_("Jumlah")],
        _with_sum([Row(each.label, [each]) for each in counted]),
    )
    figures = [by_year]
    window = range(here.day.year, here.day.year + YEARS)
    ahead = [year for year, _number in years if year in window]
    if ahead:
        found = due_by_opd(PENSION, people, day=here.day, years=window)
        names = [(str(key), nama) for key, nama in opds_on(here.government, day=here.day)]
        figures.append(_by_opd(names, ahead, found, leads))
    note = counted_for(PENSION, due.counted_on())
    number = sum(each.number for each in counted)
    return Charted(figures, [opd_filter(request, asked)], number, [note])


def _by_opd(
    names: Sequence[tuple[str, str]],
    years: Sequence[int],
    found: Mapping[tuple[int, int], int],
    leads: Callable[[int, str], str],
) -> Figure:
    def cell(opd: str, year: int) -> Counted:
        number = found.get((int(opd), year), 0)
        return Counted("", number, leads(year, opd) if number else "")

    told = [(opd, nama, [cell(opd, year) for year in years]) for opd, nama in names]
    rows = [
        Row(nama, [*cells, Counted("", sum(each.number for each in cells))])
        for _opd, nama, cells in told
        if any(each.number for each in cells)
    ]
    bars = sorted(
        (Counted(row.label, row.cells[-1].number) for row in rows), key=lambda row: -row.number
    )
    return Figure(
        _("Pensiun tiap OPD, %(first)s–%(last)s") % {"first": years[0], "last": years[-1]},
        draw_bars(bars, is_tall=True),
        _("OPD"),
        [*map(str, years), _("Jumlah")],
        _with_sum(rows),
    )


def _by_group(request: Request, asked: Asked, by: GroupedBy, name: str) -> Charted:
    kind = _kind(asked)
    people = Nominatif(roster_of(request, asked, kind=kind), by)
    counted = [
        Counted(
            sentence(group.label),
            group.number,
            _list(request, asked, kind, menurut=by.value, **{name: group.key})
            if group.key
            else "",
        )
        for group in people.groups
    ]
    figure = Figure(
        sentence(str(by.label)),
        draw_bars(counted),
        sentence(str(by.label)),
        [_("Jumlah")],
        _with_sum([Row(each.label, [each]) for each in counted]),
    )
    return Charted([figure], _filters(request, asked), people.number)


def _with_sum(rows: Sequence[Row]) -> list[Row]:
    sums = [
        Counted("", sum(each.number for each in column))
        for column in zip(*(row.cells for row in rows), strict=True)
    ]
    return [*rows, Row(_("Jumlah"), sums, is_sum=True)] if rows else []


def _list(request: Request, asked: Asked, kind: str, **query: str) -> str:
    """Return the address of the nominatif that holds what a number counts."""
    here = request.standpoint
    kept = {"opd": asked.values["opd"], "status": kind}
    told = {name: value for name, value in (kept | query).items() if value}
    return here.address("daftar:show", here.government.slug, "nominatif", **told)


def _kind(asked: Asked) -> str:
    return asked.values["status"] if asked.values["status"] in dict(KINDS) else ""


def _filters(request: Request, asked: Asked) -> list[Filter]:
    status = Filter("status", _("Status"), KINDS, _kind(asked), _("Semua"))
    return [opd_filter(request, asked), status]


def sentence(label: str) -> str:
    """Begin a label with a capital letter."""
    return label[:1].upper() + label[1:]


CHARTS: Mapping[str, Chart] = {
    each.key: each
    for each in (
        Chart("usia", gettext_lazy("Usia dan jenis kelamin"), ("opd", "status"), open_ages),
        Chart("golongan", gettext_lazy("golongan"), ("opd", "status"), open_ranks),
        Chart("pendidikan", gettext_lazy("Pendidikan"), ("opd", "status"), open_education),
        Chart("pensiun", gettext_lazy("Pensiun"), ("opd",), open_retirements),
    )
}
