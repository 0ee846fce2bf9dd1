"""Jupyter's message spec, as jupyter_kernel_test writes it down, with what that leaves out."""

from jupyter_kernel_test import msgspec_v5

KERNEL_NAME = "lessonbook-typescript"

FRAGMENTS = msgspec_v5.schema_fragments
COMM = {"comm_id": {"type": "string"}, "data": {"type": "object"}}
FRAGMENTS["comm_open"] = {"properties": {**COMM, "target_name": {"type": "string"}}}
FRAGMENTS["comm_msg"] = {"properties": COMM}
FRAGMENTS["comm_close"] = {"properties": COMM}
# The text of the spec has a boolean here.
FRAGMENTS["input_request"]["properties"]["password"] = {"type": "boolean"}


def validate(message, parent=None):
    """Holds a message to the spec; one that ended a queue has a status and no error."""
    content = message["content"]
    if message["msg_type"] == "execute_reply" and content["status"] == "aborted":
        msgspec_v5.msg_structure_validator.validate(message)
    else:
        kind = message["msg_type"]
        msgspec_v5.validate_message(message, kind, parent)
