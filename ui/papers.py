"""A text of headings, paragraphs and lists of numbers, as a PDF to read and as an OpenDocument text to go on writing in. Values in, bytes out."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from ui import documents

SOURCE = Path(__file__).parent / "typst" / "sections.typ"
ODT = "application/vnd.oasis.opendocument.text"

# What XML 1.0 cannot hold.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same text is the same file, and no file tells when it was made
_OFFICE, _TEXT, _STYLE, _FO, _MANIFEST = (
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "style", "xsl-fo-compatible", "manifest")
)
_DC = "http://purl.org/dc/elements/1.1/"
for _prefix, _space in (("office", _OFFICE), ("text", _TEXT), ("style", _STYLE), ("fo", _FO), ("dc", _DC), ("manifest", _MANIFEST)):
    ET.register_namespace(_prefix, _space)


@dataclass(frozen=True, kw_only=True)
class Section:
    """`text` is what somebody wrote, its new lines are kept; `lines`: what was counted, and how much in words; `note` stands small below it."""

    title: str
    text: str = ""
    lines: Sequence[tuple[str, str]] = ()
    note: str = ""
    level: int = 2


@dataclass(frozen=True, kw_only=True)
class Paper:
    """`place` stands beside the municipality on top. All words in one language."""

    title: str
    lead: str
    sections: Sequence[Section]
    place: str
    municipality: str
    brand: str
    language: str
    facts: Sequence[str] = field(default_factory=list)


def pdf_of(paper: Paper) -> bytes:
    return documents.pdf_of(SOURCE, asdict(paper))


def odt_of(paper: Paper) -> bytes:
    """As ODF 1.3 asks: the type first and not compressed, then what is in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as folder:
        _put(folder, "mimetype", ODT.encode(), zipfile.ZIP_STORED)
        _put(folder, "META-INF/manifest.xml", _manifest())
        _put(folder, "meta.xml", _meta(paper))
        _put(folder, "styles.xml", _styles(paper))
        _put(folder, "content.xml", _content(paper))
    return file.getvalue()


def _put(folder: zipfile.ZipFile, name: str, content: bytes, kind: int = zipfile.ZIP_DEFLATED) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = kind
    folder.writestr(info, content)


def _manifest() -> bytes:
    root = ET.Element(f"{{{_MANIFEST}}}manifest", {f"{{{_MANIFEST}}}version": "1.3"})
    for path, kind in (("/", ODT), ("meta.xml", "text/xml"), ("styles.xml", "text/xml"), ("content.xml", "text/xml")):
        ET.SubElement(root, f"{{{_MANIFEST}}}file-entry", {f"{{{_MANIFEST}}}full-path": path, f"{{{_MANIFEST}}}media-type": kind})
    return _xml(root)


def _meta(paper: Paper) -> bytes:
    root = _root("document-meta")
    meta = ET.SubElement(root, f"{{{_OFFICE}}}meta")
    ET.SubElement(meta, f"{{{_DC}}}title").text = _clean(paper.title)
    ET.SubElement(meta, f"{{{_DC}}}language").text = paper.language
    return _xml(root)


def _styles(paper: Paper) -> bytes:
    """The names that every word processor has in its list of styles, so that the office can lay its own house style over it."""
    root = _root("document-styles")
    styles = ET.SubElement(root, f"{{{_OFFICE}}}styles")
    default = ET.SubElement(styles, f"{{{_STYLE}}}default-style", {f"{{{_STYLE}}}family": "paragraph"})
    ET.SubElement(default, f"{{{_STYLE}}}text-properties", {f"{{{_FO}}}font-size": "11pt", f"{{{_FO}}}language": paper.language, f"{{{_FO}}}country": "NL"})
    for name, shown, size, weight in (
        ("Text_20_body", "Text body", "11pt", "normal"), ("Heading_20_1", "Heading 1", "20pt", "bold"), ("Heading_20_2", "Heading 2", "14pt", "bold"),
        ("Heading_20_3", "Heading 3", "12pt", "bold"), ("Quiet", "Quiet", "9.5pt", "normal"),
    ):
        style = ET.SubElement(
            styles, f"{{{_STYLE}}}style", {f"{{{_STYLE}}}name": name, f"{{{_STYLE}}}display-name": shown, f"{{{_STYLE}}}family": "paragraph"},
        )
        ET.SubElement(style, f"{{{_STYLE}}}paragraph-properties", {f"{{{_FO}}}margin-bottom": "0.2cm"})
        ET.SubElement(style, f"{{{_STYLE}}}text-properties", {f"{{{_FO}}}font-size": size, f"{{{_FO}}}font-weight": weight})
    return _xml(root)


def _content(paper: Paper) -> bytes:
    root = _root("document-content")
    text = ET.SubElement(ET.SubElement(root, f"{{{_OFFICE}}}body"), f"{{{_OFFICE}}}text")
    _heading(text, paper.title, 1)
    _paragraph(text, f"{paper.municipality}. {paper.place}", "Quiet")
    for each in (paper.lead, *paper.facts):
        _paragraph(text, each)
    for section in paper.sections:
        _heading(text, section.title, section.level)
        for part in section.text.split("\n") if section.text else ():
            _paragraph(text, part)
        _listed(text, section.lines)
        if section.note:
            _paragraph(text, section.note, "Quiet")
    return _xml(root)


def _listed(text: ET.Element, lines: Iterable[tuple[str, str]]) -> None:
    shown = [f"{label}: {value}" if value else label for label, value in lines]
    if shown:
        items = ET.SubElement(text, f"{{{_TEXT}}}list")
        for each in shown:
            _paragraph(ET.SubElement(items, f"{{{_TEXT}}}list-item"), each)


def _heading(text: ET.Element, words: str, level: int) -> None:
    heading = ET.SubElement(text, f"{{{_TEXT}}}h", {f"{{{_TEXT}}}outline-level": str(level), f"{{{_TEXT}}}style-name": f"Heading_20_{level}"})
    heading.text = _clean(words)


def _paragraph(text: ET.Element, words: str, style: str = "Text_20_body") -> None:
    ET.SubElement(text, f"{{{_TEXT}}}p", {f"{{{_TEXT}}}style-name": style}).text = _clean(words)


def _root(kind: str) -> ET.Element:
    return ET.Element(f"{{{_OFFICE}}}{kind}", {f"{{{_OFFICE}}}version": "1.3"})


def _clean(words: str) -> str:
    return _UNPRINTABLE.sub("", words)


def _xml(root: ET.Element) -> bytes:
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))

