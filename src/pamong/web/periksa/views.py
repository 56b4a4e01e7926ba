"""Filling in a case by hand and seeing the judgement with its steps. Nothing is kept."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pamong import law
from pamong.kernel.day import DayTextError, format_day, parse_day
from pamong.law.examples import example_case
from pamong.web.aturan.filters import RuleFilter
from pamong.web.aturan.names import summary_of, title_of
from pamong.web.aturan.shown import entry_of
from pamong.web.http import Request
from pamong.web.periksa.sheet import Sheet, sheet_of_case, sheet_sent
from pamong.web.periksa.telling import Answer, answer_of
from pamong.web.standpoint import look_from

MOST_TOLD = 5
"""So many subjects of one case are told one by one."""


@dataclass(slots=True)
class Asked:
    """The day asked for as it was typed, with what is wrong with it, and a word on the whole."""

    day_text: str
    day_problem: str = ""
    problem: str = ""


@require_safe
def choose(request: Request) -> HttpResponse:
    here = look_from(request)
    asked = RuleFilter.of(request.GET)
    judging = [rule for rule in law.rules().values() if rule.kind is not law.Kind.PROVISION]
    entries = [entry_of(rule, here.day, None) for rule in judging]
    context = {"asked": asked, "groups": asked.grouped(entries)}
    return render(request, "periksa/choose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def case(request: Request, rule_id: str) -> HttpResponse:
    here = look_from(request)
    rule = _judging(rule_id)
    if request.method == "POST":
        asked = Asked(request.POST.get("hari", "").strip())
        sheet = sheet_sent(rule, request.POST)
        adds = "tambah" in request.POST
        answers = [] if adds else _answers(sheet, asked)
    else:
        sheet, asked = _begun(rule, request.GET.get("kasus", ""), here.day)
        answers = []
    wrong = bool(asked.day_problem or asked.problem) or any(
        table.problem or any(cell.problem for row in table.rows for cell in row)
        for table in sheet.tables
    )
    context = {
        "rule": rule,
        "title": title_of(rule),
        "summary": summary_of(rule),
        "sheet": sheet,
        "asked": asked,
        "answers": answers,
        "is_wrong": wrong,
    }
    return render(request, "periksa/case.html", context, status=422 if wrong else 200)


def _judging(rule_id: str) -> law.Rule:
    try:
        rule = law.rule(rule_id)
    except law.UnknownRuleError as error:
        raise Http404(str(error)) from error
    if rule.kind is law.Kind.PROVISION:
        raise Http404(_("Ketentuan ini menyatakan asas; tidak ada perkara yang dinilainya."))
    return rule


def _begun(rule: law.Rule, number: str, day: date) -> tuple[Sheet, Asked]:
    """Return the sheet to begin with: a case of the rule where one is named, or one is needed."""
    if number.isdecimal() and 1 <= int(number) <= len(rule.cases):
        chosen = rule.cases[int(number) - 1]
        return sheet_of_case(rule, chosen), Asked(format_day(chosen.as_of))
    if rule.kind is law.Kind.STEP:
        return sheet_of_case(rule, None), Asked(format_day(day))
    example = example_case(rule)
    return sheet_of_case(rule, example), Asked(format_day(example.as_of))


def _answers(sheet: Sheet, asked: Asked) -> list[Answer]:
    """Judge what was filled in; what cannot be read is pointed out instead."""
    facts = sheet.read()
    try:
        day = parse_day(asked.day_text)
    except DayTextError as error:
        asked.day_problem = str(error)
        return []
    if facts is None:
        return []
    try:
        told = _judged(sheet.rule, facts, day)
    except law.BeforeFirstVersionError as error:
        asked.problem = str(error)
        return []
    if not told:
        asked.problem = _("Tidak ada yang tersangkut aturan ini pada hari itu.")
    return [answer_of(each) for each in told]


def _judged(
    rule: law.Rule, facts: dict[str, list[dict[str, Any]]], day: date
) -> list[law.Reasons]:
    if rule.kind is law.Kind.STEP:
        (told,) = facts[rule.subject] or [{}]
        return [law.Reasons(law.judge_case(rule, told, as_of=day), {})]
    tables = {
        name: law.table_from_rows(law.fact_table(name), rows) for name, rows in facts.items()
    }
    judged = law.judge(rule, tables, as_of=day)
    return [
        law.Reasons(each, judged.facts_of(each.subject_id)) for each in list(judged)[:MOST_TOLD]
    ]
