"""The list of documents proposes what may be one forum; a clerk decides and can take it back."""

import pytest
from tests.support.drafts import APEL, put_down, replace
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role
from pamong.apps.forums.models import SameForum


@pytest.fixture
def pair(contoh):
    return put_down(contoh, APEL, "uji-1"), put_down(contoh, replace(APEL, quotes=()), "uji-2")


def post(client, lead, act, **fields):
    return client.post(f"/dokumen/{lead.document.public_id}/{act}/", fields, follow=True)


def test_a_pair_stands_in_the_list_with_its_reason_and_both_names(client, pair):
    told = client.get("/dokumen/").content.decode()

    assert "Mungkin satu forum" in told
    assert "Pemerintah dan hari sama; juga jenis acara yang sama" in told
    assert "Satu forum, catat dari uji-1" in told
    assert "Catat dari uji-2" in told


def test_without_a_pair_nothing_is_proposed(client, contoh):
    put_down(contoh, APEL, "uji-1")

    assert "Mungkin satu forum" not in client.get("/dokumen/").content.decode()


def test_joined_the_other_stands_beside_and_can_be_parted_again(client, pair):
    lead, beside = pair
    told = post(client, lead, "gabungkan", other=beside.document.public_id).content.decode()

    assert "Dokumen uji-2 digabungkan; yang ditinjau dan dicatat ialah dokumen uji-1." in told
    assert "Mungkin satu forum" not in told
    assert "Pisahkan lagi" in told
    shown = client.get(f"/dokumen/{lead.document.public_id}/").content.decode()
    assert "Juga tentang forum ini" in shown

    told = post(client, beside, "pisahkan").content.decode()

    assert "Dokumen uji-2 menunggu ditinjau lagi." in told
    assert "Pisahkan lagi" not in told


def test_the_reason_of_the_clerk_is_kept(client, pair):
    lead, beside = pair
    post(client, lead, "bedakan", other=beside.document.public_id, reason="Apel pagi dan siang")

    decision = SameForum.objects.get()
    assert (decision.is_same, decision.reason) == (False, "Apel pagi dan siang")


def test_a_second_click_is_told_in_a_sentence(client, pair):
    lead, beside = pair
    for _ in range(2):
        answer = post(client, lead, "gabungkan", other=beside.document.public_id)

    assert "sudah disisihkan" in answer.content.decode()


@pytest.mark.parametrize("other", ["", "bukan-kunci", "00000000-0000-0000-0000-000000000000"])
def test_a_form_without_the_other_document_is_not_found(client, pair, other):
    assert post(client, pair[0], "gabungkan", other=other).status_code == 404


@pytest.mark.parametrize("act", ["gabungkan", "bedakan", "pisahkan"])
def test_who_reviews_no_documents_decides_nothing(pair, contoh, act):
    lead, beside = pair
    answer = post(signed_in(Role.WARGA), lead, act, other=beside.document.public_id)

    assert answer.status_code == 403
    assert not SameForum.objects.exists()


@pytest.mark.parametrize("turned", [False, True])
def test_a_document_of_a_government_out_of_reach_is_not_joined(pair, misal, turned):
    mine = put_down(misal, APEL, "uji-3")
    lead, beside = (pair[0], mine) if turned else (mine, pair[0])
    answer = post(signed_in(Role.BKD, misal), lead, "gabungkan", other=beside.document.public_id)

    assert answer.status_code == 404  # not even that there is such a document is told
    assert not SameForum.objects.exists()


def test_the_list_names_the_kind_of_a_document(client, contoh):
    put_down(contoh, replace(APEL, document_kind="notulen"), "uji-1")

    assert "<span>notulen</span>" in client.get("/dokumen/").content.decode()
