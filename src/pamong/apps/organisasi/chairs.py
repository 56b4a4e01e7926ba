"""Chairs of partner bodies that come with an office: the acts, and who sits there on a day.

The answer follows from who holds the office. Where nobody holds it, its holder is on leave, or
somebody acts, it never moves the chair by itself: it says what the source of the link says, or
that this is not recorded.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.models import Decree, Document, Instansi, InstansiKind
from pamong.apps.core.models.dated import DatedQuerySet
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.answers import Basis, HolderAnswer, OfficeAnswer, Source
from pamong.apps.organisasi.as_of import who
from pamong.apps.organisasi.models import ChairFollows, ExOfficioChair, Jabatan, Pemda
from pamong.kernel.day import format_day
from pamong.kernel.period import Period


class ChairNotFoundError(LookupError):
    """There is no such chair."""

    def __init__(self) -> None:
        super().__init__(_("Jabatan karena jabatan ini tidak ada. Cari dari daftarnya."))


class ChairTakenError(Exception):
    """The chair follows an office already on some of the days."""

    def __init__(self, chair: ExOfficioChair) -> None:
        self.chair = chair
        super().__init__(
            _(
                "%(chair)s sudah tercatat mengikuti jabatan %(office)s sejak %(day)s. Akhiri dulu "
                "kaitan itu, atau perbaiki tanggalnya."
            )
            % {"chair": chair, "office": chair.jabatan, "day": format_day(chair.starts_on)}
        )


class ChairDaysError(Exception):
    """A link would end before it begins."""

    def __init__(self, chair: ExOfficioChair) -> None:
        super().__init__(
            _("Kaitan ini berlaku sejak %s. Hari terakhirnya tidak boleh mendahului itu.")
            % format_day(chair.starts_on)
        )


@dataclass(frozen=True, slots=True)
class ChairGrounds:
    """What a link rests on: one of the three; ``when_away`` is what it says of an empty office."""

    decree: Decree | None = None
    document: Document | None = None
    basis: str = ""
    when_away: str = ""


@dataclass(frozen=True, slots=True)
class NewChair:
    """A chair as a source describes it: "Ketua" of "TP PKK Kabupaten Contoh"."""

    title: str
    body: str
    follows: ChairFollows
    period: Period


@dataclass(frozen=True, slots=True)
class ChairAnswer:
    """Who sits in a chair on a day, in sentences; ``said`` is ``None`` where nobody is known.

    ``notes`` say what is not known, and why.
    """

    public_id: UUID
    name: str
    office: str
    office_public_id: UUID
    follows: str
    days: Period
    source: Source
    said: str | None
    notes: tuple[str, ...]
    is_over: bool


def record_chair(
    *, jabatan: Jabatan, new: NewChair, grounds: ChairGrounds, actor: Actor, reason: str
) -> ExOfficioChair:
    """Record that a chair follows an office for some days, and what that rests on.

    Raises:
        ChairTakenError: it follows an office on some of the days.
        RefusedError: the link rests on nothing, or a text has no room.
    """
    with act("organisasi.record_chair", actor=actor, reason=reason):
        with refusals():
            body, _is_new = Instansi.objects.get_or_create(
                kind=InstansiKind.MITRA,
                nama=new.body.strip(),
                defaults={"sort_key": new.body.strip().casefold()},
            )
        same = ExOfficioChair.objects.filter(body=body, title=new.title.strip())
        taken = same.overlapping(new.period).select_related("jabatan", "body").first()
        if taken is not None:
            raise ChairTakenError(taken)
        with refusals():
            return ExOfficioChair.objects.create(
                body=body,
                title=new.title.strip(),
                jabatan=jabatan,
                pemda=jabatan.pemda,
                follows=new.follows,
                starts_on=new.period.start,
                ends_before=new.period.end,
                decree=grounds.decree,
                document=grounds.document,
                basis=grounds.basis.strip(),
                when_away=grounds.when_away.strip(),
            )


def end_chair(
    *, chair: ExOfficioChair, last_day: date, actor: Actor, reason: str
) -> ExOfficioChair:
    """Say until which day, that day included, a chair follows its office.

    Raises:
        ChairDaysError: that would be before its first day.
        RefusedError: others on record forbid the longer link.
    """
    if last_day < chair.starts_on:
        raise ChairDaysError(chair)
    with act("organisasi.end_chair", actor=actor, reason=reason), refusals():
        chair.ends_before = last_day + timedelta(days=1)
        chair.save(update_fields=["ends_before"])
        return chair


def get_chair(pemda: Pemda, public_id: str) -> ExOfficioChair:
    """Return one chair of ``pemda``.

    Raises:
        ChairNotFoundError: there is none.
    """
    found = _chairs().filter(pemda=pemda, public_id=public_id).first()
    if found is None:
        raise ChairNotFoundError
    return found


def bodies_with_chairs(pemda: Pemda) -> list[str]:
    """Return the names of the bodies whose chairs follow an office of ``pemda``."""
    rows = Instansi.objects.filter(chairs__pemda=pemda).order_by("sort_key").distinct()
    return list(rows.values_list("nama", flat=True))


def chairs(pemda: Pemda, *, day: date, jabatan: Jabatan | None = None) -> tuple[ChairAnswer, ...]:
    """Answer for every chair that had begun to follow an office by ``day``.

    Those that still follow it first, then those that are over, each by body and title.
    """
    rows = _chairs().filter(pemda=pemda, starts_on__lte=day)
    if jabatan is not None:
        rows = rows.filter(jabatan=jabatan)
    found = sorted(rows, key=lambda row: (day not in row.period, row.body.sort_key, row.title))
    offices = _offices(pemda, [row.jabatan for row in found if day in row.period], day)
    return tuple(_answer(row, offices.get(row.jabatan_id, []), day) for row in found)


def chairs_of(
    rows: Sequence[ExOfficioChair], seats: Sequence[OfficeAnswer], *, day: date
) -> tuple[ChairAnswer, ...]:
    """Answer for ``rows`` of one office whose holders on ``day`` are known as ``seats``."""
    return tuple(_answer(row, seats, day) for row in rows)


def chair_rows(jabatan: Jabatan, *, day: date) -> list[ExOfficioChair]:
    """Return the chairs that followed an office on ``day``."""
    return list(_chairs().on(day).filter(jabatan=jabatan).order_by("body__sort_key", "title"))


def _chairs() -> DatedQuerySet[ExOfficioChair]:
    return ExOfficioChair.objects.select_related("body", "jabatan__pemda", "decree", "document")


def _offices(pemda: Pemda, jabatan: Sequence[Jabatan], day: date) -> dict[int, list[OfficeAnswer]]:
    told: dict[int, list[OfficeAnswer]] = {}
    for answer in who(pemda, day=day, jabatan=jabatan) if jabatan else ():
        told.setdefault(answer.jabatan_id, []).append(answer)
    return told


def _answer(row: ExOfficioChair, seats: Sequence[OfficeAnswer], day: date) -> ChairAnswer:
    is_over = day not in row.period
    office = seats[0] if seats and not is_over else None
    return ChairAnswer(
        public_id=row.public_id,
        name=str(row),
        office=str(row.jabatan),
        office_public_id=row.jabatan.public_id,
        follows=row.get_follows_display(),
        days=row.period,
        source=_source(row),
        said=_said(row, office) if office else None,
        notes=tuple(_notes(row, office, day)) if office else (),
        is_over=is_over,
    )


def _source(row: ExOfficioChair) -> Source:
    if row.decree is not None:
        return Source(Basis.DECREE, str(row.decree), row.decree.decided_on)
    if row.document is not None:
        document = row.document
        return Source(Basis.DOCUMENT, str(document), document.published_on, "", document.public_id)
    return Source(Basis.DOCUMENT, row.basis, None)


def _said(row: ExOfficioChair, office: OfficeAnswer) -> str | None:
    """Say who sits there, because of which tenure; nobody where no definitive holder is known."""
    holder = office.holder
    if holder is None or holder.capacity.is_acting:
        return None
    told = {"office": office.office, "name": holder.person, "source": holder.source.sentence}
    if row.follows == ChairFollows.PASANGAN:
        return _("pasangan %(office)s, karena %(name)s memangku jabatan itu, %(source)s") % told
    return _("%(name)s, karena memangku jabatan %(office)s, %(source)s") % told


def _notes(row: ExOfficioChair, office: OfficeAnswer, day: date) -> Iterable[str]:
    holder, acting = office.holder, office.acting
    if holder is None:
        yield _(
            "Belum tercatat siapa yang memangku jabatan %(office)s pada %(day)s, jadi belum "
            "tercatat pula siapa %(chair)s."
        ) % {"office": office.office, "day": format_day(day), "chair": row}
    elif holder.capacity.is_acting:
        yield _acts(holder, office)
    if office.leave is not None and holder is not None:
        yield _("%(name)s tercatat %(leave)s, %(days)s, %(source)s.") % {
            "name": holder.person,
            "leave": office.leave.label,
            "days": office.leave.days,
            "source": office.leave.source.sentence,
        }
    if acting is not None:
        yield _acts(acting, office)
    if holder is None or holder.capacity.is_acting or office.leave or acting:
        yield _what_the_source_says(row)


def _acts(holder: HolderAnswer, office: OfficeAnswer) -> str:
    return _("%(who)s melaksanakan tugas %(office)s, %(source)s.") % {
        "who": holder.name_and_capacity,
        "office": office.office,
        "source": holder.source.sentence,
    }


def _what_the_source_says(row: ExOfficioChair) -> str:
    if row.when_away:
        return _("Untuk keadaan ini dasar kaitannya menyatakan: %s") % row.when_away
    return _("Apakah %s ikut beralih dalam keadaan ini: belum tercatat.") % row
