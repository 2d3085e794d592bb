"""Calls of the command line within the test's own process: quick, and real but for that."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from unittest import mock

from bot.__main__ import cli


def call(*words: str, given: str = "") -> tuple[int, str, str]:
    """Exit code, stdout and stderr of `redress WORDS`, with `given` typed into it."""
    out, errors, code = io.StringIO(), io.StringIO(), 0
    with (
        redirect_stdout(out),
        redirect_stderr(errors),
        mock.patch.object(sys, "stdin", io.StringIO(given)),
    ):
        try:
            cli(list(words), prog_name="redress")
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return code, out.getvalue(), errors.getvalue()
