"""The door from a list to its calendar."""

from django import template
from django.template.context import Context

from pamong.web.kalender.feeds import FEEDS

register = template.Library()


@register.inclusion_tag("kalender/door.html", takes_context=True)
def calendar_door(context: Context, key: str) -> dict[str, object]:
    """Lead from a list to the page that makes a calendar of it; nowhere where there is none."""
    here = context["here"]
    leads = here.address("kalender:own", daftar=key) if key in FEEDS else ""
    return {"leads": leads}
