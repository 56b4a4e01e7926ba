"""Reading the settings of signing in: how long sessions last, second factors, the regional SSO."""

from typing import TypedDict

from pamong.config import env

SSO = "sso"
"""What the one OpenID Connect provider of an installation is called in addresses."""
SENSITIVE_ROLES = "operator,bkd_admin,bkd"
MOST_MINUTES, MOST_HOURS, MOST_PROXIES = 12 * 60, 24, 5


class OidcSetting(TypedDict):
    """The regional SSO, and which of its claims names an account here."""

    issuer: str
    client_id: str
    client_secret: str
    label: str
    claim: str
    new_accounts: str


def oidc() -> OidcSetting | None:
    """Read the regional SSO; ``None`` where ``PAMONG_OIDC_ISSUER`` is empty.

    Raises:
        SettingError: the address is no https address (http only to this machine), or the client's
            id or secret is missing.
    """
    issuer = env.text("PAMONG_OIDC_ISSUER", "").strip()
    if not issuer:
        return None
    env.refuse_address("PAMONG_OIDC_ISSUER", issuer, key_in="PAMONG_OIDC_CLIENT_SECRET")
    told = OidcSetting(
        issuer=issuer,
        client_id=env.text("PAMONG_OIDC_CLIENT_ID", "").strip(),
        client_secret=env.text("PAMONG_OIDC_CLIENT_SECRET", "").strip(),
        label=env.text("PAMONG_OIDC_LABEL", "SSO pemerintah daerah").strip(),
        claim=env.text("PAMONG_OIDC_CLAIM", "sub").strip(),
        new_accounts=env.text("PAMONG_OIDC_NEW_ACCOUNTS", "").strip(),
    )
    for name, value in (
        ("PAMONG_OIDC_CLIENT_ID", told["client_id"]),
        ("PAMONG_OIDC_CLIENT_SECRET", told["client_secret"]),
        ("PAMONG_OIDC_LABEL", told["label"]),
        ("PAMONG_OIDC_CLAIM", told["claim"]),
    ):
        if not value:
            raise env.SettingError(
                f"Setelan {name} belum diisi, sedangkan PAMONG_OIDC_ISSUER sudah. Isi keduanya, "
                "atau kosongkan PAMONG_OIDC_ISSUER."
            )
    return told


def idle_minutes() -> int:
    """Read after how many minutes without use a session ends."""
    return env.whole("PAMONG_SESSION_IDLE_MINUTES", 30, least=5, most=MOST_MINUTES)


def session_hours() -> int:
    """Read after how many hours a session ends, however busy it was."""
    return env.whole("PAMONG_SESSION_HOURS", 12, least=1, most=MOST_HOURS)


def proxies(default: int) -> int:
    """Read how many proxies of the house stand before the site."""
    return env.whole("PAMONG_PROXIES", default, least=0, most=MOST_PROXIES)


def second_factor_roles(*, demonstration: bool) -> list[str]:
    """Read the roles that may not work without a second factor; a demonstration demands none."""
    return env.words("PAMONG_SECOND_FACTOR_ROLES", "" if demonstration else SENSITIVE_ROLES)
