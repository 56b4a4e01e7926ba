"""The whole record as of a day and as known at a moment."""

from datetime import UTC, date, datetime, timedelta

import pgtrigger
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.apps.kepegawaian.conftest import employed, opd_of
from tests.apps.kepegawaian.test_recording import (
    APRIL_19,
    APRIL_21,
    APRIL_23,
    ONE_OF_EACH,
    TOLD,
    record,
)
from tests.support import registry
from tests.support.registry import decree

from pamong.apps.core.models import PersonIdentifier
from pamong.apps.kepegawaian.models import Contact
from pamong.apps.kepegawaian.record import record_on
from pamong.apps.kepegawaian.recording import correct_entry, withdraw_entry
from pamong.apps.kepegawaian.sections import SECTIONS, section
from pamong.apps.organisasi.models import Opd, OpdState, UnitKerja, UnitState

MOST_QUERIES = 12
FIRST = datetime(2024, 1, 1, tzinfo=UTC)
KONTAK = section("kontak")


@pytest.fixture
def whole(ani):
    """Ani's record with one entry of every section."""
    for key, values in ONE_OF_EACH.items():
        started = {} if "starts_on" not in section(key).columns else {"starts_on": APRIL_19}
        year = {"year": 2019} if key == "kinerja" else {}
        paper = decree(ani.pemda, f"800/{key}", decided_on=APRIL_19)
        record(ani, {"decree": paper, **started, **values, **year}, key)
    return ani


def recorded(model, pk, at):
    """Say that the history of a row was written at ``at``."""
    events = model.pgh_event_model
    with pgtrigger.ignore(f"{events._meta.label}:append_only"):
        events.objects.filter(pgh_obj_id=pk, pgh_created_at__gt=FIRST + timedelta(400)).update(
            pgh_created_at=at
        )


def test_a_whole_record_takes_few_queries_and_tells_every_section(whole):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        told = record_on(whole, day=date(2026, 6, 1))
        shown = [
            (str(each.entry.decree), each.unit_name)
            for rows in told.sections.values()
            for each in rows
        ]

    assert len(asked) <= MOST_QUERIES
    assert len(shown) >= len(SECTIONS)
    assert all(told.sections[each.key] for each in SECTIONS)
    assert [each.value for each in told.identifiers] == ["999901012015032001"]


def test_as_known_now_the_histories_tell_what_the_tables_tell(whole):
    day = date(2026, 6, 1)
    then = record_on(whole, day=day, known_on=datetime.now(UTC) + timedelta(days=1))
    now = record_on(whole, day=day)

    for each in SECTIONS:
        fields = [field.attname for field in each.model._meta.concrete_fields]
        assert [
            [getattr(told.entry, name) for name in fields] for told in then.sections[each.key]
        ] == [[getattr(told.entry, name) for name in fields] for told in now.sections[each.key]]
    assert str(then.person) == str(now.person) == str(whole.person)
    assert then.pegawai == now.pegawai == whole


def test_before_somebody_was_on_record_nothing_is_told(ani):
    assert record_on(ani, day=date(2026, 6, 1), known_on=FIRST - timedelta(days=4000)) is None


def test_a_golongan_that_has_ended_is_told_but_not_in_force(ani):
    record(ani, {"golongan": "III/a", "starts_on": APRIL_19, "source": "SIASN"})
    record(ani, {"golongan": "III/b", "starts_on": APRIL_23, "source": "SIASN"})

    told = record_on(ani, day=APRIL_23)
    assert [(each.entry.golongan, each.is_in_force) for each in told.sections["pangkat"]] == [
        ("III/b", True),
        ("III/a", False),
    ]
    assert told.current("pangkat").entry.golongan == "III/b"
    earlier = record_on(ani, day=APRIL_23 - timedelta(days=1))
    assert earlier.current("pangkat").entry.golongan == "III/a"
    assert earlier.current("hukuman") is None


def test_a_unit_bears_the_name_of_the_day(ani, pasar):
    unit = UnitKerja.objects.create(pemda=ani.pemda)
    for nama, since, until in (
        ("Bidang Lama", APRIL_19, APRIL_23),
        ("Bidang Baru", APRIL_23, None),
    ):
        UnitState.objects.create(
            unit=unit, opd=pasar, nama=nama, sort_key="b", kind="bidang", source="Perbup",
            starts_on=since, ends_before=until,
        )  # fmt: skip
    moving = {"opd": pasar, "unit": unit, "starts_on": APRIL_19, "paper_number": "824/1"}
    record(ani, moving, "penempatan")

    for day, nama in ((APRIL_19, "Bidang Lama"), (APRIL_23, "Bidang Baru")):
        assert record_on(ani, day=day).current("penempatan").unit_name == nama


def test_the_opd_is_where_the_tree_has_the_unit_on_the_day(ani, pasar):
    unit = UnitKerja.objects.create(pemda=ani.pemda)
    trade = Opd.objects.create(pemda=ani.pemda, nama="Dinas Dagang", jenis="dinas", sort_key="g")
    for opd, since, until in ((pasar, APRIL_19, APRIL_23), (trade, APRIL_23, None)):
        UnitState.objects.create(
            unit=unit, opd=opd, nama="Bidang Tera", sort_key="b", kind="bidang", source="Perbup",
            starts_on=since, ends_before=until,
        )  # fmt: skip
    moving = {"opd": pasar, "unit": unit, "starts_on": APRIL_19, "paper_number": "824/1"}
    record(ani, moving, "penempatan")

    for day, nama in ((APRIL_19, "Dinas Pasar"), (APRIL_23, "Dinas Dagang")):
        assert str(record_on(ani, day=day).current("penempatan").entry.opd) == nama


def test_an_opd_bears_the_name_of_the_day_and_a_past_placement_that_of_its_last_day(ani, pasar):
    for nama, since, until in (
        ("Dinas Pasar", None, APRIL_21),
        ("Dinas Niaga", APRIL_21, APRIL_23),
        ("Dinas Dagang", APRIL_23, None),
    ):
        OpdState.objects.create(
            opd=pasar, nama=nama, jenis="dinas", sort_key="d", source="Perbup",
            starts_on=since, ends_before=until,
        )  # fmt: skip
    Opd.objects.filter(pk=pasar.pk).update(nama="Dinas Dagang")
    other = Opd.objects.create(pemda=ani.pemda, nama="Badan Contoh", jenis="badan", sort_key="b")

    def named(day):
        return [str(each.entry.opd) for each in record_on(ani, day=day).sections["penempatan"]]

    assert named(APRIL_19) == ["Dinas Pasar"]
    assert named(APRIL_21) == ["Dinas Niaga"]
    record(ani, {"opd": other, "starts_on": APRIL_23, "paper_number": "824/1"}, "penempatan")
    assert named(APRIL_23) == ["Badan Contoh", "Dinas Niaga"]


days = st.dates(date(2016, 1, 1), date(2026, 1, 1))
moments = st.integers(0, 300)


class RecordInTime(TestCase):
    """Whatever is recorded, corrected and withdrawn, and whenever."""

    @given(
        contacts=st.lists(
            st.tuples(days, moments, st.booleans()), max_size=5, unique_by=lambda c: c[0]
        ),
        day=days,
        known=moments,
    )
    def test_nothing_that_begins_later_and_nothing_that_was_recorded_later(
        self, contacts, day, known
    ):
        contoh = registry.government("Kabupaten Contoh", level="kabupaten", kode="00.01")
        ani = employed(opd_of(contoh), "Ani Rekawati", "999901012015032001")
        expected = []
        for number, (since, at, is_withdrawn) in enumerate(contacts):
            told = {"kind": "ponsel", "value": f"08000{number}", "starts_on": since}
            entry = record(ani, {**told, "source": "rekaan"}, "kontak")
            recorded(Contact, entry.pk, FIRST + timedelta(days=at))
            found = {"section": KONTAK, "pegawai": ani, "entry_id": entry.pk}
            if is_withdrawn:
                withdraw_entry(**found, **TOLD)
            else:
                correct_entry(**found, values={"value": f"08999{number}"}, **TOLD)
            recorded(Contact, entry.pk, FIRST + timedelta(days=at + 50))
            if since <= day and at <= known:
                is_late = at + 50 <= known
                value = f"08999{number}" if is_late else told["value"]
                expected += [] if is_late and is_withdrawn else [value]
        _move_back(ani)

        record_then = record_on(ani, day=day, known_on=FIRST + timedelta(days=known))

        assert sorted(each.entry.value for each in record_then.sections["kontak"]) == sorted(
            expected
        )


def _move_back(pegawai):
    """Let the person have been on record for long."""
    for row in (pegawai, pegawai.person, *PersonIdentifier.objects.filter(person=pegawai.person)):
        recorded(type(row), row.pk, FIRST - timedelta(days=1))
