import pytest

from pamong.installation.identity import server_user
from pamong.installation.socket_folder import LONGEST, SocketFolderError, serves, socket_folder


@pytest.fixture
def user():
    return server_user()


@pytest.fixture
def far(top):
    """A data folder whose own path is too long for a socket."""
    folder = top / ("p" * 120)
    folder.mkdir()
    return folder


@pytest.fixture
def temporary(top, monkeypatch):
    folder = top / "sementara"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_the_socket_lies_with_the_data_where_it_can(top, user):
    assert socket_folder(top, user, environ={}) == top / "run"


def test_a_long_path_gets_a_closed_folder_of_its_own(far, temporary, user):
    folder = socket_folder(far, user, environ={})

    assert folder.parent == temporary
    assert (folder.stat().st_mode & 0o777, folder.stat().st_uid) == (0o700, user.uid)
    assert socket_folder(far, user, environ={}) == folder


@pytest.mark.parametrize("trap", ["link", "open", "file"])
def test_a_folder_that_somebody_prepared_is_refused(far, temporary, user, trap):
    folder = socket_folder(far, user, environ={})
    folder.rmdir()
    if trap == "link":
        folder.symlink_to(far)
    elif trap == "file":
        folder.touch()
    else:
        folder.mkdir()
        folder.chmod(0o755)

    with pytest.raises(SocketFolderError, match="terbuka bagi pengguna lain"):
        socket_folder(far, user, environ={})


def test_a_long_temporary_folder_does_not_serve_either(far, user, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(far))

    folder = socket_folder(far, user, environ={})
    folder.rmdir()

    assert serves(folder)


def test_the_limit_is_that_of_the_system(top):
    short = top / ("x" * (LONGEST - len(str(top)) - 1))

    assert serves(short)
    assert not serves(short.with_name(short.name + "x"))
    assert not serves(top / "a,b")
