"""Lists of posts: who acts and until when, what is vacant, need against holders."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from python_calamine import load_workbook
from tests.support import registry, units

from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.kepegawaian.models import RiwayatJabatan
from pamong.apps.organisasi.models import (
    JabatanKind,
    OfficeRecordsCoverage,
    OfficeRecordsKind,
    PostState,
)
from pamong.kernel.capacity import Capacity

BASE = "/kabupaten-contoh-rekaan/daftar/"
SOURCE = {"source": "SK rekaan"}
DAY = "?per=2025-05-01"


def browser(role: Role, pemda, **more) -> Client:
    user = User.objects.create(username=role.value, nama=f"{role.label} (rekaan)")
    RoleGrant.objects.create(user=user, role=role, pemda=pemda, starts_on=date(2019, 1, 1), **more)
    client = Client()
    client.force_login(user)
    return client


def text_of(client, address: str) -> str:
    answer = client.get(f"{BASE}{address}")
    assert answer.status_code == 200, address
    return answer.content.decode()


def sheet_of(client, address: str) -> list[list[object]]:
    answer = client.get(f"{BASE}{address}")
    assert answer.status_code == 200, address
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return book.get_sheet_by_index(0).to_python()


def row_of(client, address: str, name: str) -> list[object]:
    """Return the cells of the row of a spreadsheet that has a name in it."""
    key = address.partition("?")
    found = [row for row in sheet_of(client, f"{key[0]}excel/?{key[2]}") if name in row]
    assert len(found) == 1, name
    return found[0]


@pytest.fixture
def pasar(contoh):
    return units.opd(contoh, "Dinas Pasar")


@pytest.fixture
def head(contoh, pasar):
    return registry.office(contoh, "Kepala Dinas Pasar", opd=pasar)


@pytest.fixture
def decree(contoh):
    return registry.decree(contoh, "800/1/2025", decided_on=date(2025, 1, 14))


@pytest.fixture
def ani():
    return registry.person("Ani Rekawati")


@pytest.fixture
def analyst(contoh):
    return browser(Role.BKD, contoh)


def complete(pemda) -> None:
    OfficeRecordsCoverage.objects.create(
        pemda=pemda,
        records=OfficeRecordsKind.PEMANGKU,
        starts_on=date(2015, 1, 1),
        source="daftar rekaan",
    )


def acts(who, jabatan, decree, *, since=date(2025, 1, 15), until=None, capacity=Capacity.PLT):
    return registry.hold(who, jabatan, capacity, since=since, until=until, by=decree)


class TestActing:
    LIST = "pelaksana-tugas/"

    def test_a_plt_stands_with_the_limits_that_the_rule_counts(
        self, analyst, contoh, head, ani, decree
    ):
        complete(contoh)
        acts(ani, head, decree)

        text = text_of(analyst, f"{self.LIST}?per=2025-02-01")

        assert "Ani Rekawati" in text
        assert "14 April 2025" in text  # three months of the circular, 15 January on
        assert "14 Juli 2025" in text  # and three more
        assert "Dalam masa pertama" in text
        assert "SE BKN 1/SE/I/2021" in text

    @pytest.mark.parametrize(
        ("day", "state"),
        [
            ("2025-04-14", "Dalam masa pertama"),
            ("2025-04-15", "Dalam perpanjangan"),
            ("2025-07-14", "Dalam perpanjangan"),
            ("2025-07-15", "Melewati batas masa Plt"),
        ],
    )
    def test_it_is_judged_as_of_the_day_asked_for(
        self, analyst, contoh, head, ani, decree, day, state
    ):
        complete(contoh)
        acts(ani, head, decree)

        assert state in text_of(analyst, f"{self.LIST}?per={day}")

    def test_what_is_missing_is_named_and_nothing_is_guessed(self, analyst, head, ani, decree):
        acts(ani, head, decree)

        text = text_of(analyst, f"{self.LIST}?per=2025-05-01")

        assert "Belum dapat dinilai: perpanjangan" in text

    def test_a_day_before_and_after_the_term_nobody_acts(self, analyst, head, ani, decree):
        acts(ani, head, decree, until=date(2025, 4, 15))

        assert "Ani Rekawati" not in text_of(analyst, f"{self.LIST}?per=2025-01-14")
        assert "Ani Rekawati" in text_of(analyst, f"{self.LIST}?per=2025-04-14")
        assert "Ani Rekawati" not in text_of(analyst, f"{self.LIST}?per=2025-04-15")

    def test_the_first_to_run_out_stands_first(self, analyst, contoh, pasar, head, decree):
        second = registry.office(contoh, "Kepala Bidang Pasar", opd=pasar)
        acts(registry.person("Budi Contohadi"), head, decree, until=date(2025, 4, 1))
        acts(registry.person("Cici Umpama"), second, decree, until=date(2025, 3, 1))

        text = text_of(analyst, f"{self.LIST}?per=2025-02-01")

        assert text.index("Cici Umpama") < text.index("Budi Contohadi")

    def test_a_plh_has_no_limit_of_a_rule_here(self, analyst, head, ani, decree):
        acts(ani, head, decree, capacity=Capacity.PLH)

        text = text_of(analyst, f"{self.LIST}{DAY}")

        assert "tidak ada aturan di sini yang memuat batasnya" in text

    def test_a_pj_of_the_head_is_judged_by_the_rule_about_him(self, analyst, contoh, ani, decree):
        head = registry.leading(contoh, JabatanKind.KEPALA_DAERAH)
        acts(ani, head, decree, capacity=Capacity.PJ)

        text = text_of(analyst, f"{self.LIST}{DAY}")

        assert "Masa dan jenjang penjabat (Pj) kepala daerah" in text
        assert "14 Januari 2026" in text  # a year, 15 January on

    def test_in_a_demonstration_no_rule_about_officials_judges_a_real_one(
        self, analyst, contoh, ani, decree, settings
    ):
        settings.PAMONG_DEMONSTRATION = True
        type(contoh).objects.filter(pk=contoh.pk).update(is_made_up=False)
        head = registry.leading(contoh, JabatanKind.KEPALA_DAERAH)
        acts(ani, head, decree, capacity=Capacity.PJ)

        text = text_of(analyst, f"{self.LIST}{DAY}")

        assert "Ani Rekawati" in text
        assert "tidak ada aturan di sini yang memuat batasnya" in text

    def test_one_who_acts_by_his_riwayat_alone_is_judged_by_it(self, analyst, pasar):
        budi = units.place(units.employ(pasar, "Budi Contohadi"), pasar)
        for starts_on, ends_before in (
            (date(2025, 1, 15), date(2025, 4, 15)),
            (date(2025, 4, 15), date(2025, 10, 1)),
        ):
            RiwayatJabatan.objects.create(
                pegawai=budi,
                kind="administrator",
                nama="Kepala Bidang Pasar",
                capacity="plt",
                starts_on=starts_on,
                ends_before=ends_before,
                **SOURCE,
            )

        text = text_of(analyst, f"{self.LIST}{DAY}")

        assert "Masa yang tercatat melampaui batas" in text
        assert "14 Juli 2025" in text
        assert "hanya tercatat dalam riwayat jabatan" in text

    def test_one_term_is_not_told_twice(self, analyst, pasar, head, decree):
        budi = units.place(units.employ(pasar, "Budi Contohadi"), pasar)
        acts(budi.person, head, decree)
        RiwayatJabatan.objects.create(
            pegawai=budi,
            kind="jpt_pratama",
            nama="Kepala Dinas Pasar",
            capacity="plt",
            starts_on=date(2025, 1, 15),
            **SOURCE,
        )

        rows = sheet_of(analyst, f"{self.LIST}excel/{DAY}")

        assert sum("Budi Contohadi (rekaan)" in row for row in rows) == 1

    def test_it_is_narrowed_by_capacity_opd_and_what_runs_out(
        self, analyst, contoh, pasar, head, ani, decree
    ):
        other = units.opd(contoh, "Dinas Lain")
        acts(ani, head, decree, until=date(2025, 5, 20))

        for asked, is_there in (
            (f"opd={pasar.pk}", True),
            (f"opd={other.pk}", False),
            ("kedudukan=plt", True),
            ("kedudukan=plh", False),
            ("habis=30", True),
            ("habis=lewat", False),
            ("opd=x&kedudukan=x&habis=x&hal=-1", True),
        ):
            text = text_of(analyst, f"{self.LIST}{DAY}&{asked}")
            assert ("Ani Rekawati" in text) is is_there, asked

    def test_his_own_office_is_told_beside_the_one_he_acts_in(
        self, analyst, contoh, pasar, head, ani, decree
    ):
        own = registry.office(contoh, "Sekretaris Dinas Pasar", opd=pasar)
        registry.hold(ani, own, since=date(2024, 1, 1), by=decree)
        acts(ani, head, decree)

        row = row_of(analyst, f"{self.LIST}{DAY}", "Ani Rekawati (rekaan)")

        assert "Sekretaris Dinas Pasar" in row


class TestVacant:
    LIST = "jabatan-kosong/"

    def test_a_post_is_vacant_since_the_day_after_its_last_holder(
        self, analyst, head, ani, decree
    ):
        registry.hold(ani, head, since=date(2024, 1, 1), until=date(2025, 3, 1), by=decree)

        assert "Kepala Dinas Pasar" not in text_of(analyst, f"{self.LIST}?per=2025-02-28")
        row = row_of(analyst, f"{self.LIST}?per=2025-03-01", "Kepala Dinas Pasar")
        assert date(2025, 3, 1) in row

    def test_who_acts_is_told_and_fills_nothing(self, analyst, head, ani, decree):
        acts(ani, head, decree)

        row = row_of(analyst, f"{self.LIST}{DAY}", "Kepala Dinas Pasar")

        assert "Plt Ani Rekawati (rekaan)" in row
        assert "belum tercatat" in row
        assert "Kepala Dinas Pasar" in text_of(analyst, f"{self.LIST}{DAY}&pelaksana=ada")
        assert "Kepala Dinas Pasar" not in text_of(analyst, f"{self.LIST}{DAY}&pelaksana=tidak")

    def test_what_is_vacant_above_is_told_up_to_one_that_is_held(
        self, analyst, contoh, pasar, head, ani, decree
    ):
        field = units.unit(pasar, "Bidang Los")
        section = units.unit(pasar, "Seksi Kios", below=field)
        for unit, nama, kind in (
            (field, "Kepala Bidang Los", JabatanKind.ADMINISTRATOR),
            (section, "Kepala Seksi Kios", JabatanKind.PENGAWAS),
        ):
            office = registry.office(contoh, nama, opd=pasar)
            office.kind = kind
            office.save()
            PostState.objects.create(jabatan=office, opd=pasar, unit=unit, nama=nama, **SOURCE)

        row = row_of(analyst, f"{self.LIST}{DAY}", "Kepala Seksi Kios")
        assert "Dinas Pasar › Bidang Los › Seksi Kios" in row
        assert "Kepala Bidang Los, Kepala Dinas Pasar" in row

        registry.hold(ani, head, since=date(2024, 1, 1), by=decree)
        row = row_of(analyst, f"{self.LIST}{DAY}", "Kepala Seksi Kios")
        assert row[-1] == "Kepala Bidang Los"

    @pytest.mark.usefixtures("head")
    def test_where_records_are_not_complete_it_does_not_say_that_it_is_empty(
        self, analyst, contoh
    ):
        words = "Tidak tercatat di sini bukan berarti jabatannya kosong"

        assert words in text_of(analyst, f"{self.LIST}{DAY}").replace("\n", " ")
        complete(contoh)
        assert words not in text_of(analyst, f"{self.LIST}{DAY}")


class TestBezetting:
    LIST = "bezetting/"

    @pytest.fixture
    def clerks(self, contoh, pasar):
        """A post of three that two hold."""
        office = registry.office(contoh, "Pengelola Pasar", opd=pasar, seats=3)
        office.kind = JabatanKind.PELAKSANA
        office.save()
        PostState.objects.create(
            jabatan=office, opd=pasar, nama="Pengelola Pasar", kelas=6, need=3, **SOURCE
        )
        for nama in ("Budi Contohadi", "Cici Umpama"):
            self.clerk(pasar, nama)
        return office

    def clerk(self, opd, nama: str) -> None:
        RiwayatJabatan.objects.create(
            pegawai=units.place(units.employ(opd, nama), opd),
            kind="pelaksana",
            nama="Pengelola Pasar",
            starts_on=date(2021, 1, 1),
            **SOURCE,
        )

    @pytest.mark.usefixtures("clerks")
    def test_need_and_holders_stand_side_by_side_with_what_lacks(self, analyst):
        row = row_of(analyst, f"{self.LIST}{DAY}", "Pengelola Pasar")

        assert row[-4:] == [3, 2, -1, "kekurangan"]

    @pytest.mark.usefixtures("clerks")
    def test_of_a_day_before_they_were_employed_all_lack(self, analyst):
        row = row_of(analyst, f"{self.LIST}?per=2019-12-31", "Pengelola Pasar")

        assert row[-4:] == [3, 0, -3, "kekurangan"]

    @pytest.mark.usefixtures("clerks", "head")
    @pytest.mark.parametrize(
        ("by", "group"),
        [
            ("opd", "Dinas Pasar"),
            ("jenis", "Jabatan pelaksana"),
            ("kelas", "Kelas 6"),
            ("jabatan", "Jabatan pelaksana"),
            ("tidak-ada", "Dinas Pasar"),
        ],
    )
    def test_posts_stand_in_groups(self, analyst, by, group):
        text = text_of(analyst, f"{self.LIST}{DAY}&menurut={by}")

        assert f'<h3 class="list-group">{group}</h3>' in text
        assert "Pengelola Pasar" in text

    @pytest.mark.usefixtures("clerks")
    def test_what_lacks_in_one_opd_is_not_made_up_for_by_another(self, analyst, contoh):
        other = units.opd(contoh, "Dinas Lain")
        office = registry.office(contoh, "Pengelola Pasar Lain", opd=other, seats=3)
        office.kind = JabatanKind.PELAKSANA
        office.save()
        PostState.objects.create(
            jabatan=office, opd=other, nama="Pengelola Pasar", need=0, **SOURCE
        )
        self.clerk(other, "Dedi Umpama")

        row = row_of(analyst, f"{self.LIST}{DAY}&menurut=jabatan", "Pengelola Pasar")

        assert row[-4:] == [3, 3, 0, "kekurangan, kelebihan"]
        assert "2 OPD" in row

    @pytest.mark.usefixtures("clerks")
    def test_a_need_that_nobody_stated_is_not_guessed(self, analyst, contoh, pasar):
        registry.office(contoh, "Staf Lain", opd=pasar, seats=2)

        row = row_of(analyst, f"{self.LIST}{DAY}", "Staf Lain")

        assert row[-1] == "kebutuhan belum tercatat"
        assert "Kebutuhan 1 jabatan belum tercatat" in text_of(analyst, f"{self.LIST}{DAY}")

    @pytest.mark.usefixtures("clerks", "head")
    def test_it_is_narrowed_by_opd_sort_and_balance(self, analyst, contoh):
        other = units.opd(contoh, "Dinas Lain")

        for asked, is_there in (
            ("jenis=pelaksana", True),
            ("jenis=kepala_opd", False),
            ("keadaan=kurang", True),
            ("keadaan=lebih", False),
            (f"opd={other.pk}", False),
            ("opd=x&jenis=x&keadaan=x", True),
        ):
            text = text_of(analyst, f"{self.LIST}{DAY}&{asked}")
            assert ("Pengelola Pasar" in text) is is_there, asked


@pytest.mark.parametrize("key", ["pelaksana-tugas", "jabatan-kosong", "bezetting"])
class TestEveryListOfPosts:
    @pytest.fixture(autouse=True)
    def acted(self, head, ani, decree):
        acts(ani, head, decree)

    def test_it_is_printed(self, analyst, key):
        text = text_of(analyst, f"{key}/cetak/{DAY}&kertas=f4")

        assert "Kepala Dinas Pasar" in text
        assert "cetak/f4.css" in text
        assert "<form" not in text.partition("<main")[2]

    def test_who_answers_for_another_opd_does_not_see_it(self, contoh, key):
        stranger = browser(Role.KEPALA_OPD, contoh, opd=units.opd(contoh, "Dinas Lain"))

        for part in ("", "cetak/"):
            assert "Kepala Dinas Pasar" not in text_of(stranger, f"{key}/{part}{DAY}")
        rows = sheet_of(stranger, f"{key}/excel/{DAY}")
        assert "Kepala Dinas Pasar" not in {cell for row in rows for cell in row}

    def test_who_answers_for_its_opd_sees_it(self, contoh, pasar, key):
        chief = browser(Role.KEPALA_OPD, contoh, opd=pasar)

        assert "Kepala Dinas Pasar" in text_of(chief, f"{key}/{DAY}")

    def test_another_government_sees_none_of_it(self, misal, key):
        stranger = browser(Role.BKD, misal)

        for part in ("", "cetak/", "excel/"):
            assert stranger.get(f"{BASE}{key}/{part}").status_code == 404
