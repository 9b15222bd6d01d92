"""Eugene: the river between firs, and a tent under a notice of seventy-two hours."""

import math

from ..linocut import Block


def river():
    """The Willamette between two buttes, firs and a footbridge."""
    block = Block("progress", "willamette")
    for middle, height, half in ((27, 21, 30), (76, 17, 34)):
        butte = [
            (
                middle - half * math.cos(step / 30 * math.pi),
                34 - height * math.sin(step / 30 * math.pi),
            )
            for step in range(31)
        ]
        block.cut(butte)
        block.fill(butte)
        block.hatch(butte, 1.2, 18 if middle < 50 else -16, 0.38)
    banks = [(0, 33), (100, 33), (100, 67), (0, 67)]
    block.fill(banks)
    block.hatch(banks, 1.7, 2, 0.26)
    left = [(50, 34), (46, 38), (56, 43), (60, 48), (46, 54), (26, 60), (16, 67)]
    right = [(72, 67), (66, 60), (74, 54), (76, 47), (68, 42), (55, 38), (54, 34)]
    block.cut([*left, *right])
    for number in range(15):
        y = 37 + number**1.25
        sway = 12 * math.sin(number / 2.6)
        block.stroke([(56 - sway * 0.4, y), (61 - sway * 0.2 + number * 0.5, y)], 0.3)
    _footbridge(block)
    for number in range(26):
        x = (number * 37) % 100
        near = 36 + (number * 11) % 29
        if 30 < x < 80 and near > 36:
            continue
        _fir(block, x, near + 4, 4 + (near - 34) * 0.42)
    return block


def _footbridge(block):
    block.score([(38, 46.8), (84, 44.6)], 1.6)
    block.stroke([(38, 46.8), (84, 44.6)], 0.7)
    block.stroke([(38, 44), (84, 41.8)], 0.3)
    for number in range(24):
        x = 38 + number * 2
        y = 46.8 - number * 0.0957
        block.stroke([(x, y), (x, y - 2.8)], 0.25)


def _fir(block, x, ground, height):
    half = height * 0.3
    block.cut([(x - half * 1.2, ground), (x, ground - height * 1.1), (x + half * 1.2, ground)])
    for tier in range(4):
        top = ground - height + tier * height * 0.2
        wide = half * (0.45 + tier * 0.2)
        block.fill([(x - wide, top + height * 0.34), (x, top), (x + wide, top + height * 0.34)])
    block.stroke([(x, ground), (x, ground + height * 0.08)], 0.4)
    block.score([(x, ground - height * 0.8), (x - half * 0.3, ground - height * 0.1)], 0.16)


def camp():
    """One small tent in the rain under a very large notice."""
    block = Block("problem", "camp")
    sky = [(0, 0), (100, 0), (100, 67), (0, 67)]
    block.fill(sky)
    block.hatch(sky, 1.7, 112, 0.26)
    notice = [(24, 4), (78, 2.4), (79, 44), (25, 45.4)]
    block.cut(notice)
    block.stroke([(30, 9), (52, 8.4)], 0.9)
    block.stroke([(30, 12), (44, 11.6)], 0.5)
    _seven(block, 33, 16)
    _two(block, 54, 15.6)
    for row in range(3):
        y = 38.6 + row * 2
        block.stroke([(32, y), (70 - row * 9, y - 0.8)], 0.45)
    ground = [(0, 60), (100, 59), (100, 67), (0, 67)]
    block.hatch(ground, 1.2, 1, 0.3)
    tent = [(40, 60.6), (50.5, 49.4), (62, 60.2)]
    block.cut([(38, 61.4), (50.5, 47.6), (64, 61)])
    block.fill(tent)
    block.hatch([(50.5, 49.4), (62, 60.2), (53, 60.4)], 0.8, 60, 0.2)
    block.glow([(46, 60.4), (50.2, 52.4), (52.4, 60.4)])
    return block


def _seven(block, x, y):
    block.stroke([(x, y), (x + 14, y), (x + 5, y + 19)], 3)


def _two(block, x, y):
    bow = [
        (
            x + 7 - 6.4 * math.cos(step / 16 * math.pi * 1.18),
            y + 6.4 - 6.4 * math.sin(step / 16 * math.pi * 1.18),
        )
        for step in range(17)
    ]
    block.stroke([*bow, (x + 0.6, y + 19), (x + 14, y + 19)], 3)
