"""From reviewed documents to a package the archives accept: numbers, catalogues, packages, checks."""
