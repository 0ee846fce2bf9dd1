"""Notebooks run by Jupyter's own tools."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from spec import KERNEL_NAME

NOTEBOOK = Path(os.environ["LESSONBOOK_NOTEBOOK"])


class Notebooks(unittest.TestCase):
    def test_nbconvert_runs_a_lesson(self):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "nbconvert", "--execute", "--to", "notebook"]
            subprocess.run(
                [*command, str(NOTEBOOK), "--output-dir", folder, "--output", "ran.ipynb"],
                check=True,
                capture_output=True,
            )
            ran = nbformat.read(Path(folder) / "ran.ipynb", as_version=4)
        nbformat.validate(ran)
        cells = [cell for cell in ran.cells if cell.cell_type == "code"]
        self.assertTrue(all(cell.execution_count for cell in cells))
        types = {kind for cell in cells for output in cell.outputs for kind in output.get("data", {})}
        self.assertIn("application/vnd.vegalite.v5+json", types)

    def test_nbclient_runs_a_lesson(self):
        notebook = nbformat.read(NOTEBOOK, as_version=4)
        NotebookClient(notebook, timeout=120).execute()
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
        self.assertTrue(outputs)
        self.assertFalse([output for output in outputs if output.output_type == "error"])

    def test_nbclient_stops_at_the_cell_that_throws(self):
        cells = [nbformat.v4.new_code_cell(code) for code in ("1", "throw new Error('here')", "2")]
        notebook = nbformat.v4.new_notebook(cells=cells)
        with self.assertRaisesRegex(CellExecutionError, "Cell \\[2\\], line 1"):
            NotebookClient(notebook, timeout=60, kernel_name=KERNEL_NAME).execute()
