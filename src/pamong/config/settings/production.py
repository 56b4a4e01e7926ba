"""A server of a government: https in front, PostgreSQL of its own."""

from pamong.config import env
from pamong.config.logs import configuration
from pamong.config.settings.base import *  # noqa: F403  the base is the point of this module
from pamong.config.settings.base import PAMONG_DEMONSTRATION

SECRET_KEY = env.secret("PAMONG_SECRET_KEY")
ALLOWED_HOSTS = env.words("PAMONG_ALLOWED_HOSTS")

if PAMONG_DEMONSTRATION:
    raise env.SettingError(
        "Setelan produksi menolak data peraga. Kosongkan PAMONG_DEMONSTRATION dan pakai folder "
        "data yang lain."
    )

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True

LOGGING = configuration(human=False)
