"""Run the command line: ``python -m mapapp``."""

from mapapp.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
