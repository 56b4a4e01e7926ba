"""Acts on directives after they were confirmed: term, OPDs, addressees, givers, repeats, answers.

Each takes a reason; history shows what it was before.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.files import NewFile, keep_file
from pamong.apps.core.refusals import refusals
from pamong.apps.forums.bodies import ensure_body
from pamong.apps.forums.by_hand import Cast, Somebody
from pamong.apps.forums.calling_off import expect_not_called_off
from pamong.apps.forums.matching import Matcher
from pamong.apps.forums.models import (
    AddresseeKind,
    AgendaItem,
    Directive,
    DirectiveAnswer,
    DirectiveGiver,
    DirectiveUnit,
    UnitPart,
)
from pamong.apps.forums.recorded import there
from pamong.apps.forums.recording_forums import address, raise_upwards
from pamong.apps.organisasi.models import Opd
from pamong.kernel.day import format_day


class TermBeforeForumError(ValueError):
    """The term ends before the directive was given."""

    def __init__(self, day: date) -> None:
        super().__init__(
            _("Tenggat mendahului hari arahan diberikan (%s). Periksa tanggalnya.")
            % format_day(day)
        )


class RepeatsLaterError(ValueError):
    """What is said to be repeated was not asked earlier, or elsewhere."""

    def __init__(self) -> None:
        super().__init__(
            _("Yang diulang harus arahan pemerintah daerah ini yang lebih dulu. Pilih yang lain.")
        )


class BothPartsError(ValueError):
    """One OPD is to lead and to support the same directive."""

    def __init__(self, opd: Opd) -> None:
        super().__init__(_("%s dipilih sebagai OPD utama dan pendukung. Pilih salah satu.") % opd)


class NoAddresseeError(ValueError):
    """A directive is left without anybody whom it addresses."""

    def __init__(self) -> None:
        super().__init__(_("Penerima arahan belum diisi. Tulis paling sedikit satu."))


class NotUpwardError(ValueError):
    """An answer is recorded for a directive that goes to nobody above or beside."""

    def __init__(self) -> None:
        super().__init__(
            _("Arahan ini tidak ditujukan kepada instansi lain; jawabannya adalah tindak lanjut.")
        )


class AnsweredBeforeError(ValueError):
    """An answer is dated before the matter was raised, or after today."""

    def __init__(self, asked_on: date) -> None:
        super().__init__(
            _("Hari jawaban harus antara %s dan hari ini. Periksa tanggalnya.")
            % format_day(asked_on)
        )


class AlreadyRaisedError(Exception):
    """The matter was raised already."""

    def __init__(self) -> None:
        super().__init__(_("Pokok ini sudah diteruskan. Buka arahannya."))


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """What a body answered; ``file`` is its letter or decree."""

    body: str
    answered_on: date
    words: str
    letter_number: str = ""
    file: NewFile | None = None


def set_term(*, directive: Directive, due_on: date | None, actor: Actor, reason: str) -> None:
    """Set, or take away, the last day of a directive; the words of the text stay.

    Raises:
        TermBeforeForumError: it is before the day of the forum.
    """
    if due_on is not None and due_on < directive.day:
        raise TermBeforeForumError(directive.day)
    with act("forums.set_term", actor=actor, reason=reason), refusals():
        directive.due_on = due_on
        directive.save(update_fields=["due_on"])


def set_units(
    *,
    directive: Directive,
    lead: Opd | None,
    supporting: Collection[Opd],
    actor: Actor,
    reason: str,
) -> None:
    """Set which OPD leads what was asked, and which support it.

    Raises:
        BothPartsError: one OPD is to do both.
    """
    wanted = {opd.pk: UnitPart.SUPPORTING for opd in supporting}
    if lead is not None:
        if lead.pk in wanted:
            raise BothPartsError(lead)
        wanted[lead.pk] = UnitPart.LEAD
    with act("forums.set_units", actor=actor, reason=reason), refusals():
        here = {row.opd_id: row for row in directive.units.all()}
        for opd_id, row in here.items():
            if wanted.get(opd_id) != row.part:
                row.delete()
        for opd_id, part in wanted.items():
            if opd_id not in here or here[opd_id].part != part:
                DirectiveUnit.objects.create(directive=directive, opd_id=opd_id, part=part)


def set_addressees(
    *, directive: Directive, texts: Collection[str], actor: Actor, reason: str
) -> None:
    """Set whom a directive addresses, one text each.

    Raises:
        NoAddresseeError: there is none.
    """
    wanted = [text for text in dict.fromkeys(text.strip() for text in texts) if text]
    if not wanted:
        raise NoAddresseeError
    with act("forums.set_addressees", actor=actor, reason=reason), refusals():
        directive.addressees.all().delete()
        meant = [row for text in wanted for row in address(directive, text, directive.pemda)]
        directive.is_upward = any(row.kind is AddresseeKind.INSTANSI for row in meant)
        directive.save(update_fields=["is_upward"])


def add_giver(*, directive: Directive, who: Somebody, actor: Actor, reason: str) -> None:
    """Add somebody who gave a directive too, by office and capacity on that day.

    Raises:
        PersonNameError, NamesakesError, OfficeElsewhereError: see :meth:`Cast.meet`.
        RefusedError: the same person gave it already.
    """
    with act("forums.add_giver", actor=actor, reason=reason), refusals():
        cast = Cast(Matcher(directive.pemda))
        person, office, capacity = cast.meet(who)
        cast.matcher.record_new(actor=actor, reason=reason)
        DirectiveGiver.objects.create(
            directive=directive,
            person=there(person.person),
            jabatan=office.jabatan if office else None,
            capacity=capacity,
        )


def link_repeat(
    *, directive: Directive, earlier: Directive | None, actor: Actor, reason: str
) -> None:
    """Say that a directive asks again what an earlier one asked, or, with ``None``, that not.

    Raises:
        RepeatsLaterError: the other is not earlier, or is another government's.
    """
    if earlier is not None and (
        earlier.pemda_id != directive.pemda_id or earlier.day >= directive.day
    ):
        raise RepeatsLaterError
    with act("forums.link_repeat", actor=actor, reason=reason), refusals():
        directive.repeats_of = earlier
        directive.save(update_fields=["repeats_of"])


def raise_matter(*, matter: AgendaItem, body: str, actor: Actor, reason: str) -> Directive:
    """Put a point of the agenda to a body above or beside, as a directive upwards.

    Raises:
        AlreadyRaisedError: it was raised already.
        NoAddresseeError: no body is named.
        ForumCalledOffError: the forum is called off.
    """
    if matter.directive_id is not None:
        raise AlreadyRaisedError
    if not body.strip():
        raise NoAddresseeError
    with act("forums.raise_matter", actor=actor, reason=reason), refusals():
        expect_not_called_off(matter.forum)
        matter.directive = raise_upwards(matter.forum, matter.item, body.strip(), "")
        matter.save(update_fields=["directive"])
        return matter.directive


def record_answer(
    *, directive: Directive, new: NewAnswer, day: date, actor: Actor, reason: str
) -> DirectiveAnswer:
    """Record what a body answered, with its letter or decree.

    Raises:
        NotUpwardError: the directive goes to no body.
        AnsweredBeforeError: the day is before the matter was raised, or after ``day``.
        NoAddresseeError: it is not said who answered.
        FileRefusedError: the file is of no kind that is kept here.
    """
    if not directive.is_upward:
        raise NotUpwardError
    if not directive.day <= new.answered_on <= day:
        raise AnsweredBeforeError(directive.day)
    if not new.body.strip():
        raise NoAddresseeError
    with act("forums.record_answer", actor=actor, reason=reason), refusals():
        owner = directive.pemda.instansi
        kept = (
            keep_file(file=new.file, owner=owner, day=day, actor=actor, reason=reason)
            if new.file
            else None
        )
        return DirectiveAnswer.objects.create(
            directive=directive,
            instansi=ensure_body(new.body),
            answered_on=new.answered_on,
            words=new.words.strip(),
            letter_number=new.letter_number.strip(),
            file=kept,
        )
