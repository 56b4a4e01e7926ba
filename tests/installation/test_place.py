from pathlib import Path

import pytest

from pamong.installation import place
from pamong.installation.folder import DataFolder


@pytest.fixture
def user(monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setenv("HOME", "/home/siti")


@pytest.fixture
def installed(monkeypatch):
    monkeypatch.setattr(place, "checkout", lambda: None)


def test_what_is_given_wins_over_the_environment(tmp_path):
    given = place.data_folder_path(tmp_path / "a", environ={"PAMONG_DATA_DIR": "/b"})

    assert given == tmp_path / "a"
    assert place.data_folder_path(environ={"PAMONG_DATA_DIR": "/b"}) == Path("/b")


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "/home/siti/.local/share/pamong"),
        ({"XDG_DATA_HOME": "/data/siti"}, "/data/siti/pamong"),
        ({"XDG_DATA_HOME": "relative"}, "/home/siti/.local/share/pamong"),
        ({"PAMONG_DATA_DIR": ""}, "/home/siti/.local/share/pamong"),
    ],
)
def test_a_user_keeps_the_data_at_home(user, installed, environ, expected):
    assert place.data_folder_path(environ=environ) == Path(expected)


def test_root_keeps_the_data_where_services_do(installed, monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 0)

    assert place.data_folder_path(environ={}) == Path("/var/lib/pamong")


def test_two_checkouts_of_one_name_never_share_a_default(user, monkeypatch):
    paths = set()
    for checkout in (Path("/a/pamong"), Path("/b/pamong")):
        monkeypatch.setattr(place, "checkout", lambda checkout=checkout: checkout)
        paths.add(place.data_folder_path(environ={}))

    assert len(paths) == 2
    assert all(path.parent == Path("/home/siti/.local/share") for path in paths)
    assert all(path.name.startswith("pamong-pamong-") for path in paths)


def test_these_tests_run_from_a_checkout():
    assert place.checkout() == Path(__file__).parents[2]


def test_a_linked_path_is_one_with_what_it_points_to(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    assert DataFolder.resolve(tmp_path / "link/data") == DataFolder(tmp_path / "real/data")
