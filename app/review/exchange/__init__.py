"""Review without a server: a batch goes out as a workbook or a package, and its decisions come back."""
