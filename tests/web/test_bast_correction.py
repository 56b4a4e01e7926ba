"""A BAST is corrected on its page: planned, written, told with before and after."""

import pytest
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role
from pamong.apps.organisasi.models import Bast, FacilityHandover

RECORDERS = {Role.OPERATOR, Role.BKD_ADMIN, Role.BKD, Role.SEKDA}


def told(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def address(world) -> str:
    return world.pages()["perbaiki bast"]


@pytest.fixture
def page(world) -> str:
    return world.pages()["bast"]


@pytest.fixture
def typed(client, address) -> dict:
    """The form as it stands, with a reason."""
    return {**client.get(address).context["form"].initial, "reason": "salah salin"}


def item(world, name: str) -> str:
    handover = FacilityHandover.objects.get(facility=getattr(world.furnished, name))
    return str(handover.public_id)


def test_the_form_holds_the_paper_as_it_stands(client, world, address, typed):
    form = told(client.get(address))

    assert 'value="030/serah"' in form
    assert form.count("checked") == 2
    assert client.post(address, typed).status_code == 422
    assert "Tidak ada yang berubah" in told(client.post(address, typed))


def test_it_is_planned_written_and_told_with_before_and_after(client, address, page, typed):
    typed |= {"number": "030/7", "day": "8/3/2021"}
    planned = told(client.post(address, typed))

    assert "Nomor BAST: dari &quot;030/serah&quot; menjadi &quot;030/7&quot;." in planned
    assert Bast.objects.filter(number="030/serah").exists()

    shown = told(client.post(address, {**typed, "setuju": "1"}, follow=True))
    assert "BAST 030/7 diperbaiki." in shown
    assert "Nomor: dari <del>030/serah</del> menjadi <ins>030/7</ins>" in shown
    assert "Hari serah terima: dari <del>5 Maret 2021</del> menjadi" in shown
    assert "salah salin" in shown
    assert client.get(page, {"per": "2021-03-06"}).status_code == 404


def test_a_day_after_the_one_of_the_page_is_shown_on_that_day(client, address, typed):
    typed |= {"day": "8/3/2021", "setuju": "1"}
    answer = client.post(f"{address}?per=2021-03-06", typed)

    assert answer["Location"].endswith("?per=2021-03-08")


def test_what_it_never_named_is_taken_off(client, world, address, page, typed):
    typed["items"] = [item(world, "house")]
    planned = told(client.post(address, typed))
    assert "Mobil dinas uji dikeluarkan: penyerahannya kepada" in planned

    shown = told(client.post(address, {**typed, "setuju": "1"}, follow=True))
    assert "dari <del>tercantum</del> menjadi <ins>tidak tercantum</ins>" in shown
    assert world.furnished.car.handovers.count() == 0
    custody = told(client.get(f"/{world.pemda.slug}/fasilitas/", {"per": "2024-10-01"}))
    assert "Belum pernah tercatat diserahkan" in custody


def test_a_return_that_was_not_is_taken_off_the_other_paper_first(client, world, address, typed):
    refused = client.post(address, {**typed, "items": [item(world, "car")], "setuju": "1"})

    assert refused.status_code == 422
    assert "Keluarkan dulu fasilitas itu dari BAST 030/kembali" in told(refused)


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"number": ""}, "number", "Belum diisi"),
        ({"day": "31/2/2021"}, "day", "tidak ada dalam kalender"),
        ({"day": "1/1/2099"}, "day", "sesudah hari ini"),
        ({"items": []}, "items", "Sisakan paling sedikit satu"),
        ({"side": "opd-0"}, "side", ""),
        ({"reason": " "}, "reason", "Belum diisi"),
        ({"day": "3/3/2021"}, "__all__", "terdaftar sejak 4 Maret 2021"),
        ({"day": "24/9/2024"}, "__all__", "sudah dikembalikan pada 24 September 2024"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(client, address, typed, changed, field, sentence):
    answer = client.post(address, {**typed, **changed, "setuju": "1"})

    assert answer.status_code == 422
    assert sentence in answer.context["form"].errors[field][0]
    assert Bast.objects.filter(number="030/serah", day="2021-03-05").exists()


@pytest.mark.parametrize("role", Role)
def test_only_who_may_record_corrects_and_reads_the_history(world, address, page, role):
    browser = signed_in(role, world.pemda)
    shown = told(browser.get(page))

    may = role in RECORDERS
    assert (f'href="{address}"' in shown) == may
    assert ("Riwayat perubahan" in shown) == may
    assert browser.post(address, {"reason": ""}).status_code == (422 if may else 403)


def test_a_demonstration_corrects_nothing_of_a_real_government(client, world, settings, address):
    settings.PAMONG_DEMONSTRATION = True
    type(world.pemda).objects.filter(pk=world.pemda.pk).update(is_made_up=False)

    assert client.post(address, {"number": "030/7"}).status_code == 403
