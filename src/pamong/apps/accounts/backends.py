"""Who is signed in, with all roles: one query where every page would ask two."""

from allauth.account.auth_backends import AuthenticationBackend

from pamong.apps.accounts.models import User
from pamong.apps.accounts.selectors import roles_of


class RolesBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """Checks passwords as allauth does, and brings a user's roles along with the user."""

    def get_user(self, user_id: int) -> User | None:
        """Return the user of a session, unless the account was closed."""
        grants = roles_of(user_id)
        own = next((grant.user for grant in grants if grant.user_id == user_id), None)
        user = own or User.objects.filter(pk=user_id).first()
        if user is None or not self.user_can_authenticate(user):
            return None
        user.known_grants = grants
        return user
