"""What the apps tell the law: the columns that the law declares, of the governments asked for."""

from datetime import date

import pytest
from django.db import connection
from tests.apps.kepegawaian.test_recording import ONE_OF_EACH
from tests.support.registry import REASON, WARNI, decree, hold, leave, person

from pamong.apps.findings.gathering import gather, sources
from pamong.apps.kepegawaian.models import JabatanAsn, Riwayat
from pamong.apps.kepegawaian.recording import record_entry
from pamong.apps.kepegawaian.sections import section
from pamong.apps.kepegawaian.services import (
    Employment,
    Post,
    employ,
    record_post,
    record_riwayat_coverage,
)
from pamong.apps.organisasi.coverage import record_office_coverage
from pamong.apps.organisasi.facilities import NewFacility, register_facility
from pamong.apps.organisasi.handing_over import BastText, hand_over
from pamong.apps.organisasi.models import FacilityKind, OfficeRecordsKind, Opd
from pamong.apps.organisasi.services import name_election, record_pilkada_participation
from pamong.apps.presensi.services import record_absences, record_coverage
from pamong.kernel.period import Period
from pamong.law.fact_table import fact_table, fact_tables
from pamong.law.tables import arrow_schema

NEVER_STORED = {"pencalonan", "kegiatan_kampanye"}
MARCH = Period.inclusive(date(2026, 3, 1), date(2026, 3, 31))


def fill(pemda, *, nip):
    """Put one row into every fact table of a government."""
    jabatan = pemda.jabatan.get(kind="kepala_daerah")
    head = person(f"Kepala {pemda.short_name}")
    paper = decree(pemda, "131/1", decided_on=date(2021, 2, 1))
    held = hold(head, jabatan, since=date(2021, 2, 20), by=paper)
    name_election(holding=held, pilkada="2020", actor=WARNI, reason=REASON)
    leave(head, jabatan, since=date(2024, 9, 25), until=date(2024, 11, 24), by=paper)
    record_pilkada_participation(
        pemda=pemda, pilkada="2024", participates=True, source="rekaan", actor=WARNI, reason=REASON
    )
    opd = Opd.objects.create(pemda=pemda, nama="Dinas Pasar", jenis="dinas", sort_key="d")
    employment = Employment(
        kind="pns",
        nip=nip,
        period=Period(date(2020, 1, 1)),
        work_week="lima_hari",
        holds_post=None,
    )
    pegawai = employ(
        person=person("Ani Rekawati"), opd=opd, employment=employment, actor=WARNI, reason=REASON
    )
    post = Post(JabatanAsn.PELAKSANA, "Pengelola pasar", Period(date(2020, 1, 1)), "rekaan")
    record_post(pegawai=pegawai, post=post, actor=WARNI, reason=REASON)
    for key, values in ONE_OF_EACH.items():
        entry = {"source": "rekaan", "starts_on": date(2020, 1, 1), **values}
        entry["stopped_on"] = date(2040, 1, 1)  # what began would be ended by an earlier day
        wanted = {name: entry[name] for name in entry if name in section(key).columns}
        record_entry(
            section=section(key), pegawai=pegawai, values=wanted, actor=WARNI, reason=REASON
        )
    for riwayat in Riwayat:
        record_riwayat_coverage(
            pemda=pemda,
            riwayat=riwayat,
            period=Period(date(2020, 1, 1)),
            source="rekaan",
            actor=WARNI,
            reason=REASON,
        )
    record_absences(
        pegawai=pegawai, days=[date(2026, 3, 2)], has_valid_reason=None, actor=WARNI, reason=REASON
    )
    record_coverage(opd=opd, period=MARCH, source="rekaan", actor=WARNI, reason=REASON)
    fill_facilities(jabatan, head)
    return pegawai


def fill_facilities(jabatan, head):
    """Hand a facility to ``head``, and say that the records of offices are complete."""
    told = {"actor": WARNI, "reason": REASON}
    house = NewFacility(FacilityKind.RUMAH_DINAS, "Rumah dinas", "", "", date(2020, 1, 1))
    facility = register_facility(jabatan=jabatan, new=house, **told)
    sekda = jabatan.pemda.jabatan.get(kind="sekda")
    hand_over(
        facilities=[facility],
        person=head,
        paper=BastText("030/1", date(2021, 3, 1), sekda),
        day=date(2025, 6, 2),
        **told,
    )
    for records in OfficeRecordsKind:
        record_office_coverage(
            pemda=jabatan.pemda, records=records, period=MARCH, source="rekaan", **told
        )


@pytest.fixture
def filled(contoh, misal):
    return {pemda: fill(pemda, nip=nip) for pemda, nip in ((contoh, "1"), (misal, "2"))}


@pytest.mark.parametrize("name", sorted(sources()))
@pytest.mark.django_db
def test_a_source_gives_the_columns_that_the_law_declares_in_their_order(name):
    with connection.cursor() as cursor:
        cursor.execute(sources()[name].sql, {"pemda": [0], "day": MARCH.start})
        columns = tuple(column.name for column in cursor.description)

    assert columns == fact_table(name).column_names


@pytest.mark.parametrize("name", sorted(sources()))
def test_a_source_gives_the_rows_of_one_government_in_the_types_of_the_law(name, filled, contoh):
    told = gather([name], pemda_ids=[contoh.pk])[name]

    assert told.num_rows > 0
    for column in fact_table(name).columns:
        values = told.column(column.name)
        assert values.type == arrow_schema(fact_table(name)).field(column.name).type
        assert values.null_count == 0 or not column.required
        if column.one_of:
            assert set(values.to_pylist()) <= {*column.one_of, None}
    if "pemda_id" in told.column_names:
        assert set(told.column("pemda_id").to_pylist()) == {contoh.pk}


def test_posts_are_those_of_the_government_s_own_people(filled, contoh):
    told = gather(["riwayat_jabatan"], pemda_ids=[contoh.pk])["riwayat_jabatan"]

    assert told.column("pegawai_id").to_pylist() == [filled[contoh].pk]


def test_the_coverage_of_one_riwayat_says_nothing_of_another(filled, contoh):
    record_riwayat_coverage(
        pemda=contoh,
        riwayat=Riwayat.DIKLAT,
        period=MARCH,
        source="rekaan",
        actor=WARNI,
        reason=REASON,
    )

    told = gather(["riwayat_jabatan_cakupan"], pemda_ids=[contoh.pk])["riwayat_jabatan_cakupan"]

    assert told.column("starts_on").to_pylist() == [date(2020, 1, 1)]


def test_days_of_absence_are_those_of_the_government_s_own_people(filled, contoh):
    told = gather(["presensi"], pemda_ids=[contoh.pk])["presensi"]

    assert told.column("pegawai_id").to_pylist() == [filled[contoh].pk]


def test_a_tenure_carries_the_election_that_it_stems_from(filled, contoh):
    told = gather(["pemangku"], pemda_ids=[contoh.pk])["pemangku"]

    assert told.column("pilkada").to_pylist() == ["2020"]


def test_a_facility_is_told_with_the_days_of_its_papers(filled, contoh):
    (row,) = gather(["fasilitas_jabatan"], pemda_ids=[contoh.pk])["fasilitas_jabatan"].to_pylist()

    assert (row["jenis"], row["diserahkan_on"], row["dikembalikan_on"]) == (
        "rumah_dinas",
        date(2021, 3, 1),
        None,
    )


def test_several_governments_can_be_asked_for_at_once(filled, contoh, misal):
    told = gather(["pemda"], pemda_ids=[contoh.pk, misal.pk])["pemda"]

    assert told.column("kode").to_pylist() == ["00.01", "00.71"]


@pytest.mark.django_db
def test_what_no_app_tells_is_an_empty_table_of_the_right_form():
    for name in fact_tables().keys() - sources().keys():
        assert gather([name], pemda_ids=[1])[name].num_rows == 0


def test_a_candidacy_is_never_stored():
    assert not NEVER_STORED & sources().keys()


def test_every_source_is_a_table_of_the_law():
    assert sources().keys() <= fact_tables().keys()
