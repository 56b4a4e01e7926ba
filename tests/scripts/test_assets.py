from tests.support.people import ROOT
from tools.assets import copy, pairs


def test_the_list_is_read_without_its_comments():
    assert pairs("# words\n\na/b.css c.css  # why\n") == [("a/b.css", "c.css")]


def test_every_listed_file_comes_from_a_locked_package():
    lock = (ROOT / "frontend/package-lock.json").read_text()

    for source, _ in pairs((ROOT / "frontend/assets.txt").read_text()):
        assert f'"node_modules/{"/".join(source.split("/")[:2])}"' in lock


def test_the_name_of_a_source_map_is_dropped_and_the_rest_stays(tmp_path):
    style = "@import 'x';a{b:c}\n"
    for name, comment in (
        ("a.css", "/*# sourceMappingURL=a.css.map */\n"),
        ("a.js", "//# sourceMappingURL=a.js.map\n"),
        ("a.js", "//# sourceMappingURL=a.js.map"),
    ):
        (tmp_path / name).write_text(style + comment)

        copy(tmp_path / name, tmp_path / "vendor" / name)

        assert (tmp_path / "vendor" / name).read_text() == style


def test_other_files_are_copied_byte_by_byte(tmp_path):
    (tmp_path / "font.woff2").write_bytes(b"\x00//# sourceMappingURL=x\n")

    copy(tmp_path / "font.woff2", tmp_path / "copy.woff2")

    assert (tmp_path / "copy.woff2").read_bytes() == b"\x00//# sourceMappingURL=x\n"
