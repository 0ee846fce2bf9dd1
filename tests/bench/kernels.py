"""Measures Jupyter kernels over ZeroMQ through one client; writes the figures to a file, as JSON.

The kernels all live at the same time and take turns, so that what else the machine does meets each
of them alike. Times are in milliseconds.
"""

import json
import sys
import time

from jupyter_client.manager import start_new_kernel

LIMIT = 60


def run(client, code):
    """Runs a cell; the time until its reply and its idle status are both there."""
    began = time.perf_counter()
    request = client.execute(code)
    while True:
        message = client.get_shell_msg(timeout=LIMIT)
        if message["parent_header"].get("msg_id") == request:
            break
    if message["content"]["status"] != "ok":
        raise RuntimeError(message["content"])
    while True:
        message = client.get_iopub_msg(timeout=LIMIT)
        if (
            message["parent_header"].get("msg_id") == request
            and message["msg_type"] == "status"
            and message["content"]["execution_state"] == "idle"
        ):
            return (time.perf_counter() - began) * 1000


def measure_start(name):
    """The time from starting a kernel to the end of its first cell."""
    began = time.perf_counter()
    manager, client = start_new_kernel(kernel_name=name, startup_timeout=LIMIT)
    try:
        run(client, "1+1")
        return (time.perf_counter() - began) * 1000
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def main():
    task = json.load(sys.stdin)
    kernels = task["kernels"]
    figures = {kernel["name"]: {"start": [], "short": [], "long": []} for kernel in kernels}
    for _ in range(task["starts"]):
        for kernel in kernels:
            figures[kernel["name"]]["start"].append(measure_start(kernel["name"]))
    running = {
        kernel["name"]: start_new_kernel(kernel_name=kernel["name"], startup_timeout=LIMIT)
        for kernel in kernels
    }
    try:
        for turn in range(task["warmUps"] + task["trips"]):
            # Each follows each of the others in turn, since one that still works slows the next.
            first = turn % len(kernels)
            for kernel in kernels[first:] + kernels[:first]:
                client = running[kernel["name"]][1]
                own = figures[kernel["name"]]
                times = {
                    "short": run(client, "1+1"),
                    "long": run(client, kernel["long"].replace("TURN", str(turn))),
                }
                if turn >= task["warmUps"]:
                    for key, value in times.items():
                        own[key].append(value)
    finally:
        for manager, client in running.values():
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    # Standard output belongs to the kernels too.
    with open(task["out"], "w") as file:
        json.dump(figures, file)


main()
