"""The imports of a government, and one of them: its progress, its preview, its report."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from pamong.apps.impor.asides import asides_of
from pamong.apps.impor.choosing import Choice
from pamong.apps.impor.ends import plan_ends
from pamong.apps.impor.policies import can_import, imports_visible_to
from pamong.apps.impor.running import running
from pamong.apps.impor.selectors import imports_of, same_files
from pamong.apps.impor.services import taken
from pamong.apps.impor.told import told_kinds
from pamong.apps.impor.unit_drafting import has_units, plan_of
from pamong.apps.penataan.policies import can_carry_out_plans
from pamong.exchange.layout import layouts
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.impor.counting import in_all, is_without_ranks, table_of, unread
from pamong.web.impor.desk import take_up
from pamong.web.impor.finding import FOUND, found
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.impor.models import Import

KINDS_SHOWN = 40


@require_safe
def imports(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_import(request.access, here.government))
    seen = imports_visible_to(request.access, here.government)
    rows = imports_of(here.government, seen, until=here.day)
    found = [(each, in_all(each.counts)) for each in rows]
    return render(request, "impor/list.html", {"imports": found})


@require_safe
def show(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Show one import. While the worker has it, the page asks for itself again."""
    batch = take_up(request, government, public_id)
    if batch.is_running:
        context = {"batch": batch, "running": running(batch)}
        page = "impor/progress.html" if request.htmx else "impor/running.html"
        return render(request, page, context)
    if request.htmx and request.htmx.target == FOUND and batch.is_written:
        return render(
            request, "impor/found.html", {"batch": batch, "found": found(request, batch)}
        )
    if request.htmx:
        return HttpResponseClientRefresh()
    return render(request, "impor/show.html", _preview(request, batch))


def _preview(request: Request, batch: "Import") -> dict[str, object]:
    choice = Choice(**batch.choice)
    counts = batch.report if batch.is_written else batch.counts
    chosen = batch.chosen_counts or batch.counts
    units = has_units(batch)
    titles = {each.name: each.title for each in layouts().values()}
    table = table_of(counts, links=not batch.is_cleared, sections_left=choice.sections_left)
    return {
        "batch": batch,
        "found": found(request, batch),
        "table": table,
        "has_choice": any(line.is_choice for line in table.lines),
        "rows": in_all(counts),
        "unread": unread(batch),
        "taken": taken(chosen),
        "left": in_all(chosen, "left", "asks"),
        "mended": in_all(chosen, "doubtful"),
        "choice": choice,
        "ends": plan_ends(batch, choice),
        "kinds": told_kinds(batch)[:KINDS_SHOWN],
        "doubts": sum(batch.doubt_counts.values()),
        "sheets": [(sheet, titles.get(sheet["tata_letak"], "")) for sheet in batch.sheets],
        "same": same_files(request.standpoint.government, batch) if batch.is_ready else [],
        "asides": asides_of(batch) if in_all(counts, "aside") else [],
        "has_units": units,
        "plan": plan_of(batch) if units else None,
        "may_plan": can_carry_out_plans(request.access, request.standpoint.government),
        "is_without_ranks": batch.is_ready and is_without_ranks(batch, counts),
        "others": sum(batch.other_instansi.values()),
        "stays": sum(batch.report.get("tetap", {}).values()) if "tetap" in batch.report else 0,
    }
