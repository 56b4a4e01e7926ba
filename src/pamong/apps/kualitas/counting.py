"""Counting the indicators of one government for a day: gaps open and end, and scores are kept."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from pamong.apps.core.errands import ask
from pamong.apps.kualitas.gathering import UNTOLD, facts_of
from pamong.apps.kualitas.models import QualityScore
from pamong.apps.organisasi.models import Pemda
from pamong.exchange.ikd import INDICATORS, Scores
from pamong.kernel.day import format_day

END = """
    UPDATE kualitas_qualitygap g SET ends_before = %(day)s
     WHERE g.pemda_id = %(pemda)s AND g.ends_before IS NULL AND g.starts_on < %(day)s
       AND NOT EXISTS (SELECT FROM kualitas_found f
                        WHERE f.pegawai_id = g.pegawai_id AND f.code = g.code)"""
FORGET = """
    DELETE FROM kualitas_qualitygap g
     WHERE g.pemda_id = %(pemda)s AND g.ends_before IS NULL AND g.starts_on = %(day)s
       AND NOT EXISTS (SELECT FROM kualitas_found f
                        WHERE f.pegawai_id = g.pegawai_id AND f.code = g.code)"""
MOVE = """
    UPDATE kualitas_qualitygap g SET opd_id = f.opd_id FROM kualitas_found f
     WHERE g.pemda_id = %(pemda)s AND g.ends_before IS NULL AND f.pegawai_id = g.pegawai_id
       AND f.code = g.code AND g.opd_id IS DISTINCT FROM f.opd_id"""
OPEN = """
    INSERT INTO kualitas_qualitygap (pemda_id, pegawai_id, opd_id, code, starts_on)
    SELECT %(pemda)s, f.pegawai_id, f.opd_id, f.code, %(day)s FROM kualitas_found f
     WHERE NOT EXISTS (SELECT FROM kualitas_qualitygap g
                        WHERE g.pegawai_id = f.pegawai_id AND g.code = f.code
                          AND g.ends_before IS NULL)"""
FOUND = """
    CREATE TEMP TABLE kualitas_found (pegawai_id bigint, opd_id bigint, code varchar(8))
        ON COMMIT DROP"""


COUNT = "kualitas.count_now"
"""Counting for today, when somebody asks for it."""


class CountedLaterError(Exception):
    """A later day was counted already: what was lacking since when would be rewritten."""

    def __init__(self, day: date) -> None:
        super().__init__(
            _("Kualitas data sudah dihitung untuk %s. Hitung hari itu, atau sesudahnya.")
            % format_day(day)
        )


def ask_for_count(*, pemda: Pemda, day: date) -> bool:
    """Have the worker count a government now; tell whether nobody had asked for it before.

    Raises:
        CountedLaterError: a later day was counted.
    """
    _refuse_an_earlier_day(pemda, day)
    return ask(COUNT, pemda_id=pemda.pk, day=day)


def count_quality(*, pemda: Pemda, day: date) -> Scores:
    """Count all indicators of a government for ``day``, and keep gaps and scores.

    Counted again for the same day, what was mended meanwhile is gone as if it had never been found
    that day.

    Raises:
        CountedLaterError: a later day was counted.
    """
    with transaction.atomic():
        _wait_for_other_counts(pemda)
        _refuse_an_earlier_day(pemda, day)
        scores = Scores(day)
        found: list[tuple[int, int | None, str]] = []
        for who in facts_of(pemda, day=day):
            found += [(each.person, each.unit, each.indicator.code) for each in scores.see(who)]
        _keep_gaps(pemda, day, found)
        _keep_scores(pemda, day, scores)
    return scores


def _refuse_an_earlier_day(pemda: Pemda, day: date) -> None:
    later = QualityScore.objects.filter(pemda=pemda, as_of__gt=day).order_by("-as_of").first()
    if later is not None:
        raise CountedLaterError(later.as_of)


def _keep_gaps(pemda: Pemda, day: date, found: Iterable[tuple[int, int | None, str]]) -> None:
    told: dict[str, Any] = {"pemda": pemda.pk, "day": day}
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS kualitas_found")
        cursor.execute(FOUND)
        with cursor.copy("COPY kualitas_found FROM STDIN") as copy:
            for row in found:
                copy.write_row(row)
        cursor.execute("CREATE INDEX ON kualitas_found (pegawai_id, code)")
        cursor.execute("ANALYZE kualitas_found")
        for statement in (FORGET, END, MOVE, OPEN):
            cursor.execute(statement, told)


def _keep_scores(pemda: Pemda, day: date, scores: Scores) -> None:
    former = QualityScore.objects.filter(pemda=pemda, as_of=day)
    former.delete()
    QualityScore.objects.bulk_create(
        QualityScore(
            pemda=pemda,
            as_of=day,
            opd_id=opd,
            code=code,
            people=score.people,
            # Of what is not recorded at all, who is not concerned says nothing good either.
            judged=0 if code in UNTOLD else score.judged[code],
            broken=0 if code in UNTOLD else score.broken[code],
        )
        for opd, score in scores.by_unit.items()
        for code in INDICATORS
    )


def _wait_for_other_counts(pemda: Pemda) -> None:
    """Lock against another count of the same government at the same moment."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('kualitas.count'), %s)", [pemda.pk])
