"""Fitted numbers of the geoparser: small, readable, with their provenance."""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from mapapp.errors import DataError


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights:
    """What `tools/fit_weights.py` fitted.

    Attributes:
        local: Log-odds of each recognition feature of a mention's own sentence.
        document: Log-odds of each recognition feature once the whole document is known.
        threshold: Least probability (0-1) of a mention that is kept.
        resolution: Weight of each resolution clue.
        opinion: What each kind that a second opinion names adds to the log-odds of a mention.
        calibration: Pairs of raw confidence and probability, both 0-1, rising.
        sure: Least confidence (0-1) of an answer that is not marked as a doubt.
        provenance: What it was fitted on, when and how, in words.
    """

    local: Mapping[str, float]
    document: Mapping[str, float]
    threshold: float
    resolution: Mapping[str, float]
    opinion: Mapping[str, float]
    calibration: Sequence[tuple[float, float]]
    sure: float
    provenance: str

    def calibrated(self, raw: float) -> float:
        """Return the probability (0-1) that a raw confidence (0-1) stands for.

        Between two fitted points the line is straight; without points the raw value stands.
        """
        if not self.calibration:
            return raw
        at = bisect_right(self.calibration, (raw, 2.0))
        if at == 0:
            return self.calibration[0][1]
        if at == len(self.calibration):
            return self.calibration[-1][1]
        (low, low_value), (high, high_value) = self.calibration[at - 1], self.calibration[at]
        share = (raw - low) / (high - low) if high > low else 0.0
        return low_value + share * (high_value - low_value)


@cache
def load_weights() -> Weights:
    """Load the weights that the package ships; the same object each time.

    Raises:
        DataError: The file is damaged.
    """
    text = (resources.files(__package__) / "weights.json").read_text(encoding="utf-8")
    return weights_of(text)


def weights_of(text: str) -> Weights:
    """Read weights from JSON.

    Raises:
        DataError: The text is no JSON or a part is missing.
    """
    try:
        record = json.loads(text)
        return Weights(
            local=record["local"],
            document=record["document"],
            threshold=float(record["threshold"]),
            resolution=record["resolution"],
            opinion=record["opinion"],
            calibration=tuple((float(raw), float(value)) for raw, value in record["calibration"]),
            sure=float(record["sure"]),
            provenance=record["provenance"],
        )
    except (ValueError, KeyError, TypeError) as error:
        message = (
            f"The weights of the geoparser cannot be read ({error}). "
            "Make them again with tools/fit_weights.py or install mapapp again."
        )
        raise DataError(message) from error
