"""The rules of the law as people read them, and one of them in full."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong import law
from pamong.apps.findings.classes import closed_rules
from pamong.apps.findings.policies import can_simulate_law
from pamong.apps.findings.selectors import RuleAtWork, rules_at_work
from pamong.apps.findings.services import is_spared
from pamong.web.aturan.cases import CaseNotFoundError, case_of
from pamong.web.aturan.drawing import draw
from pamong.web.aturan.figures import addressed
from pamong.web.aturan.filters import RuleFilter
from pamong.web.aturan.names import title_of
from pamong.web.aturan.shown import entry_of, shown
from pamong.web.http import Request
from pamong.web.standpoint import Standpoint, look_from

MOST_IN_FULL = 40
"""More rules than these are listed by their titles alone."""


@require_safe
def rule_list(request: Request) -> HttpResponse:
    here = look_from(request)
    asked = RuleFilter.of(request.GET)
    at_work = _at_work(request, here)
    every = [entry_of(rule, here.day, at_work.get(rule.id)) for rule in law.rules().values()]
    groups = asked.grouped(every)
    context = {
        "asked": asked,
        "choices": asked.choices(every),
        "groups": groups,
        "are_many": sum(len(group.entries) for group in groups) > MOST_IN_FULL,
        "is_spared": is_spared(here.government),
    }
    template = "aturan/list.html#rules" if request.htmx else "aturan/list.html"
    return render(request, template, context)


@require_safe
def rule(request: Request, rule_id: str) -> HttpResponse:
    here = look_from(request)
    found = _rule(rule_id)
    at_work = _at_work(request, here).get(rule_id)
    context = {
        "rule": shown(found, here.day, is_today=here.is_today),
        "entry": entry_of(found, here.day, at_work),
        "drawing": draw(found, here.day, is_today=here.is_today),
        "spared": found.about_officials and is_spared(here.government),
        "figures": addressed(found, here.day),
        "may_simulate": can_simulate_law(request.access, here.government, rule_id),
        "is_shown_off": found.about_officials and settings.PAMONG_DEMONSTRATION,
    }
    return render(request, "aturan/show.html", context)


@require_safe
def case(request: Request, rule_id: str, number: int) -> HttpResponse:
    look_from(request)
    found = _rule(rule_id)
    try:
        shown_case = case_of(found, number)
    except CaseNotFoundError as error:
        raise Http404(str(error)) from error
    context = {"rule": found, "title": title_of(found), "on_page": shown_case}
    return render(request, "aturan/case.html", context)


@require_safe
def about(request: Request) -> HttpResponse:
    look_from(request)
    return render(request, "aturan/about.html")


def _rule(rule_id: str) -> law.Rule:
    try:
        return law.rule(rule_id)
    except law.UnknownRuleError as error:
        raise Http404(str(error)) from error


def _at_work(request: Request, here: Standpoint) -> dict[str, RuleAtWork]:
    """Return what each rule came to here, but for those whose findings the reader may not see."""
    closed = closed_rules(request.access, here.government)
    known = rules_at_work(here.government, day=here.day)
    return {rule_id: told for rule_id, told in known.items() if rule_id not in closed}
