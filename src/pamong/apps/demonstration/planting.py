"""Putting the planted people of Kabupaten Contoh on record, one by one, as a clerk would."""

from pamong.apps.core.audit import Actor
from pamong.apps.core.services import register_person
from pamong.apps.demonstration.scenarios import PlantedPegawai, planted_pegawai
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.services import employ, record_post
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.apps.presensi.services import record_absences


def plant(*, pemda: Pemda, actor: Actor, reason: str) -> None:
    """Employ the planted people with their posts and absences, unless they are there."""
    here = set(
        Pegawai.objects.filter(pemda=pemda).values_list("person__identifiers__value", flat=True)
    )
    opd = {row.nama: row for row in Opd.objects.filter(pemda=pemda)}
    for planted in planted_pegawai():
        if planted.employment.nip not in here:
            _plant_one(planted, opd[planted.opd], actor, reason)


def _plant_one(planted: PlantedPegawai, opd: Opd, actor: Actor, reason: str) -> None:
    person = register_person(name=planted.nama, is_made_up=True, actor=actor, reason=reason)
    pegawai = employ(
        person=person, opd=opd, employment=planted.employment, actor=actor, reason=reason
    )
    for post in planted.posts:
        record_post(pegawai=pegawai, post=post, actor=actor, reason=reason)
    for absence in planted.absences:
        record_absences(
            pegawai=pegawai,
            days=absence.days,
            has_valid_reason=absence.has_valid_reason,
            actor=actor,
            reason=reason,
        )
