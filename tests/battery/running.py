"""Judges many mutations, in one process or in several, and says what came of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain, islice

from battery.every import every_mutation
from battery.judging import VERDICTS, Judge, Judged
from battery.mutations import Mutation


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which of the mutations are made."""

    words: tuple[str, ...] = ()
    """What their kind and place hold."""
    each: int = 1
    """Of so many one."""
    first: int = 0

    def mutations(self) -> Iterator[Mutation]:
        fitting = (one for one in every_mutation() if all(word in f"{one.kind} {one.place}" for word in self.words))
        return islice(fitting, self.first, None, self.each)

    def parts(self, count: int) -> tuple["Chosen", ...]:
        return tuple(
            replace(self, first=self.first + number * self.each, each=self.each * count) for number in range(count)
        )


def judged(chosen: Chosen) -> list[Judged]:
    """What comes of the mutations, without the files that they made."""
    with Judge() as judge:
        found = map(judge.judged, chosen.mutations())
        return [replace(one, mutation=replace(one.mutation, changed={})) for one in found]


def judged_by(processes: int, chosen: Chosen) -> list[Judged]:
    """The same on several cores."""
    if processes == 1:
        return judged(chosen)
    with ProcessPoolExecutor(processes) as pool:
        return list(chain.from_iterable(pool.map(judged, chosen.parts(processes))))


def line(found: Iterable[Judged], seconds: float) -> str:
    counts = Counter(one.verdict for one in found)
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS)
    return f"{counts.total()} mutations: {told}; {seconds:.0f} seconds"


def examples(found: Iterable[Judged], most: int) -> Iterator[str]:
    """What is not as it should be: of each kind how often, and some of it."""
    kinds: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in found:
        if one.verdict in {"vague", "silent", "crashed"}:
            kinds[one.verdict, one.mutation.kind].append(one)
    for (verdict, kind), ones in sorted(kinds.items(), key=lambda item: (item[0][0], -len(item[1]))):
        yield f"{verdict} · {kind} · {len(ones)}"
        for one in ones[:most]:
            mutation = one.mutation
            change = f" {mutation.was[:70]!r} → {mutation.now[:70]!r}" if mutation.was or mutation.now else ""
            yield f"    {mutation.place}:{change}"
            yield from (f"        {said[:240]}" for said in one.said[:3])
