"""Which service may draft translations into which language; none unless a site names one."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from uprcities.settings.environment import env, is_this_machine

#: What a service cannot do without.
NEEDED = {"libretranslate": "LIBRETRANSLATE_URL", "deepl": "DEEPL_AUTH_KEY"}


def service_address(name):
    """Where a service answers: https, or http on this machine alone; empty where none is named."""
    address = env.str(name, "").rstrip("/")
    if not address:
        return ""
    parts = urlsplit(address)
    is_safe = parts.scheme == "https" or (
        parts.scheme == "http" and parts.hostname and is_this_machine(parts.hostname)
    )
    if not is_safe or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise ImproperlyConfigured(
            f'Environment variable "{name}" must be an address that begins with https://, '
            "or with http:// on this machine (127.0.0.1, localhost), and holds no password"
        )
    return address


def routes(name, languages, has):
    """``{language code: service}`` from “es=libretranslate,fr=deepl”.

    ``languages`` are the codes that the site writes, ``has`` the values of what services need.
    """
    chosen = {}
    for entry in env.list(name, []):
        language, sign, service = (part.strip() for part in entry.partition("="))
        if not (language and sign and service):
            raise ImproperlyConfigured(
                f'Environment variable "{name}": "{entry}" names no language and its service; '
                "write language=service, with commas between, as in es=libretranslate,fr=deepl"
            )
        if language not in languages:
            raise ImproperlyConfigured(
                f'Environment variable "{name}": this site does not publish in "{language}"; '
                f"write one of {', '.join(sorted(languages))}, as in es=libretranslate"
            )
        if language in chosen:
            raise ImproperlyConfigured(
                f'Environment variable "{name}" names "{language}" twice; '
                "choose one service for each language"
            )
        if service not in NEEDED:
            raise ImproperlyConfigured(
                f'Environment variable "{name}": "{service}" is no service that we know; '
                f"write one of {', '.join(sorted(NEEDED))}"
            )
        if not has.get(NEEDED[service]):
            raise ImproperlyConfigured(
                f'Environment variable "{NEEDED[service]}" is missing; "{name}" names {service}'
            )
        chosen[language] = service
    return chosen


def signs_a_month(name):
    """How many signs a month, 0 for none."""
    number = env.int(name, 0)
    if number < 0:
        raise ImproperlyConfigured(f'Environment variable "{name}" must be 0 or more')
    return number


LIBRETRANSLATE_URL = service_address("LIBRETRANSLATE_URL")
LIBRETRANSLATE_API_KEY = env.str("LIBRETRANSLATE_API_KEY", "")
DEEPL_AUTH_KEY = env.str("DEEPL_AUTH_KEY", "")
DEEPL_URL = service_address("DEEPL_URL")
MACHINE_CHARACTERS_A_MONTH_FOR_THE_ALLIANCE = signs_a_month(
    "MACHINE_CHARACTERS_A_MONTH_FOR_THE_ALLIANCE"
)
