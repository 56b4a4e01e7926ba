"""Aturan: the rules as a jurist reads them, and whom they concern."""

from datetime import date

import pytest
from django.utils import translation
from tests.support.absences import ABSENCE, THREE_DAYS, absent, dinas_of, employed, judge

from pamong import law
from pamong.apps.organisasi.models import Pemda
from pamong.law.figure import words_for
from pamong.web.aturan.drawing import draw
from pamong.web.aturan.figures import counted, label_of_key
from pamong.web.aturan.names import Told
from pamong.web.aturan.shown import filled_in, shown

BEFORE = date(2015, 6, 1)
ACTING = "kdh-pjs-cuti-kampanye"


def page(client, world, path="", **query):
    answer = client.get(f"/aturan/{path}", {"pemda": world.pemda.slug, **query})
    return answer.content.decode()


def test_every_rule_is_listed_with_its_articles_and_how_sure_they_are(client, world):
    told = page(client, world)

    for rule in law.rules().values():
        assert rule.title in told
    assert "Dibaca dalam teks peraturannya" in told


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ({"cari": "tidak masuk"}, True),
        ({"cari": "PP 94/2021"}, True),
        ({"cari": "pilkada serentak"}, False),
        ({"bidang": "disiplin"}, True),
        ({"bidang": "pilkada"}, False),
        ({"tentang": "pegawai"}, True),
        ({"tentang": "jabatan"}, False),
        ({"keyakinan": "confirmed"}, True),
        ({"keyakinan": "unconfirmed"}, False),
        ({"keyakinan": "entah"}, False),
    ],
)
def test_rules_are_narrowed_by_what_stands_in_the_address(client, world, query, is_there):
    told = page(client, world, **query)

    assert (f"/aturan/{ABSENCE}/" in told) is is_there


def test_a_list_without_a_match_offers_the_way_back(client, world):
    assert "Tidak ada aturan yang cocok" in page(client, world, cari="tidak-ada")


def test_htmx_asks_for_the_rules_alone(client, world):
    answer = client.get("/aturan/", headers={"HX-Request": "true"})

    assert b"<h1" not in answer.content


@pytest.mark.parametrize("rule_id", sorted(law.rules()))
def test_the_page_of_every_rule_tells_all_of_it_and_stays_light(client, world, rule_id):
    rule = law.rule(rule_id)

    answer = client.get(f"/aturan/{rule_id}/")

    told = answer.content.decode()
    assert len(answer.content) <= 100_000
    for version in rule.versions:
        for article in version.sources:
            assert str(article) in told
    for outcome in rule.outcomes.values():
        assert outcome.label in told
    for name in rule.reads:
        assert name in told


@pytest.mark.parametrize("rule_id", sorted(law.rules()))
def test_every_case_has_a_page(client, world, rule_id, django_assert_max_num_queries):
    last = len(law.rule(rule_id).cases)
    for number in {1, last}:
        if last:
            answer = client.get(f"/aturan/{rule_id}/kasus/{number}/")
            assert answer.status_code == 200
            assert len(answer.content) <= 100_000


@pytest.mark.parametrize("number", ["0", "9999"])
def test_a_case_that_is_not_there_is_a_sentence(client, world, number):
    answer = client.get(f"/aturan/{ABSENCE}/kasus/{number}/")

    assert answer.status_code == 404
    assert "tidak punya kasus nomor" in answer.content.decode()


def test_a_rule_that_is_not_there_is_a_sentence_with_the_nearest_one(client, world):
    answer = client.get("/aturan/disiplin-absen/")

    assert answer.status_code == 404
    assert ABSENCE in answer.content.decode()


def test_the_version_of_the_day_is_marked_and_later_ones_are_not_told(client, world):
    told = page(client, world, f"{ABSENCE}/", per=BEFORE.isoformat())

    assert told.count("is-in-force") >= 1
    assert "PP 94/2021" not in told
    assert "30 Agustus 2021" not in told[: told.index('id="kasus"')]
    assert "Status:" not in told
    assert "versi lain mulai berlaku sesudah tanggal yang ditunjukkan" in told


def test_on_a_day_before_the_first_version_nothing_is_in_force(client, world):
    told = page(client, world, f"{ABSENCE}/", per="2009-01-01")

    assert "Pada tanggal ini belum ada versi yang berlaku" in told
    assert "Belum berlaku" in told


def test_the_line_marks_the_version_in_force_and_leaves_later_ones_out():
    rule = law.rule(ABSENCE)

    now = draw(rule, date(2026, 11, 25), is_today=True)
    then = draw(rule, BEFORE, is_today=False)

    assert [stroke.look for stroke in now.strokes][:2] == ["past", "definitive"]
    assert [stroke.look for stroke in then.strokes] == ["definitive", "acting"]


def test_figures_are_told_in_words():
    told = shown(law.rule(ABSENCE), date(2026, 11, 25), is_today=True)

    (rungs,) = told.versions[0].figures
    assert rungs.table.columns == ("hari", "hasil", "pasal")
    assert rungs.table.rows[0][:2] == ("3", "Teguran lisan")


def test_what_is_filled_in_stands_in_angle_quotes():
    rule = law.rule("kdh-cuti-kampanye-petahana")

    told = filled_in(rule, "Kampanye {pilkada}: {kampanye_mulai..kampanye_sebelum}, {as_of}.")

    assert told == (
        "Kampanye ‹pilkada serentak›: ‹hari pertama kampanye›–"
        "‹hari pertama sesudah kampanye›, ‹tanggal yang dinilai›."
    )


def test_what_is_filled_in_keeps_an_abbreviation_that_begins_it():
    assert filled_in(law.rule("kgb"), "{mkg_tahun}") == "‹MKG pada TMT itu›"


def test_a_figure_is_told_with_its_unit():
    told = shown(law.rule("kgb"), date(2026, 11, 25), is_today=True)

    notice = told.versions[0].figures[0]
    assert (notice.label.words, notice.value) == ("Pemberitahuan sebelum kenaikan", "2 bulan")


def test_a_unit_that_ends_the_key_of_a_figure_is_told_behind_the_number_only():
    words = words_for(["paling_lama_hari_kerja"], {})

    assert label_of_key("paling_lama_hari_kerja", words) == Told("paling lama")
    assert counted(10, words) == "10 hari kerja"


def test_a_percentage_that_is_kept_in_hundredths_is_not_told_as_percent():
    words = words_for(["batas_persen"], {})

    assert counted(30, words) == "30 persen"
    assert counted(2750, words) == "2750"


def test_a_list_of_the_law_is_told_in_words():
    (levels,) = shown(law.rule("kgb"), date(2026, 11, 25), is_today=True).lists

    told = [cell for row in levels.table.rows for cell in row]
    assert {"ya", "tidak", "sangat baik"} <= set(told)
    assert not {"True", "False", "sangat_baik"} & set(told)


def test_whom_it_concerns_is_told_in_numbers_with_a_link(client, world):
    absent(employed(dinas_of(world.pemda)), THREE_DAYS)
    judge(world.pemda)

    told = page(client, world, f"{ABSENCE}/", per="2025-12-31")

    assert f"aturan={ABSENCE}" in told
    assert "Menurut penilaian menyeluruh" in told
    assert "31 Desember 2025" in told


def test_what_was_judged_for_a_later_day_is_not_told(client, world):
    judge(world.pemda)

    assert "Belum dijalankan untuk tanggal ini" in page(
        client, world, f"{ABSENCE}/", per="2025-12-30"
    )


def test_in_a_demonstration_a_rule_about_officials_says_why_it_is_not_run(client, world, settings):
    settings.PAMONG_DEMONSTRATION = True
    Pemda.objects.filter(pk=world.pemda.pk).update(is_made_up=False)

    told = page(client, world, f"{ABSENCE}/")
    assert "tidak dijalankan atas pemerintah daerah sungguhan" in told
    assert "/aturan/tentang/" in told
    assert "Tidak dijalankan di sini" in page(client, world, bidang="disiplin")
    assert 'id="orang-sungguhan"' in page(client, world, "tentang/")
    assert "tidak dijalankan atas pemerintah" not in page(client, world, f"{ACTING}/")


def test_the_summary_is_in_the_language_of_the_page():
    rule = law.rule(ABSENCE)
    with translation.override("en"):
        english = shown(rule, BEFORE, is_today=False).summary

    assert english == rule.summary_en
    assert shown(rule, BEFORE, is_today=False).summary == rule.summary


def test_a_page_of_a_rule_asks_the_database_little(client, world, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page(client, world, f"{ABSENCE}/")
