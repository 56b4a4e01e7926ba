"""``pamong migrate``: bring the database to the form that this version needs."""

from pamong.cli.house import DataDir, open_house


def migrate(data_dir: DataDir = None) -> None:
    """Siapkan atau mutakhirkan basis data untuk Pamong versi ini."""
    open_house(data_dir)
    migrate_database()
    print("Basis data siap dipakai.")


def migrate_database() -> None:
    """Apply what is not applied yet; the house must be open."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
