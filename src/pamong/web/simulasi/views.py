"""Asking what other figures of the law would come to, over one government; nothing is kept."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date

from django.http import Http404, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pamong import law
from pamong.apps.findings.policies import can_simulate_law
from pamong.apps.findings.services import is_spared, rules_for
from pamong.apps.findings.what_if import (
    Touched,
    can_simulate,
    every_touched,
    page_of_touched,
    simulate,
)
from pamong.law.what_if.simulating import CannotSimulateError, Simulation
from pamong.web.aturan.filters import RuleFilter
from pamong.web.aturan.names import summary_of, title_of
from pamong.web.aturan.shown import entry_of
from pamong.web.banner import BANNER
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.simulasi.answer import answer_of, outcome_told
from pamong.web.simulasi.question import Question
from pamong.web.simulasi.sheet import sheet_of
from pamong.web.standpoint import Standpoint, look_from


@require_safe
def choose(request: Request) -> HttpResponse:
    here = look_from(request)
    asked = RuleFilter.of(request.GET)
    able = [rule for rule in rules_for(here.government) if _has_figures(rule, here.day)]
    entries = [entry_of(rule, here.day, None) for rule in able]
    context = {
        "asked": asked,
        "groups": asked.grouped(entries),
        "is_spared": is_spared(here.government),
        "may_simulate": can_simulate_law(request.access, here.government),
    }
    return render(request, "simulasi/choose.html", context)


@require_safe
def ask(request: Request, government: str, rule_id: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_simulate_law(request.access, here.government, rule_id))
    rule = _judging(rule_id)
    question = Question.of(request.GET)
    if question.is_sent:
        return HttpResponseRedirect(request.path + question.query(_day(here)))
    context = {"rule": rule, "title": title_of(rule), "summary": summary_of(rule)}
    if not can_simulate(rule, here.government):
        return render(request, "simulasi/not_here.html", context)
    try:
        version = rule.version_on(here.day)
    except law.BeforeFirstVersionError as error:
        return render(request, "simulasi/not_here.html", context | {"problem": str(error)})
    simulation, problem, wrong = _simulated(rule, here, question)
    context |= {
        "version": version,
        "question": question,
        "sheet": sheet_of(rule, version, question, wrong, day=here.day),
        "problem": problem,
        "answer": answer_of(simulation) if simulation else None,
        "query": question.query(_day(here)),
    }
    is_wrong = bool(problem or wrong)
    return render(request, "simulasi/ask.html", context, status=422 if is_wrong else 200)


@require_safe
def who(request: Request, government: str, rule_id: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_simulate_law(request.access, here.government, rule_id))
    rule, question, simulation = _answered(request, here, rule_id)
    wanted = request.GET.get("hal", "")
    page = page_of_touched(
        simulation, int(wanted) if wanted.isdecimal() and len(wanted) < 7 else 1
    )
    context = {
        "rule": rule,
        "title": title_of(rule),
        "page": page,
        "rows": [
            (row, outcome_told(rule, row.outcome_before), outcome_told(rule, row.outcome_after))
            for row in page.rows
        ],
        "query": question.query(_day(here)),
    }
    return render(request, "simulasi/who.html", context)


@require_safe
def download(request: Request, government: str, rule_id: str) -> StreamingHttpResponse:
    here = look_from(request, government)
    demand(can_simulate_law(request.access, here.government, rule_id))
    rule, _question, simulation = _answered(request, here, rule_id)
    rows = _csv_rows(rule, every_touched(simulation), is_on_show=request.is_demonstration)
    answer = StreamingHttpResponse(_written(rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="simulasi-{rule.id}.csv"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _judging(rule_id: str) -> law.Rule:
    try:
        rule = law.rule(rule_id)
    except law.UnknownRuleError as error:
        raise Http404(str(error)) from error
    if rule.kind is not law.Kind.RULE:
        raise Http404(
            _("Aturan ini tidak dijalankan atas catatan, jadi tidak dapat disimulasikan.")
        )
    return rule


def _has_figures(rule: law.Rule, day: date) -> bool:
    return day >= rule.versions[0].period.start and bool(law.figures(rule, day))


def _simulated(
    rule: law.Rule, here: Standpoint, question: Question
) -> tuple[Simulation | None, str, law.ChangeError | None]:
    """Return the simulation, or what is wrong with the question."""
    if not question.changes:
        return None, "", None
    try:
        made = simulate(
            rule, here.government, question.changes, day=here.day, years=question.years
        )
    except CannotSimulateError as error:
        return None, str(error), None
    except law.ChangeError as error:
        return None, "", error
    return made, "", None


def _answered(
    request: Request, here: Standpoint, rule_id: str
) -> tuple[law.Rule, Question, Simulation]:
    """Return what the address asks, answered; a question that cannot be has no such page."""
    rule, question = _judging(rule_id), Question.of(request.GET)
    if not can_simulate(rule, here.government):
        raise Http404(_("Aturan ini tidak dijalankan atas catatan pemerintah daerah ini."))
    try:
        simulation, problem, wrong = _simulated(rule, here, question)
    except law.BeforeFirstVersionError as error:
        raise Http404(str(error)) from error
    if simulation is None:
        raise Http404(problem or str(wrong or _("Belum ada angka yang diubah.")))
    return rule, question, simulation


def _day(here: Standpoint) -> date | None:
    return None if here.is_today else here.day


def _csv_rows(
    rule: law.Rule, touched: Iterable[Touched], *, is_on_show: bool
) -> Iterator[list[str]]:
    if is_on_show:
        yield [str(BANNER)]
    yield [
        _("Siapa"),
        _("Hari yang dinilai"),
        _("Hasil menurut hukum yang berlaku"),
        _("Hasil menurut angka baru"),
        _("Sejak (berlaku)"),
        _("Sejak (baru)"),
        _("Tenggat (berlaku)"),
        _("Tenggat (baru)"),
    ]
    for row in touched:
        days = (row.since_before, row.since_after, row.due_on_before, row.due_on_after)
        yield [
            _plain(row.label),
            row.day.isoformat(),
            outcome_told(rule, row.outcome_before).words,
            outcome_told(rule, row.outcome_after).words,
            *(day.isoformat() if day else "" for day in days),
        ]


def _plain(text: str) -> str:
    """Keep a spreadsheet from reading a name as a formula."""
    return f"'{text}" if text[:1] in "=+-@\t" else text


class _Echo:
    """Hands on each line that is written to it."""

    def write(self, line: str) -> str:
        return line


def _written(rows: Iterable[list[str]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff"  # so that spreadsheets read it as UTF-8
    for row in rows:
        yield writer.writerow(row)
