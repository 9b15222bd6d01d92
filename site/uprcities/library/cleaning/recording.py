"""Copy sound and pictures of a recording into a new file, and leave every tag behind."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from django.utils.translation import gettext_lazy as _

from uprcities.library.cleaning.files import CleanRecording
from uprcities.library.refusals import UploadRefusedError

UNREADABLE = _(
    "We could not read this recording. It may be damaged or be something else than its name "
    "says. Save it again as MP3 or MP4 and upload that."
)
# The one reader for each kind: it must not follow a playlist in disguise.
READERS = {"mp3": "mp3", "m4a": "mov", "mp4": "mov", "ogg": "ogg", "wav": "wav", "webm": "matroska"}
WRITERS = {"mp3": "mp3", "m4a": "ipod", "mp4": "mp4", "ogg": "ogg", "wav": "wav", "webm": "webm"}
MOVING = {"mp4", "webm"}
LONGEST_WORK = 120  # seconds
TRACKS = Path(__file__).with_name("tracks.py")


def clean_recording(file, extension):
    """A copy with the same sound and pictures and no tags, chapters, tracks of places or covers."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder, f"in.{extension}"), Path(folder, f"out.{extension}")
        with source.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        if not copied(source, target, extension):
            raise UploadRefusedError(UNREADABLE, code="unreadable")
        return recording_at(target, extension)


def copied(source, target, extension):
    moving = ["moving"] if extension in MOVING else []
    named = [source, READERS[extension], target, WRITERS[extension], *moving]
    # Isolated from this folder and from the environment, which holds the site’s secrets.
    command = [sys.executable, "-I", *map(str, [TRACKS, *named])]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=LONGEST_WORK, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0 and target.stat().st_size > 0


def recording_at(path, extension):
    held = TemporaryFile()  # noqa: SIM115 (it is gone as soon as the upload's request is over)
    with path.open("rb") as source:
        shutil.copyfileobj(source, held)
    held.seek(0)
    return CleanRecording(held, name=f"recording.{extension}")
