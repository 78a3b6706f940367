"""Errors a user can act on."""


class AppError(Exception):
    """Something outside the program is wrong and a person can mend it.

    ``message`` says what happened, ``advice`` what to do next; both are shown to the user as they
    are. Everything that is not an ``AppError`` is a defect of the program.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message}{self.advice and ' ' + self.advice}"


class WrongUseError(AppError):
    """A command or its arguments cannot be understood (exit status 2)."""


class NoCatalogueError(AppError):
    """What was named as a catalogue is none."""


class Cancelled(Exception):  # noqa: N818 - an answer to the user's wish, not an error
    """The user asked to stop; what was committed before stays."""
