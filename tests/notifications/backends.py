"""Mail servers that say no, as Python's smtplib passes it on."""

import smtplib

from django.core.mail.backends.locmem import EmailBackend


class Refusing(EmailBackend):
    refused = ""

    def send_messages(self, messages):
        for message in messages:
            if self.refused in message.to[0]:
                raise smtplib.SMTPRecipientsRefused({message.to[0]: (550, b"no such user")})
        return super().send_messages(messages)


class RefusingNoor(Refusing):
    refused = "noor@"


class Away(EmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError
