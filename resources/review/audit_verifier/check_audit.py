"""Checks an exported audit log: every altered, missing or re-ordered entry is named.

Needs Python 3.6 or later and nothing else:  python check_audit.py [FOLDER] [NUMBER:HASH]
NUMBER:HASH is what a printed form shows (校验值); the log must still contain that entry.
Exit status 0: whole; 1: something was altered; 2: no log here.
"""

import hashlib
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120
GENESIS = "0" * 64


def entries_of(path):  # noqa: ANN001, ANN201
    """Every line of the log with its number; a line that is no JSON comes as None."""
    with open(path, encoding="utf-8") as stream:  # noqa: PTH123
        for number, line in enumerate(stream, 1):
            try:
                yield number, json.loads(line)
            except ValueError:
                yield number, None


def commitment_of(change):  # noqa: ANN001, ANN201
    """The hash that binds the values of a change to its salt."""
    values = [change["salt"], change["name"], change["before"], change["after"]]
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()


def entry_faults(entry, expected, previous):  # noqa: ANN001, ANN201
    """What is wrong with one entry that should have this number and follow this hash."""
    said = json.loads(entry["canonical"])
    if entry["sequence"] != expected:
        yield f"应为第 {expected} 条，实为第 {entry['sequence']} 条：有记录缺失、多出或调换"
    if hashlib.sha256(entry["canonical"].encode()).hexdigest() != entry["digest"]:
        yield "记录本身被改动"
    if said["sequence"] != entry["sequence"]:
        yield "序号被改动"
    if said["previous"] != previous:
        yield "与上一条不相接，其前面的记录被改动、删除或调换"
    if [[c["name"], c["commitment"]] for c in entry["changes"]] != said["changes"]:
        yield "所列变更与存证不一致"
    for change in entry["changes"]:
        if change["salt"] is not None and commitment_of(change) != change["commitment"]:
            yield "“{}”的前后值被改动".format(change["name"])


def check(path, head):  # noqa: ANN001, ANN201
    """What is wrong with the log, as lines for a person; the number of entries comes last."""
    faults, previous, expected, digests = [], GENESIS, 1, {}
    for number, entry in entries_of(path):
        try:
            found = list(entry_faults(entry, expected, previous))
        except (KeyError, TypeError, ValueError):
            faults.append(f"第 {number} 行：不是完整的审计记录")
            expected += 1
            continue
        faults += ["第 {} 条：{}".format(entry["sequence"], fault) for fault in found]
        previous, expected = entry["digest"], entry["sequence"] + 1
        digests[entry["sequence"]] = entry["digest"]
    sequence, _, digest = head.partition(":")
    number = int(sequence) if sequence.isdigit() else -1
    if digests.get(number) != digest and number != 0:
        faults.append(f"第 {sequence} 条：与打印或移交时记下的校验值不符")
    return faults, len(digests)


def main(arguments):  # noqa: ANN001, ANN201
    """Check the log in the folder given, or the one this script lies in."""
    heads = [each for each in arguments if ":" in each and not os.path.exists(each)]  # noqa: PTH110
    folders = [each for each in arguments if each not in heads]
    folder = folders[0] if folders else HERE
    log = os.path.join(folder, "audit.jsonl")  # noqa: PTH118
    if not os.path.exists(log):  # noqa: PTH110
        print("这里没有审计记录 audit.jsonl。")
        return 2
    if not heads:
        with open(os.path.join(folder, "head.txt"), encoding="utf-8") as stream:  # noqa: PTH118, PTH123
            heads = [stream.read().strip()]
    faults, count = check(log, heads[0])
    for fault in faults:
        print(fault)
    verdict = f"审计链有 {len(faults)} 处问题。" if faults else "审计链完好。"
    print(f"共 {count} 条。{verdict}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
