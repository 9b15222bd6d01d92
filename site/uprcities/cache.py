"""A cache that may die: the site is then slower, never down."""

import logging

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


def or_miss(method, missed):
    """The same method, answering `missed` while Redis does not."""

    def forgiving(self, *args, **kwargs):
        try:
            return method(self, *args, **kwargs)
        except RedisError as error:
            logger.warning(
                "The cache does not answer (%s); going on without it.", type(error).__name__
            )
            return missed(*args, **kwargs) if callable(missed) else missed

    return forgiving


class ForgivingRedisClient(RedisCacheClient):
    """Redis as Django speaks to it, except that silence is a miss."""

    add = or_miss(RedisCacheClient.add, True)
    get = or_miss(RedisCacheClient.get, lambda key, default=None: default)
    set = or_miss(RedisCacheClient.set, None)
    touch = or_miss(RedisCacheClient.touch, False)
    delete = or_miss(RedisCacheClient.delete, False)
    get_many = or_miss(RedisCacheClient.get_many, lambda keys: {})
    has_key = or_miss(RedisCacheClient.has_key, False)
    incr = or_miss(RedisCacheClient.incr, lambda key, delta=1: delta)
    set_many = or_miss(RedisCacheClient.set_many, lambda data, timeout=None: list(data))
    delete_many = or_miss(RedisCacheClient.delete_many, None)
    clear = or_miss(RedisCacheClient.clear, False)


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache, which a dead Redis turns into no cache at all."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self._class = ForgivingRedisClient
