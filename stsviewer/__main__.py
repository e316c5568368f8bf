"""``python -m stsviewer``."""

import sys

from stsviewer.cli import main

sys.exit(main())
