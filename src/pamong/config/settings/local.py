"""One machine, one office: the site on 127.0.0.1 beside the embedded PostgreSQL."""

from pamong.config.logs import configuration
from pamong.config.settings.base import *  # noqa: F403  the base is the point of this module

LOGGING = configuration(human=True)
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # plain http on the loopback address
