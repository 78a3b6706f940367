"""Making a catalogue from the answers of the dialog; what opens one does without all that this needs."""

from app.domain.people import PersonRole
from app.inventory.office import change_office, names_from_lines, series_from_text
from app.review import people
from app.store.catalogue import create_catalogue
from app.ui.start.new_catalogue import NewCatalogue


def make(wish: NewCatalogue) -> None:
    """Make a catalogue with its first people.

    Raises:
        AppError: the folder cannot be used, or a former name or a code cannot be read.
    """
    former, series = names_from_lines(wish.former_names), series_from_text(wish.series)
    by = wish.reviewer
    with create_catalogue(wish.folder, office=wish.office, fonds_code=wish.fonds_code, by=by) as made:
        change_office(made, former=former, series=series, by=by)
        people.add_person(made, wish.reviewer, [PersonRole.REVIEWER], by=by)
        if wish.approver:
            people.add_person(made, wish.approver, [PersonRole.APPROVER], by=by)
