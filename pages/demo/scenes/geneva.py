"""The hall where the review is held, and a desk between two languages."""

import math

from ..linocut import Block


def hall():
    """Rings of seats seen from above; one chair is empty."""
    block = Block("un", "hall")
    block.fill([(0, 0), (100, 0), (100, 67), (0, 67)])
    middle = (50, 61)
    for ring in range(7):
        radius = 14 + ring * 7.3
        seats = 9 + ring * 4
        arc = [_on_ring(middle, radius + 2.7, step / 60) for step in range(61)]
        block.score(arc, 0.5)
        for number in range(seats):
            x, y = _on_ring(middle, radius, (number + 0.5) / seats)
            _seat(block, x, y, is_empty=(ring, number) == (1, 6))
    desk = [(38, 67), (40, 60.6), (60, 60.6), (62, 67)]
    block.cut(desk)
    block.hatch(desk, 0.9, 0, 0.25, is_cut=False)
    return block


def _on_ring(middle, radius, share):
    angle = math.pi * (0.04 + 0.92 * share)
    return middle[0] - radius * math.cos(angle), middle[1] - radius * 0.98 * math.sin(angle)


def _seat(block, x, y, is_empty):
    if is_empty:
        block.disc(x, y, 2.1, value=0)
        block.disc(x, y, 1.8, layer=block.light)
        return
    block.disc(x, y, 1.35, value=0)
    block.disc(x, y - 0.1, 0.55)


def desk():
    """An open book on a desk: one page runs from the left, the other from the right."""
    block = Block("voice", "desk")
    top = [(14, 30), (86, 30), (98, 56), (2, 56)]
    block.fill(top)
    block.hatch(top, 1.3, 2, 0.32)
    block.fill([(2, 57), (98, 57), (98, 60.4), (2, 60.4)])
    for x in (9, 87):
        block.fill([(x, 60), (x + 4, 60), (x + 4, 67), (x, 67)])
    wall = [(0, 0), (100, 0), (100, 28), (0, 28)]
    block.hatch(wall, 2.4, 88, 0.4, is_cut=False)
    left = [(24, 22), (49.4, 25), (49.4, 49), (19, 45)]
    right = [(76, 22), (50.6, 25), (50.6, 49), (81, 45)]
    for page in (left, right):
        block.cut(page)
        block.stroke([*page, page[0]], 0.7)
    for row in range(6):
        y = 27.4 + row * 3.3
        ends = 45 - (row * 5) % 9
        block.stroke([(25.6 - row * 0.7, y), (ends, y + (ends - 25) * 0.115)], 0.7)
        starts = 55 + (row * 4) % 9
        _flowing(block, 74.4 + row * 0.7, starts, y)
    block.stroke([(50, 24), (50, 49.6)], 1.1)
    block.stroke([(60, 51.4), (72, 53.6)], 0.9, layer=block.light)
    block.score([(60, 51.4), (72, 53.6)], 0.9)
    return block


def _flowing(block, right, left, y):
    steps = 26
    line = [
        (
            right + (left - right) * step / steps,
            y
            + (right - (right + (left - right) * step / steps)) * 0.115
            - 0.5 * abs(math.sin(step * 0.9)),
        )
        for step in range(steps + 1)
    ]
    block.stroke(line, 0.55)
    for step in range(3, steps, 6):
        x, dot = line[step]
        block.disc(x, dot - 1.1, 0.28)
