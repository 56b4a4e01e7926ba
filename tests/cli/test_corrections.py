"""``pamong corrections``: cases go out to a file, and a file is replayed without any database."""

import json
import os

import pytest
from tests.support.registry import government

from pamong.apps.forums.models import Correction
from pamong.cli import house
from pamong.cli.main import app
from pamong.installation.place import VARIABLE
from pamong.reader.corrections import CorrectionCase

PASSAGE = "Bupati Jember Fulanba memimpin apel pagi di Kabupaten Jember, Senin (9/9/2024)."
RIGHT = CorrectionCase("forum_kind", "changed", "rakor", "apel", PASSAGE, then="right")
WORSE = CorrectionCase("forum_kind", "changed", "apel", "upacara", PASSAGE, then="right")
OPEN = CorrectionCase("date", "changed", None, "2024-09-08", PASSAGE, then="other")


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr(house.os, "environ", os.environ.copy())


def run(capsys, *arguments):
    try:
        code = app(
            ["corrections", *map(str, arguments)], prog_name="pamong", standalone_mode=False
        )
    except SystemExit as end:
        code = end.code
    captured = capsys.readouterr()
    return code or 0, captured.out, captured.err


def kept(pemda, case):
    Correction.objects.create(pemda=pemda, field=case.field, case=case.to_line())


def file_of(tmp_path, *cases):
    path = tmp_path / "kasus.jsonl"
    path.write_text("".join(f"{case.to_line()}\n" for case in cases), encoding="utf-8")
    return path


def test_cases_are_exported_and_replayed_as_they_were_kept(data, contoh, tmp_path, capsys):
    kept(contoh, RIGHT)
    kept(contoh, OPEN)
    path = tmp_path / "keluar.jsonl"

    code, out, _err = run(capsys, "export", path)
    assert (code, "2 kasus ditulis" in out) == (0, True)

    code, out, _err = run(capsys, "replay", path, "--json")
    told = {row["field"]: (row["then"], row["now"]) for row in map(json.loads, out.splitlines())}
    assert code == 0
    assert told == {"forum_kind": ("right", "right"), "date": ("other", "other")}


def test_an_export_is_narrowed_to_one_government(data, contoh, capsys):
    kept(contoh, RIGHT)
    kept(government("Kabupaten Andaian", level="kabupaten", kode="00.09"), OPEN)

    code, out, _err = run(capsys, "export", "-", "--government", contoh.nama)

    assert code == 0
    assert [json.loads(line)["field"] for line in out.splitlines()] == ["forum_kind"]


def test_a_file_that_is_there_is_not_written_over(data, contoh, tmp_path, capsys):
    path = file_of(tmp_path, RIGHT)

    code, _out, err = run(capsys, "export", path)

    assert (code, "sudah ada" in err) == (3, True)
    assert path.read_text("utf-8") == f"{RIGHT.to_line()}\n"
    code, _out, err = run(capsys, "export", tmp_path / "tidak" / "ada.jsonl")
    assert (code, "tidak dapat ditulis" in err) == (3, True)


def test_replaying_counts_by_field_then_and_now(tmp_path, capsys):
    code, out, _err = run(capsys, "replay", file_of(tmp_path, RIGHT, RIGHT, OPEN))

    rows = {line.split()[0]: line.split()[-5:] for line in out.splitlines()[1:]}
    assert code == 0
    assert rows["forum_kind"] == ["2", "2", "2", "0", "0"]
    assert rows["date"] == ["1", "0", "0", "0", "1"]
    assert rows["semua"] == ["3", "2", "2", "0", "1"]


def test_a_case_that_was_right_and_is_no_longer_ends_with_one(tmp_path, capsys):
    assert run(capsys, "replay", file_of(tmp_path, RIGHT, WORSE))[0] == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{}\n", "bukan kasus koreksi"),
        (b"\xff\xfe\xff", "bukan teks UTF-8"),
        (None, "tidak dapat"),
    ],
)
def test_a_file_that_holds_no_cases_is_refused_in_a_sentence(tmp_path, capsys, content, sentence):
    path = tmp_path / "kasus.jsonl"
    if content is not None:
        path.write_bytes(content)

    code, out, err = run(capsys, "replay", path)

    assert (code, out) == (3, "")
    assert str(path) in err
    assert sentence in err
