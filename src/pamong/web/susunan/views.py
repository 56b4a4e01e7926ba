"""The structure on a day: OPDs with their people and posts, and each branch when it is opened."""

from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pamong.apps.kepegawaian.bezetting import (
    Manning,
    bezetting,
    manning_by_opd,
    people_by_unit,
)
from pamong.apps.organisasi.structure_reading import read_opds
from pamong.apps.organisasi.structure_values import OpdAs
from pamong.apps.organisasi.unit_tree import (
    UnitNode,
    UnitNotThereError,
    branch,
    former_names,
    get_unit,
    path_of,
)
from pamong.apps.penataan.policies import can_read_plans
from pamong.web.http import Request
from pamong.web.standpoint import look_from

POSTS = 150
"""Posts a page of one OPD: beyond, those of its units stand with the units."""


class OpdRow(NamedTuple):
    """One OPD of the list."""

    pk: int
    opd: OpdAs
    manning: Manning


class UnitRow(NamedTuple):
    """One unit of a branch, and how many people work directly in it."""

    unit: UnitNode
    people: int


@require_safe
def structure(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    manning = manning_by_opd(here.government, day=here.day)
    rows = [
        OpdRow(key, opd, manning.get(key, Manning()))
        for key, opd in read_opds(here.government, day=here.day).items()
    ]
    context = {
        "rows": rows,
        "people": sum(row.manning.people for row in rows),
        "posts": sum(row.manning.posts for row in rows),
        "may_plan": can_read_plans(request.access, here.government),
    }
    return render(request, "susunan/list.html", context)


@require_safe
def opd(request: Request, government: str, opd_id: int) -> HttpResponse:
    here = look_from(request, government)
    told = read_opds(here.government, day=here.day).get(opd_id)
    if told is None:
        raise Http404(gettext("OPD ini tidak ada pada hari itu. Buka dari susunan."))
    people = people_by_unit(here.government, opd_id, day=here.day)
    units = branch(here.government, day=here.day, opd=opd_id)
    context = {
        "rows": [UnitRow(unit, people.get(unit.unit_id, 0)) for unit in units],
        "opd_id": opd_id,
    }
    if request.htmx:
        return render(request, "susunan/opd.html#branch", context)
    posts = bezetting(here.government, day=here.day, opd=opd_id)
    context |= {
        "opd": told,
        "people": sum(people.values()),
        "directly": people.get(None, 0),
        "posts": posts[:POSTS],
        "many_posts": len(posts),
        "vacant": sum(post.is_vacant for post in posts),
    }
    return render(request, "susunan/opd.html", context)


@require_safe
def unit(request: Request, government: str, public_id: UUID) -> HttpResponse:
    here = look_from(request, government)
    try:
        told = get_unit(here.government, public_id, day=here.day)
    except UnitNotThereError as error:
        raise Http404(gettext("Unit ini tidak ada pada hari itu. Buka dari susunan.")) from error
    people = people_by_unit(here.government, told.opd_id, day=here.day)
    units = branch(here.government, day=here.day, parent=told.unit_id)
    context: dict[str, object] = {
        "rows": [UnitRow(each, people.get(each.unit_id, 0)) for each in units],
        "opd_id": told.opd_id,
    }
    if request.htmx:
        return render(request, "susunan/opd.html#branch", context)
    opds = read_opds(here.government, day=here.day)
    posts = bezetting(here.government, day=here.day, opd=told.opd_id)
    context |= {
        "unit": told,
        "opd": opds[told.opd_id],
        "path": path_of(told, day=here.day),
        "people": people.get(told.unit_id, 0),
        "posts": [post for post in posts if post.unit_id == told.unit_id],
        "states": [row for row in former_names(told.unit_id) if row.starts_on <= here.day],
    }
    return render(request, "susunan/unit.html", context)
