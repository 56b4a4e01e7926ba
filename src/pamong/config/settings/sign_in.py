"""Signing in: by django-allauth, with its addresses routed one by one (web/masuk, web/saya).

Why each choice was made stands in docs/adr/0060.
"""

from pamong.config import env, sign_in

_DEMONSTRATION = env.boolean("PAMONG_DEMONSTRATION", default=False)

SIGN_IN_APPS = [
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["pamong.apps.accounts.backends.RolesBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "pamong.apps.accounts.passwords.FirstPasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["username", "nama"]},
    },
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]
LOGIN_URL = "masuk"
LOGIN_REDIRECT_URL = "beranda:page"
LOGOUT_REDIRECT_URL = "masuk"

# A session ends when nobody used it, and at the end of a working day whatever happens.
PAMONG_SESSION_IDLE = 60 * sign_in.idle_minutes()
SESSION_COOKIE_AGE = 60 * 60 * sign_in.session_hours()
ACCOUNT_SESSION_REMEMBER = False  # a computer of an office has many users: the window ends it too

# Attempts are counted where every process of the site sees them, and where a restart keeps them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}
ACCOUNT_RATE_LIMITS = {
    # An office is one address on the internet, and signs in at half past seven.
    "login": "300/m/ip",
    "login_failed": "60/m/ip,5/300s/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = sign_in.proxies(0)

ACCOUNT_ADAPTER = "pamong.web.masuk.adapter.AccountAdapter"
ACCOUNT_FORMS = {"login": "pamong.web.masuk.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False

MFA_ADAPTER = "pamong.web.masuk.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Pamong"
MFA_TOTP_TOLERANCE = 1  # a telephone may be half a minute slow
PAMONG_SECOND_FACTOR_ROLES = sign_in.second_factor_roles(demonstration=_DEMONSTRATION)

PAMONG_OIDC = sign_in.oidc()
SOCIALACCOUNT_ADAPTER = "pamong.web.masuk.sso.SsoAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": sign_in.SSO,
                "name": PAMONG_OIDC["label"],
                "client_id": PAMONG_OIDC["client_id"],
                "secret": PAMONG_OIDC["client_secret"],
                "settings": {
                    "server_url": PAMONG_OIDC["issuer"],
                    "oauth_pkce_enabled": True,
                },
            }
        ]
        if PAMONG_OIDC
        else [],
    }
}
