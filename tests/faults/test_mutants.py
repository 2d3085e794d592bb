"""What is wrong on purpose is found by the checker, and named; every wrapped name is there."""

import asyncio
from collections.abc import Mapping

import pytest
import pytest_asyncio

from tests.faults import points
from tests.faults.checker import Verdict
from tests.faults.conftest import Played
from tests.faults.driver import Scenario
from tests.faults.mutants import MUTANTS
from tests.faults.points import POINTS, Name

# mutant -> what the checker calls it
FOUND = {
    "acknowledge before commit": "lost",
    "no de-duplication": "repeated",
    "send before commit": "doubled",
    "mark sent before send": "unsent",
}
# How people notice: they are not answered.
FELT = {"silence", "unfinished"}
NAMES = {name: value for name, value in vars(points).items() if isinstance(value, Name)}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def verdicts(played: Played) -> Mapping[str, Verdict]:
    """What the checker says of each mutant; two live side by side."""
    room = asyncio.Semaphore(2)

    async def one(mutant: str) -> Verdict:
        lasting = mutant == "no de-duplication"  # it shows in what is started after the kill
        scenario = Scenario(6, seed=5, at_once=6, mutant=mutant, lasting=lasting, patience=10)
        async with room:
            _, verdict = await played(f"mutant: {mutant}", scenario)
        return verdict

    found = await asyncio.gather(*(one(mutant) for mutant in MUTANTS))
    return dict(zip(MUTANTS, found, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_every_wrapped_name_is_there(name: str) -> None:
    assert callable(NAMES[name].find())


def test_the_points_lie_at_names_of_the_table() -> None:
    assert {name for name, _ in POINTS.values()} <= set(NAMES.values())
    assert FOUND.keys() == MUTANTS.keys()


@pytest.mark.parametrize("mutant", MUTANTS)
@pytest.mark.asyncio(loop_scope="module")
async def test_the_checker_finds(mutant: str, verdicts: Mapping[str, Verdict]) -> None:
    assert verdicts[mutant].kinds - FELT == {FOUND[mutant]}
