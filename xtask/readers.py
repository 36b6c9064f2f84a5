"""Has others' programs read what the explorer gives away, and holds what they read against the data.

Called by `cargo xtask audit` with the folder of the files, the site's folder, and the command that starts LibreOffice. Two data
sets are taken away: the explorer's own, whose tables the site has, and one of hostile texts. Each fault is a line; the exit
code is 1 where there is any."""

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

faults = []


def hold(what, read, right):
    """Notes where what was read is not what it should be."""
    if read != right:
        faults.append(f"{what}: {str(read)[:200]!r} is read, {str(right)[:200]!r} was written")


def plain(text):
    """A text with one space wherever there is any, as references have it."""
    return " ".join(text.split())


def bare(text):
    """A text in one line and without braces, which keep the case of a title and are no part of it."""
    return plain(text.replace("{", "").replace("}", ""))


def cited(records):
    """The pages that records rest on, each once, by its address, else by its title and publisher."""
    pages = {}
    for record in records:
        for source in record["sources"]:
            key = source.get("url") or source.get("archived") or (source["title"], source["publisher"])
            pages.setdefault(key, source)
    return list(pages.values())


def ris(folder, records):
    # Line ends as they are: a text must bring none of its own.
    read = rispy.loads((folder / "references.ris").read_bytes().decode())
    hold("RIS, number of references", len(read), len(cited(records)))
    for reference, source in zip(read, cited(records)):
        hold("RIS, title", reference["title"], plain(source["title"]))
        hold("RIS, publisher", reference["publisher"], plain(source["publisher"]))
        hold("RIS, address", reference.get("urls"), [source["url"].replace(";", "%3B")] if source.get("url") else None)
        hold("RIS, year", reference.get("year"), source.get("published", "")[:4] or None)


def bibtex(folder, records):
    text = (folder / "references.bib").read_bytes().decode()
    read = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    hold("BibTeX, what could not be read", [str(block) for block in read.failed_blocks], [])
    hold("BibTeX, number of references", len(read.entries), len(cited(records)))
    for entry, source in zip(read.entries, cited(records)):
        # What TeX prints as a circumflex is read as the letter that looks like one.
        hold("BibTeX, title", bare(entry["title"].replace("ˆ", "^")), bare(source["title"]))
        year = entry.fields_dict.get("year")
        hold("BibTeX, year", year and year.value, source.get("published", "")[:4] or None)


def first(date):
    """The first day of a date that is a year, a month or a day."""
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return datetime.date(year, month, day)


def calendar(folder, records, lang):
    read = icalendar.Calendar.from_ical((folder / f"dates.{lang}.ics").read_bytes())
    dated = []
    for record in records:
        dates = [record["start"], *(one["date"] for one in record["milestones"]), record.get("end")]
        dated.extend((record["name"][lang], first(date)) for date in dates if date)
    events = read.walk("VEVENT")
    hold(f"iCalendar ({lang}), number of events", len(events), len(dated))
    hold(f"iCalendar ({lang}), ids that stand twice", len({str(event["UID"]) for event in events}), len(events))
    for event, (name, day) in zip(events, dated):
        hold(f"iCalendar ({lang}), day of “{name}”", event.decoded("DTSTART"), day)
        hold(f"iCalendar ({lang}), name", plain(event["SUMMARY"]).startswith(plain(name)), True)
        hold(f"iCalendar ({lang}), length of “{name}”", event.decoded("DTEND") > day, True)


def in_office(source):
    """The rows of a table, and what comes out of LibreOffice, which shows what it takes for a formula as the result."""
    filters = [f"--infilter=CSV:{OFFICE_CSV}", "--convert-to", f"csv:Text - txt - csv (StarCalc):{OFFICE_CSV}"]
    profile = f"-env:UserInstallation={(TAKEN / 'office').resolve().as_uri()}"
    line = [OFFICE, profile, "--headless", *filters, "--outdir", str(TAKEN / "office"), str(source)]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)

    def rows(path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            # Line ends within cells become its own.
            return [[cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row] for row in csv.reader(file)]

    # It shows what is true in capital letters.
    read = [["true" if cell == "TRUE" else cell for cell in row] for row in rows(TAKEN / "office" / source.name)]
    return rows(source), read


def table(source):
    """A table comes out of LibreOffice as it went in: nothing was taken for a formula, and no character was lost."""
    written, read = in_office(source)
    hold(f"{source} in LibreOffice, number of rows", len(read), len(written))
    for number, (row, right) in enumerate(zip(read, written), 1):
        hold(f"{source} in LibreOffice, row {number}", row, right)


def formulas(records):
    """The same texts as they are, unlike those that the explorer writes, are taken for formulas: else `table` would not see any."""
    source = TAKEN / "formulas.csv"
    with open(source, "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([record["name"]["en"]] for record in records)
    written, read = in_office(source)
    hold("formulas in LibreOffice, whether there are any", read != written, True)


own = (SITE, TAKEN / "own")
hostile = (TAKEN / "hostile", TAKEN / "hostile")
for site, taken in (own, hostile):
    records = json.loads((site / "data/dataset.json").read_text())["initiatives"]
    ris(taken, records)
    bibtex(taken, records)
    for lang in ("en", "zh-Hant", "zh-Hans"):
        calendar(taken, records, lang)
    for rows in ("initiatives", "sums", "milestones", "sources"):
        table(site / f"data/{rows}.csv")
    print(f"{len(records)} records, {len(cited(records))} references")
formulas(records)
for fault in faults[:40]:
    print(fault)
print(f"{len(faults)} faults")
sys.exit(bool(faults))
