"""The forms of signing in; their fields keep the names that browsers have remembered."""

from allauth.account.forms import LoginForm


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth ships no types
    """User name and password."""

    def add_prefix(self, field_name: str) -> str:
        """Call the field of the user name what it was called before."""
        return "username" if field_name == "login" else field_name
