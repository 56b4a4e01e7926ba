"""Putting one pegawai on record: a person nobody knows yet, with number, employment and OPD.

Whoever is on record with that number already is refused: he comes by a transfer, or is here twice.
"""

from dataclasses import dataclass, replace

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.made_up import without_mark
from pamong.apps.core.refusals import refusals
from pamong.apps.core.services import register_person
from pamong.apps.kepegawaian.errors import ColumnValueError, ElsewhereError, NotASpecimenError
from pamong.apps.kepegawaian.models import EmploymentKind, Pegawai
from pamong.apps.kepegawaian.services import Employment, employ
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.kernel.identity import IdentityNumberError
from pamong.kernel.nip import Nip, compare_with_person, parse_nip
from pamong.kernel.person_name import PersonName, PersonNameError, parse_person_name, sort_key


@dataclass(frozen=True, slots=True)
class NewPegawai:
    """Somebody to be put on record, as a paper names him."""

    name: str
    opd_id: int
    employment: Employment


@dataclass(frozen=True, slots=True)
class RegistrationPlan:
    """What registering somebody would write, and what to look at before."""

    name: PersonName
    opd: Opd
    employment: Employment
    notes: tuple[str, ...] = ()


def plan_registration(*, pemda: Pemda, new: NewPegawai) -> RegistrationPlan:
    """Return what registering a pegawai would write; nothing is written.

    Raises:
        ColumnValueError: the name is none, the number is missing, or fails a check.
        ElsewhereError: the OPD is another government's, or not there.
        NotASpecimenError: the number could be somebody's, in a made-up government.
    """
    name = _name(new.name)
    opd = Opd.objects.filter(pemda=pemda, pk=new.opd_id).first()
    if opd is None:
        raise ElsewhereError("opd", _("OPD"))
    nip = _number(pemda, new.employment)
    notes = list(_namesakes(pemda, name, new.employment))
    born_on = new.employment.born_on
    if nip is not None and born_on is not None:
        notes += [each.message for each in compare_with_person(nip, birth_date=born_on, sex=None)]
    employment = replace(new.employment, nip=nip.digits if nip else "")
    return RegistrationPlan(name, opd, employment, tuple(notes))


def register_pegawai(*, pemda: Pemda, new: NewPegawai, actor: Actor, reason: str) -> Pegawai:
    """Put a pegawai on record, placed in his OPD from his first day on.

    Raises:
        ColumnValueError, ElsewhereError, NotASpecimenError: as :func:`plan_registration` does.
        RefusedError: the number is on record already, or the employment ends before it starts.
    """
    plan = plan_registration(pemda=pemda, new=new)
    with act("kepegawaian.register_pegawai", actor=actor, reason=reason), refusals():
        person = register_person(
            name=str(plan.name), is_made_up=pemda.is_made_up, actor=actor, reason=reason
        )
        return employ(
            person=person, opd=plan.opd, employment=plan.employment, actor=actor, reason=reason
        )


def _name(text: str) -> PersonName:
    try:
        return parse_person_name(without_mark(text))
    except PersonNameError as error:
        raise ColumnValueError("name", _("Nama"), str(error)) from error


def _number(pemda: Pemda, employment: Employment) -> Nip | None:
    if not employment.nip:
        if employment.kind != EmploymentKind.NON_ASN:
            raise ColumnValueError("number", _("NIP"), _("belum diisi"))
        return None
    try:
        found = parse_nip(employment.nip)
    except IdentityNumberError as error:
        raise ColumnValueError("number", _("NIP"), str(error)) from error
    if pemda.is_made_up and not found.is_specimen:
        raise NotASpecimenError
    if found.is_specimen and not pemda.is_made_up:
        raise ColumnValueError("number", _("NIP"), _("nomor contoh, bukan nomor seorang pegawai"))
    return found


def _namesakes(pemda: Pemda, name: PersonName, employment: Employment) -> list[str]:
    """Say how many of the same name, and of no other day of birth, are on record."""
    born = Q(born_on=None) | Q(born_on=employment.born_on) if employment.born_on else Q()
    key = sort_key(name.nama)
    number = Pegawai.objects.filter(born, pemda=pemda, person__sort_key=key).count()
    if not number:
        return []
    told = ngettext(
        "%(number)d pegawai bernama sama sudah tercatat, dan tanggal lahirnya tidak berbeda."
        " Periksa apakah orangnya sama.",
        "%(number)d pegawai bernama sama sudah tercatat, dan tanggal lahirnya tidak berbeda."
        " Periksa apakah orangnya sama.",
        number,
    )
    return [told % {"number": number}]
