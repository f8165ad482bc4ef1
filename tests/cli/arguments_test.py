"""Help, version, wrong arguments, exit codes."""
import unittest

import program


class Arguments(program.ProgramTest):
    commands = ("build", "export", "claims", "relate", "mentions", "parse", "text", "explain")

    def test_every_command_has_help_with_examples_and_a_version(self):
        for command in self.commands:
            with self.subTest(command):
                out, _ = self.assert_runs(0, command, "--help")
                self.assertIn(f"entente {command}", out.decode().split("Examples:")[1])
                out, _ = self.assert_runs(0, command, "--version")
                self.assertRegex(out.decode(), r"^entente \d+\.\d+\.\d+\n$")

    def test_the_help_of_the_program_names_every_command(self):
        out, _ = self.assert_runs(0, "--help")
        for command in self.commands:
            self.assertRegex(out.decode(), rf"(?m)^  {command} ")

    def test_no_or_an_unknown_command_is_2(self):
        self.assert_runs(2)
        self.assert_runs(2, "bake")

    def test_wrong_arguments_are_2_and_say_why(self):
        self.write("a.txt", "Words.\n")
        for args, reason in ((["text"], "INPUT"), (["text", "a.txt", "--date", "yesterday"], "yesterday"),
                             (["text", "a.txt", "--from", "docx"], "docx"), (["text", "a.txt", "--threads", "0"], "threads"),
                             (["text", "a.txt", "--colour"], "colour")):
            with self.subTest(args):
                out, messages = self.assert_runs(2, *args)
                self.assertEqual(out, b"")
                self.assertIn(reason, messages)


if __name__ == "__main__":
    unittest.main()
