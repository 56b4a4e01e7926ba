"""People in the browser: found by keyboard alone, and a record corrected without a mouse."""

from pamong.apps.kepegawaian.models import RiwayatPangkat


def test_a_rank_is_recorded_by_keyboard_alone_with_its_plan_first(visit, world):
    page = visit().open(f"{world.pages()['satu pegawai']}bagian/pangkat/catat/")
    page.locator("#id_golongan").focus()
    page.keyboard.type("III/c")
    for field, words in (
        ("#id_starts_on", "1/4/2025"),
        ("#id_paper_number", "823/99"),
        ("#id_reason", "SK baru"),
    ):
        page.locator(field).focus()
        page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_selector(".plan")
    assert "hari terakhirnya menjadi 31 Maret 2025" in page.locator(".plan").inner_text()
    assert RiwayatPangkat.objects.filter(pegawai=world.lastri).count() == 1

    page.locator("button[name=setuju]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#bagian-pangkat")

    assert "III/c" in page.locator("#bagian-pangkat tbody tr").first.inner_text()
    assert page.locator("#bagian-pangkat tr.in-force").count() == 1


def test_a_section_opens_and_closes_by_keyboard(visit, world):
    page = visit("sempit").open(world.pages()["satu pegawai"])
    part = page.locator("#bagian-pangkat")
    assert part.get_attribute("open") is not None
    part.locator("summary").focus()
    page.keyboard.press("Enter")

    assert part.get_attribute("open") is None


def test_somebody_is_found_by_typing_a_name(visit, world):
    page = visit().open(f"/{world.pemda.slug}/pegawai/")
    page.locator("#cari").focus()
    page.keyboard.type("lastri")
    page.keyboard.press("Enter")
    page.wait_for_url("**cari=lastri*")

    assert page.locator(".people tbody tr").count() == 1
