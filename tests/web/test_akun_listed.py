"""Giving roles by a list, on the pages: each row looked at, then all of them or none."""

import pytest
from tests.support import units
from tests.support.openings import nip_of, numbered
from tests.web.test_akun import WHY, user_with
from tests.web.test_akun_many import SURE, browser_of, opened

from pamong.apps.accounts.models import Role, RoleGrant
from pamong.web.akun import listed_rows


@pytest.fixture
def bkd(contoh):
    return browser_of(user_with(Role.BKD_ADMIN, contoh, username="warni"))


@pytest.fixture
def pasar(contoh):
    return units.opd(contoh, "Dinas Pasar")


@pytest.fixture
def people(bkd, pasar):
    """Two people with accounts of their own."""
    found = [numbered(pasar, "Ani", 1), numbered(pasar, "Budi", 2)]
    opened(bkd, pasar)
    return found


def sent(browser, pemda, rows, **more):
    return browser.post(f"/{pemda.slug}/akun/peran/", {"rows": "\n".join(rows), **WHY, **more})


def given():
    rows = RoleGrant.objects.exclude(role__in=[Role.PEGAWAI, Role.BKD_ADMIN])
    return [
        (row.user.nama, row.role, str(row.opd or row.unit or ""), row.starts_on, row.ends_before)
        for row in rows.select_related("user", "opd", "unit").order_by("user__nama", "id")
    ]


def test_rows_are_looked_at_then_given_as_one_act(bkd, pasar, people):
    ani, _budi = people
    tera = units.unit(pasar, "Bidang Tera")
    rows = [
        "No\tNIP\tPeran\tOPD\tMulai\tSampai",
        f"1\t{nip_of(ani)}\tKepala OPD\tDinas Pasar\t1/12/2026\t",
        "2\tBudi\toperator_opd\tDinas Pasar / Bidang Tera\t\t31/12/2027",
    ]

    seen = sent(bkd, pasar.pemda, rows).content.decode()

    assert f"Ani (rekaan) ({nip_of(ani)}): kepala OPD, Dinas Pasar, mulai 1 Desember 2026." in seen
    assert "operator OPD, Bidang Tera" in seen
    assert "sampai 31 Desember 2027." in seen
    assert given() == []

    done = sent(bkd, pasar.pemda, rows, **SURE)

    assert done.status_code == 302
    ((name, role, over, starts, ends), second) = given()
    assert (name, role, over) == ("Ani (rekaan)", Role.KEPALA_OPD, "Dinas Pasar")
    assert (starts.isoformat(), ends) == ("2026-12-01", None)
    assert second[1:3] == (Role.OPERATOR_OPD, str(tera))  # the unit itself: it may be renamed
    assert second[4].isoformat() == "2028-01-01"


def test_doubtful_rows_are_named_and_hold_up_the_others(bkd, pasar, people):
    ani, _budi = people
    numbered(pasar, "Candra", 3)
    rows = [
        f"{nip_of(ani)};operator OPD;Dinas Pasar",
        "Candra;operator OPD;Dinas Pasar",
        "Tidak Ada;operator OPD;Dinas Pasar",
        "Budi;jagoan;Dinas Pasar",
        "Budi;operator OPD;Dinas Sawah",
        "Budi;operator OPD;Dinas Pasar;32/1/2026",
        "Budi;operator OPD;Dinas Pasar;2/1/2026;1/1/2026",
        "Budi",
        "Budi;kepala OPD",
        f"{nip_of(ani)};operator OPD;Dinas Pasar",
        "warni;inspektorat",
        "Budi;operator",
    ]

    answer = sent(bkd, pasar.pemda, rows, **SURE)

    page = answer.content.decode()
    assert answer.status_code == 422
    for row, sentence in {
        2: "Belum punya akun yang terbuka",
        3: "Tidak ada pegawai dengan NIP atau nama itu",
        4: "&quot;jagoan&quot; tidak dikenal. Yang ada: operator, admin BKD",
        5: "&quot;Dinas Sawah&quot; tidak ada dalam susunan",
        6: "32/1/2026",
        7: "hari",
        8: "Tulis akunnya dan perannya",
        9: "Pilih OPD-nya",
        10: "sudah memegang peran itu",
        11: "lebih luas dari peran Anda sendiri, atau akun ini akun Anda",
        12: "lebih luas dari peran Anda sendiri",
    }.items():
        assert any(f"Baris {row} (" in line and sentence in line for line in page.splitlines()), (
            row,
            sentence,
        )
    assert "Baris 1 (" not in page
    assert given() == []


def test_an_atasan_without_a_unit_reaches_by_the_posts_of_the_person(bkd, pasar, people):
    sent(bkd, pasar.pemda, ["Ani;atasan"], **SURE)

    assert RoleGrant.objects.get(role=Role.ATASAN).person == people[0].person


def test_nobody_of_another_government_is_named(misal, people):
    stranger = browser_of(user_with(Role.BKD_ADMIN, misal, username="jauh"))

    page = sent(stranger, misal, [f"{nip_of(people[0])};inspektorat"], **SURE).content.decode()

    assert "Tidak ada pegawai dengan NIP atau nama itu" in page
    assert given() == []


def test_a_closed_account_gets_nothing(bkd, pasar, people):
    address = f"/{pasar.pemda.slug}/akun/"
    user = RoleGrant.objects.get(person=people[0].person).user
    bkd.post(f"{address}{user.public_id}/tutup/", {**WHY, **SURE})

    page = sent(bkd, pasar.pemda, [f"{user.username};inspektorat"], **SURE).content.decode()

    assert "Akun ini ditutup" in page
    assert given() == []


def test_nothing_and_too_many_are_said(bkd, pasar, people, monkeypatch):
    monkeypatch.setattr(listed_rows, "MOST", 1)

    nothing = sent(bkd, pasar.pemda, ["NIP;Peran"], **SURE).content.decode()
    many = sent(bkd, pasar.pemda, ["Ani;inspektorat", "Budi;inspektorat"], **SURE)

    assert "Tidak ada satu baris pun yang memberi peran" in nothing
    assert "Paling banyak 1 baris sekali jalan" in many.content.decode()
    assert given() == []
