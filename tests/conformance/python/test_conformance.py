"""Jupyter's own test suite for kernels, with samples of everything that it asks for."""

import jupyter_kernel_test

from spec import KERNEL_NAME

# Tests of that suite that cannot be run, and why.
EXPECTED_SKIPS = {
    "test_conformance.ConformanceTests.test_pager": (
        "The kernel sends no payloads: they make a front end do what no cell has shown."
    ),
}


class ConformanceTests(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL_NAME
    language_name = "typescript"
    file_extension = ".ts"

    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('oh')"
    code_generate_error = "throw new TypeError('wrong')"
    code_clear_output = "console.log('gone'); clearOutput()"

    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "'six' + 'seven'", "result": "'sixseven'"},
        {"code": "await Promise.resolve([1, 2])", "mime": "text/plain"},
        {"code": "6 * 8", "result": "48"},
        {"code": "6 * 9", "result": "54"},
    ]
    code_display_data = [
        {"code": "display(html('<b>bold</b>'))", "mime": "text/html"},
        {"code": "display({ a: 1 })", "mime": "text/plain"},
        {
            "code": "display({ $schema: 'https://vega.github.io/schema/vega-lite/v5.json',"
            " mark: 'point', data: { values: [{ x: 1 }] }, encoding: {} })",
            "mime": "application/vnd.vegalite.v5+json",
        },
    ]

    complete_code_samples = ["1 + 1", "const a = [\n  1\n];", "", "// a comment", "for (;;) {}"]
    incomplete_code_samples = ["function f() {", "const a = [1,", "`open", "/* open", "if (true) {\n"]
    invalid_code_samples = ["const = 1", "1 +* 2", "}", "'open"]

    completion_samples = [
        {"text": "clearOu", "matches": ["clearOutput"]},
        {"text": "[1, 2].findLa", "matches": ["findLast", "findLastIndex"]},
        {"text": "import * as np from 'num", "matches": ["numpy"]},
    ]
    code_inspect_sample = "parseFloat"

    code_history_pattern = "6 [*] 7*"
    supported_history_operations = ("tail", "range", "search")


# Only the suite's class above is to run, not the one it comes from.
del jupyter_kernel_test
