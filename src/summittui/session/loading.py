"""The loading of a file: what it holds is set against the library, and goes into the store in one edit."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from summittui.exchange.loading import LoadedRecords, LoadFormat, Tick, read_file
from summittui.exchange.loading.quote_files import as_csv_has
from summittui.library import Library
from summittui.library.answers.notices import arrival_notices
from summittui.model import TABLE_OF, InputError, Quote, Record, Source, SourceId
from summittui.model.references import references
from summittui.model.rules import problems_of
from summittui.model.text import clip, safe
from summittui.session.annotations import anchored
from summittui.session.recoding import Recoding

LARGEST = 1_000_000_000
"""Bytes of the largest file that is loaded."""
NOTHING_LOADED = "The loading was cancelled; nothing was loaded."
NAMED = 3
"""Ids that a sentence names."""


class LoadStage(StrEnum):
    """A stage of the records of a file on their way in."""

    READ = "read"
    ANCHORED = "sought in the texts"
    RECODED = "made records"
    CHECKED = "checked"
    ENTERED = "made ready to be saved"
    SAVED = "being saved; this cannot be stopped any more"


OnRecord = Callable[[LoadStage, int], None]
"""Is told how many records or rows are through a stage; what it raises ends the loading, but for the last stage."""


class LoadPlan(Struct, frozen=True, kw_only=True):
    """Everything that the loading of one file would write."""

    format: LoadFormat
    records: dict[str, Record]
    """Records that are new, or take the place of others."""
    texts: dict[SourceId, str]
    same: int = 0
    """Records and texts that the library has already."""
    different: tuple[str, ...] = ()
    """Ids of records that the library has otherwise, and of sources with another text; these stay as they are."""
    left_out: tuple[str, ...] = ()
    """Parts of the file that are not loaded, in words."""
    remarks: tuple[str, ...] = ()
    """Corrections that brought the rest in, in words."""
    notices: tuple[str, ...] = ()
    """Sentences about what nothing forbids and should be known, such as a name that several records share."""


def plan_load(library: Library, path: Path, on_record: OnRecord, *, replacing: bool = False) -> LoadPlan:
    """Return what the loading of a file writes; nothing is written here.

    Args:
        library: The library that it comes into.
        path: The file.
        on_record: Told how far it is.
        replacing: Whether records of the file take the place of those with the same ids.

    Raises:
        InputError: The file cannot be read or is not sound, or names records that are nowhere.
    """
    try:
        format_, content = read_file(_content(path), partial(on_record, LoadStage.READ))
        recoding = Recoding(library, partial(on_record, LoadStage.RECODED))
        left_out: tuple[str, ...] = ()
        remarks: tuple[str, ...] = ()
        if not isinstance(content, LoadedRecords):
            left_out, remarks = getattr(content, "left_out", ()), getattr(content, "remarks", ())
            content = recoding.loaded(content)
        elif content.marked:
            places = anchored(library, content.marked, partial(on_record, LoadStage.ANCHORED))
            left_out, remarks = places.left_out, places.remarks
            content = replace(content, records=(*content.records, *recoding.coded(places.found)))
        remarks = (*remarks, *recoding.remarks)
        is_csv = format_ is LoadFormat.QUOTES_CSV
        plan = _against(library, content, replacing=replacing and not is_csv, is_csv=is_csv)
        _require_known(library, plan)
        _require_sound(library, plan, partial(on_record, LoadStage.CHECKED))
    except InputError as error:
        raise InputError(f"nothing was loaded from {safe(str(path))}: {error}") from None
    notices = arrival_notices(library, plan.records.values())
    return replace(plan, format=format_, left_out=left_out, remarks=remarks, notices=notices)


def steps_of(plan: LoadPlan, on_record: OnRecord) -> Callable[[int, int], None]:
    """Return what is told of the steps of the edit that loads a file, and tells them as stages of its records."""

    def on_step(done: int, steps: int) -> None:
        if done == steps - 1:
            on_record(LoadStage.SAVED, len(plan.records))
        elif done % 2:  # a record is two steps: it is checked, and put into the edit
            on_record(LoadStage.ENTERED, (done + 1) // 2)

    return on_step


def _content(path: Path) -> bytes:
    try:
        is_small = path.stat().st_size <= LARGEST
        with path.open("rb") as file:
            content = file.read(LARGEST + 1) if is_small else b""  # a device or a pipe states no size
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(f"it cannot be read ({why}); check its name and rights") from None
    if not is_small or len(content) > LARGEST:
        raise InputError(f"it is larger than {LARGEST:,} bytes; load it in parts")
    return content


def _against(library: Library, content: LoadedRecords, *, replacing: bool, is_csv: bool) -> LoadPlan:
    records: dict[str, Record] = {}
    same, different = 0, []
    for record in content.records:
        there = library.find(record.id)
        if there == record or (is_csv and isinstance(there, Quote) and as_csv_has(library, there) == record):
            same += 1
        elif there is not None and (not replacing or type(there) is not type(record)):
            different.append(record.id)
        elif record.id in records:
            raise InputError(f"the id {record.id!r} stands twice; give each record its own")
        else:
            records[record.id] = record
    texts = {}
    for source, text in content.texts.items():
        attached = library.text(source)
        if attached is None:
            texts[source] = text
        elif attached == text:
            same += 1
        else:
            different.append(source)
    unique = tuple(dict.fromkeys(different))
    return LoadPlan(format=LoadFormat.LIBRARY, records=records, texts=texts, same=same, different=unique)


def _require_known(library: Library, plan: LoadPlan) -> None:
    """Refuse records and texts that name records which stand neither in the file nor in the library."""
    named = [one.id for record in plan.records.values() for one in references(record)]
    unknown = (id_ for id_ in dict.fromkeys((*named, *plan.texts)) if id_ not in plan.records)
    missing = [id_ for id_ in unknown if library.find(id_) is None]
    missing += [id_ for id_ in plan.texts if not isinstance(plan.records.get(id_) or library.find(id_), Source | None)]
    if missing:
        more = f" and {len(missing) - NAMED:,} more" if missing[NAMED:] else ""
        ids = ", ".join(clip(safe(id_), 60) for id_ in missing[:NAMED])
        raise InputError(
            f"it names {ids}{more}, which this library does not have; add them, or load the library as JSON"
        )


def _require_sound(library: Library, plan: LoadPlan, tick: Tick) -> None:
    """Refuse records that break a rule, as the store would, so that a trial tells it too."""

    def find(id_: str) -> Record | None:
        return plan.records.get(id_) or library.find(id_)

    lengths: dict[str, int | None] = {}
    for number, record in enumerate(plan.records.values(), 1):
        tick(number)
        named = {one.id: find(one.id) for one in references(record)}
        home = {id_: TABLE_OF[type(one)] for id_, one in named.items() if one is not None}
        for source in (*named.values(), record):
            if isinstance(source, Source) and source.id not in lengths:
                text = plan.texts.get(SourceId(source.id)) or library.text(source.id)
                lengths[source.id] = source.length if text is None else len(text)
        for problem in problems_of(record, home, lengths, find):
            raise InputError(str(problem))
