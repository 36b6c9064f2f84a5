"""Has others' programs read what the explorer gives away, and holds what they read against the data.

Called by `cargo xtask audit` with the folder of the files, the site's folder, and the command that starts LibreOffice. Each
fault is a line; the exit code is 1 where there is any."""

import csv
import datetime
import json
import pathlib
import subprocess
import sys

import bibtexparser
import icalendar
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware

TAKEN, SITE = (pathlib.Path(folder) for folder in sys.argv[1:3])
OFFICE = sys.argv[3]
# Fields parted by a comma (44), in quotes (34), in UTF-8 (76), each cell as it is shown.
OFFICE_CSV = "44,34,76,1,,0,false,true"

records = json.loads((SITE / "data/dataset.json").read_text())["initiatives"]
faults = []


def hold(what, read, right):
    """Notes where what was read is not what it should be."""
    if read != right:
        faults.append(f"{what}: {str(read)[:200]!r} is read, {str(right)[:200]!r} was written")


def plain(text):
    """A text with one space wherever there is any, as references have it."""
    return " ".join(text.split())


def cited():
    """The pages that records rest on, each once, by its address, else by its title and publisher."""
    pages = {}
    for record in records:
        for source in record["sources"]:
            key = source.get("url") or source.get("archived") or (source["title"], source["publisher"])
            pages.setdefault(key, source)
    return list(pages.values())


def ris():
    read = rispy.loads((TAKEN / "references.ris").read_text())
    hold("RIS, number of references", len(read), len(cited()))
    for reference, source in zip(read, cited()):
        hold("RIS, title", reference["title"], plain(source["title"]))
        hold("RIS, publisher", reference["publisher"], plain(source["publisher"]))
        hold("RIS, address", reference.get("urls"), [source["url"]] if source.get("url") else None)
        hold("RIS, year", reference.get("year"), source.get("published", "")[:4] or None)


def bibtex():
    text = (TAKEN / "references.bib").read_text()
    read = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    hold("BibTeX, what could not be read", [str(block) for block in read.failed_blocks], [])
    hold("BibTeX, number of references", len(read.entries), len(cited()))
    for entry, source in zip(read.entries, cited()):
        # Braces keep the case of a title, and are no part of it.
        title = entry["title"].replace("{", "").replace("}", "")
        hold("BibTeX, title", plain(title), plain(source["title"]))
        year = entry.fields_dict.get("year")
        hold("BibTeX, year", year and year.value, source.get("published", "")[:4] or None)


def first(date):
    """The first day of a date that is a year, a month or a day."""
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return datetime.date(year, month, day)


def calendar(lang):
    read = icalendar.Calendar.from_ical((TAKEN / f"dates.{lang}.ics").read_bytes())
    dated = []
    for record in records:
        dates = [record["start"], *(one["date"] for one in record["milestones"]), record.get("end")]
        dated.extend((record["name"][lang], first(date)) for date in dates if date)
    events = read.walk("VEVENT")
    hold(f"iCalendar ({lang}), number of events", len(events), len(dated))
    hold(f"iCalendar ({lang}), ids that stand twice", len({str(event["UID"]) for event in events}), len(events))
    for event, (name, day) in zip(events, dated):
        hold(f"iCalendar ({lang}), day of “{name}”", event.decoded("DTSTART"), day)
        hold(f"iCalendar ({lang}), name", str(event["SUMMARY"]).startswith(name), True)
        hold(f"iCalendar ({lang}), length of “{name}”", event.decoded("DTEND") > day, True)


def table(rows):
    """A table comes out of LibreOffice as it went in: nothing was taken for a formula, and no character was lost."""
    source = SITE / f"data/{rows}.csv"
    filters = [f"--infilter=CSV:{OFFICE_CSV}", "--convert-to", f"csv:Text - txt - csv (StarCalc):{OFFICE_CSV}"]
    profile = f"-env:UserInstallation={(TAKEN / 'office').resolve().as_uri()}"
    line = [OFFICE, profile, "--headless", *filters, "--outdir", str(TAKEN / "office"), str(source)]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    with open(source, encoding="utf-8-sig", newline="") as file:
        written = list(csv.reader(file))
    with open(TAKEN / "office" / source.name, encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file))
    hold(f"{rows}.csv in LibreOffice, number of rows", len(read), len(written))
    for number, (row, right) in enumerate(zip(read, written), 1):
        # It shows what is true in capital letters.
        row = ["true" if cell == "TRUE" else cell for cell in row]
        hold(f"{rows}.csv in LibreOffice, row {number}", row, right)


ris()
bibtex()
for lang in ("en", "zh-Hant", "zh-Hans"):
    calendar(lang)
for rows in ("initiatives", "sums", "milestones", "sources"):
    table(rows)
for fault in faults[:40]:
    print(fault)
print(f"{len(records)} records, {len(cited())} references: {len(faults)} faults")
sys.exit(bool(faults))
