"""People recorded twice: one pair to decide, one kept apart, one merged; long retired."""

from datetime import date

from tests.support import units
from tests.support.registry import REASON, WARNI

from pamong.apps.core.models import PersonIdentifier
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kualitas.counting import count_quality
from pamong.apps.organisasi.models import Pemda
from pamong.apps.penggabungan.carrying_out import merge_pegawai
from pamong.apps.penggabungan.deciding import keep_apart
from pamong.apps.penggabungan.looking import look_for_duplicates
from pamong.apps.penggabungan.models import DuplicatePair

DAY = date(2021, 6, 1)
TOLD = {"day": DAY, "actor": WARNI, "reason": REASON}


def recorded_twice(pemda: Pemda) -> dict[str, str]:
    """Record them; return the pages about them, each below that of the list."""
    opd = units.opd(pemda, "Dinas Kembar")
    undecided = _two(opd, "Mawar Umpama", "Mawarr Umpama", date(1941, 1, 1))
    apart = _two(opd, "Melati Umpama", "Melatti Umpama", date(1942, 2, 2))
    stays, away = _two(opd, "Kenanga Umpama", "Kenangga Umpama", date(1943, 3, 3))
    look_for_duplicates(pemda=pemda, day=DAY)
    keep_apart(one=apart[0], other=apart[1], **TOLD)
    merging = merge_pegawai(stays=stays, away=away, choices={"nama": "tetap"}, **TOLD)
    count_quality(pemda=pemda, day=DAY)
    pairs = {pair.first_id: pair.public_id for pair in DuplicatePair.objects.filter(pemda=pemda)}
    pair, other = pairs[undecided[0].pk], pairs[apart[0].pk]
    return {
        "daftar": "",
        "bukan orang yang sama": "bukan/",
        "sudah digabung": "gabungan/",
        "satu pasangan": f"{pair}/",
        "bukan": f"{pair}/bukan/",
        "tarik": f"{other}/tarik/",
        "gabung": f"{pair}/gabung/",
        "satu gabungan": f"gabungan/{merging.public_id}/",
        "batal": f"gabungan/{merging.public_id}/batal/",
    }


def _two(opd, name: str, spelled: str, born: date) -> tuple[Pegawai, Pegawai]:
    since, until = date(born.year + 25, 1, 1), date(born.year + 58, 1, 1)
    two = [units.employ(opd, each, since=since, until=until) for each in (name, spelled)]
    for place, one in enumerate(two):
        Pegawai.objects.filter(pk=one.pk).update(born_on=born)
        number = f"99{born:%y%m%d}99990{place + 1}001"[:18]
        PersonIdentifier.objects.create(
            person=one.person, kind="nip_lama", value=number, ends_before=until
        )
    return two[0], two[1]
