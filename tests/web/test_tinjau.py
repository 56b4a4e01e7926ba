"""The review without a script: plain forms, one change each; conflicts, undo, and how it ends."""

import pytest
from tests.support import reviewable

from pamong.apps.forums.models import Directive, ReadingDraft
from pamong.apps.organisasi.models import Attestation, JabatanHolding
from pamong.web.dokumen.fields import ALL_ROWS, Control, Field, UnknownFieldError, field_at
from pamong.web.dokumen.values import ValueRefusedError, parsed, shown

HTMX = {"HX-Request": "true"}


@pytest.fixture
def draft(world) -> ReadingDraft:
    return world.waiting


@pytest.fixture
def review(client, draft):
    """Send one form of the page; return the page that follows."""

    def send(act: str, **fields):
        where = f"/dokumen/{draft.document.public_id}/"
        address = where + (f"{act}/" if act in {"kukuhkan", "sisihkan"} else f"tinjau/{act}/")
        answer = client.post(address, fields, follow=True)
        draft.refresh_from_db()
        return answer.content.decode()

    return send


def test_a_value_is_put_and_rests_on_the_picked_words(review, draft):
    start, end = reviewable.span("sampai selesai")
    page = review("isi", pointer="/time_of_day", value="sampai selesai", spans=f"{start}-{end}")

    assert draft.content["time_of_day"] == "sampai selesai"
    assert draft.content["evidence"]["/time_of_day"]["spans"] == [[start, end]]
    assert "1 sentuhan" in page


@pytest.mark.parametrize(
    ("pointer", "written", "kept"),
    [
        ("/date", "18/3/2024", "2024-03-18"),
        ("/date", "Senin (9/9/2024)", "2024-09-09"),
        ("/forum_kind", "Rapat koordinasi", "rakor"),
        ("/is_forum", "tidak", False),
        ("/periods/0/start", "Maret 2021", "2021-03"),
        ("/periods/0/end", "2026", "2026"),
        ("/speakers/0/capacity", "Pjs", "Pjs"),
        ("/place", "", None),
        ("/topics/0", "netralitas", "netralitas"),
    ],
)
def test_values_are_read_as_people_write_them(review, draft, pointer, written, kept):
    review("isi", pointer=pointer, value=written)

    place = draft.content
    for part in pointer.split("/")[1:]:
        place = place[int(part)] if isinstance(place, list) else place[part]
    assert place == kept


@pytest.mark.parametrize(
    ("pointer", "written", "sentence"),
    [
        ("/date", "9/9/24", "1924 atau 2024"),
        ("/date", "minggu depan", "tidak dapat dibaca"),
        ("/forum_kind", "pesta", "bukan salah satu pilihan"),
        ("/directives/0/gist", " ", "tidak boleh kosong"),
        ("/warnings/0", "x", "tidak ada di draf"),
        ("/speakers/9/name", "x", "tidak ada"),
        ("/evidence", "x", "tidak ada"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(review, draft, pointer, written, sentence):
    before = draft.content

    assert sentence in review("isi", pointer=pointer, value=written)
    assert draft.content == before


def test_a_read_speech_names_reader_and_office_or_nobody(review, draft):
    review("isi", pointer="/on_behalf_of/reader", value="Budi (rekaan)")
    assert draft.content["on_behalf_of"] == {"reader": "Budi (rekaan)", "principal": None}
    review("isi", pointer="/on_behalf_of/principal", value="Bupati Contoh (rekaan)")
    review("isi", pointer="/on_behalf_of/reader", value="")
    assert draft.content["on_behalf_of"]["principal"] == "Bupati Contoh (rekaan)"
    review("isi", pointer="/on_behalf_of/principal", value="")
    assert draft.content["on_behalf_of"] is None


def test_rows_come_and_go(review, draft):
    review("tambah", rows="quotes", **{"value-text": "Kita datang tepat waktu setiap pagi"})
    (quote,) = draft.content["quotes"]
    assert quote["first_five_words"] == "Kita datang tepat waktu setiap"

    review("isi", pointer="/quotes/0/text", value="Kita pulang")
    assert draft.content["quotes"][0]["first_five_words"] == "Kita pulang"

    review("tambah", rows="organisations", **{"value-": "BKPSDM"})
    assert draft.content["organisations"][-1] == "BKPSDM"
    review("hapus", pointer="/organisations/0")
    assert draft.content["organisations"] == ["BKPSDM"]
    assert "tidak boleh kosong" in review("tambah", rows="directives")


def test_every_list_of_the_draft_has_a_form_for_one_more(client, draft):
    page = client.get(f"/dokumen/{draft.document.public_id}/tinjau/").content.decode()

    for rows in ALL_ROWS:
        assert f'name="rows" value="{rows.name}"' in page


def test_a_conflict_is_shown_and_stops_the_confirmation_by_name(review, client, draft):
    page = client.get(f"/dokumen/{draft.document.public_id}/tinjau/").content.decode()
    assert "1 pilihan terbuka" in page
    assert "Dokumen tidak sepakat" in page
    assert "10 September 2024" in page

    assert "Pilih dulu salah satu: tanggal." in review("kukuhkan")
    assert draft.status == "open"

    page = review("pilih", pointer="/date", number="0")
    assert "pilihan terbuka" not in page
    assert draft.content["evidence"]["/date"]["conflict"] is False
    assert "tidak ada" in review("pilih", pointer="/date", number="7")


def test_the_last_change_is_undone_and_the_one_before_it(review, draft):
    review("isi", pointer="/place", value="Pendopo")
    review("isi", pointer="/place", value="Aula")

    review("urungkan")
    assert draft.content["place"] == "Pendopo"
    review("urungkan")
    assert draft.content["place"] == "Alun-Alun Contoh"
    assert "Belum ada perubahan" in review("urungkan")


def test_the_plan_says_what_confirming_records_and_records_nothing(client, draft, only_reading):
    page = client.get(f"/dokumen/{draft.document.public_id}/kukuhkan/").content.decode()

    assert "Belum dapat dikukuhkan" in page
    assert "Siti Rekayasari" in page
    assert "1 arahan, 1 komitmen, 0 kutipan" in page


def test_confirming_makes_records_of_the_draft(review, draft):
    review("pilih", pointer="/date", number="0")
    page = review("kukuhkan")

    assert draft.status == "confirmed"
    assert "menjadi dasar jawaban" in page
    assert Directive.objects.filter(forum__document=draft.document).count() == 1
    assert Attestation.objects.filter(document=draft.document).count() == 1
    assert JabatanHolding.objects.filter(starts_on="2021-03-01").count() == 1


def test_a_decided_draft_can_no_longer_be_changed(review, client, draft):
    assert "Alasan belum diisi" in review("sisihkan", reason=" ")
    review("sisihkan", reason="bukan forum")
    assert draft.status == "set_aside"

    assert "tidak dapat diubah lagi" in review("isi", pointer="/place", value="Aula")
    answer = client.get(f"/dokumen/{draft.document.public_id}/tinjau/")
    assert answer["Location"].startswith(f"/dokumen/{draft.document.public_id}/")
    told = client.get("/dokumen/").content.decode()
    assert "disisihkan" in told
    assert "bukan forum" in told


def test_htmx_gets_the_value_and_the_state_of_the_desk(client, draft):
    address = f"/dokumen/{draft.document.public_id}/tinjau/isi/"
    told = client.post(address, {"pointer": "/place", "value": "Aula"}, headers=HTMX)

    page = told.content.decode()
    assert page.lstrip().startswith('<div class="value')
    assert 'id="toolbar" hx-swap-oob="true"' in page
    assert "<html" not in page
    assert "1 sentuhan" in page


def test_htmx_gets_a_refused_value_as_it_was_written(client, draft):
    address = f"/dokumen/{draft.document.public_id}/tinjau/isi/"
    page = client.post(address, {"pointer": "/date", "value": "9/9/24"}, headers=HTMX)

    assert 'value="9/9/24"' in page.content.decode()
    assert 'aria-invalid="true"' in page.content.decode()


def test_a_document_that_is_not_there_is_a_sentence(client, world):
    answer = client.get("/dokumen/00000000-0000-4000-8000-000000000000/tinjau/")

    assert answer.status_code == 404
    assert "Cari dari daftar dokumen" in answer.content.decode()


@pytest.mark.parametrize(
    "act", ["tinjau/isi", "tinjau/pilih", "tinjau/tambah", "tinjau/hapus", "tinjau/urungkan"]
)
def test_who_signs_in_anew_in_the_middle_of_a_change_comes_back_to_the_review(client, draft, act):
    document = f"/dokumen/{draft.document.public_id}/"

    answer = client.get(f"{document}{act}/?per=2024-10-01")

    assert answer["Location"] == f"{document}tinjau/?per=2024-10-01"
    assert client.get("/dokumen/masukkan/")["Location"] == "/dokumen/"
    assert client.put(f"{document}{act}/").status_code == 405


def test_every_field_reads_back_what_it_shows():
    for rows in ALL_ROWS:
        for field in rows.fields:
            value = _some_value(field)
            assert parsed(field, shown(field, value)) == value


def test_a_pointer_that_leads_nowhere_is_refused():
    for pointer in ("", "/", "/speakers", "/speakers/0", "/speakers/0/umur", "/evidence/~1date"):
        with pytest.raises(UnknownFieldError):
            field_at(pointer)


def test_two_days_in_the_picked_words_are_not_guessed():
    with pytest.raises(ValueRefusedError):
        parsed(Field("date", "Tanggal", Control.DAY), "9/9/2024 sampai 10/9/2024")


def _some_value(field: Field) -> str:
    if field.choices:
        return field.choices[0][0]
    return "2024-09-09" if field.control in {Control.DAY, Control.LOOSE_DAY} else "kata-kata"


def test_htmx_gets_what_follows_from_a_value_beside_it(client, draft):
    address = f"/dokumen/{draft.document.public_id}/tinjau/isi/"
    fields = {"pointer": "/speakers/0/office", "value": "Sekretaris Daerah Contoh"}
    page = client.post(address, fields, headers=HTMX).content.decode()

    assert 'id="v-speakers-0-office" data-pamong-value' in page
    assert 'id="v-attestations-0-office" hx-swap-oob="true"' in page
    assert 'id="v-speakers-0-name"' not in page


def test_htmx_gets_the_whole_desk_where_a_row_follows_from_a_value(client, review, draft):
    review("tambah", rows="speakers", **{"value-name": "Warni", "value-office": "Camat Contoh"})
    address = f"/dokumen/{draft.document.public_id}/tinjau/isi/"
    number = len(draft.content["speakers"]) - 1
    fields = {"pointer": f"/speakers/{number}/capacity", "value": "definitif"}
    answer = client.post(address, fields, headers=HTMX)

    assert answer["HX-Retarget"] == "#desk"
    assert 'value="Camat Contoh"' in answer.content.decode()


def test_names_of_the_draft_are_suggested_where_a_name_is_asked_for(client, draft):
    page = client.get(f"/dokumen/{draft.document.public_id}/tinjau/").content.decode()

    assert f'<option value="{reviewable.NAME}"></option>' in page
    assert page.count('list="nama"') > 3


def test_mentions_that_only_repeat_the_speakers_stay_closed(client, review, draft):
    address = f"/dokumen/{draft.document.public_id}/tinjau/"
    closed = '<details class="part" id="bagian-attestations">'
    assert closed in client.get(address).content.decode()

    review("isi", pointer="/attestations/0/office", value="Ketua Korpri Contoh")
    assert closed not in client.get(address).content.decode()
