"""The test suite: a database of its own, cheap passwords, no compressed files."""

import os

os.environ.setdefault("DATABASE_URL", "postgresql://pamong@/pamong")
os.environ.setdefault("PAMONG_SECRET_KEY", "only-for-tests")

from pamong.config.settings.base import *  # noqa: F403  the environment comes first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PAMONG_MODEL = None  # whatever the machine has set
WHITENOISE_AUTOREFRESH = True
