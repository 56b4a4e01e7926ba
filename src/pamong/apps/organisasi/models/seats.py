"""Triggers that keep what rows copy from their office in step with it, whoever writes."""

import pgtrigger


def follows_its_office(*columns: str) -> pgtrigger.Trigger:
    """Fill ``columns`` of a row from the columns of the same meaning of its office.

    Constraints and scopes read only their own row, so these copies must never differ.
    """
    wanted = ", ".join(OFFICE_COLUMNS[column] for column in columns)
    filled = ", ".join(f"NEW.{column}" for column in columns)
    return pgtrigger.Trigger(
        name="follows_its_office",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"SELECT {wanted} INTO {filled} FROM organisasi_jabatan "  # noqa: S608  our own names
        "WHERE id = NEW.jabatan_id; RETURN NEW;",
    )


OFFICE_COLUMNS = {"pemda_id": "pemda_id", "seat_is_single": "is_single_seat"}
FOLLOWERS = (
    "organisasi_jabatanholding",
    "organisasi_attestation",
    "organisasi_officeleave",
    "organisasi_facility",
    "organisasi_facilitystatement",
    "organisasi_exofficiochair",
)


def leads_its_rows() -> pgtrigger.Trigger:
    """Let the rows of an office copy it anew when it changes."""
    touched = "".join(
        f"UPDATE {table} SET jabatan_id = NEW.id WHERE jabatan_id = NEW.id; "  # noqa: S608  ours
        for table in FOLLOWERS
    )
    return pgtrigger.Trigger(
        name="leads_its_rows",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf(  # type: ignore[no-untyped-call]  # ships no types
            "is_single_seat", "pemda_id"
        ),
        func=f"{touched}RETURN NEW;",
    )
