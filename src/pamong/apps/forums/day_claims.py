"""What rests on the day of a forum: what refuses another day, and what would follow it.

Everything that is told of a forum was told on its day or after; what came of it came later still.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Min, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pamong.apps.forums.models import (
    Directive,
    DirectiveAnswer,
    Forum,
    ListRequest,
    RollCallEntry,
    SeriesRule,
)
from pamong.apps.forums.recurrence import fits
from pamong.apps.forums.series_acts import rule_of
from pamong.apps.forums.told import Following, what_is_told
from pamong.apps.organisasi.models import Attestation
from pamong.kernel.day import format_day


class DayContradictedError(ValueError):
    """The forum cannot have been on that day; ``problems`` says by what is on record."""

    def __init__(self, day: date, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            _("Forum ini tidak dapat tercatat pada %(day)s: %(why)s. Pilih hari lain.")
            % {"day": format_day(day), "why": "; ".join(problems)}
        )


def expect_possible(forum: Forum, day: date, *, follows: Iterable[Following], today: date) -> None:
    """Refuse a day that contradicts what is on record.

    Raises:
        DayContradictedError: something was told, asked, answered or done before that day.
    """
    problems = [
        *_told_before(forum, day, today),
        *_asked_before(forum, day),
        *(each.words for each in follows if each.day < day),
    ]
    if problems:
        raise DayContradictedError(day, problems)


def what_follows(forum: Forum, day: date, *, follows: Sequence[Following]) -> list[str]:
    """Return a sentence for each thing that another day takes along, or leaves as it was."""
    sentences = []
    if number := forum.directives.count():
        told = ngettext(
            "Hari %d arahan dari forum ini ikut berubah; tenggatnya tetap.",
            "Hari %d arahan dari forum ini ikut berubah; tenggatnya tetap.",
            number,
        )
        sentences.append(told % number)
    if number := len(follows):
        told = ngettext(
            "%d catatan tindak lanjut tetap menyebut hari yang lama, seperti ketika dibuat.",
            "%d catatan tindak lanjut tetap menyebut hari yang lama, seperti ketika dibuat.",
            number,
        )
        sentences.append(told % number)
    if rules_of_document(forum).exists():
        sentences.append(_("Seri yang dibaca dari dokumennya diketahui sejak hari yang baru."))
    if forum.series is not None and not _fits_series(forum, day):
        sentences.append(
            _("Hari itu tidak menurut pengulangan seri %s; forum ini tetap di seri itu.")
            % forum.series.nama
        )
    if number := Attestation.objects.filter(document=forum.document, day=forum.day).count():
        told = ngettext(
            "%d penyebutan pejabat menurut dokumennya tetap pada hari yang lama.",
            "%d penyebutan pejabat menurut dokumennya tetap pada hari yang lama.",
            number,
        )
        sentences.append(told % number)
    return sentences


def rules_of_document(forum: Forum) -> QuerySet[SeriesRule]:
    """Return the rules of series that are known from the document of a forum, since its day."""
    return SeriesRule.objects.filter(
        document__isnull=False, document=forum.document, starts_on=forum.day
    )


def _told_before(forum: Forum, day: date, today: date) -> Iterator[str]:
    told = what_is_told(forum)
    if told and day > today:
        yield _("sudah ada yang tercatat darinya (%s)") % ", ".join(told)
    if told and forum.document is not None:
        appeared = forum.document.published_on or forum.document.received_on
        if appeared < day:
            yield _("%(document)s, yang menceritakannya, sudah ada pada %(day)s") % {
                "document": forum.document,
                "day": format_day(appeared),
            }
    taken_at = RollCallEntry.objects.filter(invitation__forum=forum).aggregate(
        first=Min("taken_at")
    )["first"]
    if taken_at is not None:
        taken_on = taken_at.astimezone(ZoneInfo(forum.pemda.time_zone)).date()
        if taken_on < day:
            yield _("daftar hadirnya dicatat pada %s") % format_day(taken_on)


def _asked_before(forum: Forum, day: date) -> Iterator[str]:
    """Yield what directives of a forum say that were not given before their day."""
    asked = Directive.objects.filter(forum=forum)
    for row in asked.filter(due_on__lt=day):
        yield _('tenggat arahan "%(gist)s" %(day)s') % {
            "gist": row.gist,
            "day": format_day(row.due_on) if row.due_on else "",
        }
    for row in asked.filter(repeats_of__day__gte=day).select_related("repeats_of"):
        yield _('arahan "%(gist)s" mengulang yang diberikan pada %(day)s') % {
            "gist": row.gist,
            "day": format_day(row.repeats_of.day) if row.repeats_of else "",
        }
    for again in Directive.objects.filter(repeats_of__forum=forum, day__lte=day):
        yield _('arahan "%(gist)s" mengulangnya pada %(day)s') % {
            "gist": again.gist,
            "day": format_day(again.day),
        }
    for answer in DirectiveAnswer.objects.filter(
        directive__forum=forum, answered_on__lt=day
    ).select_related("instansi"):
        yield _("%(body)s menjawab arahannya pada %(day)s") % {
            "body": answer.instansi,
            "day": format_day(answer.answered_on),
        }
    for request in ListRequest.objects.filter(directive__forum=forum, opened_on__lt=day):
        yield _("daftar isian dari arahannya dibuka pada %s") % format_day(request.opened_on)


def _fits_series(forum: Forum, day: date) -> bool:
    rules = SeriesRule.objects.filter(series=forum.series_id)
    return not rules or any(fits(rule_of(row), day) for row in rules)
