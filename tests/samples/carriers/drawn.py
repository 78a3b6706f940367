"""PDF files and scans: pages drawn by Qt in another process, pictures spoiled as a scanner does."""

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL import Image, ImageChops

from tests.samples.carriers.pages import Page
from tests.samples.carriers.qt_pages import NO_FONT

ROOT = Path(__file__).resolve().parents[3]
_FIXED = time.struct_time((2020, 1, 1, 0, 0, 0, 2, 1, 0))
DOTS_PER_INCH = 200


@dataclass(frozen=True, slots=True)
class Job:
    """Pages and the file they become: by its suffix a PDF with text or a scan (png, tif, jpg, ``.scan.pdf``)."""

    path: Path
    pages: tuple[Page, ...]


def draw(jobs: list[Job]) -> str:
    """Write all files; the reason, in Chinese, if they could not be written."""
    with tempfile.TemporaryDirectory() as folder:
        pictures = {
            job.path: Path(folder) / f"{place}.png" for place, job in enumerate(jobs) if _is_scan(job.path)
        }
        targets = [
            {
                "path": str(pictures.get(job.path, job.path)),
                "pages": [[asdict(run) for run in page] for page in job.pages],
            }
            for job in jobs
        ]
        orders = Path(folder) / "jobs.json"
        orders.write_text(json.dumps(targets), encoding="utf-8")
        command = [sys.executable, "-m", "tests.samples.carriers.qt_pages", str(orders)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode == NO_FONT:
            return "本机没有中文字体"
        if done.returncode:
            return f"本机无法使用 Qt 绘制页面（{done.stderr.strip()[-200:]}）"
        for job in jobs:
            if job.path in pictures:
                _scan(pictures[job.path], job)
    return ""


def _is_scan(path: Path) -> bool:
    return path.suffix != ".pdf" or path.stem.endswith("扫描件")


def _scan(first: Path, job: Job) -> None:
    paths = [first, *(first.with_name(f"{first.stem}-{n}.png") for n in range(1, len(job.pages)))]
    pages = [_spoiled(Image.open(path).convert("RGB"), seed) for seed, path in enumerate(paths)]
    match job.path.suffix:
        case ".pdf":
            pages[0].save(
                job.path,
                save_all=True,
                append_images=pages[1:],
                resolution=DOTS_PER_INCH,
                creationDate=_FIXED,
                modDate=_FIXED,
            )
        case ".tif":
            grey = [page.convert("L") for page in pages]
            grey[0].save(
                job.path,
                save_all=True,
                append_images=grey[1:],
                compression="tiff_lzw",
                dpi=(DOTS_PER_INCH, DOTS_PER_INCH),
            )
        case _:
            pages[0].save(job.path, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))


def _spoiled(page: Image.Image, seed: int) -> Image.Image:
    """Tilted a little, grey paper, a shadow at one edge: the same for every run."""
    tilted = page.rotate(0.5 - 0.3 * (seed % 3), resample=Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    shade = Image.linear_gradient("L").rotate(90).resize(page.size).point(lambda value: 235 + value // 13)
    return ImageChops.multiply(tilted, Image.merge("RGB", (shade, shade, shade)))
