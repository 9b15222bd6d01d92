"""What a disk says when it is full."""

import errno


def disk_is_full(error):
    """Whether this error, of whatever library, means that nothing more fits on the disk."""
    while error is not None:
        if getattr(error, "errno", None) == errno.ENOSPC or "disk is full" in str(error):
            return True
        error = error.__cause__
    return False
