"""A mailbox that speaks as much of IMAP (RFC 3501) as a mailbox must to be read: for the real client of the standard library."""

import re
import socketserver
import threading
from contextlib import contextmanager


class _Session(socketserver.StreamRequestHandler):
    def handle(self):
        self.say("* OK ready")
        while line := self.rfile.readline().decode().strip():
            tag, command, *rest = line.split(" ", 2)
            words = rest[0] if rest else ""
            command = command.upper()
            if command == "UID":
                command, _space, words = words.partition(" ")
            if not getattr(self, f"on_{command.lower()}")(words):
                self.say(f"{tag} NO refused")
            else:
                self.say(f"{tag} OK done")
            if command == "LOGOUT":
                return

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def on_capability(self, _words):
        self.say("* CAPABILITY IMAP4rev1")
        return True

    def on_login(self, words):
        return words.replace('"', "") == "antwoord geheim"

    def on_select(self, words):
        self.say(f"* {len(self.server.mails)} EXISTS")
        return words.strip('"') in {"INBOX", "Antwoorden"}

    def on_search(self, _words):
        found = [str(number) for number in self.server.mails if "\\Seen" not in self.server.flags[number]]
        self.say(f"* SEARCH {' '.join(found)}".rstrip())
        return True

    def on_fetch(self, words):
        number = int(words.split()[0])
        content = self.server.mails[number]
        self.wfile.write(f"* {number} FETCH (UID {number} BODY[] {{{len(content)}}}\r\n".encode() + content + b")\r\n")
        return True

    def on_store(self, words):
        number, flags = int(words.split()[0]), re.search(r"\((.*)\)", words).group(1)
        self.server.flags[number] |= set(flags.split())
        return True

    def on_expunge(self, _words):
        for number in [number for number, flags in self.server.flags.items() if "\\Deleted" in flags]:
            self.server.mails.pop(number, None)
        return True

    def on_logout(self, _words):
        self.say("* BYE")
        return True


@contextmanager
def mailbox(*mails):
    """Yields the server: its `url` with the mails in it, by number from 1."""
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Session)
    server.daemon_threads = True
    server.mails, server.flags = dict(enumerate(mails, 1)), {number: set() for number in range(1, len(mails) + 1)}
    server.url = f"imap://antwoord:geheim@127.0.0.1:{server.server_address[1]}/Antwoorden"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=10)
