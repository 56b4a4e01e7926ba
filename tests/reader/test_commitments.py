import pytest
from tests.reader.parts import Parts

from pamong.reader.commitments import find_commitments

OPENING = "Bupati Jember Rekaan Contoh membuka rakor."


def commitments(text):
    parts = Parts(f"{OPENING}\n{text}")
    return [one.value for one in find_commitments(parts.page, parts.cast, parts.speech)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bupati akan memproses pelanggaran disiplin.",
        "Ia akan meninggalkan rumah dinas selama cuti.",
        "Bupati mengatakan akan membahas anggaran.",
        "Bupati memastikan anggaran cukup.",
        "Menurut Bupati, gaji akan dikoordinasikan dengan dinas.",
        '"Kami akan mengawal anggaran ini," kata Bupati.',
    ],
)
def test_what_a_speaker_will_do_is_his_promise(sentence):
    (promise,) = commitments(sentence)

    assert promise.by == "Rekaan Contoh"


@pytest.mark.parametrize(
    "sentence",
    [
        "Bupati menyatakan akan cuti.",
        "Rakor akan membahas anggaran.",
        "Menurut Bupati, rakor akan dilaksanakan tahun depan.",
        "Budaya kerja yang akan dibangun itu penting, kata Bupati.",
    ],
)
def test_leaves_forums_and_things_promise_nothing(sentence):
    assert commitments(sentence) == []


def test_the_promise_of_an_unnamed_speaker_is_kept_without_a_name():
    (promise,) = commitments(
        'Seorang staf yang enggan disebut namanya berkata, "Kami akan menjaga netralitas."'
    )

    assert (promise.by, promise.topic) == (None, "netralitas")


def test_the_day_until_which_is_kept_as_written():
    (promise,) = commitments("Bupati akan menambah anggaran paling lambat 28 Februari 2025.")

    assert promise.due == "28 Februari 2025"


@pytest.mark.parametrize("due", ["akhir Oktober", "pertengahan bulan depan", "30 April 2023"])
def test_a_promise_keeps_its_term_as_written(due):
    (one,) = commitments(f'"Kami akan menyampaikan laporan sebelum {due}," kata Bupati.')

    assert one.due == due
