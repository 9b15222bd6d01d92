"""A block of linoleum: what is left standing prints in ink, what is cut away stays paper."""

import math
import random
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SIZE = (2400, 1600)
FINER = 2  # drawn larger and brought down, so that edges are smooth

PAPER = {
    "voice": "#f1e3ee",
    "problem": "#f6e2dc",
    "progress": "#dfeee3",
    "un": "#dfeaf5",
    "ask": "#f6ebcf",
}
INK = {
    "voice": "#6d2f63",
    "problem": "#a8321f",
    "progress": "#1d6b45",
    "un": "#0f5fa6",
    "ask": "#93650a",
}
NIGHT = "#161a22"
LIGHT = "#e3b352"


class Block:
    """One picture in the making; places are in hundredths of the width, from the top left."""

    def __init__(self, tone, seed):
        self.tone = tone
        self.chance = random.Random(seed)  # noqa: S311 (a drawing needs chance, not secrecy)
        self.size = tuple(side * FINER for side in SIZE)
        self.unit = self.size[0] / 100
        self.ink = Image.new("L", self.size, 0)
        self.light = Image.new("L", self.size, 0)

    def place(self, points):
        return [(x * self.unit, y * self.unit) for x, y in points]

    def fill(self, points, layer=None, value=255):
        """Leave an area standing."""
        ImageDraw.Draw(layer or self.ink).polygon(self.place(points), fill=value)

    def cut(self, points):
        """Cut an area away."""
        self.fill(points, value=0)

    def stroke(self, points, width, value=255, layer=None):
        """A line of even width with round ends."""
        places = self.place(points)
        thickness = round(width * self.unit)
        pen = ImageDraw.Draw(layer or self.ink)
        pen.line(places, fill=value, width=thickness, joint="curve")
        for x, y in (places[0], places[-1]):
            half = thickness / 2
            pen.ellipse([x - half, y - half, x + half, y + half], fill=value)

    def score(self, points, width):
        """Cut a line."""
        self.stroke(points, width, value=0)

    def disc(self, x, y, radius, value=255, layer=None):
        places = self.place([(x - radius, y - radius), (x + radius, y + radius)])
        ImageDraw.Draw(layer or self.ink).ellipse([*places[0], *places[1]], fill=value)

    def glow(self, points):
        """Print an area in the second colour: a lit window, a lamp."""
        self.cut(points)
        self.fill(points, layer=self.light)

    def hatch(self, points, spacing, angle, width, is_cut=True):
        """Run the gouge across an area in uneven parallel strokes."""
        area = Image.new("L", self.size, 0)
        self.fill(points, layer=area)
        lines = Image.new("L", self.size, 0)
        self._lines_across(lines, points, spacing, math.radians(angle), width)
        strokes = ImageChops.multiply(area, lines)
        self.ink = (
            ImageChops.subtract(self.ink, strokes) if is_cut else ImageChops.add(self.ink, strokes)
        )

    def _lines_across(self, layer, points, spacing, angle, width):
        middle_x = sum(x for x, _y in points) / len(points)
        middle_y = sum(y for _x, y in points) / len(points)
        reach = max(math.dist((middle_x, middle_y), point) for point in points)
        along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
        step = -reach
        while step < reach:
            start = -reach + self.chance.uniform(0, spacing * 2)
            while start < reach:
                end = start + self.chance.uniform(spacing * 3, spacing * 12)
                sway = self.chance.uniform(-0.15, 0.15) * spacing
                ends = [
                    (
                        middle_x + along[0] * far + across[0] * (step + sway),
                        middle_y + along[1] * far + across[1] * (step + sway),
                    )
                    for far in (start, end)
                ]
                thick = width * self.chance.uniform(0.6, 1.2)
                self.stroke(ends, thick, layer=layer)
                start = end + spacing * self.chance.uniform(0.5, 1.1)
            step += spacing

    def print(self):
        """The print as PNG bytes: ink with worn edges on tinted paper."""
        paper = Image.new("RGB", self.size, PAPER[self.tone])
        paper.paste(Image.new("RGB", self.size, LIGHT), mask=self._worn(self.light))
        paper.paste(Image.new("RGB", self.size, INK[self.tone]), mask=self._worn(self.ink))
        out = BytesIO()
        paper.resize(SIZE, Image.Resampling.LANCZOS).save(out, "PNG", optimize=False)
        return out.getvalue()

    def _worn(self, layer):
        """Edges that a gouge left, and specks where the ink did not take."""
        grain = self._grain(cell=9).point(lambda value: (value - 128) * 0.55 + 128)
        soft = layer.filter(ImageFilter.GaussianBlur(5))
        rough = ImageChops.add(soft, grain, scale=1, offset=-128)
        edge = rough.point(lambda value: 255 if value > 120 else 0)
        specks = self._grain(cell=5).point(lambda value: 255 if value > 222 else 0)
        return ImageChops.subtract(edge, specks)

    def _grain(self, cell):
        small = (self.size[0] // cell, self.size[1] // cell)
        noise = Image.frombytes("L", small, self.chance.randbytes(small[0] * small[1]))
        return noise.filter(ImageFilter.GaussianBlur(0.8)).resize(
            self.size, Image.Resampling.BICUBIC
        )
