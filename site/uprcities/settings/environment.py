"""Reads what differs from site to site; says in one sentence what is missing or wrong."""

from ipaddress import ip_address
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from environs import Env

env = Env()


def site_address(name):
    """The address readers type: https, or http where nobody can listen in."""
    address = env.str(name).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise ImproperlyConfigured(
            f'Environment variable "{name}" must be an address such as https://upr.example.org, '
            f'not "{address}"'
        )
    if parts.scheme == "http" and not stays_private(parts.hostname):
        raise ImproperlyConfigured(
            f'Environment variable "{name}" must begin with https://, '
            "except on this machine (127.0.0.1, localhost) or for an onion address"
        )
    return address


def stays_private(host):
    """Whether plain http to this host is never readable on the way."""
    if host == "localhost" or host.endswith((".localhost", ".onion")):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_this_machine(host):
    """Whether only people at this machine can reach the host."""
    return stays_private(host) and not host.endswith(".onion")


def two_steps(name, address):
    """“required”, or “offered” where nobody but the people at this machine can sign in."""
    choice = env.str(name, "required")
    if choice not in {"required", "offered"}:
        raise ImproperlyConfigured(
            f'Environment variable "{name}" must be "required" or "offered", not "{choice}"'
        )
    if choice == "offered" and not is_this_machine(urlsplit(address).hostname):
        raise ImproperlyConfigured(
            f'Environment variable "{name}" may be "offered" only on this machine '
            "(127.0.0.1, localhost): elsewhere testimony needs the second step"
        )
    return choice


def folder(name, default):
    """A folder we may write to; made where it is missing."""
    path = env.path(name, default).absolute()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f'Environment variable "{name}": the folder {path} cannot be made ({error.strerror})'
        ) from None
    return path


def database(name, default):
    """One database, with what each kind needs to stand several editors at once."""
    try:
        settings = dj_database_url.parse(env.str(name, default))
    except ValueError:
        settings = {}
    kind = settings.get("ENGINE", "").rpartition(".")[2]
    if kind == "sqlite3":
        return settings | SQLITE
    if kind == "postgresql":
        return settings | POSTGRESQL
    raise ImproperlyConfigured(
        f'Environment variable "{name}" must begin with sqlite:/// or postgres://'
    )


SQLITE = {
    "OPTIONS": {
        # Take the write lock at the start: a transaction that upgrades half-way is refused at once
        # instead of waiting its turn, and an editor would see "database is locked".
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;"
            # An acknowledged testimony survives a power cut.
            "PRAGMA synchronous=FULL;"
            # Erased words are overwritten, whatever the system's SQLite was built with.
            "PRAGMA secure_delete=ON;"
            "PRAGMA temp_store=MEMORY;"
            "PRAGMA cache_size=-16000;"
            "PRAGMA mmap_size=134217728;"
        ),
    }
}

POSTGRESQL = {
    # The pool and persistent connections exclude each other.
    "CONN_MAX_AGE": 0,
    # After a restart of the server a dead connection is replaced, not shown to a reader.
    "CONN_HEALTH_CHECKS": True,
    "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}},
}
