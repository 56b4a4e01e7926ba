"""What every way of running has in common."""

from pathlib import Path

import pghistory

from pamong.apps.core.history import Insertions
from pamong.config import env
from pamong.config.settings.sign_in import *  # noqa: F403  settings of their own page
from pamong.config.settings.sign_in import SIGN_IN_APPS

SOURCE = Path(__file__).resolve().parents[2]

SECRET_KEY = env.text("PAMONG_SECRET_KEY", "")
DEBUG = False
ALLOWED_HOSTS = env.words("PAMONG_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")

# A demonstration shows real office-holders only as the documents report them, marks made-up
# people, bears a banner, and asks not to be indexed (docs/explanation/real-people.md).
PAMONG_DEMONSTRATION = env.boolean("PAMONG_DEMONSTRATION", default=False)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_linear_migrations",
    "django_htmx",
    "template_partials",
    "csp",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    *SIGN_IN_APPS,
    "pamong.apps.core",
    "pamong.apps.organisasi",
    "pamong.apps.kepegawaian",
    "pamong.apps.accounts",
    "pamong.apps.forums",
    "pamong.apps.findings",
    "pamong.apps.duties",
    "pamong.apps.penataan",
    "pamong.apps.presensi",
    "pamong.apps.impor",
    "pamong.apps.kualitas",
    "pamong.apps.penggabungan",
    "pamong.apps.demonstration",
    "pamong.web",
    "pamong.api",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pamong.web.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "pamong.web.masuk.session_end.SessionEndMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Denied by default: a page that anybody may see says so itself.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "pamong.web.masuk.first_things.FirstThingsMiddleware",
    "pamong.web.middleware.DemonstrationMiddleware",
]

ROOT_URLCONF = "pamong.config.urls"
WSGI_APPLICATION = "pamong.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted((SOURCE / "web").glob("*/templates")),  # one folder a screen
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pamong.web.context.site",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Legal time is dates; instants are stored in UTC and shown in the government's own zone.
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "bahasa"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LOCALE_PATHS = [SOURCE / "locale"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True

# The documents that the demonstration reads; they lie beside the source, not inside it.
PAMONG_SAMPLES = env.text("PAMONG_SAMPLES", str(SOURCE.parents[1] / "samples"))

# A language model that may add proposals to drafts when a person asks it to; off by default.
PAMONG_MODEL = env.model_endpoint()

# For how many days the rows that were read for an import are kept once nobody touches it.
PAMONG_IMPORT_DAYS = env.whole("PAMONG_IMPORT_DAYS", 30, least=1, most=3650)

STATIC_URL = "static/"
STATIC_ROOT = env.text("PAMONG_STATIC_ROOT", str(SOURCE.parents[1] / "build" / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# History that forgets nothing: deletions too, and who and why in the append-only row itself.
PGHISTORY_DEFAULT_TRACKERS = (
    Insertions(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
)
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField()
PGHISTORY_APPEND_ONLY = True

# A document of 50 MB is refused with a sentence by the reader; the door stops far larger ones.
DATA_UPLOAD_MAX_MEMORY_SIZE = 60 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    },
}
