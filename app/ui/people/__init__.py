"""人员: who works on the catalogue, what each may do, PINs, accounts out of use."""
