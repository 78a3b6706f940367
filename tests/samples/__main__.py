"""``python -m tests.samples FOLDER`` writes the sample archive."""

import sys
from pathlib import Path

from tests.samples.build import build_archive


def main(arguments: list[str]) -> int:
    """Build the archive named on the command line."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    truth = build_archive(folder)
    print(f"已生成样例档案 {folder}：{len(truth.files)} 个文件，{len(truth.items)} 件公文。", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
