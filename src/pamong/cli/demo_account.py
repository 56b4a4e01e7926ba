"""The accounts of the demonstration as the command prints them: each password once."""

from pamong.apps.demonstration.accounts import OpenedAccount, open_accounts
from pamong.apps.demonstration.services import DEMONSTRASI


def prepare(*, new_password: bool) -> str:
    """Make the accounts, or give them new passwords where asked; return the lines to print."""
    accounts = open_accounts(new_passwords=new_password, actor=DEMONSTRASI)
    told = [account for account in accounts if account.password]
    if not told:
        names = ", ".join(account.username for account in accounts)
        return (
            f"Masuk sebagai {names}; kata sandinya sudah ditampilkan pada awal pertama.\n"
            "Bila hilang: script/demo --new-password\n"
        )
    lines = "\n".join(map(_line, told))
    return f"Masuk sebagai (kata sandi hanya ditampilkan sekali ini):\n{lines}\n"


def _line(account: OpenedAccount) -> str:
    return f"  {account.username:<14} {account.password}   {account.role}"
