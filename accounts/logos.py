"""A municipality's logo: made anew from the upload, so that nothing but pixels is kept."""

import hashlib
from io import BytesIO
from typing import IO

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from accounts.models import Logo, Municipality

LARGEST_FILE = 512 * 1024  # bytes
LARGEST_SIDE = 4000  # pixels of the upload; more is no logo, and costs memory
SHOWN_SIZE = (640, 200)  # pixels; twice what the page shows


class NotALogo(ValueError):
    """Why, in a sentence for a person."""


def png_of(upload: IO[bytes], size: int) -> bytes:
    """The picture as we keep it: PNG, small, without metadata. `size` is the upload's number of bytes."""
    if size > LARGEST_FILE:
        raise NotALogo(_("This file is larger than 500 KB. Choose a smaller picture."))
    try:
        opened = Image.open(upload, formats=["PNG"])
        if max(opened.size) > LARGEST_SIDE:
            raise NotALogo(_("This picture is larger than 4000 pixels. Choose a smaller one."))
        picture = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError) as problem:
        raise NotALogo(_("This is not a PNG picture. Save it as PNG and try again.")) from problem
    picture.thumbnail(SHOWN_SIZE)
    anew = Image.new("RGBA", picture.size)
    anew.paste(picture)
    result = BytesIO()
    anew.save(result, "PNG", optimize=True)
    return result.getvalue()


@transaction.atomic
def replace_logo(municipality: Municipality, png: bytes | None) -> None:
    """Keep this picture, or none. The digest names it in its address."""
    if png is None:
        Logo.objects.filter(municipality=municipality).delete()
        municipality.logo_digest = ""
    else:
        Logo.objects.update_or_create(municipality=municipality, defaults={"png": png})
        municipality.logo_digest = hashlib.sha256(png).hexdigest()[:16]
    municipality.save(update_fields=["logo_digest"])
