"""The last backup: whether there is one, how old it is, and whether a fire would take it too."""

from datetime import datetime, timedelta

from pamong.installation.backup.automatic import LastBackup, recall
from pamong.installation.folder import DataFolder
from pamong.installation.health.check import Check, Subject

OLD, TOO_OLD = timedelta(days=7), timedelta(days=30)
HOW = "Jalankan: pamong backup BERKAS"


def last_backup(folder: DataFolder, now: datetime, *, is_demonstration: bool) -> Check:
    """Look at the last backup that somebody asked for; those before migrations do not count."""
    subject = Subject("backup", "Cadangan terakhir")
    if is_demonstration:
        return subject.skipped("Data peraga dapat dibuat lagi kapan saja.")
    last = recall(folder)
    if last is None:
        return subject.bad("Belum pernah dibuat.", HOW)
    age = now - last.made_at
    words = f"{age.days} hari yang lalu, {last.path}."
    if age > TOO_OLD:
        return subject.bad(words, HOW)
    if age > OLD:
        return subject.look(words, HOW)
    return _where(subject, last, folder, words)


def _where(subject: Subject, last: LastBackup, folder: DataFolder, words: str) -> Check:
    try:
        is_near = last.path.stat().st_dev == folder.path.stat().st_dev
    except OSError:
        return subject.good(f"{words} Berkasnya sudah tidak di sana; mungkin dipindahkan.")
    if is_near:
        return subject.look(
            f"{words} Berkas itu di disk yang sama dengan datanya.",
            "Simpan salinannya di komputer lain.",
        )
    return subject.good(words)
