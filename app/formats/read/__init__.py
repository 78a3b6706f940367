"""One module per family of formats; :mod:`app.formats.extract` chooses among them."""
