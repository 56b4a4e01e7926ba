"""The address of what falls due for oneself."""

from django.urls import path

from pamong.web.hak import views

app_name = "hak"
urlpatterns = [path("saya/hak/", views.page, name="page")]
