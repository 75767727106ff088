"""A failure is told when it happens, not after all the others: a run that is stopped has told it, too."""

import pytest


class FailuresAtOnce:
    """A plugin beside pytest's own reporter, which tells all of them once more at the end."""

    def __init__(self, reporter: pytest.TerminalReporter) -> None:
        self._reporter = reporter

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._reporter.write_line(f"\n{report.when}: {report.nodeid}\n{report.longreprtext}", red=True)
