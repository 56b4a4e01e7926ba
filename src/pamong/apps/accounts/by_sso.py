"""The account that the regional SSO opens: linked by an administrator, or opened where allowed."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.selectors import resident_pemda

SSO = Actor("SSO pemerintah daerah")
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Told:
    """What the SSO says of somebody: who it is, and what he is called."""

    subject: str
    username: str
    nama: str


class NoSuchGovernmentError(LookupError):
    """The settings open accounts in a government that keeps no records here."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            _('Setelan PAMONG_OIDC_NEW_ACCOUNTS menyebut "%s", yang tidak dikelola di sini.')
            % slug
        )


def user_of_subject(told: Told, *, opens_in: str, day: date) -> User | None:
    """Return the account that is linked to somebody, if there is one.

    Where ``opens_in`` is the short name of a government, whoever has none gets one there, with the
    role that reads what is public.

    Raises:
        NoSuchGovernmentError: no such government keeps its records here.
    """
    found = User.objects.filter(sso_subject=told.subject).first()
    if found is not None or not opens_in:
        return found
    pemda = next((one for one in resident_pemda() if one.slug == opens_in), None)
    if pemda is None:
        raise NoSuchGovernmentError(opens_in)
    with act("accounts.by_sso", actor=SSO, reason="masuk pertama lewat SSO"), refusals():
        user = User(
            username=_free_name(told), nama=told.nama or told.username, sso_subject=told.subject
        )
        user.set_unusable_password()
        user.save()
        RoleGrant.objects.create(user=user, role=Role.WARGA, pemda=pemda, starts_on=day)
    return user


def _free_name(told: Told) -> str:
    """Return a user name that nobody has; what others are called is never taken over."""
    wanted = (told.username or "sso").casefold()[: LONGEST_NAME - 8]
    taken = {
        name.casefold()
        for name in User.objects.filter(username__istartswith=wanted).values_list(
            "username", flat=True
        )
    }
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (wanted, *numbered) if name not in taken)
