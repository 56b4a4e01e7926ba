"""The riwayat of an employment: one by one and by the thousand, dated, sourced, constrained."""

from datetime import date

import pytest
from tests.support.registry import REASON, WARNI

from pamong.apps.core.models import Person
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.selectors import history_of
from pamong.apps.kepegawaian.enrolling import enrol
from pamong.apps.kepegawaian.enrolments import (
    DiklatEntry,
    Enrolment,
    JabatanEntry,
    PangkatEntry,
    PendidikanEntry,
)
from pamong.apps.kepegawaian.models import (
    JabatanAsn,
    JenjangFungsional,
    Pegawai,
    RiwayatCoverage,
    RiwayatDiklat,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pamong.apps.kepegawaian.services import Employment, Post, employ, record_post
from pamong.apps.organisasi.models import Opd
from pamong.kernel.period import Period
from pamong.kernel.person_name import PersonName

BORN, TMT, RAISED = date(1985, 1, 1), date(2015, 3, 1), date(2019, 4, 1)
NIP = "198501012015030001"


@pytest.fixture
def opd(contoh):
    return Opd.objects.create(pemda=contoh, nama="Dinas Pasar", jenis="dinas", sort_key="d")


def employment(nip=NIP, *, kind="pns"):
    return Employment(kind, nip, Period(TMT), "lima_hari", holds_post=True, born_on=BORN)


@pytest.fixture
def pegawai(siti, opd):
    return employ(person=siti, opd=opd, employment=employment(), actor=WARNI, reason=REASON)


def teacher(**changed):
    return Post(
        **{
            "kind": JabatanAsn.FUNGSIONAL,
            "jenjang": JenjangFungsional.AHLI_PERTAMA,
            "nama": "Guru",
            "period": Period(TMT),
            "source": "SK 821/1 (rekaan)",
            **changed,
        }
    )


def add(pegawai, post):
    return record_post(pegawai=pegawai, post=post, actor=WARNI, reason=REASON)


def test_a_birth_date_is_the_employment_s_own_and_may_be_unknown(siti, budi, opd, pegawai):
    unknown = Employment("pns", "1", Period(TMT), "lima_hari", holds_post=None)
    other = employ(person=budi, opd=opd, employment=unknown, actor=WARNI, reason=REASON)

    assert (pegawai.born_on, other.born_on) == (BORN, None)


def test_a_post_is_recorded_with_its_days_and_its_source(pegawai):
    entry = add(pegawai, teacher())

    assert (entry.kind, entry.jenjang, entry.period) == ("fungsional", "ahli_pertama", Period(TMT))
    assert entry.source == "SK 821/1 (rekaan)"


def test_a_functional_post_may_be_held_beside_another(pegawai):
    add(pegawai, teacher())
    add(pegawai, teacher(kind=JabatanAsn.ADMINISTRATOR, jenjang=None, nama="Kepala Bidang"))

    assert pegawai.riwayat_jabatan.on(RAISED).count() == 2


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"source": ""}, "Sumber riwayat ini kosong"),
        ({"kind": JabatanAsn.PELAKSANA}, "Hanya jabatan fungsional mempunyai jenjang"),
    ],
)
def test_a_post_that_cannot_be_is_refused_with_a_sentence(pegawai, changed, sentence):
    with pytest.raises(RefusedError, match=sentence):
        add(pegawai, teacher(**changed))

    assert not RiwayatJabatan.objects.exists()


def test_the_same_post_is_recorded_once(pegawai):
    add(pegawai, teacher())

    with pytest.raises(RefusedError, match="sudah tercatat"):
        add(pegawai, teacher())


def whole(opd, nip=NIP, nama="Ani Rekawati", **changed):
    parts = {
        "pangkat": [
            PangkatEntry("III/a", TMT, RAISED, "rekaan"),
            PangkatEntry("III/b", RAISED, None, "rekaan"),
        ],
        "jabatan": [JabatanEntry("fungsional", "ahli_pertama", "Guru", TMT, None, "rekaan")],
        "pendidikan": [PendidikanEntry("s1", "Pendidikan", date(2008, 7, 1), "rekaan")],
        "diklat": [DiklatEntry("teknis", "Kurikulum", 20, RAISED, date(2019, 4, 4), "rekaan")],
        **changed,
    }
    return Enrolment(PersonName(nama, "", "S.Pd."), opd.pk, employment(nip), **parts)


def take_in(pemda, *people):
    return enrol(
        pemda=pemda,
        people=people,
        complete=Period(date(2000, 1, 1)),
        source="rekaan",
        actor=WARNI,
        reason=REASON,
    )


def test_many_people_are_taken_in_with_everything_and_with_history(contoh, opd):
    first, second = take_in(contoh, whole(opd), whole(opd, NIP[:-1] + "2", "Bima Rekawan"))

    pegawai = Pegawai.objects.select_related("person").get(pk=first.pegawai_id)
    assert str(pegawai.person) == "Ani Rekawati (rekaan)"
    assert pegawai.person.sort_key == "ani rekawati"
    assert pegawai.person.identifiers.get().value == NIP
    assert (pegawai.pemda, pegawai.placements.get().opd) == (contoh, opd)
    assert pegawai.born_on == BORN
    assert [str(row.golongan) for row in pegawai.riwayat_pangkat.order_by("id")] == [
        "III/a",
        "III/b",
    ]
    assert pegawai.riwayat_pendidikan.get().field_of_study == "Pendidikan"
    assert pegawai.riwayat_diklat.get().hours == 20
    assert Person.objects.get(pk=second.person_id).nama == "Bima Rekawan"
    for model in (Person, Pegawai, RiwayatPangkat, RiwayatJabatan, RiwayatPendidikan):
        rows = list(model.objects.all())
        assert {(told.actor, told.reason) for told in history_of(rows)} == {(WARNI.label, REASON)}
        assert len(history_of(rows)) == len(rows)


def test_an_enrolment_says_since_when_its_riwayat_are_complete(contoh, opd):
    take_in(contoh, whole(opd))

    covered = RiwayatCoverage.objects.filter(pemda=contoh, opd=None)
    assert {row.riwayat for row in covered} == {"pangkat", "jabatan", "pendidikan", "diklat"}
    assert {row.starts_on for row in covered} == {date(2000, 1, 1)}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"nip": NIP}, "Nomor identitas ini sudah tercatat"),
        (
            {
                "pangkat": [
                    PangkatEntry("III/a", TMT, None, "x"),
                    PangkatEntry("II/a", TMT, None, "x"),
                ]
            },
            "sudah bergolongan lain",
        ),
        ({"pangkat": [PangkatEntry("III/a", RAISED, TMT, "x")]}, "mendahului hari pertama"),
    ],
)
def test_one_bad_row_refuses_the_whole_intake_with_a_sentence(contoh, opd, changed, sentence):
    bad = whole(opd, **{"nip": NIP[:-1] + "2", **changed})

    with pytest.raises(RefusedError, match=sentence):
        take_in(contoh, whole(opd), bad)

    assert not Person.objects.filter(nama="Ani Rekawati").exists()
    assert not RiwayatDiklat.objects.exists()
