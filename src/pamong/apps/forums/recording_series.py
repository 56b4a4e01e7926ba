"""Writing the series that a confirmed draft tells of, and the forum that is one of theirs."""

from datetime import date

from pamong.apps.core.models import Document
from pamong.apps.forums.models import Forum, ForumSeries, SeriesRule
from pamong.apps.forums.planning_forums import PlannedSeries
from pamong.apps.forums.recorded import Recorded
from pamong.apps.forums.recurrence import Rule
from pamong.apps.organisasi.models import Pemda


def record_series(recorded: Recorded, forum: Forum, rows: list[PlannedSeries]) -> None:
    """Record each series once, and link the forum to its own; the caller has opened the act."""
    for row in rows:
        series = keep_series(
            pemda=recorded.pemda,
            planned=row,
            day=forum.day,
            words=recorded.words(row.pointer),
            document=recorded.document,
        )
        if row.is_of_this_forum:
            forum.series = series
            forum.save(update_fields=["series"])


def keep_series(
    *, pemda: Pemda, planned: PlannedSeries, day: date, words: str, document: Document | None
) -> ForumSeries:
    """Return the series of that name, with a rule that is known from ``day`` on, or before."""
    series, _ = ForumSeries.objects.get_or_create(
        pemda=pemda, nama=planned.nama, defaults={"kind": planned.kind}
    )
    first = series.rules.order_by("starts_on").first()
    if first is None:
        _add_rule(series, planned.rule, day, words, document)
    elif day < first.starts_on and _says_the_same(first, planned.rule):
        # An earlier document tells of the same rule: it was known before.
        first.starts_on, first.words, first.document = day, words, document
        first.save(update_fields=["starts_on", "words", "document"])
    return series


def _add_rule(
    series: ForumSeries, rule: Rule, day: date, words: str, document: Document | None
) -> None:
    SeriesRule.objects.create(
        series=series,
        every=rule.every,
        weekday=rule.weekday,
        ordinal=rule.ordinal,
        rotates_host=rule.rotates_host,
        starts_on=day,
        words=words,
        document=document,
    )


def _says_the_same(row: SeriesRule, rule: Rule) -> bool:
    return (row.every, row.weekday, row.ordinal) == (rule.every, rule.weekday, rule.ordinal)
