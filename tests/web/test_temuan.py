"""Temuan: what the law says of the records, and a page for each finding."""

from datetime import date

import pytest

from pamong.apps.findings.models import (
    Acknowledgement,
    Finding,
    FindingFamily,
    LawRun,
    Standing,
)
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.web.temuan.facts import tables_of


@pytest.mark.parametrize(
    ("family", "words", "badge"),
    [
        ("catatan", "Catatan belum lengkap", 'class="badge"'),
        ("periksa", "Perlu diperiksa", "badge-warn"),
        ("melanggar", "Melanggar", "badge-breach"),
    ],
)
def test_a_family_is_told_by_word_and_colour(client, world, family, words, badge):
    Finding.objects.update(family=family)

    page = client.get(f"/temuan/{world.finding.public_id}/").content.decode()
    assert words in page
    assert badge in page


def test_a_finding_tells_what_since_when_law_steps_facts_and_what_to_do(client, world):
    page = client.get(f"/temuan/{world.finding.public_id}/").content.decode()

    for words in (
        "Keikutsertaan yang belum tercatat",
        "Senin, 6 Mei 2024",
        "Peraturan Rekaan 1/2020 Pasal 2",
        "Hari dihitung",
        "3 hari",
        "Catat keikutsertaannya",
        "keikutsertaan",
        "belum dipastikan",
        "tidak tercatat",
        "6 Mei 2024",
    ):
        assert words in page


def test_a_finding_that_began_later_is_not_told(client, world):
    page = client.get(f"/temuan/{world.finding.public_id}/", {"per": "2024-05-05"})

    assert "Belum ada pada tanggal ini" in page.content.decode()
    assert "Keikutsertaan yang belum" not in page.content.decode()


def test_a_day_for_which_no_rule_was_run_says_so(client, world):
    page = client.get(f"/{world.pemda.slug}/temuan/", {"per": "2024-05-05"}).content.decode()

    assert "Belum ada yang dinilai" in page


def test_a_finding_that_is_not_there_is_a_sentence(client, world):
    answer = client.get("/temuan/00000000-0000-4000-8000-000000000000/")

    assert answer.status_code == 404
    assert "Cari dari daftar temuan" in answer.content.decode()


def test_facts_are_told_without_inner_numbers_and_ends_as_last_days():
    (table,) = tables_of(
        {
            "cuti_pejabat": [
                {
                    "cuti_id": 7,
                    "kind": "cuti_kampanye",
                    "starts_on": "2024-09-25",
                    "ends_before": "2024-11-24",
                    "decided_on": None,
                }
            ],
            "jabatan": [],
        }
    )

    assert table.columns == ("jenis", "mulai", "sampai", "ditetapkan")
    assert table.rows == (
        ("cuti kampanye", "25 September 2024", "23 November 2024", "tidak tercatat"),
    )
    assert not table.is_long


def test_a_table_that_the_law_has_given_up_is_still_shown():
    (table,) = tables_of({"tabel_lama": [{"hari": date(2024, 5, 6), "ikut": True}] * 9})

    assert table.title == "tabel lama"
    assert table.rows[0] == ("6 Mei 2024", "ya")
    assert table.is_long


TODAY = date(2026, 11, 25)
WHY = "sedang diperiksa oleh inspektorat"


@pytest.fixture
def today(time_machine):
    time_machine.move_to("2026-11-25 03:00Z")


def many(pemda, number, **more):
    """Put findings into the list, all standing since one run."""
    run = LawRun.objects.create(
        pemda=pemda, rule_id="aturan-rekaan", as_of=date(2024, 6, 1), judged=1, not_judged=0
    )
    found = Finding.objects.bulk_create(
        Finding(
            pemda=pemda,
            run=run,
            rule_id=more.get("rule_id", "aturan-rekaan"),
            subject_kind="pegawai",
            subject_id=index,
            subject_label=f"{more.get('name', 'Uji')} {index} (rekaan), Dinas Pasar",
            family=more.get("family", FindingFamily.MELANGGAR),
            since=more.get("since", date(2024, 6, 1)),
            identity=f"{index:064d}",
        )
        for index in range(1, number + 1)
    )
    Standing.objects.bulk_create(
        Standing(
            finding=each,
            found_by=run,
            starts_on=date(2024, 6, 1),
            opd=more.get("opd"),
            judgement={"meaning": "rekaan untuk pengujian, dengan kalimat yang cukup panjang"},
            judgement_hash="1" * 64,
        )
        for each in found
    )
    return found


def listed(client, world, **query):
    return client.get(f"/{world.pemda.slug}/temuan/", query).content.decode()


def acknowledge(client, finding, **more):
    sent = {"reason": WHY, "look_again_on": "1/2/2027", **more}
    return client.post(f"/temuan/{finding.public_id}/diketahui/", sent)


def test_a_list_of_two_thousand_stays_quick_and_light(
    client, world, django_assert_max_num_queries
):
    many(world.pemda, 2000)

    with django_assert_max_num_queries(12):
        answer = client.get(f"/{world.pemda.slug}/temuan/", {"hal": "3", "golongan": "melanggar"})

    told = answer.content.decode()
    assert len(answer.content) <= 100_000
    assert "2.000 temuan" in told
    assert told.count('<li class="finding"') == 25
    assert 'hal=80"' in told


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ({"cari": "siti"}, True),
        ({"cari": "siti pasar"}, True),
        ({"cari": "budi"}, False),
        ({"golongan": "periksa"}, True),
        ({"golongan": "melanggar"}, False),
        ({"aturan": "aturan-lain"}, True),
        ({"aturan": "aturan-rekaan"}, False),
        ({"sejak": "1/7/2024"}, True),
        ({"sejak": "2/7/2024"}, False),
        ({"keadaan": "diketahui"}, False),
        ({"keadaan": "hilang"}, False),
        ({"keadaan": "entah"}, True),
        ({"golongan": "entah"}, False),
        ({"hal": "99"}, True),
        ({"hal": "-1"}, True),
        ({"opd": "x"}, True),
        ({"opd": "999999"}, False),
    ],
)
def test_the_list_is_narrowed_by_what_stands_in_the_address(client, world, query, is_there):
    many(
        world.pemda,
        1,
        name="Siti",
        family=FindingFamily.PERIKSA,
        rule_id="aturan-lain",
        since=date(2024, 7, 1),
    )

    assert ("Siti 1 (rekaan)" in listed(client, world, **query)) is is_there


def test_findings_of_one_opd_are_found_by_it(client, world):
    opd = Opd.objects.create(
        pemda=world.pemda, nama="Dinas Pasar", jenis="dinas", sort_key="pasar"
    )
    many(world.pemda, 3, opd=opd)

    told = listed(client, world, opd=str(opd.pk))

    assert "3 temuan" in told
    assert f'value="{opd.pk}" selected' in told


def test_a_day_that_cannot_be_read_is_said_at_its_field_and_the_list_stays(client, world):
    told = listed(client, world, sejak="kemarin")

    assert 'aria-invalid="true"' in told
    assert "kemarin" in told
    assert "belum dapat dinilai" in told.casefold()


def test_a_list_without_a_match_offers_the_way_back(client, world):
    assert "Tampilkan semua yang terbuka" in listed(client, world, cari="tidak-ada")


def test_links_of_the_list_keep_the_filter_and_the_day(client, world):
    many(world.pemda, 60)
    query = {"cari": "uji", "per": "2024-10-01"}

    told = listed(client, world, **query)

    pages = told[told.index('class="pages"') :].split("</nav>")[0]
    assert "cari=uji&amp;hal=2&amp;per=2024-10-01" in pages
    assert "keadaan=hilang" in told


def test_htmx_asks_for_the_list_alone(client, world):
    answer = client.get(f"/{world.pemda.slug}/temuan/", headers={"HX-Request": "true"})

    assert b"<h1" not in answer.content
    assert b'class="states"' in answer.content


def test_another_government_s_findings_are_not_listed(client, world, misal):
    many(misal, 2, name="Asing")

    assert "Asing" not in listed(client, world)


def test_a_finding_is_noted_and_moves_to_the_known_ones(client, world, today):
    answer = acknowledge(client, world.finding)

    assert answer.status_code == 302
    told = client.get(answer["Location"]).content.decode()
    assert "ditandai diketahui sampai dilihat lagi pada 1 Februari 2027" in told
    assert WHY in told
    assert "Warni (rekaan)" in told
    assert "belum dapat dinilai" in listed(client, world, keadaan="diketahui").casefold()
    assert "Tidak ada temuan terbuka" in listed(client, world)


def test_what_is_noted_today_is_not_told_of_an_earlier_day(client, world, today):
    acknowledge(client, world.finding)

    told = client.get(f"/temuan/{world.finding.public_id}/", {"per": "2026-11-24"})
    assert WHY not in told.content.decode()
    assert "Belum ada yang ditandai" in listed(
        client, world, keadaan="diketahui", per="2026-11-24"
    )


def test_a_note_is_taken_back(client, world, today):
    acknowledge(client, world.finding)

    answer = client.post(f"/temuan/{world.finding.public_id}/batal/", {"reason": "keliru"})

    assert answer.status_code == 302
    told = client.get(answer["Location"]).content.decode()
    assert "terbuka lagi" in told
    assert "Tanda diketahui dibatalkan oleh" in told


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"reason": ""}, "Belum diisi."),
        ({"reason": "  "}, "Belum diisi."),
        ({"reason": "a" * 1001}, "1000"),
        ({"look_again_on": ""}, "Belum diisi."),
        ({"look_again_on": "besok"}, "besok"),
        ({"look_again_on": "25/11/2026"}, "harus antara 26 November 2026 dan 26 November 2027"),
        ({"look_again_on": "1/1/2030"}, "harus antara"),
    ],
)
def test_what_is_wrong_with_a_note_is_said_at_its_field(client, world, today, sent, sentence):
    answer = acknowledge(client, world.finding, **sent)

    assert answer.status_code == 422
    told = answer.content.decode()
    assert sentence in told
    assert "alert" in told
    assert Acknowledgement.objects.count() == 0


def test_a_note_on_another_day_than_today_is_refused(client, world, today):
    answer = client.post(
        f"/temuan/{world.finding.public_id}/diketahui/?per=2026-11-01",
        {"reason": WHY, "look_again_on": "1/2/2027"},
    )

    assert answer.status_code == 422
    assert "Kembali ke hari ini" in answer.content.decode()
    assert Acknowledgement.objects.count() == 0


def test_two_people_do_not_note_the_same(client, world, today):
    acknowledge(client, world.finding)

    answer = acknowledge(client, world.finding)

    assert answer.status_code == 422
    assert "sudah ditandai diketahui oleh" in answer.content.decode()


def test_in_a_demonstration_nobody_notes_anything_of_a_real_government(
    client, world, today, settings
):
    settings.PAMONG_DEMONSTRATION = True
    Pemda.objects.filter(pk=world.pemda.pk).update(is_made_up=False)

    answer = acknowledge(client, world.finding)

    assert answer.status_code == 403
    told = client.get(f"/temuan/{world.finding.public_id}/").content.decode()
    assert "hanya temuan pemerintah daerah rekaan yang dapat ditandai" in told
    assert 'name="look_again_on"' not in told


def test_whoever_opens_the_address_of_a_note_is_shown_the_finding(client, world):
    answer = client.get(f"/temuan/{world.finding.public_id}/diketahui/")

    assert answer.status_code == 302
    assert answer["Location"] == f"/temuan/{world.finding.public_id}/"


def test_a_note_of_a_finding_that_is_not_there_is_a_sentence(client, world):
    answer = client.post("/temuan/00000000-0000-4000-8000-000000000000/diketahui/", {})

    assert answer.status_code == 404


def test_a_finding_that_is_gone_shows_its_last_judgement_and_why(client, world):
    row = Standing.objects.get(finding=world.finding)
    row.ends_before, row.lost_by, row.lost_because = date(2024, 9, 1), row.found_by, "fakta"
    row.save()

    told = client.get(f"/temuan/{world.finding.public_id}/").content.decode()

    assert "Aturan tidak menemukannya lagi" in told
    assert "catatan yang dinilai berubah" in told
    assert "Hari dihitung" in told
    assert world.pemda.nama in listed(client, world, keadaan="hilang")


def test_facts_that_begin_after_the_day_are_not_told():
    (table,) = tables_of(
        {"presensi": [{"hari": "2024-05-06"}, {"hari": "2024-05-08"}]}, date(2024, 5, 7)
    )

    assert table.rows == (("6 Mei 2024",),)
    assert table.later == 1
