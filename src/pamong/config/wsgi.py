"""The door that gunicorn knocks at."""

import os

from django.core.wsgi import get_wsgi_application

from pamong.installation.place import cache_path
from pamong.law.plans import keep_plans_in

keep_plans_in(cache_path(environ=os.environ))
application = get_wsgi_application()
