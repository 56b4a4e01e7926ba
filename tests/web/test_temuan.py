"""Temuan: what the law says of the records, and a page for each finding."""

from datetime import date

import pytest

from pamong.apps.findings.models import Finding
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
