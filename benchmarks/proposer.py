"""How well and how fast the proposer reads annotated articles: `python benchmarks/proposer.py FOLDER`.

FOLDER holds `score.py` and, in `dev/`, `docs.jsonl` and `gold.jsonl`. Printed are the figures of the scorer, the same
above two confidences, words a second, the slowest document and the memory.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summittui.intake.proposer import propose
from summittui.model import QuoteProposal

CONFIDENCES = (0.0, 0.65, 0.88)
LEVELS = ("all", "direct", "mixed", "indirect")


def documents(path: Path) -> Iterator[tuple[str, str]]:
    """Yield id and text of each article."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield row["doc_id"], row["text"]


def prediction(quote: QuoteProposal, text: str) -> dict[str, Any]:
    """Return a quote in the form that the scorer reads."""
    start, end = quote.spans[0].start, quote.spans[-1].end
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        "spans": [(span.start, span.end) for span in quote.spans],
        "speaker": quote.speaker,
        "mention": quote.mention.exact if quote.mention else None,
        "kind": quote.kind.value,
    }


def score(folder: Path, found: dict[str, list[QuoteProposal]], texts: dict[str, str], least: float) -> dict[str, Any]:
    """Return the figures of the quotes that are at least as sure as `least`."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for document, quotes in found.items():
            kept = [prediction(quote, texts[document]) for quote in quotes if quote.confidence >= least]
            file.write(json.dumps({"doc_id": document, "quotes": kept}) + "\n")
        file.flush()
        paths = (folder / "dev" / "docs.jsonl", folder / "dev" / "gold.jsonl", file.name)
        command = [sys.executable, folder / "score.py", *paths, "--core", "--json"]
        figures: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return figures


def row(name: str, figures: dict[str, float]) -> str:
    """Return precision, recall and F1 as a row of a table."""
    return f"| {name} | " + " | ".join(f"{100 * figures[key]:.1f}" for key in ("p", "r", "f1")) + " |"


def main() -> None:
    """Print the figures as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    texts = dict(documents(folder / "dev" / "docs.jsonl"))
    found, seconds = {}, []
    for document, text in texts.items():
        begun = time.process_time()
        found[document] = list(propose(text).quotes)
        seconds.append(time.process_time() - begun)
    print("| | precision | recall | F1 |\n| --- | --- | --- | --- |")
    for least in CONFIDENCES:
        figures = score(folder, found, texts, least)
        if least:
            print(row(f"confidence from {least}", figures["joint"]["all"]))
            continue
        for level in LEVELS:
            print(row(f"words and speaker right, {level}", figures["joint"][level]))
        print(row("passages in marks", figures["marks"]))
        share, pronouns = figures["speaker"]["pronoun→name"]
        print(f"| pronouns ({pronouns}) | | {100 * share:.1f} | |")
    count = sum(len(text.split()) for text in texts.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{count / sum(seconds):,.0f} words a second, slowest document {max(seconds):.3f} s, peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
