"""Years in a sentence, with the word that goes with them."""

from collections.abc import Sequence

from vitrina.words import Words


def years_list(words: Words, years: Sequence[int]) -> str:
    """«2020–2022 и 2025 годы»."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    spans = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    listed = words.say("\u00a0и ").join(filter(None, (", ".join(spans[:-1]), *spans[-1:])))
    return words.say("{list}\u00a0год" if len(years) == 1 else "{list}\u00a0годы", list=listed)
