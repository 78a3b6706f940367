"""The papers of a review: forms to sign, lists, and figures, as Word and Excel files."""
