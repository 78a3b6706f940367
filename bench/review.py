"""Prints what the review promises: rounds, group decisions, and random acts that equal their replay.

``python bench/review.py [--documents 100000] [--group 5000] [--steps 100000]``; the catalogue lies in memory
(``/dev/shm``) where there is such a folder, so that steps measure the program and not the disk.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.domain.disclosure import DisclosureAttribute
from app.domain.people import PersonRole
from app.domain.review import Decision
from app.progress import Silent
from app.review import decide, groups, jobs, people, rounds, trail
from app.store.catalogue import Catalogue, create_catalogue
from app.store.tables.holdings import content, document, member
from bench import promise
from tests.review.machine import Office

STEPS_PER_OFFICE = 1000
ON_REQUEST = Decision(DisclosureAttribute.ON_REQUEST, ("R-13/27",), "不在主动公开范围")
MEMORY = Path("/dev/shm")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--group", type=int, default=5_000)
    parser.add_argument("--steps", type=int, default=100_000)
    given = parser.parse_args()
    place = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        if given.documents:
            measure_round(Path(folder), given.documents, given.group)
        if given.steps:
            walk(Path(folder), given.steps)


def measure_round(folder: Path, count: int, size: int) -> None:
    with create_catalogue(folder / "round", office="临湖县水利局", by="系统") as catalogue:
        people.add_person(catalogue, "甲", {PersonRole.REVIEWER}, by="系统")
        people.add_person(catalogue, "乙", {PersonRole.APPROVER}, by="系统")
        people.set_pin(catalogue, "乙", "2468", by="乙")
        uuids = hold(catalogue, count)
        begun = clock()
        rounds.create_round(catalogue, "2025 年", "", by="甲")
        made = rounds.make_batches(catalogue, "2025 年", Silent(), by="甲")
        promise.tell("round_seconds", clock()[0] - begun[0])
        print(f"round of {made.documents} documents in {made.batches} batches: {since(begun)}")
        group = uuids[:size]
        begun = clock()
        done = groups.decide_group(catalogue, group, ON_REQUEST, by="甲", kind=groups.GroupKind.DUPLICATES)
        promise.tell("group_seconds", clock()[0] - begun[0])
        print(f"group decision on {len(done.proposed)} documents: {since(begun)}")
        begun = clock()
        approved = decide.approve_many(catalogue, group, "乙", "2468")
        print(f"approval of {len(approved.approved)} documents with one proof: {since(begun)}")
        begun = clock()
        assert approved.job is not None
        reverted = jobs.revert(catalogue, approved.job, by="乙", reason="bench").reverted
        print(f"revert of {reverted} approvals: {since(begun)}")


def hold(catalogue: Catalogue, count: int) -> list[str]:
    """Documents without texts: what a round needs of them is in two tables."""
    chance = random.Random(1)
    with catalogue.write(by="系统", action="bench") as unit:
        rows = range(1, count + 1)
        unit.connection.execute(
            content.insert(),
            [
                {
                    "id": n, "sha256": f"{n:064x}", "size": 1, "format": "txt", "status": "ok",
                    "text_length": chance.randint(200, 6000), "extracted_at": unit.at,
                }
                for n in rows
            ],
        )  # fmt: skip
        unit.connection.execute(
            document.insert(),
            [
                {
                    "id": n, "uuid": f"d{n}", "master_content_id": n, "title": "关于河道管理的通知",
                    "issuing_body": f"机关{n % 40}", "dated_on": f"{2005 + n % 20}-03-07", "year": 2005 + n % 20,
                    "created_at": unit.at,
                }
                for n in rows
            ],
        )  # fmt: skip
        unit.connection.execute(
            member.insert(),
            [{"document_id": n, "content_id": n, "role": "master", "made_by": "bench"} for n in rows],
        )
        unit.record("bench")
        unit.commit()
    return [f"d{n}" for n in rows]


def walk(folder: Path, steps: int) -> None:
    begun = clock()
    done = refused = 0
    for seed in range(0, steps, STEPS_PER_OFFICE):
        with create_catalogue(folder / f"walk{seed}", office="临湖县水利局", by="系统") as catalogue:
            office = Office(catalogue, random.Random(seed), size=6)
            for _ in range(min(STEPS_PER_OFFICE, steps - seed)):
                office.step()
            assert trail.verify(catalogue).is_whole, seed
        done, refused = done + office.done, refused + office.refused
        print(
            f"{done + refused} random acts, {refused} refused, all equal their replay: {since(begun)}",
            flush=True,
        )
    promise.tell("random_acts", done + refused)


def clock() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def since(begun: tuple[float, float]) -> str:
    """Seconds on the clock, and of this process alone: other work on the machine slows the first."""
    now = clock()
    return f"{now[0] - begun[0]:.1f} s ({now[1] - begun[1]:.1f} s of processor time)"


if __name__ == "__main__":
    main()
