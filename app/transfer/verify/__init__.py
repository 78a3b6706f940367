"""Verification of transfer packages and bags."""

from app.transfer.verify.run import verify

__all__ = ["verify"]
