"""Pittsburgh: rivers, row houses, a courtroom bench, a tap, a kitchen window."""

import math

from ..linocut import Block
from .houses import gabled_house


def rivers():
    """Three rivers that meet at a point, two bridges, gables on the hill."""
    block = Block("progress", "rivers")
    hill = [(0, 30), (14, 20), (34, 14), (56, 17), (78, 11), (100, 20), (100, 34), (0, 34)]
    block.fill(hill)
    block.hatch(hill, 1.1, 8, 0.3)
    for number in range(19):
        x = 3 + number * 5.2
        ground = 33 - 9 * math.sin(number / 18 * math.pi) - (number % 3) * 2.4
        roof = [
            (x, ground),
            (x, ground - 4),
            (x + 2, ground - 6.4),
            (x + 4, ground - 4),
            (x + 4, ground),
        ]
        block.cut(roof)
        block.stroke([roof[1], roof[2], roof[3]], 0.5)
        block.fill(
            [(x + 1.2, ground), (x + 1.2, ground - 2.4), (x + 2.6, ground - 2.4), (x + 2.6, ground)]
        )
    for banks in (
        [(0, 36), (46, 44), (54, 47), (44, 50), (0, 52)],
        [(100, 36), (60, 44), (50, 47), (58, 52), (100, 54)],
        [(44, 49), (52, 46), (60, 50), (84, 67), (22, 67)],
    ):
        block.fill(banks)
        block.hatch(banks, 1.25, 4, 0.42)
    _bridge(block, 9, 33, 45.5)
    _bridge(block, 68, 93, 46.5)
    return block


def _bridge(block, left, right, deck):
    middle, rise = (left + right) / 2, 9
    arch = [
        (left + (right - left) * step / 24, deck - rise * math.sin(step / 24 * math.pi))
        for step in range(25)
    ]
    block.score(arch, 2.6)
    block.score([(left - 3, deck), (right + 3, deck)], 3)
    block.stroke(arch, 1)
    for x, y in arch[2:-2:2]:
        block.stroke([(x, y), (x, deck)], 0.4)
    block.stroke([(left - 4, deck), (right + 4, deck)], 1.3)
    for x in (left, right):
        block.stroke([(x, deck), (x, deck + 5)], 1.6)
    return middle


def rowhouses():
    """A steep street with public steps; one window is lit."""
    block = Block("problem", "rowhouses")
    slope = [(0, 67), (0, 62), (100, 36), (100, 67)]
    for number in range(6):
        left = 1 + number * 14.2
        ground = 61.5 - (left + 6) * 0.26
        lit = {(1, 0)} if number == 3 else set()
        gabled_house(block, left, ground + 3, 12.6, 27 - (number % 2) * 3, lit)
    block.fill(slope)
    block.hatch(slope, 1.2, -14.6, 0.35)
    for step in range(16):
        x, y = 86 - step * 2.2, 41 + step * 1.75
        block.cut([(x, y), (x + 9, y - 2.3), (x + 9, y - 1.2), (x, y + 1.1)])
    block.stroke([(95, 34), (60, 62)], 0.7)
    return block


def bench():
    """A bench outside a courtroom, a clock, and a shoebox that nobody opened."""
    block = Block("problem", "bench")
    wall = [(0, 0), (100, 0), (100, 48), (0, 48)]
    block.fill(wall)
    block.hatch(wall, 2.1, 90, 0.34)
    for left in (6, 74):
        door = [(left, 48), (left, 12), (left + 17, 12), (left + 17, 48)]
        block.cut(door)
        inner = [(left + 1.4, 48), (left + 1.4, 13.4), (left + 15.6, 13.4), (left + 15.6, 48)]
        block.fill(inner)
        block.score([(left + 8.5, 13.4), (left + 8.5, 48)], 0.5)
        block.disc(left + 10.2, 31, 0.8, value=0)
    block.disc(48.5, 16, 7.4, value=0)
    block.disc(48.5, 16, 6.4)
    block.disc(48.5, 16, 5.6, value=0)
    block.stroke([(48.5, 16), (48.5, 12)], 0.7)
    block.stroke([(48.5, 16), (51.4, 17.6)], 0.7)
    seat = [(14, 47), (86, 47), (89, 50.5), (11, 50.5)]
    block.cut([(10, 37), (90, 37), (90, 60), (10, 60)])
    block.fill([(15, 38), (85, 38), (85, 43), (15, 43)])
    block.fill(seat)
    block.hatch(seat, 0.9, 0, 0.22)
    for x in (16, 49, 82):
        block.fill([(x, 43), (x + 2, 43), (x + 2, 59), (x, 59)])
    block.glow([(68, 41), (79, 41), (79, 47), (68, 47)])
    block.stroke([(67.4, 41), (79.6, 41), (79.6, 43), (67.4, 43), (67.4, 41)], 0.55)
    block.stroke([(68, 43), (68, 47), (79, 47), (79, 43)], 0.55)
    floor = [(0, 60), (100, 60), (100, 67), (0, 67)]
    block.hatch(floor, 1.3, 1, 0.3, is_cut=False)
    return block


def tap():
    """A kitchen tap with one drop, above a pipe cut through."""
    block = Block("progress", "tap")
    arch = [
        (50 - 15 * math.cos(step / 30 * math.pi), 24 - 15 * math.sin(step / 30 * math.pi))
        for step in range(31)
    ]
    block.stroke([(35, 40), *arch, (65, 29)], 5.2)
    block.hatch([(32, 6), (68, 6), (68, 30), (32, 30)], 1.3, 32, 0.24)
    block.fill([(61.4, 28), (68.6, 28), (67.6, 32), (62.4, 32)])
    block.fill([(29, 38), (41, 38), (43, 43), (27, 43)])
    block.stroke([(22, 35), (30, 35)], 2)
    block.disc(21, 35, 2.2)
    drop = [(65, 34.5), (66.9, 38.6), (65, 40.6), (63.1, 38.6)]
    block.fill(drop, layer=block.light)
    ground = [(0, 43), (100, 43), (100, 67), (0, 67)]
    block.fill(ground)
    block.hatch(ground, 1.5, 6, 0.34)
    for radius, value in ((11.4, 0), (10.6, 255), (8.2, 0), (7.6, 255), (6, 0)):
        block.disc(35, 55, radius, value=value)
    block.hatch([(24, 44), (46, 44), (46, 66), (24, 66)], 1, 60, 0.2)
    block.disc(35, 55, 6, value=0)
    for offset in (-2, 0.4, 2.8):
        wave = [(30.6 + step * 0.9, 55 + offset + 0.5 * math.sin(step)) for step in range(11)]
        block.stroke(wave, 0.5)
    return block


def window():
    """A kitchen window at dusk, and a box with slips of paper on the sill."""
    block = Block("voice", "window")
    wall = [(0, 0), (100, 0), (100, 67), (0, 67)]
    block.fill(wall)
    block.hatch(wall, 2.4, 90, 0.3)
    block.cut([(26, 5), (74, 5), (74, 50), (26, 50)])
    block.fill([(28, 7), (72, 7), (72, 48), (28, 48)])
    sky = [(30, 9), (70, 9), (70, 46), (30, 46)]
    block.cut(sky)
    block.hatch([(30, 9), (70, 9), (70, 24), (30, 24)], 1.1, 3, 0.55, is_cut=False)
    block.hatch([(30, 24), (70, 24), (70, 34), (30, 34)], 1.9, 3, 0.4, is_cut=False)
    block.disc(61, 28, 3.6, value=0)
    block.disc(61, 28, 3.3, layer=block.light)
    roofs = [(30, 46), (30, 39), (36, 35), (42, 39), (42, 37), (49, 32.5), (56, 37), (56, 40)]
    block.fill([*roofs, (62, 36), (70, 40), (70, 46)])
    block.stroke([(50, 8), (50, 47)], 1.5)
    block.stroke([(29, 27), (71, 27)], 1.5)
    block.cut([(20, 49), (80, 49), (83, 54), (17, 54)])
    block.stroke([(17, 54), (83, 54)], 0.9)
    _box_of_slips(block)
    return block


def _box_of_slips(block):
    for number in range(7):
        x = 35.5 + number * 2.3
        tall = 39 - (number * 5 % 4)
        slip = [(x, 49), (x, tall), (x + 1.9, tall), (x + 1.9, 49)]
        block.glow(slip)
        block.stroke([*slip, slip[0]], 0.3)
    box = [(33.5, 44.5), (53.5, 44.5), (52.5, 53), (34.5, 53)]
    block.fill(box)
    block.hatch(box, 1, 12, 0.22)
    block.score([(33.5, 44.5), (53.5, 44.5)], 0.5)
