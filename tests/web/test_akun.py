"""Akun: those who look after accounts do so in their own government, and no further."""

import html
import re
from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from tests.support.codes import code_now
from tests.support.units import employ, unit

from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.core.selectors import history_of
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Opd

DAY = date(2019, 1, 1)
WHY = {"reason": "untuk pengujian"}


def user_with(role: Role, pemda=None, opd=None, username="") -> User:
    user = User.objects.create(username=username or f"u-{role}", nama=f"{role.label} (rekaan)")
    RoleGrant.objects.create(user=user, role=role, pemda=pemda, opd=opd, starts_on=DAY)
    return user


@pytest.fixture
def bkd(contoh) -> Client:
    browser = Client()
    browser.force_login(user_with(Role.BKD_ADMIN, contoh))
    return browser


@pytest.fixture
def tini(contoh) -> User:
    return user_with(Role.AJUDAN, contoh, username="tini")


@pytest.fixture
def dinkes(contoh) -> Opd:
    return Opd.objects.create(
        pemda=contoh, nama="Dinas Kesehatan", jenis="dinas", sort_key="dinas kesehatan"
    )


def at(contoh, user: User, act: str = "") -> str:
    return f"/{contoh.slug}/akun/{user.public_id}/{act}"


def typed(**more) -> dict[str, str]:
    told = {
        "username": "siti.aminah",
        "nama": "Siti Aminah (rekaan)",
        "role": "ajudan",
        "first_day": "1/1/2020",
        **WHY,
    }
    return {**told, **more}


def told_password(answer) -> str:
    return re.search(r"<code>([a-z2-9-]{19})</code>", answer.content.decode())[1]


def told_link(page: str, words: str) -> str:
    return html.unescape(re.search(rf'href="([^"]+)">{words}</a>', page)[1])


class TestTheList:
    @pytest.mark.usefixtures("tini")
    def test_it_shows_who_may_sign_in_and_as_what(self, bkd, contoh):
        page = bkd.get(f"/{contoh.slug}/akun/").content.decode()

        assert "2 akun" in page
        assert "Ajudan kepala daerah" in page

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ({"cari": "TIN"}, 1),
            ({"peran": "ajudan"}, 1),
            ({"peran": "raja"}, 2),
            ({"keadaan": "tutup"}, 0),
            ({"keadaan": "buka"}, 2),
            ({"setelah": "bukan kunci"}, 2),
            ({"sebelum": "00000000-0000-4000-8000-000000000000"}, 2),
        ],
    )
    @pytest.mark.usefixtures("tini")
    def test_it_is_searched(self, bkd, contoh, asked, found):
        page = bkd.get(f"/{contoh.slug}/akun/", asked).content.decode()

        assert ("Tidak ada akun" in page) if not found else (f"{found} akun" in page)

    def test_accounts_of_another_government_are_not_in_it(self, bkd, contoh, misal):
        user_with(Role.AJUDAN, misal, username="jauh")

        assert "jauh" not in bkd.get(f"/{contoh.slug}/akun/").content.decode()

    def test_it_is_cut_into_pages_and_asks_no_more_for_more(
        self, bkd, contoh, django_assert_max_num_queries
    ):
        for number in range(40):
            user_with(Role.WARGA, contoh, username=f"warga-{number}")

        with django_assert_max_num_queries(12):
            first = bkd.get(f"/{contoh.slug}/akun/").content.decode()
        at_list = f"/{contoh.slug}/akun/"
        second = bkd.get(at_list + told_link(first, "Berikutnya")).content.decode()

        assert "30 akun di halaman ini" in first
        assert "11 akun di halaman ini" in second
        back = bkd.get(at_list + told_link(second, "Sebelumnya")).content.decode()
        assert re.findall(r"warga-\d+", back) == re.findall(r"warga-\d+", first)
        named = {*re.findall(r"warga-\d+", first), *re.findall(r"warga-\d+", second)}
        assert len(named) == 40
        assert "Sebelumnya" not in first
        assert "Berikutnya" not in second


class TestOpening:
    def test_a_new_account_gets_a_password_once_and_changes_it_at_once(self, bkd, contoh):
        answer = bkd.post(f"/{contoh.slug}/akun/baru/", typed())

        password = told_password(answer)
        assert answer["Cache-Control"] == "no-store"
        browser = Client()
        gate = {"username": "siti.aminah", "password": password}
        assert browser.post("/masuk/", gate).status_code == 302
        assert browser.get(f"/{contoh.slug}/")["Location"] == "/saya/kata-sandi/"

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"username": "tini"}, "sudah dipakai"),
            ({"username": "Siti Aminah"}, "huruf kecil"),
            ({"username": "si"}, "3 sampai 60"),
            ({"role": ""}, "Belum dipilih"),
            ({"role": "kepala_opd"}, "Pilih OPD-nya"),
            ({"role": "operator"}, "operator"),
            ({"first_day": "kemarin"}, "kemarin"),
            ({"last_day": "1/1/2019"}, "berakhir sebelum"),
            ({"reason": " "}, "Belum diisi"),
        ],
    )
    @pytest.mark.usefixtures("tini")
    def test_what_is_wrong_is_said_and_nothing_is_opened(self, bkd, contoh, wrong, sentence):
        before = User.objects.count()

        answer = bkd.post(f"/{contoh.slug}/akun/baru/", typed(**wrong))

        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert User.objects.count() == before

    def test_a_role_over_a_unit_is_given_by_its_name_shown_and_ended(
        self, bkd, contoh, dinkes, tini
    ):
        bidang = unit(dinkes, "Bidang Layanan")
        told = typed(role="operator_opd", unit="dinas kesehatan / bidang layanan")

        bkd.post(at(contoh, tini, "peran/"), told)

        grant = RoleGrant.objects.get(user=tini, role=Role.OPERATOR_OPD)
        assert (grant.unit, grant.opd) == (bidang, None)
        for page in (at(contoh, tini), f"/{contoh.slug}/akun/"):
            assert "Bidang Layanan, Dinas Kesehatan" in bkd.get(page).content.decode()
        bkd.post(at(contoh, tini, "peran/2/akhiri/"), {"last_day": "1/2/2020", **WHY})
        assert RoleGrant.objects.get(pk=grant.pk).ends_before == date(2020, 2, 2)

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"role": "operator_opd", "unit": "Bidang Layana"}, "Maksudnya: Bidang Layanan"),
            ({"role": "operator_opd", "unit": "Sekretariat"}, "Ada lebih dari satu"),
            ({"role": "ajudan", "unit": "Bidang Layanan"}, "tidak berlaku pada satu unit"),
            ({"role": "atasan"}, "Pilih unitnya atau orangnya"),
        ],
    )
    def test_a_unit_that_is_not_clear_or_not_for_the_role_is_refused(
        self, bkd, contoh, dinkes, tini, wrong, sentence
    ):
        unit(dinkes, "Sekretariat")
        unit(dinkes, "Sekretariat", below=unit(dinkes, "Bidang Layanan"))

        answer = bkd.post(at(contoh, tini, "peran/"), typed(**wrong))

        assert answer.status_code == 422
        assert sentence in html.unescape(answer.content.decode())
        assert RoleGrant.objects.filter(user=tini).count() == 1

    def test_a_role_may_end_and_hold_in_one_opd(self, bkd, contoh, dinkes):
        bkd.post(
            f"/{contoh.slug}/akun/baru/",
            typed(role="kepala_opd", opd=str(dinkes.pk), last_day="31/1/2020"),
        )

        grant = RoleGrant.objects.get(user__username="siti.aminah")
        assert (grant.opd, grant.ends_before) == (dinkes, date(2020, 2, 1))


class TestThePersonBehindAnAccount:
    @pytest.fixture
    def siti(self, dinkes) -> Pegawai:
        return employ(dinkes, "Siti Umpama")

    def test_a_pegawai_named_by_the_admin_reads_the_own_record(self, bkd, contoh, siti):
        told = typed(role="pegawai", person="siti umpama (rekaan)")
        bkd.post(f"/{contoh.slug}/akun/baru/", told)

        user = User.objects.get(username="siti.aminah")
        assert "catatan Siti Umpama" in bkd.get(at(contoh, user)).content.decode()
        User.objects.filter(pk=user.pk).update(has_first_password=False)
        browser = Client()
        browser.force_login(User.objects.get(pk=user.pk))
        own = browser.get("/saya/data/", {"daerah": contoh.slug}).content.decode()
        assert siti.person.full_name in own

    def test_who_is_not_on_record_is_said_and_an_account_is_one_person(
        self, bkd, contoh, dinkes, siti, tini
    ):
        other = employ(dinkes, "Budi Umpama")
        unknown = bkd.post(at(contoh, tini, "peran/"), typed(role="pegawai", person="Bukan Orang"))
        assert "Tidak ada pegawai" in unknown.content.decode()
        bkd.post(at(contoh, tini, "peran/"), typed(role="pegawai", person=siti.person.nama))

        second = typed(role="sekda", person=other.person.nama)
        answer = bkd.post(at(contoh, tini, "peran/"), second)

        assert "sudah membuka catatan" in answer.content.decode()
        assert not RoleGrant.objects.filter(person=other.person).exists()


class TestRoles:
    def test_a_role_is_given_and_ended_with_its_reason_in_the_history(self, bkd, contoh, tini):
        told = {"role": "sekda", "first_day": "1/2/2020", **WHY}
        assert bkd.post(at(contoh, tini, "peran/"), told)["Location"] == at(contoh, tini)
        end = {"last_day": "31/3/2020", **WHY}
        assert bkd.post(at(contoh, tini, "peran/2/akhiri/"), end).status_code == 302

        grant = RoleGrant.objects.get(user=tini, role=Role.SEKDA)
        assert grant.ends_before == date(2020, 4, 1)
        assert [change.reason for change in history_of([grant])] == ["untuk pengujian"] * 2
        page = bkd.get(at(contoh, tini)).content.decode()
        assert "Peran sekretaris daerah" in page
        assert "untuk pengujian" in page

    def test_the_same_role_is_not_given_twice(self, bkd, contoh, tini):
        told = {"role": "ajudan", "first_day": "1/2/2020", **WHY}

        answer = bkd.post(at(contoh, tini, "peran/"), told)
        assert "sudah memegang peran itu" in answer.content.decode()

    @pytest.mark.parametrize("day", ["31/12/2018", "1/1/2017"])
    def test_a_role_does_not_end_before_it_began(self, bkd, contoh, tini, day):
        answer = bkd.post(at(contoh, tini, "peran/1/akhiri/"), {"last_day": day, **WHY})

        assert "Hari terakhir harus pada masa peran itu" in answer.content.decode()

    def test_a_role_that_is_over_or_not_there_is_not_ended(self, bkd, contoh, tini):
        RoleGrant.objects.filter(user=tini).update(ends_before=DAY + timedelta(days=9))

        assert bkd.get(at(contoh, tini, "peran/1/akhiri/")).status_code == 404
        assert bkd.get(at(contoh, tini, "peran/7/akhiri/")).status_code == 404

    def test_the_role_of_the_installation_is_not_on_offer(self, bkd, client, contoh, tini):
        assert 'value="operator"' not in bkd.get(at(contoh, tini, "peran/")).content.decode()
        assert 'value="operator"' in client.get(at(contoh, tini, "peran/")).content.decode()


class TestNoFurtherThanTheOwnPower:
    ACTS = ("peran/", "peran/1/akhiri/", "tutup/", "kata-sandi/", "faktor-kedua/", "keluar/")

    def refused(self, browser: Client, contoh, user: User, status: int = 403) -> None:
        for act in self.ACTS:
            assert browser.post(at(contoh, user, act), WHY).status_code == status, act

    def test_nobody_acts_on_his_own_account(self, contoh):
        own = user_with(Role.BKD_ADMIN, contoh)
        browser = Client()
        browser.force_login(own)

        self.refused(browser, contoh, own)
        assert "Ini akun Anda sendiri" in browser.get(at(contoh, own)).content.decode()

    def test_an_account_of_another_government_is_not_there(self, bkd, contoh, misal):
        far = user_with(Role.AJUDAN, misal, username="jauh")

        self.refused(bkd, contoh, far, 404)
        assert bkd.get(at(contoh, far)).status_code == 404

    def test_an_account_with_a_role_elsewhere_is_only_read(self, bkd, contoh, misal, tini):
        RoleGrant.objects.create(user=tini, role=Role.SEKDA, pemda=misal, starts_on=DAY)

        self.refused(bkd, contoh, tini)
        page = bkd.get(at(contoh, tini)).content.decode()
        assert "hanya dapat dibaca" in page
        assert misal.nama not in page
        assert "Riwayat perubahan" not in page

    def test_an_operator_is_beyond_who_administers_one_government(self, bkd, contoh, tini):
        RoleGrant.objects.create(user=tini, role=Role.OPERATOR, starts_on=DAY)

        self.refused(bkd, contoh, tini)

    def test_who_administers_one_opd_gives_roles_in_no_other(self, contoh, dinkes, tini):
        browser = Client()
        browser.force_login(user_with(Role.BKD_ADMIN, contoh, dinkes))
        asn = user_with(Role.ASN, contoh, dinkes)

        self.refused(browser, contoh, tini)
        told = {"role": "ajudan", "first_day": "1/2/2020", **WHY}
        whole = browser.post(at(contoh, asn, "peran/"), told)
        assert "lebih luas dari peran Anda" in whole.content.decode()
        told |= {"opd": str(dinkes.pk)}
        assert browser.post(at(contoh, asn, "peran/"), told).status_code == 302

    def test_other_roles_look_after_no_accounts(self, contoh, tini):
        browser = Client()
        browser.force_login(user_with(Role.SEKDA, contoh))

        assert browser.get(f"/{contoh.slug}/akun/").status_code == 403
        assert "Akun pengguna" not in browser.get(f"/{contoh.slug}/").content.decode()
        self.refused(browser, contoh, tini)


class TestActs:
    def signed_in(self, user: User) -> Client:
        browser = Client()
        browser.force_login(User.objects.get(pk=user.pk))
        assert browser.get("/saya/").status_code == 200
        return browser

    def test_a_closed_account_is_out_at_once_and_comes_in_when_reopened(self, bkd, contoh, tini):
        browser = self.signed_in(tini)

        assert bkd.post(at(contoh, tini, "tutup/"), WHY).status_code == 302
        assert browser.get("/saya/").status_code == 302
        assert bkd.post(at(contoh, tini, "buka/"), WHY).status_code == 302
        assert User.objects.get(pk=tini.pk).is_active

    def test_an_act_without_a_reason_does_nothing(self, bkd, contoh, tini):
        answer = bkd.post(at(contoh, tini, "tutup/"), {"reason": ""})

        assert answer.status_code == 422
        assert User.objects.get(pk=tini.pk).is_active

    def test_a_new_first_password_ends_every_session(self, bkd, contoh, tini):
        browser = self.signed_in(tini)

        password = told_password(bkd.post(at(contoh, tini, "kata-sandi/"), WHY))
        assert browser.get("/saya/").status_code == 302
        assert User.objects.get(pk=tini.pk).check_password(password)
        assert history_of([tini])[0].reason == "untuk pengujian"

    def test_every_session_is_ended(self, bkd, contoh, tini):
        browser = self.signed_in(tini)

        bkd.post(at(contoh, tini, "keluar/"), WHY)
        assert browser.get("/saya/").status_code == 302

    def test_a_lost_factor_is_taken_off_with_its_recovery_codes(self, bkd, contoh, tini):
        tini.set_password("delima kuning tujuh")
        tini.save()
        browser = Client()
        browser.post("/masuk/", {"username": "tini", "password": "delima kuning tujuh"})
        page = browser.get("/saya/faktor-kedua/pasang/").content.decode()
        secret = re.search(r'class="factor-key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
        browser.post("/saya/faktor-kedua/pasang/", {"code": code_now(secret)})
        assert Authenticator.objects.filter(user=tini).count() == 2

        bkd.post(at(contoh, tini, "faktor-kedua/"), WHY)

        assert not Authenticator.objects.filter(user=tini).exists()
        assert User.objects.get(pk=tini.pk).second_factor_since is None
        assert browser.get("/saya/").status_code == 302

    def test_a_link_to_the_sso_is_made_and_is_one_persons(self, bkd, contoh, tini, settings):
        assert bkd.get(at(contoh, tini, "sso/")).status_code == 404
        settings.PAMONG_OIDC = {"label": "SSO Contoh", "claim": "sub"}
        other = user_with(Role.WARGA, contoh, username="lain")
        told = {"subject": " subjek-9 ", **WHY}

        assert bkd.post(at(contoh, tini, "sso/"), told).status_code == 302
        assert User.objects.get(pk=tini.pk).sso_subject == "subjek-9"
        twice = bkd.post(at(contoh, other, "sso/"), told)
        assert "sudah tertaut pada akun lain" in twice.content.decode()
        bkd.post(at(contoh, tini, "sso/"), {"subject": "", **WHY})
        assert User.objects.get(pk=tini.pk).sso_subject == ""
