"""Whatever is done to a package, verification names something and raises nothing."""

import random
import shutil

import pytest

from app.transfer.package.build import Carrier, PackageOrder, build_package
from app.transfer.package.description import PackageDescription
from app.transfer.verify import verify


@pytest.mark.parametrize("carrier", Carrier)
@pytest.mark.parametrize("seed", range(25))
def test_random_damage_never_passes_unnoticed(carrier, seed, source_files, context, tmp_path):
    order = PackageOrder(
        (source_files(1), source_files(2)),
        PackageDescription("临湖县人民政府办公室", "2017年文书档案", "Windows 10"),
        context,
        carrier=carrier,
    )
    root = build_package(tmp_path / "包", order).path
    assert verify(root).is_valid
    spoil(root, random.Random(seed))
    assert not verify(root).is_valid


def spoil(root, chance):
    files = sorted(path for path in root.rglob("*") if path.is_file())
    victim = chance.choice(files)
    act = chance.choice(["flip", "cut", "remove", "append", "replace", "add", "rename"])
    data = bytearray(victim.read_bytes())
    if act == "flip":
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        victim.write_bytes(data)
    elif act == "cut":
        victim.write_bytes(data[: len(data) // 2])
    elif act == "remove":
        victim.unlink()
    elif act == "append":
        victim.write_bytes(data + b"\n\xff")
    elif act == "replace":
        victim.write_bytes(chance.randbytes(len(data)))
    elif act == "add":
        shutil.copyfile(victim, victim.with_name(f"新{victim.name}"))
    else:
        victim.rename(victim.with_name(f"改{victim.name}"))
