"""``pamong read`` over folders and dumps of sites: progress, failures, going on where it ended."""

import json
import zipfile

import pytest
from tests.cli.test_read import TEXT, run

PAGE = f"<!DOCTYPE html><title>Apel</title><body><div class=menu>Beranda</div><p>{TEXT}</p>"


@pytest.fixture
def dump(tmp_path):
    folder = tmp_path / "situs"
    (folder / "berita").mkdir(parents=True)
    (folder / "berita" / "satu.html").write_text(PAGE, encoding="utf-8")
    (folder / "berita" / "dua.txt").write_text(TEXT.replace("(18/3)", "(18/3/2019)"), "utf-8")
    (folder / "gaya.css").write_text("p {}", encoding="utf-8")
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.7")
    return folder


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_folder_is_read_whole_and_a_failure_is_named_by_its_file(capsys, dump):
    code, out, err = run(capsys, dump, "--json")

    assert code == 3
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["dua", "satu"]
    assert f"{dump}/rusak.pdf: berkas PDF ini rusak" in err
    assert "2 dokumen dibaca, 1 gagal, 1 berkas gambar, gaya, atau skrip dilewati." in err


def test_an_archive_of_a_site_is_read_without_unpacking(capsys, tmp_path, dump):
    archive = tmp_path / "situs.zip"
    with zipfile.ZipFile(archive, "w") as writing:
        writing.write(dump / "berita" / "satu.html", "berita/satu.html")

    code, out, _ = run(capsys, archive, "--json")

    assert code == 0
    assert json.loads(out)["source"] == f"{archive}!berita/satu.html"


def test_several_processes_give_the_same_lines_in_the_same_order(capsys, dump):
    _, alone, _ = run(capsys, dump, "--json", "--processes", "1")
    _, together, _ = run(capsys, dump, "--json", "--processes", "2")

    assert together == alone


def test_a_second_run_goes_on_behind_the_last_whole_line(capsys, tmp_path, dump):
    out = tmp_path / "draf.jsonl"
    run(capsys, dump, "--out", out)
    whole = out.read_text(encoding="utf-8")
    first, second = whole.splitlines(keepends=True)
    out.write_text(first + second[:40], encoding="utf-8")

    code, _, err = run(capsys, dump, "--out", out)

    assert code == 3  # what failed is tried again, and fails again
    assert out.read_text(encoding="utf-8") == whole
    assert "1 dokumen dibaca, 1 gagal, 1 sudah dibaca sebelumnya" in err


def test_a_file_of_something_else_is_not_written_over(capsys, tmp_path, dump):
    out = tmp_path / "catatan.txt"
    out.write_text("penting\n", encoding="utf-8")

    with pytest.raises(Exception, match="baris 1 bukan hasil pamong read"):
        run(capsys, dump, "--out", out)

    assert out.read_text(encoding="utf-8") == "penting\n"


def test_two_documents_of_one_forum_share_its_number_and_say_why(capsys, dump, tmp_path):
    other = tmp_path / "lain.txt"
    other.write_text(
        "CONTOH - Wali Kota Misalan membuka rapat koordinasi, Selasa (2/4/2024).", "utf-8"
    )

    out = tmp_path / "draf.jsonl"
    run(capsys, dump, other, "--out", out, "--published-on", "20 Maret 2019")
    dua, satu, lain = rows(out)

    assert (dua["forum_group"], dua["forum_group_reason"]) == (1, None)
    assert satu["forum_group"] == 1
    assert satu["forum_group_reason"].startswith(
        "Pemerintah dan hari sama; juga jenis acara yang sama"
    )
    assert lain["forum_group"] != 1


def test_numbers_of_forums_go_on_in_a_second_run(capsys, dump, tmp_path):
    out = tmp_path / "draf.jsonl"
    first, second = dump / "berita" / "dua.txt", dump / "berita" / "satu.html"
    run(capsys, first, "--out", out, "--published-on", "20 Maret 2019")
    run(capsys, first, second, "--out", out, "--published-on", "20 Maret 2019")

    assert [row["forum_group"] for row in rows(out)] == [1, 1]


def test_an_empty_folder_is_no_failure(capsys, tmp_path):
    (tmp_path / "kosong").mkdir()

    code, out, err = run(capsys, tmp_path / "kosong")

    assert (code, out) == (0, "")
    assert "0 dokumen dibaca" in err
