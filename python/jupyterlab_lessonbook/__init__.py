"""Lessonbook: lesson notebooks with TypeScript cells that run in the browser.

All of it runs in the page; this package only carries the prebuilt JupyterLab extension.
"""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("jupyterlab-lessonbook")
except PackageNotFoundError:
    # Imported from a checkout that is not installed.
    __version__ = "0"


def _jupyter_labextension_paths():
    """Where a checkout keeps the built extension, for `jupyter labextension develop`."""
    return [{"src": "../../build/labextension", "dest": "jupyterlab-lessonbook"}]
