"""How close two spellings are."""


def jaro_winkler(left: str, right: str) -> float:
    """Return the Jaro-Winkler similarity of two strings, 0-1; 1 when they are equal.

    Winkler's prefix weight 0.1 over at most four letters (Winkler 1990).
    """
    if left == right:
        return 1.0
    jaro = _jaro(left, right)
    prefix = 0
    for mine, other in zip(left[:4], right[:4], strict=False):
        if mine != other:
            break
        prefix += 1
    return jaro + 0.1 * prefix * (1.0 - jaro)


def _jaro(left: str, right: str) -> float:
    if not left or not right:
        return 0.0
    reach = max(0, max(len(left), len(right)) // 2 - 1)
    free = list(right)
    met: list[str] = []
    for index, letter in enumerate(left):
        low = index - reach if index > reach else 0
        for at in range(low, min(len(free), index + reach + 1)):
            if free[at] == letter:
                free[at] = ""
                met.append(letter)
                break
    if not met:
        return 0.0
    others = [right[at] for at, letter in enumerate(free) if not letter]
    swapped = sum(mine != other for mine, other in zip(met, others, strict=True)) / 2
    count = len(met)
    return (count / len(left) + count / len(right) + (count - swapped) / count) / 3


def edit_distance(left: str, right: str) -> int:
    """Return the number of letters to insert, delete or replace (Levenshtein)."""
    row = list(range(len(right) + 1))
    for index, mine in enumerate(left, 1):
        previous, row[0] = row[0], index
        for at, other in enumerate(right, 1):
            previous, row[at] = (
                row[at],
                min(row[at] + 1, row[at - 1] + 1, previous + (mine != other)),
            )
    return row[-1]
