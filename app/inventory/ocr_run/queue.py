"""What to do next: the first page of a file, then its other pages, then the file as a whole."""

from collections import deque
from collections.abc import Iterator

from app.inventory.ocr_run.tasks import PageTask, WholeTask
from app.store import ocr_pages
from app.store.catalogue import Catalogue
from app.store.ocr_pages import Scan

Task = PageTask | WholeTask


class ScanQueue(Iterator[Task]):
    """Tasks for the workers. It may run dry for a moment: a page that was read brings new work."""

    def __init__(self, catalogue: Catalogue, content_ids: list[int]) -> None:
        self._catalogue = catalogue
        self._ids = iter(content_ids)
        self._ready: deque[Task] = deque()
        self._left: dict[int, set[int]] = {}

    def __next__(self) -> Task:
        while not self._ready:
            self._begin(next(self._ids))
        return self._ready.popleft()

    def is_open(self, scan: Scan) -> bool:
        """Whether the file still counts; not when it was refused or has vanished meanwhile."""
        return scan.content_id in self._left

    def give_up(self, scan: Scan) -> None:
        """Nothing more of this file."""
        self._left.pop(scan.content_id, None)
        self._ready = deque(task for task in self._ready if task.scan.content_id != scan.content_id)

    def is_last(self, scan: Scan, page: int) -> bool:
        """The page was read; was it the last one?"""
        left = self._left[scan.content_id]
        left.discard(page)
        if page == scan.pages[0]:
            self._ready.extend(PageTask(scan, other) for other in sorted(left))
        return not left

    def put_together(self, scan: Scan) -> None:
        """All pages are kept."""
        del self._left[scan.content_id]
        self._ready.append(self._whole(scan))

    def _begin(self, content_id: int) -> None:
        """The first page of a file, or all that is missing of one that was begun in an earlier run."""
        with self._catalogue.read() as connection:
            scan = ocr_pages.scan_of(connection, content_id)
            read = {page.page for page in ocr_pages.pages_of(connection, content_id)}
        if scan is None:
            return
        missing = [page for page in scan.pages if page not in read]
        self._left[content_id] = set(missing)
        if not missing:
            self.put_together(scan)
        elif missing[0] == scan.pages[0]:
            self._ready.append(PageTask(scan, missing[0]))
        else:
            self._ready.extend(PageTask(scan, page) for page in missing)

    def _whole(self, scan: Scan) -> WholeTask:
        with self._catalogue.read() as connection:
            packed = ocr_pages.packed_content(connection, scan.content_id)
            pages = ocr_pages.pages_of(connection, scan.content_id)
        wanted = set(scan.pages)
        return WholeTask(
            scan, packed.size, packed.body, packed.structure, tuple(p for p in pages if p.page in wanted)
        )
