"""Scripts that rebuild data/ from registry packages; not shipped in the wheel."""
