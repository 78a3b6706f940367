"""Checks this package: every file's digest anew, missing and extra files named.

Needs Python 3.6 or later and nothing else:  python check_package.py [PACKAGE]
Exit status 0: all as listed; 1: something differs; 2: no package here.
"""

import hashlib
import os
import sys

LISTS = {"SHA256SUMS.txt": "sha256", "SM3SUMS.txt": "sm3"}
HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120


def digest_of(path, algorithm):  # noqa: ANN001, ANN201
    """The digest of a file, read in pieces."""
    digest = hashlib.new(algorithm)
    with open(path, "rb") as stream:  # noqa: PTH123
        for chunk in iter(lambda: stream.read(1 << 20), b""):
            digest.update(chunk)
    return digest.hexdigest()


def listed_in(path):  # noqa: ANN001, ANN201
    """Path and digest of every line of a checksum list."""
    with open(path, encoding="utf-8") as stream:  # noqa: PTH123
        for line in stream:
            digest, _, name = line.rstrip("\n").partition("  ")
            yield name, digest.lower()


def files_below(root):  # noqa: ANN001, ANN201
    """Every file below the root, with slashes."""
    for folder, _, names in os.walk(root):
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")  # noqa: PTH118


def check(root, folder, name, algorithm):  # noqa: ANN001, ANN201
    """What differs from one list, as lines for a person."""
    unlisted = ("SHA256SUMS.txt",) if algorithm == "sha256" else tuple(LISTS)
    own = {os.path.relpath(os.path.join(folder, each), root).replace(os.sep, "/") for each in unlisted}  # noqa: PTH118
    listed = dict(listed_in(os.path.join(folder, name)))  # noqa: PTH118
    present = set(files_below(root)) - own
    for path in sorted(set(listed) - present):
        yield "缺少  " + path
    for path in sorted(present - set(listed)):
        yield "多余  " + path
    for path in sorted(present & set(listed)):
        if digest_of(os.path.join(root, path), algorithm) != listed[path]:  # noqa: PTH118
            yield "改变  " + path


def main(arguments):  # noqa: ANN001, ANN201
    """Check the package around this script, or the one that is named."""
    folder = os.path.join(arguments[0], "其他", "校验") if arguments else HERE  # noqa: PTH118
    if not os.path.isfile(os.path.join(folder, "SHA256SUMS.txt")):  # noqa: PTH113, PTH118
        print("这里没有移交包的校验清单 SHA256SUMS.txt")
        return 2
    root = os.path.dirname(os.path.dirname(folder))  # noqa: PTH120
    differences = 0
    for name, algorithm in sorted(LISTS.items()):
        if not os.path.isfile(os.path.join(folder, name)):  # noqa: PTH113, PTH118
            continue
        if algorithm not in hashlib.algorithms_available:
            print("本机不能计算 " + algorithm.upper() + "，跳过 " + name)
            continue
        for line in check(root, folder, name, algorithm):
            differences += 1
            print(line)
    print("共 " + str(differences) + " 处不一致" if differences else "全部一致")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
