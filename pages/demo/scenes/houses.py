"""What more than one city has: gables, bays and windows."""


def gabled_house(block, left, ground, width, height, lit=()):
    """A narrow front with a pitched roof; ``lit`` names the windows with light, by row and side."""
    eaves, peak = ground - height, ground - height - width * 0.55
    front = [
        (left, ground),
        (left, eaves),
        (left + width / 2, peak),
        (left + width, eaves),
        (left + width, ground),
    ]
    block.fill(front)
    block.hatch([front[1], front[2], front[3]], 0.9, 78, 0.28)
    rows = max(2, int(height // 9))
    for row in range(rows):
        for side in (0, 1):
            pane = _pane(left, eaves, width, row, side)
            block.glow(pane) if (row, side) in lit else block.cut(pane)
            _bars(block, pane)
    _door(block, left, ground, width)


def _pane(left, eaves, width, row, side):
    x = left + width * (0.17 + 0.42 * side)
    y = eaves + 2.2 + row * 8.6
    return [(x, y), (x + width * 0.24, y), (x + width * 0.24, y + 4.6), (x, y + 4.6)]


def _bars(block, pane):
    (x1, y1), (x2, _), (_, y2), _corner = pane
    block.stroke([((x1 + x2) / 2, y1), ((x1 + x2) / 2, y2)], 0.28)
    block.stroke([(x1, (y1 + y2) / 2), (x2, (y1 + y2) / 2)], 0.28)


def _door(block, left, ground, width):
    x = left + width * 0.58
    block.cut(
        [(x, ground), (x, ground - 6), (x + width * 0.26, ground - 6), (x + width * 0.26, ground)]
    )
    block.stroke([(x + width * 0.06, ground - 3), (x + width * 0.06, ground - 2.8)], 0.4)
