"""Signing in with a user name and a password."""

from django.contrib.auth.views import LoginView

sign_in = LoginView.as_view(template_name="masuk/page.html", redirect_authenticated_user=True)
