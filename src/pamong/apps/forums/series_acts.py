"""Acts on series: open one by hand, and say which series a forum belongs to."""

from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.forums.models import Every, Forum, ForumKind, ForumSeries, SeriesRule
from pamong.apps.forums.recurrence import Rule, fits
from pamong.apps.organisasi.models import Pemda


class OtherGovernmentError(ValueError):
    """A series and a forum are of different governments."""

    def __init__(self) -> None:
        super().__init__(_("Seri itu milik pemerintah daerah lain. Pilih seri dari daftar."))


def open_series(
    *,
    pemda: Pemda,
    nama: str,
    kind: ForumKind,
    rule: Rule,
    since: date,
    actor: Actor,
    reason: str,
) -> ForumSeries:
    """Open a series with the rule by which it comes back.

    Raises:
        RefusedError: there is one of that name.
    """
    with act("forums.open_series", actor=actor, reason=reason), refusals():
        series = ForumSeries.objects.create(pemda=pemda, nama=nama.strip(), kind=kind)
        SeriesRule.objects.create(
            series=series,
            every=rule.every,
            weekday=rule.weekday,
            ordinal=rule.ordinal,
            rotates_host=rule.rotates_host,
            starts_on=since,
        )
        return series


def link_series(*, forum: Forum, series: ForumSeries | None, actor: Actor, reason: str) -> None:
    """Say that a forum is one of a series, or, with ``None``, of no series.

    Raises:
        OtherGovernmentError: the series is of another government.
    """
    if series is not None and series.pemda_id != forum.pemda_id:
        raise OtherGovernmentError
    with act("forums.link_series", actor=actor, reason=reason), refusals():
        forum.series = series
        forum.save(update_fields=["series"])


def series_that_fit(forum: Forum) -> list[ForumSeries]:
    """Return the series that a forum without one may belong to, by its kind and its day.

    An upacara may be what a text elsewhere calls apel; a person decides.
    """
    if forum.series_id is not None:
        return []
    kinds = ALIKE.get(ForumKind(forum.kind), (ForumKind(forum.kind),))
    rules = (
        SeriesRule.objects.filter(series__pemda=forum.pemda_id, series__kind__in=kinds)
        .filter(starts_on__lte=forum.day)
        .select_related("series")
        .order_by("series__nama")
    )
    return [row.series for row in rules if fits(rule_of(row), forum.day)]


def rule_of(row: SeriesRule) -> Rule:
    """Return the rule that a row holds."""
    return Rule(Every(row.every), row.weekday, row.ordinal, row.rotates_host)


ALIKE = {
    ForumKind.APEL: (ForumKind.APEL, ForumKind.UPACARA),
    ForumKind.UPACARA: (ForumKind.UPACARA, ForumKind.APEL),
}
