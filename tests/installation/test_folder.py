import os
import stat
import subprocess
from collections import namedtuple

import pytest
from tests.support import people

from pamong.installation import folder as folder_module
from pamong.installation import identity
from pamong.installation.folder import (
    ClosedFolderError,
    DataFolder,
    DiskFullError,
    ForeignFolderError,
    NotAFolderError,
    OtherContentError,
    UnusableFolderError,
)
from pamong.installation.identity import server_user
from pamong.installation.reset import InUseError, empty
from pamong.installation.server import EmbeddedServer


@pytest.fixture
def data(top):
    return DataFolder(top / "data")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_folder_is_closed_and_has_a_secret_of_its_own(data, top):
    data.prepare()
    other = DataFolder(top / "other")
    other.prepare()

    assert mode(data.path) == 0o700
    assert mode(data.secret_key) == 0o600
    assert len(data.secret_key.read_text()) >= 50
    assert data.secret_key.read_text() != other.secret_key.read_text()


def test_preparing_again_keeps_the_secret(data):
    data.prepare()
    secret = data.secret_key.read_text()

    data.prepare()

    assert data.secret_key.read_text() == secret


def test_an_open_folder_is_closed(data):
    data.path.mkdir(mode=0o777)
    data.path.chmod(0o777)

    data.prepare()

    assert mode(data.path) & 0o007 == 0


def test_a_file_in_its_place_is_said(data):
    data.path.write_text("surat")

    with pytest.raises(NotAFolderError, match="sebuah berkas"):
        data.prepare()


def test_a_folder_below_a_file_is_said(data, top):
    (top / "berkas").write_text("surat")

    with pytest.raises(UnusableFolderError):
        DataFolder(top / "berkas" / "data").prepare()


def test_a_folder_with_other_files_is_left_alone(data):
    data.path.mkdir()
    (data.path / "surat.txt").write_text("penting")

    with pytest.raises(OtherContentError, match=r"surat\.txt"):
        data.prepare()
    data.clear()

    assert [entry.name for entry in data.path.iterdir()] == ["surat.txt"]


def test_a_start_killed_at_its_first_file_is_made_good(data):
    data.path.mkdir()
    (data.path / f"{folder_module.MARK}.4711").touch()

    data.prepare()

    assert data.secret_key.is_file()


def test_a_folder_of_another_user_is_refused_and_names_him(top):
    nobody = people.nobody()
    folder = top / "data"
    folder.mkdir()
    nobody.owns(folder)

    with pytest.raises(ForeignFolderError, match="milik pengguna nobody"):
        DataFolder(folder).prepare()


def test_a_user_is_refused_the_folder_of_root(top):
    nobody = people.nobody()
    (top / "data").mkdir()

    assert nobody.tries(top / "data").startswith("ForeignFolderError: ")


def test_a_folder_that_cannot_be_made_is_said(top):
    said = people.nobody().tries(top / "data")

    assert said.startswith("UnusableFolderError: ")
    assert "Permission denied" in said


def test_a_folder_below_a_closed_one_of_another_user_is_said(top):
    (top / "closed").mkdir(mode=0o700)

    assert people.nobody().tries(top / "closed" / "data").startswith("UnusableFolderError: ")


def test_a_system_user_that_cannot_be_made_is_said(monkeypatch, root_only):
    monkeypatch.setattr(identity, "SYSTEM_USER", "pamong-tidak-ada")
    monkeypatch.setattr(identity, "USERADD", ("useradd", "--system", "nama tidak sah"))

    with pytest.raises(identity.NoSystemUserError, match="Jalankan: useradd --system"):
        identity.server_user()


def test_a_folder_that_its_owner_made_read_only_stays_so_and_is_said(top):
    nobody = people.nobody()
    folder = top / "data"
    folder.mkdir()
    nobody.owns(folder)
    folder.chmod(0o500)

    assert nobody.tries(folder).startswith("UnusableFolderError: ")
    assert mode(folder) == 0o500


def test_a_read_only_disk_is_said(top, root_only):
    disk = top / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "ro,mode=755", "none", disk]
    if subprocess.run(mount, check=False).returncode != 0:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        with pytest.raises(UnusableFolderError, match="Read-only file system"):
            DataFolder(disk / "data").prepare()
    finally:
        subprocess.run(["umount", disk], check=True)


def test_as_root_a_folder_below_a_closed_one_is_refused(top, root_only):
    (top / "closed").mkdir(mode=0o700)

    with pytest.raises(ClosedFolderError, match="tertutup"):
        EmbeddedServer(DataFolder(top / "closed" / "data")).start()


def test_a_strict_umask_of_root_does_not_lock_the_server_out(top, root_only):
    before = os.umask(0o077)
    try:
        folder = DataFolder(top / "baru" / "lagi" / "data")
        folder.prepare()
        folder.let_pass(server_user())
    finally:
        os.umask(before)

    assert server_user().can_enter(folder.path)


def test_a_new_cluster_asks_for_room_first(data, monkeypatch):
    disk = namedtuple("disk", "total used free")  # noqa: PYI024  the shape of shutil's own
    monkeypatch.setattr(folder_module.shutil, "disk_usage", lambda _: disk(9, 8, 50_000_000))

    with pytest.raises(DiskFullError, match=r"ruang kosong 2048 MB.*tersisa 47 MB"):
        EmbeddedServer(data).start()

    assert not (data.path / "postgresql-18").exists()


def test_reset_stops_what_was_left_behind_and_empties_the_folder(data):
    with people.ourselves().holding(data.path) as (holder, _):
        holder.kill()

    empty(data)

    assert {entry.suffix for entry in data.path.iterdir()} == {".lock", ".txt"}
    with EmbeddedServer(data) as server:
        assert server.socket_folder.exists()


def test_reset_is_refused_while_somebody_works(data):
    with EmbeddedServer(data), pytest.raises(InUseError, match="sedang dipakai"):
        empty(data)

    assert (data.path / "postgresql-18").is_dir()


def test_reset_of_a_folder_that_is_not_there_makes_none(data):
    empty(data)

    assert not data.path.exists()


def test_a_demonstration_is_marked_for_good(data):
    data.prepare()
    assert not data.is_demonstration

    data.mark_demonstration()
    data.prepare()

    assert data.is_demonstration
