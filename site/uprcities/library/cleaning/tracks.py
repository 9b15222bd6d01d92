"""Copies the sound and pictures of one recording into a new file; run in a process of its own.

A broken or hostile recording can then hurt nobody: the process is stopped when it takes too long,
and it knows nothing of the site.

    python tracks.py SOURCE READER TARGET WRITER [moving]
"""

import sys

import av
from av.container import Flags
from av.stream import Disposition


def copy_tracks(source, reader, target, writer, moving):
    """Write the tracks of ``source`` to ``target``: no tag, chapter, data track or cover.

    ``reader`` and ``writer`` are FFmpeg’s names of formats. Raises av.FFmpegError or ValueError
    where there is nothing to copy.
    """
    # Only this reader and only files: a playlist in disguise must not fetch an address.
    options = {"protocol_whitelist": "file"}
    with av.open(source, format=reader, container_options=options) as recording:
        tracks = [track for track in recording.streams if is_kept(track, moving)]
        if not tracks:
            raise ValueError("no sound and no pictures")
        with av.open(target, "w", format=writer) as copy:
            copy.flags |= Flags.bitexact.value  # leaves out when and with what the copy was made
            copies = {track.index: copy.add_stream_from_template(track) for track in tracks}
            for packet in recording.demux(*tracks):
                if packet.dts is not None:  # the last packets of a track are empty
                    packet.stream = copies[packet.stream.index]
                    copy.mux(packet)


def is_kept(track, moving):
    is_cover = bool(track.disposition & Disposition.attached_pic)
    return track.type == "audio" or (moving and track.type == "video" and not is_cover)


if __name__ == "__main__":
    copy_tracks(*sys.argv[1:5], moving="moving" in sys.argv[5:])
