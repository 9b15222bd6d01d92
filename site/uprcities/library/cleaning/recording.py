"""Copy sound and pictures of a recording into a new file, and leave every tag behind."""

import shutil
import subprocess
import wave
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from django.utils.translation import gettext_lazy as _

from uprcities.library.cleaning.files import CleanFile, CleanRecording
from uprcities.library.refusals import UploadRefusedError

UNREADABLE = _(
    "We could not read this recording. It may be damaged or be something else than its name "
    "says. Save it again as MP3 or MP4 and upload that."
)
NO_CLEANER = _(
    "This site cannot remove place and device data from recordings yet, so it does not take "
    "them. Ask the person who looks after the site to install ffmpeg, or upload a WAV file."
)
# The one reader for each kind: ffmpeg must not follow a playlist in disguise.
READERS = {"mp3": "mp3", "m4a": "mov", "mp4": "mov", "ogg": "ogg", "wav": "wav", "webm": "matroska"}
WRITERS = {"mp3": "mp3", "m4a": "ipod", "mp4": "mp4", "ogg": "ogg", "wav": "wav", "webm": "webm"}
MOVING = {"mp4", "webm"}
LONGEST_WORK = 120  # seconds


def clean_recording(file, extension):
    """A copy with the same sound and pictures and no tags, chapters, tracks of places or covers."""
    if program := shutil.which("ffmpeg"):
        return copy_with_ffmpeg(program, file, extension)
    if extension == "wav":
        return copy_wave(file)
    raise UploadRefusedError(NO_CLEANER, code="no_cleaner")


def copy_with_ffmpeg(program, file, extension):
    with TemporaryDirectory() as folder:
        source, target = Path(folder, f"in.{extension}"), Path(folder, f"out.{extension}")
        with source.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        if not copied(ffmpeg_command(program, source, target, extension), target):
            raise UploadRefusedError(UNREADABLE, code="unreadable")
        return recording_at(target, extension)


def copied(command, target):
    try:
        done = subprocess.run(command, capture_output=True, timeout=LONGEST_WORK, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0 and target.stat().st_size > 0


def ffmpeg_command(program, source, target, extension):
    tracks = ["-map", "0:a?", "-map", "0:V?"] if extension in MOVING else ["-map", "0:a"]
    return [
        program, "-nostdin", "-v", "error", "-protocol_whitelist", "file",
        "-f", READERS[extension], "-i", str(source), *tracks, "-dn", "-sn",
        "-map_metadata", "-1", "-map_metadata:s", "-1", "-map_chapters", "-1",
        "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact",
        "-c", "copy", "-f", WRITERS[extension], str(target),
    ]  # fmt: skip


def recording_at(path, extension):
    held = TemporaryFile()  # noqa: SIM115 (it is gone as soon as the upload's request is over)
    with path.open("rb") as source:
        shutil.copyfileobj(source, held)
    held.seek(0)
    return CleanRecording(held, name=f"recording.{extension}")


def copy_wave(file):
    """Plain sound needs no other program: its samples are copied into a new file."""
    output = BytesIO()
    try:
        with wave.open(file) as source, wave.open(output, "wb") as target:
            target.setparams(source.getparams())
            target.writeframes(source.readframes(source.getnframes()))
    except Exception as error:  # a broken file fails in many ways, each means the same
        raise UploadRefusedError(UNREADABLE, code="unreadable") from error
    return CleanFile(output.getvalue(), "recording.wav")
