"""Typer in Indonesian: its headings, its standing help texts, and what it says of a wrong call.

Typer has no catalogue to translate, so its words are replaced at the places that it leaves open.
"""

import re
from collections.abc import Callable
from typing import Any

import typer

# Typer carries its own copy of click and exports little of it.
from typer._click import Command, Context, HelpFormatter
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperCommand, TyperGroup, TyperOption

OPTIONS = "[PILIHAN]"
OF_NUMBERS = {
    r"Input should be a valid integer.*": "isi dengan bilangan bulat",
    r"Input should be greater than or equal to": "yang terkecil ialah",
    r"Input should be less than or equal to": "yang terbesar ialah",
}


class _Spoken(Command):
    """What commands and groups have in common."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Tampilkan keterangan ini."
        return option

    def get_usage(self, ctx: Context) -> str:
        return super().get_usage(ctx).replace("Usage:", "Pemakaian:", 1)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        _name_headings()
        super().format_help(ctx, formatter)


class SpokenCommand(_Spoken, TyperCommand):
    """A command whose help is Indonesian."""


class SpokenGroup(_Spoken, TyperGroup):
    """A group of commands whose help is Indonesian."""


class App(typer.Typer):
    """A Typer whose commands and groups speak Indonesian; ``cli/*.py`` make theirs of it."""

    def __init__(self, **settings: Any) -> None:
        """Take Typer's own settings."""
        super().__init__(
            cls=SpokenGroup,
            add_completion=False,
            no_args_is_help=True,
            pretty_exceptions_enable=False,
            rich_markup_mode="markdown",  # it fills paragraphs, as docstrings are wrapped at 99
            options_metavar=OPTIONS,
            subcommand_metavar="PERINTAH [ISIAN]...",
            **settings,
        )

    def command(self, name: str | None = None, **settings: Any) -> Callable[..., Any]:
        """Register a command, as Typer does."""
        return super().command(name, cls=SpokenCommand, options_metavar=OPTIONS, **settings)


def usage_sentence(error: UsageError) -> str:
    """Say in Indonesian what is wrong with the way a command was called."""
    if isinstance(error, NoSuchOption):
        near = f" Mungkin maksud Anda {error.possibilities[0]}." if error.possibilities else ""
        return f"Pilihan {error.option_name} tidak dikenal.{near}"
    if isinstance(error, BadOptionUsage):
        return f"Pilihan {error.option_name} memerlukan sebuah nilai."
    if isinstance(error, BadParameter):
        return _about_a_value(error)
    return _about_the_words(error.message)


def _about_a_value(error: BadParameter) -> str:
    if isinstance(error, MissingParameter):
        return f"{_name(error)} belum diisi."
    reason = error.message
    for english, indonesian in OF_NUMBERS.items():
        reason = re.sub(english, indonesian, reason)
    end = "" if reason.endswith("?") else "."
    return f"Nilai untuk {_name(error)} tidak dapat dipakai: {reason.rstrip('.')}{end}"


def _about_the_words(message: str) -> str:
    unknown = re.match(r"No such command '(.*?)'(?:.*'(.*)'\?)?", message)
    if unknown:
        near = f" Mungkin maksud Anda {unknown[2]}." if unknown[2] else ""
        return f"Perintah {unknown[1]} tidak ada.{near}"
    extra = re.match(r"Got unexpected extra arguments? *(?:\(s\))? *\((.*)\)", message)
    if extra:
        return f"Ada kata yang berlebih: {extra[1]}."
    return message


def _name(error: BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint)
    return str(error.param.get_error_hint()).replace("'", "")


def _name_headings() -> None:
    from typer import rich_utils  # rich is slow to import, and only help needs it

    rich_utils.ARGUMENTS_PANEL_TITLE = "Isian"
    rich_utils.OPTIONS_PANEL_TITLE = "Pilihan"
    rich_utils.COMMANDS_PANEL_TITLE = "Perintah"
    rich_utils.DEFAULT_STRING = "[bawaan: {}]"
    rich_utils.ENVVAR_STRING = "[variabel: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[wajib]"
