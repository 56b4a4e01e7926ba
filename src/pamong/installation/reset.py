"""Emptying a data folder: nobody may be using it, and nothing but Pamong's own is deleted."""

import contextlib

from pamong.installation.cluster import Cluster
from pamong.installation.folder import DataFolder
from pamong.installation.identity import server_user
from pamong.installation.locks import InUseError, ServerLocks
from pamong.installation.postmaster import shut_down


def empty(folder: DataFolder) -> None:
    """Stop a server that was left behind, then delete the data; the folder itself stays.

    Raises:
        InUseError: somebody works with the data.
        FolderError: the folder is not one of ours.
    """
    if not folder.path.exists():
        return
    folder.prepare()
    with contextlib.closing(ServerLocks(folder.path)) as locks, locks.alone():
        locks.use()
        if not locks.leave():
            raise InUseError(folder.path)
        shut_down(Cluster(folder, server_user()), child=None)
        with folder.saying_what_fails():
            folder.clear()
