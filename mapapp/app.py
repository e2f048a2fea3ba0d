"""The page's entry script: ``streamlit run mapapp/app.py``."""

import sys
from pathlib import Path

# Streamlit puts this file's folder first on the path; its parent is what holds the package.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from mapapp.ui.page import main  # noqa: E402 (after the path is right)

main()
