"""What Jupyter's own suite leaves out."""

import time
import unittest

import zmq

from client import Client, kinds, of_type, text_of


class ProtocolTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.client = Client()

    @classmethod
    def tearDownClass(cls):
        cls.client.stop()


class Interrupt(ProtocolTest):
    def test_stops_a_loop_and_keeps_the_variables(self):
        self.client.run("let kept = 41")
        request = self.client.start("while (true) {}")
        self.client.manager.interrupt_kernel()
        reply = self.client.reply(request)["content"]
        self.assertEqual((reply["status"], reply["ename"]), ("error", "Interrupted"))
        self.assertEqual(self.client.value("kept + 1"), "42")

    def test_stops_a_cell_that_waits(self):
        request = self.client.start("await new Promise(() => {})")
        self.client.manager.interrupt_kernel()
        self.assertEqual(self.client.reply(request)["content"]["ename"], "Interrupted")

    def test_is_answered_on_control_while_a_cell_loops(self):
        request = self.client.start("while (true) {}")
        asked = self.client.ask("interrupt_request", control=True)
        self.assertEqual(self.client.reply(asked, control=True)["content"], {"status": "ok"})
        self.client.reply(request)


class WhileACellLoops(ProtocolTest):
    def test_the_heart_beats(self):
        request = self.client.start("while (true) {}")
        channels = self.client.channels
        with zmq.Context() as context, context.socket(zmq.REQ) as heart:
            heart.linger = 0
            heart.connect(channels._make_url("hb"))
            for _ in range(5):
                heart.send(b"ping")
                self.assertTrue(heart.poll(1000))
                self.assertEqual(heart.recv(), b"ping")
        self.client.manager.interrupt_kernel()
        self.client.reply(request)

    def test_requests_are_answered_in_time(self):
        request = self.client.start("while (true) {}")
        began = time.monotonic()
        info = self.client.reply(self.client.channels.kernel_info())["content"]
        self.assertEqual(info["language_info"]["name"], "typescript")
        complete = self.client.reply(self.client.channels.is_complete("f("))["content"]
        self.assertEqual(complete["status"], "unknown")
        self.assertLess(time.monotonic() - began, 3)
        self.client.manager.interrupt_kernel()
        self.client.reply(request)


class Stdin(ProtocolTest):
    def test_asks_and_goes_on_with_the_answer(self):
        request = self.client.channels.execute(
            "console.log('Hello.');\nconst name = await input('Name? ');\n`Hello ${name}`",
            allow_stdin=True,
        )
        question = self.client.question()
        self.assertEqual(question["content"], {"prompt": "Name? ", "password": False})
        self.assertEqual(question["parent_header"]["msg_id"], request)
        self.client.channels.input("Ada 👩‍🔬")
        shown = self.client.shown(request)
        result = of_type(shown, "execute_result")[0]["content"]["data"]["text/plain"]
        self.assertEqual(result, "'Hello Ada 👩‍🔬'")
        # What was printed before the question is seen before it.
        self.assertEqual(text_of(shown), "Hello.\n")
        self.assertEqual(self.client.reply(request)["content"]["status"], "ok")

    def test_asks_for_a_password(self):
        request = self.client.channels.execute(
            "(await input('Word: ', { password: true })).length", allow_stdin=True
        )
        self.assertEqual(self.client.question()["content"]["password"], True)
        self.client.channels.input("secret")
        self.client.reply(request)

    def test_where_it_cannot_ask_says_so(self):
        reply, _ = self.client.run("await input('Name? ')", allow_stdin=False)
        self.assertEqual((reply["status"], reply["ename"]), ("error", "InputError"))
        self.assertIn("cannot ask here", reply["evalue"])

    def test_after_its_cell_says_so(self):
        reply, _ = self.client.run("setTimeout(() => input('Late? '), 0); 1", allow_stdin=True)
        self.assertEqual(reply["status"], "ok")
        self.assertEqual(self.client.value("1 + 1"), "2")

    def test_is_ended_by_an_interrupt(self):
        request = self.client.channels.execute("await input('Name? ')", allow_stdin=True)
        first = self.client.question()
        self.client.manager.interrupt_kernel()
        self.assertEqual(self.client.reply(request)["content"]["ename"], "Interrupted")
        # An answer that comes too late is no answer to the next question.
        request = self.client.channels.execute("await input('Age? ')", allow_stdin=True)
        self.client.question()
        late = self.client.channels.session.msg("input_reply", {"value": "late"}, parent=first)
        self.client.channels.stdin_channel.send(late)
        self.client.channels.input("36")
        result = of_type(self.client.shown(request), "execute_result")[0]
        self.assertEqual(result["content"]["data"]["text/plain"], "'36'")


class Comms(ProtocolTest):
    def test_carry_bytes_both_ways(self):
        reply, shown = self.client.run(
            "const sent = await comms.open('lessonbook.echo', { n: 1 },"
            " { buffers: [new Float32Array([1.5])] });\n"
            "sent.onMessage = ({ data, buffers }) => {\n"
            "  const [bytes] = buffers;\n"
            "  sent.send({ got: data }, { buffers: [new Uint8Array(bytes).map(n => n + 1)] });\n"
            "};"
        )
        self.assertEqual(reply["status"], "ok")
        (opened,) = of_type(shown, "comm_open")
        comm = opened["content"]["comm_id"]
        self.assertEqual(opened["content"]["data"], {"n": 1})
        self.assertEqual(bytes(opened["buffers"][0]), b"\x00\x00\xc0\x3f")

        asked = self.client.ask(
            "comm_msg", {"comm_id": comm, "data": {"x": 1}}, buffers=[b"\x01\x02\xff"]
        )
        shown = self.client.shown(asked)
        (message,) = of_type(shown, "comm_msg")
        self.assertEqual(message["content"]["data"], {"got": {"x": 1}})
        self.assertEqual(bytes(message["buffers"][0]), b"\x02\x03\x00")
        self.assertEqual(kinds(shown)[0], "status")

    def test_are_listed_until_they_are_closed(self):
        _, shown = self.client.run("const listed = await comms.open('lessonbook.list')")
        comm = of_type(shown, "comm_open")[0]["content"]["comm_id"]
        ask = lambda target: self.client.reply(self.client.channels.comm_info(target))["content"]
        self.assertIn(comm, ask(None)["comms"])
        self.assertEqual(ask("lessonbook.list")["comms"], {comm: {"target_name": "lessonbook.list"}})
        self.assertEqual(ask("other")["comms"], {})
        _, shown = self.client.run("listed.close({ done: true })")
        self.assertEqual(of_type(shown, "comm_close")[0]["content"]["data"], {"done": True})
        self.assertNotIn(comm, ask(None)["comms"])

    def test_that_a_front_end_opens_reach_the_cell_that_listens(self):
        self.client.run(
            "comms.onOpen('lessonbook.asked', (comm, { data }) => {\n"
            "  console.log('opened', data.n);\n"
            "  comm.onClose = () => console.log('closed');\n"
            "})"
        )
        content = {"comm_id": "front", "target_name": "lessonbook.asked", "data": {"n": 5}}
        self.assertEqual(text_of(self.client.shown(self.client.ask("comm_open", content))), "opened 5\n")
        closing = self.client.ask("comm_close", {"comm_id": "front", "data": {}})
        self.assertEqual(text_of(self.client.shown(closing)), "closed\n")
        content = {"comm_id": "nobody", "target_name": "lessonbook.nobody", "data": {}}
        shown = self.client.shown(self.client.ask("comm_open", content))
        self.assertEqual(len(of_type(shown, "comm_close")), 1)

    def test_to_targets_that_load_code_are_refused(self):
        for target in ("jupyter.widget", "jupyter.widget.control", "lessonbook", "x.lessonbook.y"):
            with self.subTest(target=target):
                reply, shown = self.client.run(f"await comms.open('{target}')")
                self.assertEqual(reply["ename"], "CommError")
                self.assertIn("load code into the page", reply["evalue"])
                self.assertEqual(of_type(shown, "comm_open"), [])
                content = {"comm_id": f"w-{target}", "target_name": target, "data": {}}
                shown = self.client.shown(self.client.ask("comm_open", content))
                (closed,) = of_type(shown, "comm_close")
                self.assertIn("load code into the page", closed["content"]["data"]["reason"])

    def test_that_fail_report_it_under_the_cell_that_listens(self):
        cell = self.client.channels.execute(
            "comms.onOpen('lessonbook.fails', () => { throw new Error('no') })"
        )
        self.client.shown(cell)
        content = {"comm_id": "fails", "target_name": "lessonbook.fails", "data": {}}
        asked = self.client.ask("comm_open", content)
        shown = self.client.shown(cell, until=lambda message: message["msg_type"] == "error")
        self.assertEqual(shown[-1]["content"]["evalue"], "no")
        self.assertEqual(kinds(self.client.shown(asked)), ["status"])


class Execution(ProtocolTest):
    def test_silent_publishes_states_alone_and_counts_nothing(self):
        before = self.client.run("0")[0]["execution_count"]
        reply, shown = self.client.run(
            "console.log('heard'); display(1); const quiet = 2; quiet", silent=True
        )
        self.assertEqual(reply["execution_count"], before)
        self.assertEqual(kinds(shown), ["status", "status"])
        reply, shown = self.client.run("throw new Error('heard')", silent=True)
        self.assertEqual((reply["status"], kinds(shown)), ("error", ["status", "status"]))
        self.assertEqual(self.client.value("quiet"), "2")

    def test_without_history_counts_nothing(self):
        before = self.client.run("'counted'")[0]["execution_count"]
        reply, shown = self.client.run("'uncounted'", store_history=False)
        self.assertEqual(reply["execution_count"], before)
        self.assertEqual(len(of_type(shown, "execute_result")), 1)
        request = self.client.channels.history(hist_access_type="tail", n=1)
        history = self.client.reply(request)["content"]["history"]
        self.assertEqual([line[2] for line in history], ["'counted'"])

    def test_an_error_aborts_what_waits(self):
        first = self.client.start("await new Promise(done => setTimeout(done, 300));\nthrow 1")
        waiting = [self.client.channels.execute(f"'ran {n}'") for n in range(2)]
        self.assertEqual(self.client.reply(first)["content"]["status"], "error")
        for request in waiting:
            self.assertEqual(self.client.reply(request)["content"]["status"], "aborted")
            self.assertEqual(kinds(self.client.shown(request)), ["status", "status"])

    def test_an_error_that_is_not_to_stop_lets_the_rest_run(self):
        first = self.client.start(
            "await new Promise(done => setTimeout(done, 300));\nthrow 1", stop_on_error=False
        )
        second = self.client.channels.execute("'ran'")
        self.assertEqual(self.client.reply(first)["content"]["status"], "error")
        self.assertEqual(self.client.reply(second)["content"]["status"], "ok")

    def test_evaluates_user_expressions(self):
        reply, _ = self.client.run("const base = 2", user_expressions={"a": "base * 2", "b": "no"})
        expressions = reply["user_expressions"]
        self.assertEqual(expressions["a"]["data"], {"text/plain": "4"})
        self.assertEqual((expressions["b"]["status"], expressions["b"]["ename"]), ("error", "ReferenceError"))

    def test_late_output_goes_to_its_own_cell(self):
        request = self.client.channels.execute("setTimeout(() => console.log('late'), 300); 1")
        self.client.shown(request)
        other = self.client.channels.execute("await new Promise(done => setTimeout(done, 600))")
        late = self.client.shown(request, until=lambda message: message["msg_type"] == "stream")
        self.assertEqual(text_of(late), "late\n")
        self.assertEqual(text_of(self.client.shown(other)), "")

    def test_a_message_that_lacks_what_it_needs_gets_an_error_and_an_idle(self):
        request = self.client.ask("complete_request", {})
        reply = self.client.reply(request)["content"]
        self.assertEqual(reply["status"], "error")
        self.client.shown(request)
        request = self.client.ask("execute_request", {})
        self.assertEqual(self.client.reply(request)["content"]["status"], "error")
        self.client.shown(request)
        self.assertEqual(self.client.value("1 + 1"), "2")


class Signatures(ProtocolTest):
    def test_a_message_signed_with_another_key_is_dropped(self):
        session = self.client.channels.session
        key = session.key
        session.key = b"another"
        self.client.channels.execute("globalThis.forged = true")
        session.key = key
        self.assertEqual(self.client.value("typeof globalThis.forged"), "'undefined'")


class Ending(unittest.TestCase):
    def test_a_shutdown_is_answered_and_ends_the_process(self):
        client = Client()
        try:
            request = client.start("while (true) {}")
            self.assertIsNotNone(request)
            asked = client.ask("shutdown_request", {"restart": False}, control=True)
            reply = client.reply(asked, control=True)["content"]
            self.assertEqual(reply, {"status": "ok", "restart": False})
            self.assertTrue(client.ends_within(5))
            self.assertEqual(client.manager.provisioner.process.returncode, 0)
        finally:
            client.stop()

    def test_a_restart_begins_anew(self):
        client = Client()
        try:
            client.run("const old = 1")
            client.manager.restart_kernel()
            client.channels.wait_for_ready(timeout=30)
            content, shown = client.run("typeof old")
            self.assertEqual(content["execution_count"], 1)
            data = of_type(shown, "execute_result")[0]["content"]["data"]
            self.assertEqual(data["text/plain"], "'undefined'")
        finally:
            client.stop()

    def test_a_signal_ends_it_cleanly(self):
        client = Client()
        try:
            client.manager.provisioner.process.terminate()
            self.assertTrue(client.ends_within(5))
            self.assertEqual(client.manager.provisioner.process.returncode, 0)
        finally:
            client.stop()
