"""Lists of directives: searched, filtered, cut into pages; one index serves them at any size."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.models import Person
from pamong.apps.forums.asked import Asked, as_asked, with_everything
from pamong.apps.forums.models import (
    AddresseeKind,
    Directive,
    DirectiveAddressee,
    DirectiveGiver,
    DirectiveUnit,
    Topic,
)
from pamong.apps.forums.pages import Cut, cut
from pamong.apps.forums.typing_mistakes import nearest
from pamong.apps.organisasi.models import Jabatan, Opd, Pemda

ROWS = 25
SEARCHED_FOR_MISTAKES = 2000
"""Only so many of the newest are compared letter by letter, and only where no word fits."""

FORMS = (
    ("lagi", _("diminta lagi")),
    ("daftar", _("meminta daftar")),
    ("atas", _("ke instansi lain")),
)


@dataclass(frozen=True, slots=True)
class DirectiveQuery:
    """What is asked for; whatever is empty does not narrow. ``opd`` is a number of an OPD."""

    words: str = ""
    topic: str = ""
    giver: str = ""
    opd: str = ""
    form: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class FoundDirectives:
    """One page of a list; ``is_near`` where only words like those asked for were found."""

    rows: list[Asked]
    cut: Cut
    is_near: bool


def find_directives(
    pemda: Pemda, *, day: date, query: DirectiveQuery, page: int = 1
) -> FoundDirectives:
    """Return one page of what was asked in ``pemda`` until ``day``, newest first."""
    narrowed = _narrowed(Directive.objects.filter(pemda=pemda, day__lte=day), query)
    ordered = _with_words(narrowed, query.words).order_by("-day", "id")
    if not (query.words or query.giver or query.opd):
        place = cut(ordered.count(), page, ROWS)
        rows = with_everything(ordered)[place.first : place.last]
        return FoundDirectives(as_asked(rows, pemda), place, is_near=False)
    # What no index serves is looked through once: the keys tell the number and the page.
    keys = list(ordered.values_list("pk", flat=True))
    is_near = bool(query.words and not keys)
    if is_near:
        texts = narrowed.order_by("-day", "id").values_list("pk", "gist")
        keys = nearest(query.words, texts[:SEARCHED_FOR_MISTAKES])
    place = cut(len(keys), page, ROWS)
    here = Directive.objects.filter(pk__in=keys[place.first : place.last])
    rows = with_everything(here.order_by("-day", "id"))
    return FoundDirectives(as_asked(rows, pemda), place, is_near and bool(keys))


def directives_at(pemda: Pemda, forum_ids: Collection[int]) -> dict[int, list[Asked]]:
    """Return what was asked at some forums of ``pemda``, by forum, in the order of the text."""
    found = with_everything(
        Directive.objects.filter(pemda=pemda, forum__in=forum_ids).order_by("id")
    )
    rows = list(found)
    asked: dict[int, list[Asked]] = {}
    for row, told in zip(rows, as_asked(rows, pemda), strict=True):
        asked.setdefault(row.forum_id, []).append(told)
    return asked


def addressable_opds(pemda: Pemda, *, day: date) -> QuerySet[Opd]:
    """Return the OPDs that stand on ``day``, by name; one without days always stands."""
    return (
        Opd.objects.filter(pemda=pemda)
        .filter(Q(starts_on=None) | Q(starts_on__lte=day))
        .filter(Q(ends_before=None) | Q(ends_before__gt=day))
        .order_by("sort_key")
    )


def _narrowed(found: QuerySet[Directive], query: DirectiveQuery) -> QuerySet[Directive]:
    if query.topic in Topic.values:
        found = found.filter(topic=query.topic)
    if query.year.isdecimal() and len(query.year) == len("2019"):
        found = found.filter(
            day__gte=date(int(query.year) or 1, 1, 1), day__lte=date(int(query.year) or 1, 12, 31)
        )
    if query.giver:
        words = query.giver.casefold()
        people = Person.objects.filter(sort_key__contains=words).values("pk")
        offices = Jabatan.objects.filter(nama__icontains=words).values("pk")
        givers = DirectiveGiver.objects.filter(Q(person__in=people) | Q(jabatan__in=offices))
        found = found.filter(pk__in=givers.values("directive"))
    if query.opd.isdecimal():
        found = found.filter(_addresses(int(query.opd)))
    narrowing = {
        "lagi": Q(repeats_of__isnull=False) | ~Q(repeats=""),
        "daftar": Q(list_request__isnull=False),
        "atas": Q(is_upward=True),
    }
    return found.filter(narrowing[query.form]) if query.form in narrowing else found


def _addresses(opd_id: int) -> Exists:
    """Return the condition on directives for one OPD, as one of all, or as its leader."""
    addressed = DirectiveAddressee.objects.filter(
        Q(opd=opd_id) | Q(kind=AddresseeKind.SEMUA_OPD), directive=OuterRef("pk")
    )
    works = DirectiveUnit.objects.filter(opd=opd_id, directive=OuterRef("pk"))
    return Exists(addressed) | Exists(works)  # type: ignore[return-value]  # a Q; both filter


def _with_words(found: QuerySet[Directive], words: str) -> QuerySet[Directive]:
    for word in words.split():
        found = found.filter(Q(gist__icontains=word) | Q(words__icontains=word))
    return found
