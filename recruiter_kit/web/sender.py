"""Who signs the letters, written into instance/standard.yaml beside whatever it says already."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from wtforms import StringField
from wtforms.validators import DataRequired

from recruiter_kit.files.yaml_round_trip import change_yaml
from recruiter_kit.installation import here
from recruiter_kit.intake import read_standard
from recruiter_kit.store import audit
from recruiter_kit.store.events import Event
from recruiter_kit.web.context import store
from recruiter_kit.web.forms import ADDRESS, NAME, Form


class SenderForm(Form):
    """Who signs the letters, and gets the answers."""

    sender_name = StringField("Who signs the letters", [DataRequired(), NAME])
    sender_title = StringField("Title", [NAME])
    sender_email = StringField("E-mail address for answers", [DataRequired(), ADDRESS])


def keep_sender(name: str, title: str | None, email: str, by: str) -> None:
    """Write who signs; raises InputError, and changes nothing, when the standard could not be read then."""
    sender = {"name": name, "title": title or None, "email": email}
    change_yaml(here().standard, {"sender": sender}, partial(_accept, by))


def _accept(by: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / here().standard.name
        file.write_bytes(content)
        read_standard(file)
    audit.record(store(), by, Event.STANDARD_CHANGED, settings="sender")
