r"""URLs and e-mail addresses: patterns, validation, ``mailto:`` links, and mailboxes (an address with a name).

The patterns are also part of the JSON Schema of the files, so they use only syntax that is the same in Python and
ECMA-262. Each pattern can match a text in one way only, so that a wrong address of a million characters is refused at
once.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from confkit.errors import InvalidValueError, invalid, refuse_surrogates, value_text

__all__ = [
    "EMAIL",
    "MAILTO",
    "URL_IN_TEXT",
    "WEB_URL",
    "Mailbox",
    "is_email",
    "mailbox",
    "mailto",
    "shows_link",
    "url_problem",
]

_INVISIBLE: Final = r"\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
"""Invisible characters, and direction marks, which reverse the text after the mark."""

_NOT_IN_URL: Final = rf'\s<>"\\^`{{|}}\x00-\x20\x7f-\xa0{_INVISIBLE}'
"""Characters that are not allowed in a URL (RFC 3986 2). Letters of all languages are allowed (RFC 3987 2.2)."""
_HOST: Final = rf"(?:\[[0-9A-Fa-f:.]+\]|[^/?#@:\[\]{_NOT_IN_URL}]+)"
_USER: Final = rf"[^/?#@\[\]{_NOT_IN_URL}]*@"
WEB_URL: Final = rf"[Hh][Tt][Tt][Pp][Ss]?://(?:{_USER})?{_HOST}(?::[0-9]{{0,5}})?(?:[/?#][^{_NOT_IN_URL}]*)?"
"""A complete http or https URL: scheme and host, with optional user, port, path, query and fragment (RFC 3986 3)."""

URL_IN_TEXT: Final = r"(?i:https?://[!#-;=?-\[\]_a-z~]*[#-&(*+\-/-9=@-Z_a-z~])"
"""A URL in running text; a full stop or another punctuation mark after the URL is not part of the URL."""

MAILTO: Final = rf"[Mm][Aa][Ii][Ll][Tt][Oo]:[^@?#{_NOT_IN_URL}]+@[^@?#{_NOT_IN_URL}]+(?:[?#][^{_NOT_IN_URL}]*)?"
"""A link to one e-mail address, with optional headers such as a subject (RFC 6068 2)."""

_ATOM: Final = rf'[^\x00-\x20"(),.:;<>@\[\\\]\x7f-\xa0{_INVISIBLE}]+'
_LETTER: Final = rf"[^\x00-/:-@\[-`{{-\xa0{_INVISIBLE}]"
_LABEL: Final = rf"{_LETTER}(?:(?:{_LETTER}|-){{0,61}}{_LETTER})?"
EMAIL: Final = rf"(?=[^@]{{1,64}}@[^@]{{1,255}}$){_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+"
"""One e-mail address, which may contain letters of all languages (RFC 6531 3.3).

Quoted names, comments and IP addresses (RFC 5322 3.4.1) are not allowed. The longest address, name and domain are
defined by RFC 5321 4.5.3.1 and RFC 1035 2.3.4.
"""

_NOT_IN_MAILTO: Final = r"[\x00-\x7f](?<![A-Za-z0-9\-._~@!$'*+])"
"""The ASCII characters that must be percent-encoded in a link to an e-mail address (RFC 6068 2)."""


def url_problem(url: object, *, mail: bool = False) -> tuple[str, str, str] | None:
    """Return the problem of a URL as an error code, a message and a hint; return ``None`` for a valid URL.

    A valid URL is a complete http or https URL or, if ``mail`` is true, a link to one e-mail address. Every version of
    `urllib.parse` splits every valid URL without an error.

    >>> url_problem("https://[2001:db8::1]:8080/a"), url_problem("mailto:a@b.org", mail=True)
    (None, None)
    >>> url_problem("http://[bad/")
    ('link.host', 'must have a valid host and port', 'write it like https://example.org/')
    """
    hint = "write it like https://example.org/" + (" or mailto:hello@example.org" if mail else "")
    if not isinstance(url, str):
        return "link.scheme", _needs_scheme(mail=mail), hint
    if mail and url[:7].lower() == "mailto:":
        good = re.fullmatch(MAILTO, url) and is_email(_percent_decoded(re.split("[?#]", url[7:], maxsplit=1)[0]))
        return (
            None if good else ("link.email", "must name one e-mail address", "write it like mailto:hello@example.org")
        )
    if not re.match("https?://", url, re.IGNORECASE | re.ASCII):
        return "link.scheme", _needs_scheme(mail=mail), hint
    if re.search(f"[{_NOT_IN_URL}]", url):
        return (
            "link.character",
            "must not contain spaces, controls or brackets like < and {",
            "percent-encode them, as in %20",
        )
    if not re.fullmatch(WEB_URL, url) or not _is_host(re.split("[/?#]", url, maxsplit=3)[2]):
        return "link.host", "must have a valid host and port", hint
    return None


def _needs_scheme(*, mail: bool) -> str:
    """Return the message for a text that is not a complete URL."""
    return f"must be a complete URL that begins with http:// or https://{' or mailto:' if mail else ''}"


def _is_host(authority: str) -> bool:
    """Return whether the host and port of a URL are valid, and mean the same to all programs (RFC 3986 3.2, UTS 46 4).

    ``authority`` is the part of the URL between the two slashes and the path: user, host and port.
    """
    host, bracket, after = authority.rpartition("@")[2].partition("]")
    if bracket:
        from ipaddress import IPv6Address  # deferred: few links have such a host, and the import takes milliseconds

        try:
            IPv6Address(host[1:])
        except ValueError:
            return False
    port = after[1:] if bracket else host.partition(":")[2]
    if port and int(port) > 65535:
        return False
    if authority.isascii():
        return True
    from unicodedata import normalize  # deferred: most links are ASCII

    # Normalization turns ℀ into a/c, which would end the host. `urllib.parse` refuses such characters too.
    return re.search(r"[/?#@:\[\]]", normalize("NFKC", re.sub("[@:]", "", authority))) is None


def is_email(text: object) -> bool:
    """Return whether a text is one e-mail address and nothing else.

    The address may contain letters, digits and combining marks of all languages, but no other characters outside ASCII:
    ``咨询：hello@example.org`` is a word, a colon and an address, not one address.

    >>> is_email("hello@example.org"), is_email("用户@例子.公司"), is_email("hello@localhost")
    (True, True, False)
    """
    if not isinstance(text, str) or re.fullmatch(EMAIL, text) is None:
        return False
    if text.isascii():
        return True
    from unicodedata import category  # deferred: most addresses are ASCII

    return all(character.isascii() or category(character)[0] in "LMN" for character in text)


def mailto(email: str) -> str:
    """Return the link to an e-mail address (RFC 6068 2). Characters outside ASCII are not percent-encoded.

    >>> mailto("a/b@example.org")
    'mailto:a%2Fb@example.org'
    """
    return f"mailto:{re.sub(_NOT_IN_MAILTO, lambda match: f'%{ord(match[0]):02X}', email)}"


def shows_link(text: str, url: str) -> bool:
    """Return whether the text of a link is the URL or the e-mail address of the link.

    Readers of such a link see the address and do not need the address a second time.

    >>> shows_link("a/b@example.org", "mailto:a%2Fb@example.org")
    True
    """
    return url in {text, f"mailto:{text}", mailto(text)}


def _percent_decoded(text: str) -> str:
    """Return text with its percent-encoded characters decoded."""
    from urllib.parse import unquote  # deferred: only links to e-mail addresses need it

    return unquote(text)


# ---- mailboxes

_CONTROLS: Final = "[\x00-\x1f\x7f-\x9f\u2028\u2029]"
_SPECIALS: Final = frozenset('()<>[]:;@\\,"')
"""Characters that need quotes in a name (RFC 5322 3.2.3), without the dot, because few people quote "J. Doe"."""
_LINK: Final = "(?i:mailto):([^<>]*)"
_HINT: Final = "write it like PyTorch Events <events@example.org>, with quotes around a name that contains a comma"


def _one_line(name: str | None) -> str | None:
    """Convert a name to a single line. A value that is not text is returned unchanged; the validator refuses it."""
    return " ".join(re.sub(_CONTROLS, " ", name).split()) if isinstance(name, str) else name


def _is_ascii_email(_: object, attribute: attrs.Attribute[str], value: object) -> None:
    """Accept an e-mail address in ASCII; not every mail server can send to other addresses (RFC 6531 3.2)."""
    if not is_email(value):
        raise invalid(
            "email.address",
            "not one e-mail address",
            path=attribute.name,
            value=value,
            rule="RFC 5322 3.4",
            hint=_HINT,
        )
    if not str(value).isascii():
        name, domain = str(value).split("@")
        ascii_domain = _ascii_domain(domain)
        if name.isascii():
            message = "mail cannot be sent to this address: its domain must be written in ASCII"
            hint = f"write {name}@{ascii_domain}" if ascii_domain else "write the domain as its owner registered it"
        else:
            message = "mail cannot be sent to this address: few servers take names that are not ASCII (SMTPUTF8)"
            hint = "write another address of theirs, with a name in ASCII" + (
                f" before @{ascii_domain}" if ascii_domain and ascii_domain != domain else ""
            )
        raise invalid("email.ascii", message, path=attribute.name, value=value, rule="RFC 6531 3.2", hint=hint)


def _ascii_domain(domain: str) -> str | None:
    """Return the ASCII form of a domain (RFC 3490 4.1), such as ``xn--fsqu00a.xn--55qx5d``; ``None`` if it has none."""
    try:
        return domain.encode("idna").decode()
    except UnicodeError:
        return None


def _is_name(_: object, attribute: attrs.Attribute[str | None], value: object) -> None:
    """Accept text that is not empty, or ``None``."""
    if value is None:
        return
    if not isinstance(value, str) or not value:
        raise invalid(
            "email.name",
            "a name must be text that is not empty",
            path=attribute.name,
            value=value,
            hint="leave it out if there is none",
        )
    refuse_surrogates(attribute.name, value)


@attrs.frozen(kw_only=True)
class Mailbox:
    r"""An e-mail address, and the name of the person, team or mailing list that the address belongs to.

    The address must be in ASCII: the domain of ``ada@例子.公司`` is written ``xn--fsqu00a.xn--55qx5d``. The name may be
    ``None``. Spaces, line breaks and control characters between the words of a name become single spaces.

    Raises:
        InvalidValueError: ``email`` is not an e-mail address in ASCII (RFC 5322 3.4.1), or ``name`` is empty.

    >>> Mailbox(email="ada@example.org", name="Ada\r\nLovelace")
    Mailbox(email='ada@example.org', name='Ada Lovelace')
    """

    email: str = attrs.field(validator=_is_ascii_email)
    name: str | None = attrs.field(default=None, converter=_one_line, validator=_is_name)

    @property
    def uri(self) -> str:
        """The link to the address (RFC 6068 2). Calendar files identify organizers and guests by such links.

        >>> Mailbox(email="a/b@example.org").uri
        'mailto:a%2Fb@example.org'
        """
        return mailto(self.email)

    @classmethod
    def parse(cls, text: str) -> Mailbox:
        """Return the mailbox of a text: ``ada@example.org`` or ``Ada Lovelace <ada@example.org>``.

        The name may be in quotes. The text may also be a link to an address: ``mailto:ada@example.org``.

        Raises:
            InvalidValueError: The text is not an e-mail address with or without a name.

        >>> Mailbox.parse('"Lovelace, Ada" <ada@example.org>').name
        'Lovelace, Ada'
        """
        return mailbox(text, "")


def mailbox(argument: object, path: str) -> Mailbox:
    """Convert an argument to a `Mailbox`. The argument is a `Mailbox` or the text of a mailbox.

    ``path`` is the name of the argument in error messages.

    Raises:
        InvalidValueError: The argument is neither a `Mailbox` nor the text of a mailbox.
    """
    if isinstance(argument, Mailbox):
        return argument
    try:
        name, email = _name_and_email(argument) if isinstance(argument, str) else (None, argument)
        return Mailbox(email=email, name=name)  # type: ignore[arg-type]  # the validator refuses other types
    except InvalidValueError as error:
        findings = (attrs.evolve(finding, path=path, value=value_text(argument)) for finding in error.findings)
        raise InvalidValueError(*findings) from None


def _name_and_email(text: str) -> tuple[str | None, str]:
    """Split the text of a mailbox into name and address.

    If the text is not a name and an address in angle brackets, the whole text is returned as the address.
    """
    link = re.fullmatch(_LINK, text.strip())
    if link is not None:
        return None, _percent_decoded(link[1])
    before, bracket, email = text.strip().removesuffix(">").rpartition("<")
    name = before.strip()
    if not bracket or not text.rstrip().endswith(">"):
        return None, text.strip()
    if len(name) > 1 and name[0] == name[-1] == '"':
        return re.sub(r"\\(.)", r"\1", name[1:-1], flags=re.DOTALL) or None, email
    return (None, text) if _SPECIALS.intersection(name) else (name or None, email)
