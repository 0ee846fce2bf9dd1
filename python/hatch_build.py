"""Builds the prebuilt extension with Node before hatchling packs it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST_NODE = 20


class ExtensionBuildHook(BuildHookInterface):
    """Leaves `build/labextension` there and up to date, or says what is missing."""

    PLUGIN_NAME = "custom"

    def initialize(self, version, build_data):
        root = Path(self.root)
        built = (root / "build" / "labextension" / "package.json").is_file()
        # A source distribution carries the built extension and needs no Node.
        if built and (root / "PKG-INFO").is_file():
            return
        problem = self._node_problem()
        if problem is None:
            self._build(root)
        elif built:
            self.app.display_warning(f"{problem} The extension is packed as it was last built.")
        else:
            self.app.abort(
                f"{problem} Building Lessonbook from its sources needs Node.js {OLDEST_NODE} or "
                "later with npm (https://nodejs.org); a released wheel needs neither."
            )

    def _node_problem(self):
        node, npm = shutil.which("node"), shutil.which("npm")
        if node is None:
            return "Node.js was not found."
        if npm is None:
            return "npm was not found."
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
        found = re.match(r"v(\d+)\.", answer.stdout)
        if found is None or int(found.group(1)) < OLDEST_NODE:
            return f"The Node.js on the PATH is too old ({answer.stdout.strip() or 'unknown'})."
        return None

    def _build(self, root):
        install = "import { install } from './scripts/install.mjs'; await install(process.cwd());"
        self._run(root, "--input-type=module", "--eval", install)
        # Does nothing where nothing has changed.
        self._run(root, "scripts/build.mjs", "extension")

    def _run(self, root, *arguments):
        # With NODE_ENV=production npm would leave the build tools out.
        environment = {name: value for name, value in os.environ.items() if name != "NODE_ENV"}
        node = shutil.which("node")
        done = subprocess.run([node, *arguments], cwd=root, env=environment, check=False)
        if done.returncode != 0:
            self.app.abort("The extension could not be built; what the build says is above.")
