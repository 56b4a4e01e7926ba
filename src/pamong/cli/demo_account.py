"""The one account of the demonstration; its password is random and printed once."""

import secrets

from pamong.apps.accounts import services
from pamong.apps.demonstration.services import DEMONSTRASI

USERNAME = "operator"


def prepare(*, new_password: bool) -> str:
    """Make the account, or give it a new password where asked; return the lines to print."""
    password = secrets.token_urlsafe(9)
    is_new = services.ensure_user(
        username=USERNAME, nama="Operator Peraga", password=password, actor=DEMONSTRASI
    )
    if new_password and not is_new:
        services.set_password(username=USERNAME, password=password, actor=DEMONSTRASI)
    if is_new or new_password:
        return f"Masuk sebagai {USERNAME}, kata sandi: {password} (hanya ditampilkan sekali ini)\n"
    return (
        f"Masuk sebagai {USERNAME}; kata sandinya sudah ditampilkan pada awal pertama.\n"
        "Bila hilang: script/demo --new-password\n"
    )
