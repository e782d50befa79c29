"""Replies as calendars write them, by hand after RFC 5545, 5546 and 6047 and what is known of each program.

Outlook answers in quoted-printable with its own time zone and many X-lines; Google in base64 with the file beside it; Apple and
Thunderbird as a plain part, Thunderbird with all that it knew of the invitation.
"""

import base64
import quopri

OUTLOOK = """\
From: {sender}
To: antwoord@waterveen.example
Subject: Accepted: Netwerkbijeenkomst zomer
Date: Tue, 9 Jun 2026 08:05:00 +0000
Message-ID: <1@outlook.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="_000_AM0PR"

--_000_AM0PR
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

Ik kom, en neem caf=E9 mee.

--_000_AM0PR
Content-Type: text/calendar; charset="utf-8"; method=REPLY
Content-Transfer-Encoding: quoted-printable

{calendar}
--_000_AM0PR--
"""
OUTLOOK_CALENDAR = """\
BEGIN:VCALENDAR
METHOD:REPLY
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT={partstat};CN=Robin de Vries:mailto:{attendee}
COMMENT;LANGUAGE=nl-NL:Ik kom\\, en neem koffie mee.
UID:{uid}
SUMMARY;LANGUAGE=nl-NL:Accepted: Netwerkbijeenkomst zomer
DTSTART;TZID=W. Europe Standard Time:20260623T193000
DTEND;TZID=W. Europe Standard Time:20260623T213000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:{stamp}
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:{sequence}
LOCATION;LANGUAGE=nl-NL:Buurthuis De Sluis
X-MICROSOFT-CDO-APPT-SEQUENCE:0
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY
X-MICROSOFT-DISALLOW-COUNTER:FALSE
END:VEVENT
END:VCALENDAR
"""

GOOGLE = """\
MIME-Version: 1.0
Reply-To: Robin <{sender}>
Sender: Google Calendar <calendar-notification@google.example>
Auto-Submitted: auto-generated
Message-ID: <calendar-1@google.example>
Date: Tue, 09 Jun 2026 08:05:00 +0000
Subject: Accepted: Netwerkbijeenkomst zomer @ Tue Jun 23, 2026 7:30pm - 9:30pm (CEST)
From: Robin <{sender}>
To: antwoord@waterveen.example
Content-Type: multipart/mixed; boundary="000000000000a1"

--000000000000a1
Content-Type: multipart/alternative; boundary="000000000000a2"

--000000000000a2
Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes
Content-Transfer-Encoding: base64

SWsga29t

--000000000000a2
Content-Type: text/calendar; charset="UTF-8"; method=REPLY
Content-Transfer-Encoding: 7bit

{calendar}
--000000000000a2--
--000000000000a1
Content-Type: application/ics; name="invite.ics"
Content-Disposition: attachment; filename="invite.ics"
Content-Transfer-Encoding: base64

{encoded}
--000000000000a1--
"""
GOOGLE_CALENDAR = """\
BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
DTSTART:20260623T173000Z
DTEND:20260623T193000Z
DTSTAMP:{stamp}
ORGANIZER;CN=Waterveen:mailto:antwoord@waterveen.example
UID:{uid}
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={partstat};CN=Robin
 de Vries;X-NUM-GUESTS=0:mailto:{attendee}
CREATED:20260609T080000Z
DESCRIPTION:
LAST-MODIFIED:20260609T080459Z
LOCATION:Buurthuis De Sluis
SEQUENCE:{sequence}
STATUS:CONFIRMED
SUMMARY:Netwerkbijeenkomst zomer
TRANSP:OPAQUE
END:VEVENT
END:VCALENDAR
"""

APPLE = """\
From: Robin <{sender}>
Content-Type: multipart/alternative; boundary="Apple-Mail-B1"
Mime-Version: 1.0 (iCal 9.0)
Subject: Accepted: Netwerkbijeenkomst zomer
Date: Tue, 9 Jun 2026 10:05:00 +0200
To: antwoord@waterveen.example
Message-Id: <B1@icloud.example>

--Apple-Mail-B1
Content-Transfer-Encoding: 7bit
Content-Type: text/plain; charset=us-ascii

Robin has accepted your invitation

--Apple-Mail-B1
Content-Transfer-Encoding: quoted-printable
Content-Type: text/calendar; charset=utf-8; method=reply; name=meeting.ics

{calendar}
--Apple-Mail-B1--
"""
APPLE_CALENDAR = """\
BEGIN:VCALENDAR
CALSCALE:GREGORIAN
METHOD:REPLY
PRODID:-//Apple Inc.//macOS 15.0//EN
VERSION:2.0
BEGIN:VEVENT
ATTENDEE;CN="Robin de Vries";CUTYPE=INDIVIDUAL;EMAIL="{attendee}";PARTSTAT={partstat}:mailto:{attendee}
CREATED:20260609T080000Z
DTEND;TZID=Europe/Amsterdam:20260623T213000
DTSTAMP:{stamp}
DTSTART;TZID=Europe/Amsterdam:20260623T193000
LAST-MODIFIED:20260609T080500Z
ORGANIZER;CN="Waterveen":mailto:antwoord@waterveen.example
SEQUENCE:{sequence}
SUMMARY:Netwerkbijeenkomst zomer
UID:{uid}
END:VEVENT
END:VCALENDAR
"""

THUNDERBIRD = """\
Message-ID: <T1@thunderbird.example>
Date: Tue, 9 Jun 2026 10:05:00 +0200
MIME-Version: 1.0
User-Agent: Mozilla Thunderbird
From: Robin de Vries <{sender}>
To: antwoord@waterveen.example
Subject: Event Invitation Reply (Accepted): Netwerkbijeenkomst zomer
Content-Type: multipart/mixed; boundary="----------CSFNU9QPPGNL0PRWEJBK44IGZYBC0F"

------------CSFNU9QPPGNL0PRWEJBK44IGZYBC0F
Content-type: multipart/alternative; boundary="----------CSFNU9QPPGNL0PRWEJBK44IGZYBC1F"

------------CSFNU9QPPGNL0PRWEJBK44IGZYBC1F
Content-type: text/plain; charset=UTF-8
Content-transfer-encoding: 8BIT

Robin de Vries <{sender}> has accepted your event invitation.

------------CSFNU9QPPGNL0PRWEJBK44IGZYBC1F
Content-type: text/calendar; method=REPLY; charset=UTF-8
Content-transfer-encoding: 8BIT

{calendar}
------------CSFNU9QPPGNL0PRWEJBK44IGZYBC1F--

------------CSFNU9QPPGNL0PRWEJBK44IGZYBC0F
Content-type: application/ics; name=invite.ics
Content-transfer-encoding: 8BIT
Content-disposition: attachment; filename=invite.ics

{calendar}
------------CSFNU9QPPGNL0PRWEJBK44IGZYBC0F--
"""
THUNDERBIRD_CALENDAR = """\
BEGIN:VCALENDAR
PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
CREATED:20260609T080400Z
LAST-MODIFIED:20260609T080500Z
DTSTAMP:{stamp}
UID:{uid}
SUMMARY:Netwerkbijeenkomst zomer
STATUS:CONFIRMED
ORGANIZER;CN=Waterveen:mailto:antwoord@waterveen.example
ATTENDEE;RSVP=TRUE;CN=robin@voorbeeld.example;PARTSTAT={partstat};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT:MAILTO:{attendee}
X-MOZ-RECEIVED-SEQUENCE:{sequence}
X-MOZ-RECEIVED-DTSTAMP:20260609T080000Z
DTSTART:20260623T173000Z
DTEND:20260623T193000Z
LOCATION:Buurthuis De Sluis
SEQUENCE:{sequence}
END:VEVENT
END:VCALENDAR
"""

SAMPLES = {
    "outlook": (OUTLOOK, OUTLOOK_CALENDAR), "google": (GOOGLE, GOOGLE_CALENDAR), "apple": (APPLE, APPLE_CALENDAR),
    "thunderbird": (THUNDERBIRD, THUNDERBIRD_CALENDAR),
}
QUOTED = {"outlook", "apple"}


def reply(program, *, uid, address, partstat="ACCEPTED", stamp="20260609T080500Z", sequence=0, sender=""):
    """The whole mail, as it lies in the mailbox."""
    mail, calendar = SAMPLES[program]
    text = calendar.format(uid=uid, attendee=address, partstat=partstat, stamp=stamp, sequence=sequence)
    encoded = base64.encodebytes(text.encode()).decode()
    inside = quopri.encodestring(text.encode()).decode() if program in QUOTED else text
    return mail.format(sender=sender or address, calendar=inside, encoded=encoded).replace("\n", "\r\n").encode()
