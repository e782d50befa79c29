import base64

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.fernet import InvalidToken

from accounts import keys
from tests.factories.accounts import UserFactory

OLD = "1:" + base64.b64encode(b"o" * 32).decode()
NEW = "2:" + base64.b64encode(b"n" * 32).decode()


def test_what_is_sealed_with_one_key_opens_with_the_ring_and_not_without_that_key(settings):
    settings.SEALED_TEXT_KEYS = [OLD]
    sealed = keys.encrypt("GEHEIM")

    settings.SEALED_TEXT_KEYS = [NEW, OLD]
    assert keys.decrypt(sealed) == "GEHEIM"
    settings.SEALED_TEXT_KEYS = [NEW]
    with pytest.raises(InvalidToken):
        keys.decrypt(sealed)


@pytest.mark.django_db
def test_after_resealing_the_old_key_can_go(settings):
    settings.SEALED_TEXT_KEYS = [OLD]
    person = UserFactory()
    TOTP.activate(person, "GEHEIM")
    codes = RecoveryCodes.activate(person).get_unused_codes()
    Authenticator.objects.create(user=UserFactory(), type=Authenticator.Type.WEBAUTHN, data={"name": "Passkey"})

    settings.SEALED_TEXT_KEYS = [NEW, OLD]
    assert keys.reseal_second_factors() == 2
    assert keys.reseal_second_factors() == 0

    settings.SEALED_TEXT_KEYS = [NEW]
    app, recovery = Authenticator.objects.filter(user=person).order_by("pk")
    assert keys.decrypt(app.data["secret"]) == "GEHEIM"
    assert recovery.wrap().get_unused_codes() == codes


def test_the_key_is_our_own_and_not_that_of_sealed_text(settings):
    settings.SEALED_TEXT_KEYS = [OLD]
    derived = keys._key_for_second_factors(OLD)

    assert base64.urlsafe_b64decode(derived) != b"o" * 32
