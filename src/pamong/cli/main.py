"""The ``pamong`` command. Each command lives in a module of its own and loads what it needs."""

import importlib.metadata
import os
import signal
import sys
from types import FrameType
from typing import Annotated

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError

from pamong.cli import (
    account,
    account_many,
    backup,
    begin,
    corrections,
    demo,
    doctor,
    ekspor,
    exchange,
    ikd,
    impor,
    law,
    migrate,
    move_to,
    read,
    restore,
    serve,
    synth,
    token,
    who,
)
from pamong.cli.failures import DEBUG_VARIABLE, ExitCode, report
from pamong.cli.house import DataDir
from pamong.cli.words import App, usage_sentence
from pamong.installation.place import VARIABLE, cache_path
from pamong.law.plans import keep_plans_in

app = App(name="pamong")
app.command("demo")(demo.demo)
app.command("read")(read.read)
app.add_typer(corrections.app, name="corrections")
app.command("who")(who.who)
app.add_typer(exchange.app, name="exchange")
app.command("ekspor")(ekspor.ekspor)
app.add_typer(impor.app, name="impor")
app.command("ikd")(ikd.ikd)
app.add_typer(law.app, name="law")
app.command("synth")(synth.synth)
app.command("begin")(begin.begin)
account.app.command("open-many")(account_many.open_many)
app.add_typer(account.app, name="account")
app.add_typer(token.app, name="token")
app.command("serve")(serve.serve)
app.command("migrate")(migrate.migrate)
app.command("backup")(backup.backup)
app.command("restore")(restore.restore)
app.command("doctor")(doctor.doctor)
app.command("move-to")(move_to.move_to)


def _show_version(asked: bool) -> None:
    if asked:
        print(f"pamong {importlib.metadata.version('pamong')}")
        raise typer.Exit


@app.callback()
def pamong(
    *,
    data_dir: DataDir = None,
    debug: Annotated[
        bool, typer.Option("--debug", help="Tampilkan rincian teknis bila terjadi galat.")
    ] = False,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Tampilkan versi Pamong.", callback=_show_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Pamong: catatan tata kelola pemerintah daerah, dan hukum yang berlaku atasnya."""
    if data_dir is not None:
        os.environ[VARIABLE] = str(data_dir)
    if debug:
        os.environ[DEBUG_VARIABLE] = "1"
    keep_plans_in(cache_path(environ=os.environ))


def main() -> None:
    """Run the command line; every failure becomes one sentence and an exit code."""
    # SIGTERM by itself ends a process without the farewell that gives the server back.
    signal.signal(signal.SIGTERM, _leave)
    try:
        code = app(prog_name="pamong", standalone_mode=False)
    except UsageError as error:
        code = _refuse_call(error)
    except (typer.Abort, KeyboardInterrupt):
        code = _say_interrupted()
    except BrokenPipeError:  # `pamong who | head`: nobody reads on, and nothing is left to flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.DONE
    except Exception as error:  # noqa: BLE001  the outer door: unexpected errors end here
        code = report(error)
    sys.exit(code)


def _refuse_call(error: UsageError) -> ExitCode:
    if isinstance(error, NoArgsIsHelpError):
        print(error.message)
        return ExitCode.USAGE
    command = error.ctx.command_path if error.ctx else "pamong"
    print(f"pamong: {usage_sentence(error)} Bantuan: {command} --help", file=sys.stderr)
    return ExitCode.USAGE


def _say_interrupted() -> ExitCode:
    print("pamong: dihentikan.", file=sys.stderr)
    return ExitCode.INTERRUPTED


def _leave(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
