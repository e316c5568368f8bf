"""What may stand on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import stsviewer

_EPILOG: Final = """\
PROFILE is the name of a saved profile, or env: the one made of ALIBABA_CLOUD_ACCESS_KEY_ID,
ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN, ALIBABA_CLOUD_ROLE_ARN,
ALIBABA_CLOUD_ROLE_SESSION_NAME, OSS_REGION, OSS_ENDPOINT, STS_ENDPOINT and RAM_ENDPOINT. With --sandbox it is one of
the sandbox's: try `stsviewer token works --sandbox`.

Exit codes: 0 fine, 1 refused or nothing answered, 2 wrong use. STSVIEWER_HOME moves all settings."""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, with ``run`` being the command's function. Ends the process with 2 when they are wrong."""
    parser = _parser()
    parsed = parser.parse_args(arguments)
    if parsed.account is not None and not parsed.sandbox:
        parser.error("--account is the sandbox's: it needs --sandbox")
    return parsed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="stsviewer",
        description="See that a RAM role works: get an STS token, browse a bucket with it, hand it on. "
        "Without a command the window opens.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"stsviewer {stsviewer.__version__}")
    parser.add_argument("--theme", choices=("light", "dark", "system"), default="", help="the colours of the window")
    parser.add_argument("--language", choices=("en", "zh_CN", "system"), default="", help="the language of the window")
    _sandbox_options(parser, sandbox=False, account=None)
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    commands.add_parser("sandbox", help="serve a local STS, RAM and OSS until it is ended", add_help=False)
    _token(commands)
    _ls(commands)
    _get(commands)
    _profiles(commands)
    _check(commands)
    _simulate(commands)
    return parser


def _later(module: str, function: str) -> Callable[[Any], Any]:
    """A function of a command's module, imported when it is called: the window starts without the commands."""

    def call(argument: Any) -> Any:
        return getattr(import_module(f"stsviewer.cli.{module}"), function)(argument)

    return call


def _sandbox_options(parser: argparse.ArgumentParser, sandbox: object, account: object) -> None:
    group = parser.add_argument_group("sandbox")
    group.add_argument(
        "--sandbox",
        action="store_true",
        default=sandbox,
        help="use the sandbox's profiles; it runs as long as this does",
    )
    group.add_argument(
        "--account",
        type=Path,
        metavar="FILE",
        default=account,
        help="the sandbox's account file (TOML), with --sandbox",
    )


def _command(commands: Any, name: str, help_text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=help_text, description=help_text)
    # Suppressed, so that what was given before the command's name is not taken back.
    _sandbox_options(parser, sandbox=argparse.SUPPRESS, account=argparse.SUPPRESS)
    return parser


def _token(commands: Any) -> None:
    parser = _command(commands, "token", "get a token and print it")
    parser.add_argument("profile", metavar="PROFILE")
    parser.add_argument(
        "--format",
        choices=("json", "export"),
        default="json",
        help="json: as `aliyun sts AssumeRole` prints it (default); export: lines for a shell",
    )
    parser.set_defaults(run=_later("token", "run"))


def _ls(commands: Any) -> None:
    parser = _command(commands, "ls", "list what lies in a bucket")
    parser.add_argument("profile", metavar="PROFILE")
    parser.add_argument("address", metavar="oss://BUCKET[/PREFIX]", type=_later("ls", "address"))
    parser.add_argument("--recursive", action="store_true", help="all objects below, instead of one level")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text", help="text is the default")
    parser.set_defaults(run=_later("ls", "run"))


def _get(commands: Any) -> None:
    parser = _command(commands, "get", "download an object")
    parser.add_argument("profile", metavar="PROFILE")
    parser.add_argument(
        "address",
        metavar="oss://BUCKET/KEY",
        type=_later("get", "address"),
        help="all after oss://BUCKET/ is the key, to the letter",
    )
    parser.add_argument("path", metavar="PATH", type=Path, help="the file to write, or a folder to write it into")
    parser.add_argument("--overwrite", action="store_true", help="replace a file that is there already")
    parser.set_defaults(run=_later("get", "run"))


def _profiles(commands: Any) -> None:
    parser = _command(commands, "profiles", "list the profiles")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=_later("profiles", "run"))


def _check(commands: Any) -> None:
    from stsviewer.cli import check

    parser = _command(commands, "check", "say why a role does not work, and what to change")
    parser.add_argument("profile", metavar="PROFILE")
    parser.add_argument("--bucket", metavar="BUCKET", help="the bucket to look at; the profile's by default")
    parser.add_argument("--prefix", metavar="PREFIX", help="what lies under it; the profile's by default")
    parser.add_argument(
        "--expect",
        metavar="WHAT",
        type=check.expectation,
        help="read, list, write, none, or a use: sdk-read, sdk-upload, ossutil, desktop-client, console; exits with 0 "
        "when the role can do exactly that, neither less nor more",
    )
    parser.add_argument(
        "--try-writes",
        action="store_true",
        help="also store, copy and remove an object of its own, named first; nothing is written without this",
    )
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=check.run)


def _simulate(commands: Any) -> None:
    parser = _command(commands, "simulate", "evaluate policies offline and print one result a case")
    parser.add_argument("file", metavar="FILE", help="one case or a list of them, as JSON; - is standard input")
    parser.set_defaults(run=_later("simulate", "run"))


def _window(arguments: argparse.Namespace) -> int:
    from stsviewer import app

    code: int = app.run(
        sandbox=arguments.sandbox, account=arguments.account, theme=arguments.theme, language=arguments.language
    )
    return code
