"""The samples go in, are confirmed as a click would, and every day is answered from them.

No name stands here: real people are named in the samples alone.
"""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from tests.support.drafts import TODAY, confirm
from tests.support.registry import REASON, WARNI, government, leading

from pamong.apps.forums import editing
from pamong.apps.forums.planning import plan_confirmation
from pamong.apps.forums.services import Arrival, change_draft, receive_document
from pamong.apps.organisasi.answers import Basis
from pamong.apps.organisasi.as_of import who
from pamong.apps.organisasi.governments import (
    establish_typical_structure,
    load_governments,
    make_resident,
)
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Pemda
from pamong.kernel.capacity import Capacity

SAMPLES = sorted((Path(__file__).resolve().parents[3] / "samples").glob("*.txt"))


@pytest.fixture
def governments(db):
    load_governments(actor=WARNI, reason=REASON)
    for nama in ("Provinsi Jambi", "Provinsi Sumatera Selatan", "Kabupaten Jember"):
        make_resident(pemda=Pemda.objects.get(nama=nama), actor=WARNI, reason=REASON)
    government("Kabupaten Contoh", level="kabupaten", kode="00.01")
    for pemda in Pemda.objects.filter(is_resident=True):
        establish_typical_structure(pemda=pemda, actor=WARNI, reason=REASON)


def receive(path):
    arrival = Arrival(content=path.read_bytes(), file_name=path.name, kode=path.stem)
    return receive_document(arrival=arrival, day=TODAY, actor=WARNI)


def settled(draft):
    """Take the first candidate of each conflict, as a person would click."""
    for pointer in editing.open_conflicts(draft.content):
        draft = change_draft(
            public_id=draft.public_id,
            pointer=pointer,
            edit=partial(editing.choose, pointer=pointer, index=0),
            actor=WARNI,
        )
    return draft


@pytest.fixture
def confirmed(governments):
    for path in SAMPLES:
        confirm(settled(receive(path)))


def head_of(nama, day):
    pemda = Pemda.objects.get(nama=nama)
    (answer,) = who(pemda, day=day, jabatan=[leading(pemda, JabatanKind.KEPALA_DAERAH)])
    return answer


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_finds_its_government_and_offices_and_can_be_confirmed(path, governments):
    draft = settled(receive(path))

    plan = plan_confirmation(draft)

    assert plan.problems == []
    assert plan.pemda is not None
    assert plan.attestations
    leads = {"gubernur", "bupati", "wali kota", "wakil", "sekretaris daerah"}
    assert not [
        office for office in plan.new_offices if office.casefold().startswith(tuple(leads))
    ]


def test_the_four_days_are_answered(confirmed):
    acting = head_of("Provinsi Jambi", date(2019, 1, 15))
    definitive = head_of("Provinsi Jambi", date(2019, 3, 1))
    on_leave = head_of("Provinsi Jambi", date(2020, 10, 1))
    pjs = head_of("Kabupaten Jember", date(2024, 9, 25))

    assert acting.holder.capacity is Capacity.PLT
    assert definitive.holder.capacity is Capacity.DEFINITIF
    assert definitive.holder.source.basis is Basis.DOCUMENT
    assert definitive.holder.person_id == acting.holder.person_id == on_leave.holder.person_id
    assert on_leave.leave.kind == "cuti_kampanye"
    assert on_leave.acting is None
    assert on_leave.notes[-1] == (
        "Belum ada catatan di sistem ini tentang siapa yang melaksanakan tugas gubernur pada "
        "26 September–5 Desember 2020. Tidak tercatat di sini bukan berarti tidak ada."
    )
    assert pjs.holder.capacity is Capacity.PJS
    assert pjs.holder.source.basis is Basis.ATTESTATION


def test_nobody_is_shown_as_in_office_today_on_the_strength_of_an_old_text(confirmed):
    for pemda in Pemda.objects.filter(is_resident=True):
        assert all(answer.holder is None for answer in who(pemda, day=date(2026, 11, 1)))


def test_no_office_that_leads_was_opened_twice(confirmed):
    for pemda in Pemda.objects.filter(is_resident=True):
        for kind in (JabatanKind.KEPALA_DAERAH, JabatanKind.WAKIL_KEPALA_DAERAH):
            assert Jabatan.objects.filter(pemda=pemda, kind=kind).count() == 1
