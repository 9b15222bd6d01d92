"""Take the notes of the camera out of pictures inside other files, without touching a pixel."""

KEEP_JPEG = {0xE0, 0xE2, 0xEE}  # JFIF, colour profile, Adobe's colour transform
KEEP_PNG_NOTES = {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"hIST", b"pHYs"}
PNG = b"\x89PNG\r\n\x1a\n"


def without_notes(data):
    """The same JPEG or PNG without EXIF, XMP, IPTC and comments; other bytes as they are."""
    if data[:3] == b"\xff\xd8\xff":
        return jpeg_without_notes(data)
    if data[:8] == PNG:
        return png_without_notes(data)
    return data


def jpeg_without_notes(data):
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # padding
            at += 1
            continue
        if marker == 0xDA:  # the pixels begin
            end = data.rfind(b"\xff\xd9")
            kept.append(data[at : end + 2 if end > at else None])
            return b"".join(kept)
        length = 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        is_note = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if not is_note or marker in KEEP_JPEG:
            kept.append(data[at : at + length])
        at += length
    return data


def png_without_notes(data):
    kept, at = [PNG], 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        is_note = kind[0:1].islower() and kind not in KEEP_PNG_NOTES
        if not is_note:
            kept.append(data[at : at + 12 + length])
        at += 12 + length
        if kind == b"IEND":
            break
    return b"".join(kept)
