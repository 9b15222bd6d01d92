"""A damaged or foreign file is one clear sentence, and never an accident."""

import gzip
import io
import re
import time
import zipfile
from contextlib import suppress

import pytest

from pages.translating.files.po import write_po
from pages.translating.files.reading import LARGEST, read_file
from pages.translating.files.sentence import UnreadableFileError
from pages.translating.files.xliff import write_xliff
from pages.translating.sheets.unit import Unit, UnitStage


@pytest.fixture
def sheet(paper):
    units = [
        Unit(f"1-{n}", "Place", f"Nine in ten, {n}", f"Nueve é {n}", UnitStage.DONE)
        for n in range(30)
    ]
    return paper(*units)


@pytest.fixture
def po(sheet):
    return write_po(sheet)


@pytest.fixture
def xliff(sheet):
    return write_xliff([sheet])


def refusal(content):
    with pytest.raises(UnreadableFileError) as refused:
        read_file(content)
    return str(refused.value)


def zipped(content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("es.po", content)
    return packed.getvalue()


BILLION = (
    b'<?xml version="1.0"?><!DOCTYPE xliff [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">&b;</xliff>'
)
OUTSIDE = BILLION.replace(b'"aaaa"', b'SYSTEM "file:///etc/passwd"')


class NotAFileOfOursTests:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "empty"),
            (b" \n\n", "empty"),
            (b"\xef\xbb\xbf", "did not come from here"),
            (zipped(b"0" * 50_000_000), "packed"),
            (gzip.compress(b"0" * 5_000_000), "packed"),
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "UTF-8"),
            (b"a\x00b", "not a text file"),
            (b"0" * (LARGEST + 1), "larger than 2 MB"),
            (b"Dear all, here is the text.", "line 1"),
            (b'msgid "a"\nmsgstr "b"\n', "did not come from here"),
            (b"/etc/passwd", "line 1"),
            (b"<html><body>Hello</body></html>", "not an XLIFF 1.2 file"),
            (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', "not an XLIFF 1.2"),
            (BILLION, "declares things"),
            (OUTSIDE, "declares things"),
            (BILLION.decode().encode("utf-16"), "declares things"),
            (b"<a>" * 100_000, "damaged"),
            (b"<" * 100_000, "damaged"),
        ],
    )
    def test_it_is_told_what_is_wrong(self, content, words):
        began = time.monotonic()

        assert words in refusal(content)
        assert time.monotonic() - began < 2

    def test_letters_of_another_encoding_are_not_guessed(self, po, xliff):
        for content in (po, xliff):
            assert "UTF-8" in refusal(content.decode().encode("latin-1"))

    def test_a_mark_at_the_beginning_and_utf_16_are_read(self, po, xliff):
        for content in (po, xliff):
            for encoding in ("utf-8-sig", "utf-16"):
                [brought] = read_file(content.decode().encode(encoding))
                assert brought.sentences[3].target == "Nueve é 3"

    def test_the_line_ends_of_windows_are_read(self, po, xliff):
        for content in (po, xliff):
            [brought] = read_file(content.replace(b"\n", b"\r\n"))
            assert brought.sentences[3].target == "Nueve é 3"


class DamagedFileTests:
    def test_a_po_file_cut_anywhere_is_refused(self, po):
        for length in range(1, len(po) - 1, 11):
            if po[:length].strip():
                refusal(po[:length])

    def test_an_xliff_file_cut_anywhere_is_refused(self, xliff):
        for length in range(1, len(xliff) - 1, 13):
            refusal(xliff[:length])

    def test_a_sentence_twice_is_refused(self, po, xliff):
        again = po.partition(b"#. Place\n")[2]
        assert "more than once" in refusal(po + b"\n#. Place\n" + again)
        unit = re.search(rb"<trans-unit.*?</trans-unit>", xliff)[0]
        assert "more than once" in refusal(xliff.replace(unit, unit + unit))

    def test_a_mark_from_nowhere_is_refused(self, xliff):
        for mark in (b'<ph id="1">x</ph>', b'<g id="script-1">x</g>', b'<x id="sign:99999999"/>'):
            content = xliff.replace(b"Nueve \xc3\xa9 3<", b"Nueve " + mark + b"<")
            assert "does not know" in refusal(content)

    @pytest.mark.parametrize("number", ["0", "55296", "99999", "9" * 5000])
    def test_a_sign_that_no_text_has_is_refused(self, xliff, number):
        mark = f'<x id="sign:{number}"/>'.encode()
        refusal(xliff.replace(b"Nueve \xc3\xa9 3<", b"Nueve " + mark + b"<"))

    def test_a_sign_that_no_database_keeps_is_refused(self, po):
        assert "not a text file" in refusal(po.replace("Nueve é 3".encode(), b"Nueve &#0;"))

    def test_a_number_without_end_is_none(self, po):
        endless = b"X-UPR-Cities-Sentences: " + b"9" * 5000
        [brought] = read_file(re.sub(rb"X-UPR-Cities-Sentences: \d+", endless, po))
        assert len(brought.sentences) == 30

    def test_a_sentence_of_tags_and_nothing_else_takes_no_time(self, po):
        began = time.monotonic()
        content = po.replace("Nueve é 3".encode(), b"<b>" * 15_000)
        read_file(content)
        assert "too long" in refusal(po.replace("Nueve é 3".encode(), b"<b>" * 150_000))
        assert time.monotonic() - began < 3

    def test_broken_bytes_never_break_the_reader(self, po, xliff):
        for content in (po, xliff):
            for place in range(0, len(content), 97):
                for junk in (b'"', b"\\", b"<", b"&", b"\xff", b"\n", b"#~ ", b"msgid "):
                    with suppress(UnreadableFileError):
                        read_file(content[:place] + junk + content[place + 1 :])
