"""Acts on users."""

from pamong.apps.accounts.models import User
from pamong.apps.core.audit import Actor, act


class UserNotFoundError(LookupError):
    """Nobody signs in by that name."""

    def __init__(self, username: str) -> None:
        super().__init__(f'Pengguna "{username}" tidak ada. Periksa nama penggunanya.')


def ensure_user(*, username: str, nama: str, password: str, actor: Actor) -> bool:
    """Create a user who may sign in, unless one of that name is there; tell whether it was new."""
    with act("accounts.ensure_user", actor=actor, reason="membuka akun"):
        if User.objects.filter(username=username).exists():
            return False
        user = User(username=username, nama=nama)
        user.set_password(password)
        user.save()
        return True


def set_password(*, username: str, password: str, actor: Actor) -> None:
    """Give a user a new password.

    Raises:
        UserNotFoundError: nobody signs in by that name.
    """
    with act("accounts.set_password", actor=actor, reason="mengganti kata sandi"):
        user = User.objects.select_for_update().filter(username=username).first()
        if user is None:
            raise UserNotFoundError(username)
        user.set_password(password)
        user.save(update_fields=["password"])
