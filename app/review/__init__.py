"""The review of disclosure attributes: proposing, approving, proving."""
