import pytest

from pamong.reader.knowledge import table
from pamong.reader.page import Page
from pamong.reader.topics import find_topics, topic_of

SLUGS = {
    "kesejahteraan_asn",
    "stunting",
    "data_digital",
    "kesehatan_covid",
    "pelayanan_publik",
    "ekonomi",
    "desa",
    "silaturahmi_pamit",
    "kinerja",
    "inflasi",
    "mutasi_promosi",
    "cuti_kampanye",
    "kebangsaan",
    "anggaran",
    "pppk_honorer",
    "pendidikan",
    "program_kerja",
    "keamanan_ketertiban",
    "pendidikan_asn",
    "perencanaan",
    "pilkada_pemilu",
    "disiplin",
    "koordinasi_sinergi",
    "netralitas",
    "integritas_antikorupsi",
    "lingkungan_bencana",
    "kemiskinan",
}


def test_the_data_knows_every_topic_and_no_other():
    assert {topic["slug"] for topic in table("topics")["topic"]} == SLUGS


@pytest.mark.parametrize(
    "topic", [pytest.param(topic, id=topic["slug"]) for topic in table("topics")["topic"]]
)
def test_each_topic_is_recognised_by_its_first_strong_word(topic):
    assert topic_of(topic["strong"][0].removesuffix("*")) == topic["slug"]


def test_a_tie_goes_to_the_particular_topic():
    assert topic_of("menjaga netralitas dan kinerja") == "netralitas"


def test_a_clause_without_words_of_a_topic_has_none():
    assert topic_of("memekikkan salam") is None


def test_a_document_has_the_topics_of_its_headline_and_of_what_returns():
    page = Page(
        "Disiplin Pegawai Disorot\n\nBupati membuka rapat tentang anggaran. Anggaran itu kecil. "
        "Ada pula soal sampah."
    )

    assert [found.value for found in find_topics(page, [])] == ["disiplin", "anggaran"]
    assert "lingkungan_bencana" in {f.value for f in find_topics(page, ["lingkungan_bencana"])}
