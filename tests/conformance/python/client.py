"""A Jupyter client for tests, which holds every message to the spec."""

import time
from queue import Empty

from jupyter_client.manager import start_new_kernel

from spec import KERNEL_NAME, validate

LIMIT = 30


class Client:
    def __init__(self):
        self.manager, self.channels = start_new_kernel(kernel_name=KERNEL_NAME)

    def stop(self):
        self.channels.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def reply(self, request, control=False):
        """The reply to a request."""
        get = self.channels.get_control_msg if control else self.channels.get_shell_msg
        while True:
            message = get(timeout=LIMIT)
            validate(message)
            if message["parent_header"].get("msg_id") == request:
                return message

    def shown(self, request, until=None):
        """What is published for a request, to its idle status or the message that is waited for."""
        messages = []
        while True:
            message = self.channels.get_iopub_msg(timeout=LIMIT)
            validate(message)
            if message["parent_header"].get("msg_id") != request:
                continue
            messages.append(message)
            content = message["content"]
            if until(message) if until else content.get("execution_state") == "idle":
                return messages

    def run(self, code, **options):
        """The content of the reply, and what was published."""
        request = self.channels.execute(code, **options)
        return self.reply(request)["content"], self.shown(request)

    def start(self, code, **options):
        """Starts a cell that prints `started` first, and waits for that."""
        request = self.channels.execute(f"console.log('started');\n{code}", **options)
        self.shown(request, until=lambda message: text_of([message]) == "started\n")
        return request

    def value(self, code):
        content, shown = self.run(code)
        results = [m["content"]["data"]["text/plain"] for m in of_type(shown, "execute_result")]
        return results[0] if results else content

    def ask(self, kind, content=None, control=False, buffers=None):
        """Sends any message; gives its id."""
        message = self.channels.session.msg(kind, content or {})
        channel = self.channels.control_channel if control else self.channels.shell_channel
        self.channels.session.send(channel.socket, message, buffers=buffers)
        return message["header"]["msg_id"]

    def question(self):
        """What a cell asks for on stdin."""
        message = self.channels.get_stdin_msg(timeout=LIMIT)
        validate(message)
        return message

    def is_quiet(self, seconds=0.2):
        try:
            self.channels.get_iopub_msg(timeout=seconds)
            return False
        except Empty:
            return True

    def ends_within(self, seconds):
        limit = time.monotonic() + seconds
        while self.manager.is_alive() and time.monotonic() < limit:
            time.sleep(0.02)
        return not self.manager.is_alive()


def of_type(messages, kind):
    return [message for message in messages if message["msg_type"] == kind]


def text_of(messages):
    return "".join(message["content"]["text"] for message in of_type(messages, "stream"))


def kinds(messages):
    return [message["msg_type"] for message in messages]
