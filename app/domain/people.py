"""Persons and what each may do."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

SYSTEM = "系统"
"""The name under which the program itself acts (ingest, classification)."""


class PersonRole(StrEnum):
    """What a person may do; administrators cannot decide and auditors only read."""

    REVIEWER = "reviewer"
    SECRECY_REVIEWER = "secrecy_reviewer"
    APPROVER = "approver"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


DECIDING_ROLES = frozenset({PersonRole.REVIEWER, PersonRole.SECRECY_REVIEWER, PersonRole.APPROVER})


def are_compatible(roles: Collection[PersonRole]) -> bool:
    """Whether one person may hold these roles: who keeps accounts or only reads must not decide."""
    if PersonRole.AUDITOR in roles:
        return len(set(roles)) == 1
    return PersonRole.ADMINISTRATOR not in roles or not DECIDING_ROLES & set(roles)


@dataclass(frozen=True, slots=True)
class Person:
    """A local account. ``has_pin``: the person can prove his identity, once he has replaced a PIN that
    another person gave him (``must_change_pin``).
    """

    id: int
    uuid: str
    name: str
    roles: frozenset[PersonRole]
    has_pin: bool
    is_active: bool = True
    must_change_pin: bool = False

    def may(self, role: PersonRole) -> bool:
        """Whether the person holds this role and the account is in use."""
        return self.is_active and role in self.roles
