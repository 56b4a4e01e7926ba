"""Reorganising and appointing in the browser: what it comes to is read before the button."""

from tests.support.accessible import FITS, troubles


def test_a_structure_is_reorganised_and_an_official_appointed(visit, world):
    seen = visit("lebar")
    page = seen.open(world.pages()["satu penataan"])
    assert "Pegawai yang pindah: 1" in page.locator("main").inner_text()
    page.get_by_role("link", name="Tambah langkah").click()
    page.select_option("#id_kind", "rename_unit")
    page.fill("#id_subject", "Bidang Tera")
    page.fill("#id_nama", "Bidang Kemetrologian")
    page.get_by_role("button", name="Tambah langkah").click()
    page.wait_for_selector(".messages")
    page.get_by_role("link", name="Jalankan").click()
    paper(page, "Perbup 9/2029")
    assert "1 pegawai pindah tempat kerja." in page.locator(".plan").inner_text()
    page.get_by_role("button", name="Jalankan").click()
    page.wait_for_selector(".messages")
    assert "Penataan dijalankan berdasarkan" in page.locator(".messages").inner_text()

    page = seen.open(f"{world.pages()['susunan']}?per=2030-07-01")
    page.get_by_role("link", name="Unit di Badan Metrologi").click()
    page.wait_for_selector("text=Bidang Kemetrologian")
    page = seen.open(f"{world.pages()['susunan']}?per=2030-06-30")
    assert "Badan Metrologi" not in page.locator("main").inner_text()

    page = seen.open(world.pages()["satu penataan"])
    page.get_by_role("link", name="Batalkan").click()
    page.fill("#id_reason", "ditunda")
    page.get_by_role("button", name="Batalkan seluruhnya").click()
    page.wait_for_selector(".messages")

    page = seen.open(world.pages()["satu pelantikan"])
    page.get_by_role("link", name="Jalankan").click()
    paper(page, "821.2/77/2029")
    page.get_by_role("button", name="Jalankan").click()
    page.wait_for_selector(".messages")
    assert "Pelantikan dijalankan berdasarkan" in page.locator(".messages").inner_text()


def test_pages_of_plans_are_read_aloud_and_fit_a_phone(visit, world):
    seen = visit("sempit")
    for name in ("susunan", "susunan opd", "susunan unit", "satu penataan", "satu pelantikan"):
        page = seen.open(world.pages()[name])
        assert troubles(page) == [], name
        assert page.evaluate(FITS), name


def paper(page, number: str) -> None:
    page.fill("#id_number", number)
    page.fill("#id_decided_on", "2/5/2024")
    page.fill("#id_issued_by", "Bupati (rekaan)")
    page.fill("#id_reason", "ditetapkan")
    page.get_by_role("button", name="Jalankan").click()
