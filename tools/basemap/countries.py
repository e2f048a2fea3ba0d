"""Countries whose first-level units are drawn: at war in the last ten years, or beside one."""

FIRST_LEVEL_COUNTRIES = frozenset(
    (
        "AF AM BF CD CF CM ER ET GE IQ IL IR JO KW LB LY "
        "ML MM NE NG PK PS RU SA SD SO SS SY TD TR UA YE"
    ).split()
)
"""ISO 3166-1 alpha-2. Unit lines elsewhere would cost bytes and show nothing that is asked for."""
