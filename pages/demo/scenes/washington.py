"""Washington: bays and a far dome, a station, a ballot with a part missing."""

import math

from ..linocut import Block


def rowhouses():
    """Large bays and turrets; the dome is close and far."""
    block = Block("ask", "bays")
    sky = [(0, 0), (100, 0), (100, 30), (0, 30)]
    block.hatch(sky, 2.3, 2, 0.4, is_cut=False)
    _dome(block, 84, 33)
    for number, left in enumerate((0, 17, 34, 51)):
        _bay(block, left, 16 + number * 4.5, 17 - number * 1.1)
    street = [(0, 60), (100, 52), (100, 67), (0, 67)]
    block.fill(street)
    block.hatch(street, 1.3, -4.6, 0.36)
    return block


def _dome(block, x, ground):
    block.cut([(x - 9, ground - 16), (x + 9, ground - 16), (x + 9, ground), (x - 9, ground)])
    half = [
        (x - 4.4 * math.cos(step / 20 * math.pi), ground - 6 - 5.4 * math.sin(step / 20 * math.pi))
        for step in range(21)
    ]
    block.fill([*half, (x + 4.4, ground - 6), (x - 4.4, ground - 6)])
    block.stroke([(x, ground - 11), (x, ground - 14.4)], 0.7)
    block.fill(
        [(x - 5.4, ground - 6), (x + 5.4, ground - 6), (x + 5.4, ground - 4), (x - 5.4, ground - 4)]
    )
    for number in range(6):
        column = x - 5 + number * 2
        block.stroke([(column, ground - 4), (column, ground + 1)], 0.6)
    block.fill([(x - 10, ground), (x + 12, ground), (x + 12, ground + 22), (x - 10, ground + 22)])
    block.hatch(
        [(x - 10, ground), (x + 14, ground), (x + 14, ground + 22), (x - 10, ground + 22)],
        1.6,
        90,
        0.3,
    )


def _bay(block, left, roof, width):
    ground = 63 - left * 0.08
    block.fill([(left, ground), (left, roof + 4), (left + width, roof + 6), (left + width, ground)])
    turret = left + width * 0.36
    reach = width * 0.3
    block.cut(
        [
            (turret - reach - 0.6, ground),
            (turret - reach - 0.6, roof),
            (turret + reach + 0.6, roof),
            (turret + reach + 0.6, ground),
        ]
    )
    block.fill(
        [
            (turret - reach, ground),
            (turret - reach, roof),
            (turret + reach, roof),
            (turret + reach, ground),
        ]
    )
    block.fill([(turret - reach - 0.8, roof), (turret, roof - 11), (turret + reach + 0.8, roof)])
    block.hatch([(turret - reach, roof), (turret, roof - 10), (turret + reach, roof)], 0.8, 66, 0.2)
    for row in range(3):
        y = roof + 3.4 + row * 12
        for side in (-1, 1):
            pane = _pane(turret + side * reach * 0.5, y, reach * 0.32, 7)
            block.glow(pane) if (row, side) == (1, 1) and left == 17 else block.cut(pane)
            block.stroke([(pane[0][0], y + 3.5), (pane[1][0], y + 3.5)], 0.3)
        pane = _pane(left + width * 0.84, y + 4, width * 0.08, 6)
        block.cut(pane)
    block.score([(left + width, roof + 6), (left + width, ground)], 0.5)


def _pane(middle, top, half, height):
    return [
        (middle - half, top),
        (middle + half, top),
        (middle + half, top + height),
        (middle - half, top + height),
    ]


def metro():
    """A coffered vault over two empty tracks."""
    block = Block("un", "metro")
    block.fill([(0, 0), (100, 0), (100, 67), (0, 67)])
    far = (50, 38)
    for ring in range(7):
        size = 62 * 0.69**ring
        _rib(block, far, size, 0.7 * 0.8**ring + 0.25)
        for spoke in range(1, 10):
            angle = math.pi * spoke / 10
            inner, outer = size * 0.72, size * 0.95
            corners = [
                _on_vault(far, reach, angle + turn * 0.1)
                for reach, turn in ((outer, -1), (outer, 1), (inner, 1), (inner, -1))
            ]
            block.cut(corners)
    floor = [(0, 67), (36, 41), (64, 41), (100, 67)]
    block.fill(floor)
    for x in (30, 42, 58, 70):
        block.score([(50 + (x - 50) * 0.16, 41.5), (50 + (x - 50) * 2, 68)], 0.6)
    for number in range(9):
        y = 42.5 + number**1.62 * 0.72
        spread = (y - 38) * 0.95
        for side in (-1, 1):
            block.score(
                [(50 + side * spread * 0.33, y), (50 + side * spread * 0.98, y)],
                0.2 + number * 0.06,
            )
    for number in range(8):
        reach = 3 + number**1.7 * 1.25
        for side in (-1, 1):
            block.disc(
                50 + side * reach * 1.02,
                41 + reach * 0.62,
                0.22 + number * 0.075,
                layer=block.light,
            )
            block.disc(50 + side * reach * 1.02, 41 + reach * 0.62, 0.22 + number * 0.075, value=0)
    block.disc(50, 38.6, 2.2, value=0)
    return block


def _on_vault(far, reach, angle):
    return far[0] - reach * math.cos(angle), far[1] + 3 - reach * 0.92 * math.sin(angle)


def _rib(block, far, size, width):
    block.score([_on_vault(far, size, math.pi * step / 40) for step in range(41)], width)


def ballot():
    """A paper ballot; where two lines should be there is a hole."""
    block = Block("ask", "ballot")
    block.fill([(0, 0), (100, 0), (100, 67), (0, 67)])
    block.hatch([(0, 0), (100, 0), (100, 67), (0, 67)], 1.9, 24, 0.34)
    block.cut([(31, 3), (69, 3), (69, 67), (31, 67)])
    block.stroke([(35, 8), (58, 8)], 1.5)
    block.stroke([(35, 11.4), (50, 11.4)], 0.6)
    hole = [(33, 15), (67.4, 14.2), (67, 29.4), (33.6, 30)]
    block.fill(hole)
    block.hatch(hole, 1.5, 24, 0.3)
    block.score([*hole, hole[0]], 0.5)
    for number in range(5):
        y = 36 + number * 6.4
        oval = [(35.4, y), (38.4, y)]
        block.stroke(oval, 2.4)
        block.score(oval, 1.5)
        block.stroke([(42, y), (57 + (number * 7) % 8, y)], 1)
        block.stroke([(42, y + 1.9), (50 + (number * 5) % 7, y + 1.9)], 0.4)
        if number == 2:
            block.stroke(oval, 1.7, layer=block.light)
    return block
