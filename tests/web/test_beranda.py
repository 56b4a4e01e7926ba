"""Beranda: who leads on the day, on what basis, and what is not recorded."""

from datetime import date

from tests.support import registry

from pamong.apps.organisasi.models import JabatanHolding

NOT_PROOF = "Tidak tercatat di sini bukan berarti tidak ada."


def told(client, world, day: str) -> str:
    return " ".join(client.get(f"/{world.pemda.slug}/", {"per": day}).content.decode().split())


def test_a_holder_stands_there_with_capacity_days_and_source(client, world):
    page = told(client, world, "2021-03-02")

    assert "Siti Rekayasari (rekaan)" in page
    assert ">definitif</span>" in page
    assert "Sejak 1 Maret 2021" in page
    assert f'href="/dokumen/{world.paper.public_id}/' in page
    assert "Menurut dokumen uji-1 (23 September 2020)" in page
    assert "Nomor SK belum dimasukkan." in page


def test_leave_is_shown_with_its_days_and_who_acts(client, world):
    page = told(client, world, "2024-10-01")

    assert "Cuti kampanye 25 September–23 November 2024" in page
    assert "Yang melaksanakan tugas" in page
    assert "Budi Contohadi (rekaan)" in page


def test_where_nobody_is_recorded_as_acting_the_page_says_only_that(client, world):
    JabatanHolding.objects.filter(capacity="pjs").delete()

    page = told(client, world, "2024-10-01")
    assert (
        "Belum ada catatan di sistem ini tentang siapa yang melaksanakan tugas bupati pada "
        f"25 September–23 November 2024. {NOT_PROOF}"
    ) in page


def test_an_office_of_which_nothing_is_known_is_not_recorded(client, world):
    page = told(client, world, "2019-01-15")

    assert page.count("Belum tercatat siapa yang memangku jabatan ini pada 15 Januari 2019.") == 3
    assert NOT_PROOF in page


def test_what_only_an_old_paper_says_is_last_known(client, world):
    page = told(client, world, "2026-11-23")

    assert "Terakhir diketahui: <strong>Tono Andaikata (rekaan)</strong>" in page


def test_an_office_below_the_leaders_is_told_once_a_paper_names_it(
    client, world, kepala_bkd, berita, budi
):
    registry.attest(budi, kepala_bkd, on=date(2025, 1, 15), by=berita)

    assert "Kepala BKD" not in told(client, world, "2025-01-14")
    assert "Menurut dokumen uji-1 (15 Januari 2025)" in told(client, world, "2025-01-15")


def test_a_directive_names_giver_addressee_and_document(client, world):
    page = told(client, world, "2024-10-01")

    assert "Datang tepat waktu" in page
    assert "Siti Rekayasari (rekaan), Bupati Contoh (rekaan)" in page
    assert "semua OPD" in page
    assert "Menurut dokumen uji-kukuh (9 September 2024)" in page


def test_open_findings_are_told_in_short(client, world):
    assert f"/temuan/{world.finding.public_id}/" in told(client, world, "2024-10-01")


def test_nothing_of_another_government_is_told(client, world, misal):
    page = client.get(f"/{misal.slug}/", {"per": "2024-10-01"}).content.decode()

    assert "Siti Rekayasari" not in page
    assert "Datang tepat waktu" not in page
