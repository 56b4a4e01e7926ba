"""A rule that is written wrongly is refused with every problem at its place."""

from datetime import date

import pytest

from pamong import law
from pamong.law.loading import load_rule

GOOD = """
id         = "contoh-satu"
title      = "Contoh"
title_en   = "Example"
subject    = "pemda"
chosen_by  = "as_of"
summary    = "Contoh."
summary_en = "An example."

[reads]
pemda = "pemda_id"

[[version]]
id            = "lama"
in_force_from = 2015-02-02
ends_before   = 2016-07-01
source        = "UU 1/2015 Pasal 70"
confidence    = "confirmed"
checked_on    = 2026-11-23

[[version]]
id            = "baru"
in_force_from = 2016-07-01
source        = ["UU 10/2016 Pasal 70"]
confidence    = "confirmed"
checked_on    = 2026-11-23
values.persen = 30

[step.nama]
type  = "string"
label = "Nama"

[outcome.baik]
label   = "Baik"
verdict = "sesuai"
meaning = "{nama} baik pada {as_of}."

[outcome.gelap]
label   = "Belum jelas"
verdict = "tidak_dapat_dinilai"
meaning = "Belum jelas."

[[case]]
name   = "satu"
as_of  = 2017-01-01
facts.pemda = [{pemda_id = 1, kode = "15", nama = "Contoh", level = "provinsi"}]
expect = {outcome = "baik"}
"""


@pytest.fixture
def load(tmp_path):
    def load(text):
        path = tmp_path / "contoh.toml"
        path.write_text(text, encoding="utf-8")
        path.with_suffix(".py").touch()
        return load_rule(path, law.register())

    return load


def problems(load, text):
    with pytest.raises(law.ContentError) as refused:
        load(text)
    return [str(problem) for problem in refused.value.problems]


def test_a_good_rule_is_read_with_its_versions_in_order_of_time(load):
    rule = load(GOOD)

    assert [version.id for version in rule.versions] == ["lama", "baru"]
    assert rule.versions[1].values == {"persen": 30}
    assert rule.versions[0].basis == "UU 1/2015 Pasal 70"


WRONG = {
    "overlap": (
        "ends_before   = 2016-07-01",
        "ends_before   = 2016-07-02",
        'version: dua versi berlaku pada 1 Juli 2016: "lama" dan "baru".',
    ),
    "open end before another version": ("ends_before   = 2016-07-01", "", "version: dua versi"),
    "gap": (
        "ends_before   = 2016-07-01",
        "ends_before   = 2016-06-30",
        "version: tidak ada versi yang berlaku 30 Juni 2016–30 Juni 2016",
    ),
    "an end before its start": (
        "ends_before   = 2016-07-01",
        "ends_before   = 2015-02-02",
        "version[1].ends_before: Masa ini berakhir sebelum",
    ),
    "no source": (
        'source        = ["UU 10/2016 Pasal 70"]',
        "",
        "version[2].source: belum diisi.",
    ),
    "an unregistered source": (
        '"UU 10/2016 Pasal 70"',
        '"UU 99/2016 Pasal 70"',
        'version[2].source: "UU 99/2016 Pasal 70" tidak diawali peraturan dalam register.toml.',
    ),
    "a version older than its source": (
        "in_force_from = 2015-02-02",
        "in_force_from = 2015-02-01",
        "version[1].in_force_from: lebih awal daripada berlakunya",
    ),
    "an unknown confidence": (
        'confidence    = "confirmed"\nchecked_on    = 2026-11-23\nvalues',
        'confidence    = "sure"\nchecked_on    = 2026-11-23\nvalues',
        'version[2].confidence: "sure" tidak dikenal; pilih confirmed, secondary, unconfirmed.',
    ),
    "a fraction": (
        "values.persen = 30",
        "values.persen = 0.3",
        "version[2].values.persen: 0.3 adalah pecahan",
    ),
    "a misspelt key": (
        "chosen_by  =",
        "choosen_by =",
        "choosen_by: tidak dikenal di sini. Maksud Anda",
    ),
    "a day in quotation marks": (
        "as_of  = 2017-01-01",
        'as_of  = "2017-01-01"',
        "case[1].as_of: harus berupa tanggal, bukan '2017-01-01'.",
    ),
    "an unknown subject": (
        'subject    = "pemda"',
        'subject    = "orang"',
        "subject: harus salah satu tabel",
    ),
    "an unknown table": (
        'pemda = "pemda_id"',
        'pemda = "pemda_id"\npresence = "shared"',
        "reads.presence: tabel fakta ini tidak ada.",
    ),
    "a tie that is no column": (
        'pemda = "pemda_id"',
        'pemda = "pegawai_id"',
        'reads.pemda: kolom "pegawai_id" harus ada',
    ),
    "an unknown table in a case": (
        "facts.pemda = [",
        "facts.pemdas = [",
        'case[1].facts: tabel "pemdas" tidak dikenal.',
    ),
    "a table that the rule does not read": (
        "facts.pemda = [{pemda_id = 1",
        "facts.jabatan = []\nfacts.pemda = [{pemda_id = 1",
        "case[1].facts.jabatan: tidak dibaca oleh aturan ini.",
    ),
    "an unknown column in a case": (
        "kode = ",
        "code = ",
        'case[1].facts.pemda[1].code: kolom ini tidak ada. Maksud Anda "kode"?',
    ),
    "a cell of another type": (
        "pemda_id = 1",
        'pemda_id = "satu"',
        "case[1].facts.pemda[1].pemda_id: harus bilangan bulat, bukan 'satu'.",
    ),
    "a cell outside its list": (
        'level = "provinsi"',
        'level = "negara"',
        'case[1].facts.pemda[1].level: "negara" tidak dikenal; pilih provinsi, kabupaten, kota.',
    ),
    "an unknown outcome": (
        'expect = {outcome = "baik"}',
        'expect = {outcome = "baek"}',
        'case[1].expect.outcome: "baek" bukan hasil aturan ini. Maksud Anda "baik"?',
    ),
    "an unknown column of the result": (
        'expect = {outcome = "baik"}',
        "expect = {outcom = 2017-01-01}",
        'case[1].expect.outcom: bukan kolom hasil. Maksud Anda "outcome"?',
    ),
    "no expectation": (
        'expect = {outcome = "baik"}',
        "expect = {}",
        "case[1].expect: belum menyebut",
    ),
    "a template with an unknown name": (
        "{nama} baik",
        "{naam} baik",
        'outcome.baik.meaning: "{naam}" bukan langkah atau angka aturan ini. Maksud Anda "nama"?',
    ),
    "a template with half a brace": (
        "{nama} baik",
        "{nama baik",
        "outcome.baik.meaning: ada kurung kurawal",
    ),
    "nothing that cannot be judged": (
        'verdict = "tidak_dapat_dinilai"',
        'verdict = "sesuai"',
        "outcome: perlu hasil yang dapat dan yang tidak dapat dinilai.",
    ),
    "a clause that is not there": (
        'label   = "Baik"',
        'label   = "Baik"\nwaits_for = "nanti"',
        "outcome.baik.waits_for: bukan ketentuan peralihan",
    ),
    "an id that is none": (
        'id         = "contoh-satu"',
        'id         = "Contoh"',
        'id: "Contoh" bukan pengenal aturan',
    ),
    "an empty text": ('title      = "Contoh"', 'title      = " "', "title: masih kosong."),
}


@pytest.mark.parametrize(("before", "after", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_place(load, before, after, told):
    assert before in GOOD

    assert any(line.startswith(told) for line in problems(load, GOOD.replace(before, after)))


def test_all_problems_are_told_at_once(load):
    text = GOOD.replace("ends_before   = 2016-07-01", "ends_before   = 2016-07-02")
    text = text.replace("UU 10/2016", "UU 99/2016").replace("kode = ", "code = ")

    assert len(problems(load, text)) == 4  # the row lacks its ``kode`` as well


def test_a_file_that_is_no_toml_says_where(load):
    assert problems(load, "id = ") == [
        "berkas: bukan TOML yang benar: Invalid value (at end of document)."
    ]


def test_a_rule_without_its_form_is_refused(load, tmp_path):
    load(GOOD)
    (tmp_path / "contoh.py").unlink()

    with pytest.raises(law.ContentError, match=r"bentuk aturannya belum ada: contoh\.py"):
        load_rule(tmp_path / "contoh.toml", law.register())


PROVISION = """
id         = "contoh-asas"
kind       = "provision"
title      = "Contoh"
title_en   = "Example"
summary    = "Contoh."
summary_en = "An example."

[[version]]
id            = "satu"
in_force_from = 2015-02-02
source        = "UU 1/2015 Pasal 70"
confidence    = "confirmed"
checked_on    = 2026-11-23
"""


def test_a_provision_needs_no_form_and_is_never_judged(load, tmp_path):
    provision = load(PROVISION)

    with pytest.raises(TypeError, match="tidak menilai data: jenisnya provision"):
        law.judge(provision, {}, as_of=provision.versions[0].period.start)
    with pytest.raises(TypeError, match="tidak menilai satu perkara: jenisnya provision"):
        law.judge_case(provision, {}, as_of=provision.versions[0].period.start)


STEP = (
    PROVISION.replace("provision", "step")
    + """
[outcome.sudah]
label   = "Sudah"
verdict = "sesuai"
meaning = "Sudah."

[[case]]
name   = "satu"
as_of  = 2017-01-01
facts  = {hari = 2017-01-01}
expect = {outcome = "sudah"}
"""
)
INPUT = """
[input.hari]
type       = "date"
meaning    = "Hari"
meaning_en = "Day"
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (STEP, "input: belum ada satu masukan pun"),
        (STEP + INPUT.replace('"date"', '"hari"'), 'input.hari.type: "hari" tidak dikenal'),
        (
            STEP.replace("[[version]]", 'chosen_by = "event"\nchosen_on = "hri"\n[[version]]', 1)
            + INPUT,
            "chosen_on: harus salah satu masukan yang berupa tanggal",
        ),
        (
            STEP.replace("{hari = 2017-01-01}", "{hri = 2017-01-01}") + INPUT,
            'case[1].facts.hri: kolom ini tidak ada. Maksud Anda "hari"?',
        ),
        (
            STEP.replace("{hari = 2017-01-01}", '{hari = "besok"}') + INPUT,
            "case[1].facts.hari: harus tanggal",
        ),
    ],
)
def test_a_step_rule_that_is_written_wrongly_is_refused_with_the_place(load, text, told):
    with pytest.raises(law.ContentError) as refused:
        load(text)

    assert told in str(refused.value)


FIGURE = """
[figure.persen]
label    = "Bagian"
label_en = "Share"
at_most  = 50
"""


def test_a_figure_may_say_what_it_is_and_what_it_may_be(load):
    (figure,) = law.figures(load(GOOD + FIGURE), date(2017, 1, 1))

    assert (figure.address, figure.words.label, figure.words.unit.label) == (
        "persen",
        "Bagian",
        "persen",
    )
    assert (figure.least, figure.most, figure.basis) == (0, 50, "UU 10/2016 Pasal 70")


def test_words_for_a_figure_that_is_not_there_are_refused(load):
    assert problems(load, GOOD + FIGURE.replace("figure.persen", "figure.persentase")) == [
        'figure.persentase: tidak ada angka bernama demikian. Maksud Anda "persen"?'
    ]
    assert "figure.persen.unit: " in problems(load, GOOD + FIGURE + 'unit = "kilo"')[0]
