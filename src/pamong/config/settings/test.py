"""The test suite: a database of its own, cheap passwords, no compressed files."""

import os

os.environ.setdefault("DATABASE_URL", "postgresql://pamong@/pamong")
os.environ.setdefault("PAMONG_SECRET_KEY", "only-for-tests")

from pamong.config.settings.base import *  # noqa: F403  the environment comes first

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",
    "pamong.apps.accounts.passwords.FirstPasswordHasher",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Whatever the machine has set:
PAMONG_MODEL = None
PAMONG_OIDC = None
PAMONG_SECOND_FACTOR_ROLES = []
WHITENOISE_AUTOREFRESH = True
