"""Recording by decree in the browser: a Pjs is shown with his SK, a second holder is refused."""

from tests.support.accessible import FITS, troubles


def test_a_pjs_by_decree_leads_on_his_day_and_a_second_holder_is_refused(visit, world):
    seen = visit("sempit")
    page = seen.open(f"{world.pages()['jabatan']}?per=2024-12-01")
    page.get_by_role("link", name="Catat berdasarkan SK").click()
    fill(page, role="pjs", first_day="25/11/2024", last_day="24/12/2024")
    page.get_by_role("button", name="Catat", exact=True).click()
    page.wait_for_url("**/?per=2024-12-01")

    assert "dicatat berdasarkan SK 131/77/2024" in page.locator(".messages").inner_text()
    page = seen.open(f"/{world.pemda.slug}/?per=2024-12-01")
    leader = page.locator(".leader").first.inner_text()
    assert "Tono Andaikata (rekaan)" in leader
    assert "Berdasarkan SK 131/77/2024 (20 November 2024)" in leader

    page = seen.open(f"{world.pages()['catat']}")
    fill(page, role="definitif", first_day="1/1/2025", last_day="", name="Orang Lain")
    page.get_by_role("button", name="Catat", exact=True).click()
    refused = page.locator(".message-error")
    assert "Siti Rekayasari (rekaan) tercatat memangku jabatan ini" in refused.inner_text()
    assert page.locator("#id_name").input_value() == "Orang Lain"
    assert troubles(page) == []
    assert page.evaluate(FITS)
    seen.troubles.clear()  # Chromium counts a page with 422 as an error

    page.get_by_role("link", name="Akhiri masa jabatan yang tercatat").click()
    page.fill("#id_last_day", "31/12/2024")
    page.fill("#id_reason", "berhenti")
    page.get_by_role("button", name="Catat hari terakhir").click()
    page.wait_for_selector(".messages")
    assert "hari terakhir 31 Desember 2024 dicatat" in page.locator(".messages").inner_text()


def test_the_form_works_without_a_script(visit, world):
    page = visit(java_script_enabled=False).open(world.pages()["catat"])
    fill(page, role="pjs", first_day="25/11/2024", last_day="24/12/2024")
    page.get_by_role("button", name="Catat", exact=True).click()

    assert "dicatat berdasarkan SK 131/77/2024" in page.locator(".messages").inner_text()


def fill(page, *, role: str, first_day: str, last_day: str, name: str = "Tono Andaikata") -> None:
    page.fill("#id_name", name)
    page.select_option("#id_role", role)
    page.fill("#id_first_day", first_day)
    page.fill("#id_last_day", last_day)
    page.fill("#id_number", "131/77/2024")
    page.fill("#id_decided_on", "20 November 2024")
    page.fill("#id_title", "penunjukan (rekaan)")
    page.fill("#id_issued_by", "Pejabat rekaan")
    page.fill("#id_reason", "SK diterima dari bagian hukum")
