"""Acts on findings: running the law, and taking note of what it found."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.conf import settings

from pamong import law
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import Touched
from pamong.apps.core.refusals import refusals
from pamong.apps.findings.errors import (
    AlreadyAcknowledgedError,
    LookAgainError,
    NotAcknowledgedError,
    NotAllowedError,
    NotStandingError,
)
from pamong.apps.findings.life import acknowledged_on, standing_on
from pamong.apps.findings.models import Acknowledgement, Finding, LawRun
from pamong.apps.findings.running import run_rule, run_rules
from pamong.apps.findings.scope import subjects_touched
from pamong.apps.kepegawaian.sections import COVERED
from pamong.apps.organisasi.models import Pemda
from pamong.apps.organisasi.policies import can_record_by_hand
from pamong.law.rule import Kind

READ_BY_MANY = {"pegawai", "riwayat_jabatan"}
SECTION_TABLES = frozenset(COVERED.values()) - READ_BY_MANY
"""The fact tables that one section of the record tells."""
AT_NIGHT = {"ipasn-skor"}
"""Rules that read half a record for a yearly score: nobody waits for it after a save."""
LONGEST_WAIT = timedelta(days=366)
"""How long a finding may rest before somebody looks at it again: a year, with a leap day."""


def run_law(*, pemda: Pemda, days: Collection[date], actor: Actor, reason: str) -> None:
    """Judge ``pemda`` as of some days by every rule that may judge it; one run at a time.

    Nothing is deleted: what a later run no longer finds stays with the days on which it stood.
    """
    with act("findings.run_law", actor=actor, reason=reason):
        _wait_for_other_runs(pemda)
        run_rules(rules_for(pemda), pemda, days)


def rerun_law(
    *,
    pemda: Pemda,
    days: Collection[date],
    touched: Iterable[Touched],
    actor: Actor,
    reason: str,
) -> None:
    """Judge anew whom a save concerns, by the rules that read what it touched, for some days.

    What stands of everybody else is left as it is. For a day but the last of ``days``, a run that
    changes nothing leaves no trace.
    """
    touched = list(touched)
    for rule in rules_for(pemda):
        concerning = [each for each in touched if is_looked_at_after_a_save(rule, each.table)]
        if not concerning:
            continue
        with act("findings.rerun_law", actor=actor, reason=reason):
            _wait_for_other_runs(pemda)
            subjects = subjects_touched(rule, concerning, pemda_id=pemda.pk)
            if subjects is None or subjects:
                run_rule(rule, pemda, days, subjects=subjects)


def judge_new_day(*, pemda: Pemda, day: date, actor: Actor, reason: str) -> int:
    """Judge the whole of ``pemda`` for ``day`` by the rules that have not yet; return how many.

    Called again for the same day it does nothing, or what is left where a rule is new.
    """
    done = set(
        LawRun.objects.filter(pemda=pemda, as_of=day, subjects=None).values_list(
            "rule_id", flat=True
        )
    )
    waiting = [
        rule
        for rule in rules_for(pemda)
        if rule.id not in done and day >= rule.versions[0].period.start
    ]
    if waiting:
        with act("findings.judge_new_day", actor=actor, reason=reason):
            _wait_for_other_runs(pemda)
            run_rules(waiting, pemda, [day])
    return len(waiting)


def is_looked_at_after_a_save(rule: law.Rule, table: str) -> bool:
    """Tell whether a save in a table has a rule look again at once, or in the coming night.

    Nearly every rule reads ``pegawai`` and posts, most of them for a detail. A rule that judges
    another section of the record looks again at once when that section is saved, and for the
    rest at night: so a save stays one of a few rules (docs/adr/0061).
    """
    if table not in rule.reads or rule.id in AT_NIGHT:
        return False
    return table not in READ_BY_MANY or SECTION_TABLES.isdisjoint(rule.reads)


def rules_for(pemda: Pemda) -> list[law.Rule]:
    """Return the rules that may judge a government by its records.

    Those that read what Pamong does not keep judge files and lakes only. In a demonstration no
    rule about officials runs over real ones (docs/explanation/real-people).
    """
    return [
        rule
        for rule in law.rules().values()
        if rule.kind is Kind.RULE
        and rule.is_kept
        and not (rule.about_officials and is_spared(pemda))
    ]


def is_spared(pemda: Pemda) -> bool:
    """Tell whether no rule about officials runs over a government: it is real, on show."""
    return settings.PAMONG_DEMONSTRATION and not pemda.is_made_up


def acknowledge_finding(
    *, finding: Finding, day: date, look_again_on: date, actor: Actor, reason: str
) -> Acknowledgement:
    """Say on ``day`` that a finding is known, and why it may rest until ``look_again_on``.

    What is taken note of is the judgement of that day, with its version, facts and hash. When the
    law no longer finds it, or on ``look_again_on``, the note has had its time.

    Raises:
        NotAllowedError: the actor may not.
        NotStandingError: the law does not find it on ``day``.
        AlreadyAcknowledgedError: somebody has taken note of it.
        LookAgainError: ``look_again_on`` is not after ``day``, or more than a year later.
        ReasonMissingError: there is no reason.
        RefusedError: the reason has no room.
    """
    earliest, latest = day + timedelta(days=1), day + LONGEST_WAIT
    with act("findings.acknowledge_finding", actor=actor, reason=reason), refusals():
        _hold(finding, actor)
        standing = standing_on(finding, day=day)
        if standing is None:
            raise NotStandingError(day)
        noted = acknowledged_on(finding, day=day)
        if noted is not None:
            raise AlreadyAcknowledgedError(noted.by, noted.period.end or latest)
        if not earliest <= look_again_on <= latest:
            raise LookAgainError(earliest, latest)
        return Acknowledgement.objects.create(
            finding=finding,
            standing=standing,
            starts_on=day,
            ends_before=look_again_on,
            by=actor.label,
            reason=reason.strip(),
        )


def withdraw_acknowledgement(
    *, finding: Finding, day: date, actor: Actor, reason: str
) -> Acknowledgement:
    """Take back on ``day`` that a finding is known: from that day it is open again.

    Raises:
        NotAllowedError: the actor may not.
        NotAcknowledgedError: nobody has taken note of it.
        ReasonMissingError: there is no reason.
        RefusedError: the reason has no room.
    """
    with act("findings.withdraw_acknowledgement", actor=actor, reason=reason), refusals():
        _hold(finding, actor)
        noted = acknowledged_on(finding, day=day)
        if noted is None:
            raise NotAcknowledgedError
        noted.closed_on, noted.closed_by = day, actor.label
        noted.closed_because = reason.strip()
        noted.save(update_fields=["closed_on", "closed_by", "closed_because"])
        return noted


def _hold(finding: Finding, actor: Actor) -> None:
    """Lock against a second note at the same moment."""
    if actor.user_id is None or not can_record_by_hand(finding.pemda):
        raise NotAllowedError(finding.pemda)
    Finding.objects.select_for_update(no_key=True).get(pk=finding.pk)


def _wait_for_other_runs(pemda: Pemda) -> None:
    """Lock against another run over the government; whoever records of it is not kept waiting."""
    Pemda.objects.select_for_update(no_key=True).get(pk=pemda.pk)
