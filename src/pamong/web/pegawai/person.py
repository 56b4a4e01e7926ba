"""One person: the whole record as of a day, as known at a moment; on paper; as a file."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pamong.apps.accounts.models import LookWay
from pamong.apps.accounts.record_access import can_list_pegawai, employments_seen
from pamong.apps.kepegawaian.changed import changed_entries, story_on
from pamong.apps.kepegawaian.choices import KIND_LABELS, post_label
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.record import Record
from pamong.apps.kepegawaian.sections import Section, UnknownSectionError
from pamong.apps.kepegawaian.sections import section as section_of
from pamong.kernel.golongan import GolonganError, parse_golongan
from pamong.web.arahan.spreadsheet import XLSX
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.pegawai.desk import KNOWN, Desk, take_up
from pamong.web.pegawai.drawing import draw_career
from pamong.web.pegawai.telling import ToldSection, is_closed, told_section, told_sections
from pamong.web.pegawai.workbook import record_workbook

if TYPE_CHECKING:
    from pamong.apps.kepegawaian.models import Pegawai, PegawaiDocument

SHOWN = 10
"""So many entries of a section stand on the page of a person; the rest on the section's own."""


@dataclass(frozen=True, slots=True)
class Head:
    """Who it is: status, rank, post and place in force on the day, and until when."""

    name: str
    kind: str
    golongan: str
    pangkat: str
    golongan_since: date | None
    post: str
    post_since: date | None
    unit: str
    opd: str
    last_day: date | None
    ended_by: str
    contract_until: date | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its file; one of a closed class says no more than that."""

    document: "PegawaiDocument"
    file: dict[str, object] | None
    is_closed: bool


@require_safe
def person(request: Request, government: str, public_id: UUID) -> HttpResponse:
    desk = take_up(request, government, public_id)
    here = request.standpoint
    record = desk.record()
    if record is None:
        return render(request, "pegawai/unknown.html", {"desk": desk, **_always(desk)})
    changed = changed_entries(desk.pegawai, day=here.day, known_on=desk.moment)
    desk.keep_looks()
    context = {
        **_about(desk, record),
        "sections": told_sections(record, desk.seen, changed),
        "shown": SHOWN,
        "shown_slice": f":{SHOWN}",
        "career": draw_career(record),
        "employments": _employments(desk),
        "papers": _papers(desk, record),
    }
    return render(request, "pegawai/person.html", context)


@require_safe
def section(request: Request, government: str, public_id: UUID, section: str) -> HttpResponse:
    """Show all entries of one section."""
    desk = take_up(request, government, public_id)
    about, record = _section(section), _known(desk)
    changed = changed_entries(desk.pegawai, day=request.standpoint.day, known_on=desk.moment)
    desk.keep_looks(sections=[about])
    told = told_section(about, record, desk.seen, changed[about.key])
    return render(request, "pegawai/section.html", {**_about(desk, record), "section": told})


@require_safe
def entry(
    request: Request, government: str, public_id: UUID, section: str, number: int
) -> HttpResponse:
    """Tell how one entry came to say what it says, also of one that was withdrawn."""
    desk = take_up(request, government, public_id)
    about, record = _section(section), _known(desk)
    demand(not is_closed(about, desk.seen))
    open_columns = [each for each in about.columns if about.class_of(each) in desk.seen]
    story = story_on(
        about,
        desk.pegawai,
        number,
        columns=open_columns,
        day=request.standpoint.day,
        known_on=desk.moment,
    )
    if not story:
        raise Http404(_("Catatan ini tidak ada pada tanggal itu."))
    desk.keep_looks(sections=[about])
    told = told_section(about, record, desk.seen)
    context = {
        **_about(desk, record),
        "section": told,
        "entry": next((each for each in told.entries if each.entry_id == number), None),
        "number": number,
        "changes": story,
    }
    return render(request, "pegawai/entry.html", context)


@require_safe
def whole_sheet(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Show the daftar riwayat hidup as it is printed."""
    desk = take_up(request, government, public_id)
    record = _known(desk)
    desk.keep_looks()
    told = [each for each in told_sections(record, desk.seen, {}) if each.entries]
    return render(request, "pegawai/whole.html", {**_about(desk, record), "sections": told})


@require_safe
def excel(request: Request, government: str, public_id: UUID) -> FileResponse:
    """Send the sections as a spreadsheet."""
    desk = take_up(request, government, public_id)
    told = [each for each in told_sections(_known(desk), desk.seen, {}) if each.entries]
    desk.keep_looks(way=LookWay.EXPORT)
    file = record_workbook(request, desk.pegawai.person.full_name, told or [_nothing()])
    name = f"riwayat-{desk.pegawai.public_id}-{request.standpoint.day.isoformat()}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _nothing() -> ToldSection:
    return ToldSection("kosong", _("Tidak ada catatan"), is_closed=True, is_dated=False)


def _section(key: str) -> Section:
    try:
        return section_of(key)
    except UnknownSectionError as error:
        raise Http404(_("Bagian ini tidak ada dalam catatan pegawai.")) from error


def _known(desk: Desk) -> Record:
    record = desk.record()
    if record is None:
        raise Http404(_("Pegawai ini belum tercatat pada saat itu."))
    return record


def _always(desk: Desk) -> dict[str, object]:
    """Return what every page of a person shows around it."""
    request = desk.request
    links = {
        "person": desk.address("person"),
        "whole_a4": desk.address("whole", kertas="a4"),
        "whole_f4": desk.address("whole", kertas="f4"),
        "excel": desk.address("excel-one"),
        "paper_new": desk.address("paper-new"),
        "now": request.standpoint.address(
            "pegawai:person", request.standpoint.government.slug, desk.pegawai.public_id
        ),
    }
    return {
        "desk": desk,
        "links": links,
        "known_name": KNOWN,
        "may_list": can_list_pegawai(request.access, request.standpoint.government),
    }


def _about(desk: Desk, record: Record) -> dict[str, object]:
    sees_identity = FieldClass.IDENTITY in desk.seen
    return {
        **_always(desk),
        "head": _head(record, desk.seen),
        "person": record.person,
        "identifiers": record.identifiers if sees_identity else [],
        "other_names": record.other_names,
        "born_on": record.pegawai.born_on if sees_identity else None,
        "sees_identity": sees_identity,
        "day": record.day,
    }


def _head(record: Record, seen: frozenset[FieldClass]) -> Head:
    def now(key: str) -> Any:
        found = record.current(key)
        return found.entry if found else None

    posts = [each for each in record.sections["jabatan"] if each.is_in_force]
    posts.sort(key=lambda each: each.entry.capacity != "definitif")  # type: ignore[attr-defined]  # of this section
    post: Any = posts[0].entry if posts else None
    place, rank, contract = record.current("penempatan"), now("pangkat"), now("perjanjian")
    appointed = now("pengangkatan")
    ends = record.pegawai.ends_before
    told_why = section_of("pemberhentian").class_of("kind") in seen
    stopped = next((each.entry for each in record.sections["pemberhentian"]), None)
    return Head(
        name=record.person.full_name,
        kind=str(KIND_LABELS[appointed.kind if appointed else record.pegawai.kind]),
        golongan=rank.golongan if rank else "",
        pangkat=_pangkat(rank.golongan) if rank else "",
        golongan_since=rank.starts_on if rank else None,
        post=post_label(post.nama, post.capacity) if post else "",
        post_since=post.starts_on if post else None,
        unit=place.unit_name if place else "",
        opd=str(place.entry.opd) if place else "",  # type: ignore[attr-defined]  # of a placement
        last_day=ends - timedelta(days=1) if ends and ends <= record.day else None,
        ended_by=str(stopped.get_kind_display()) if stopped and told_why else "",  # type: ignore[attr-defined]  # of this section
        contract_until=contract.ends_before - timedelta(days=1) if contract else None,
    )


def _employments(desk: Desk) -> "list[Pegawai]":
    """Return all employments of the person that are shown, where there are others at all."""
    if not desk.pegawai.has_others:  # type: ignore[attr-defined]  # of get_pegawai
        return [desk.pegawai]
    here, access = desk.request.standpoint, desk.request.access
    return employments_seen(access, desk.pegawai, here.governments, day=here.day)


def _pangkat(golongan: str) -> str:
    """Return the name of a rank; the golongan of a PPPK has none."""
    try:
        return parse_golongan(golongan).pangkat
    except GolonganError:
        return ""


def _papers(desk: Desk, record: Record) -> list[Paper]:
    files = {told["id"]: told for told in desk.pegawai.files}  # type: ignore[attr-defined]  # of get_pegawai
    return [
        Paper(each, files.get(each.file_id), is_closed=each.shows not in desk.seen)
        for each in record.documents
    ]
