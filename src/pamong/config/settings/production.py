"""A server of a government: https in front, PostgreSQL of its own."""

from pamong.config import env, sign_in
from pamong.config.logs import configuration
from pamong.config.settings.base import *  # noqa: F403  the base is the point of this module
from pamong.config.settings.base import PAMONG_DEMONSTRATION, PAMONG_OIDC

SECRET_KEY = env.secret("PAMONG_SECRET_KEY")
ALLOWED_HOSTS = env.words("PAMONG_ALLOWED_HOSTS")

if PAMONG_DEMONSTRATION:
    raise env.SettingError(
        "Setelan produksi menolak data peraga. Kosongkan PAMONG_DEMONSTRATION dan pakai folder "
        "data yang lain."
    )

if PAMONG_OIDC and not PAMONG_OIDC["issuer"].startswith("https://"):
    raise env.SettingError(
        "Setelan produksi menolak PAMONG_OIDC_ISSUER dengan http://. Pakai alamat https:// SSO "
        "daerah, atau kosongkan."
    )
if PAMONG_OIDC and PAMONG_OIDC["new_accounts"] and PAMONG_OIDC["claim"] != "sub":
    raise env.SettingError(
        "Setelan produksi menolak PAMONG_OIDC_NEW_ACCOUNTS bersama PAMONG_OIDC_CLAIM selain sub: "
        "nama yang dapat diganti orang tidak boleh membuka akun. Kosongkan salah satunya."
    )

# https is ended in front of us, so that one proxy stands between; else all share one address, and
# one guesser locks everybody out.
ALLAUTH_TRUSTED_PROXY_COUNT = sign_in.proxies(1)

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True

LOGGING = configuration(human=False)
