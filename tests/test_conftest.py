"""The nets that every other test hangs in do hold."""

import logging
import socket

import pytest

from tests.conftest import InternetForbiddenError


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_internet_sockets_are_refused(family: socket.AddressFamily, no_internet: list[str]) -> None:
    with pytest.raises(InternetForbiddenError):
        socket.socket(family, socket.SOCK_STREAM)
    assert no_internet == ["socket.__new__"]
    no_internet.clear()


def test_name_lookups_are_refused(no_internet: list[str]) -> None:
    with pytest.raises(InternetForbiddenError):
        socket.getaddrinfo("localhost", 80)
    assert no_internet
    no_internet.clear()


def test_expected_warning_is_checked_and_cleared(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("dishu.test").warning("expected")
    assert [record.getMessage() for record in caplog.records] == ["expected"]
    caplog.clear()


def test_unexpected_warning_fails_a_test(pytester: pytest.Pytester, caplog: pytest.LogCaptureFixture) -> None:
    pytester.makeconftest("from tests.conftest import no_unexpected_log_records")
    pytester.makepyfile("import logging\ndef test_loud():\n    logging.getLogger('x').warning('loud')\n")
    outcome = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    outcome.assert_outcomes(passed=1, errors=1)
    caplog.clear()
