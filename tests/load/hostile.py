"""Hostile files that are too awkward to keep: one function makes each, in a folder that it is given.

Run as a program it examines them all and prints, for each, how long that took and how much memory it left behind:
``python -m tests.load.hostile FOLDER``.
"""

import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from decide.model.problem import Unreadable
from decide.road.examined import examine

CRITERIA = """\
criteria:
  Price: {unit: EUR per user and month, range: {worst: 100, best: 0}, weight: 60}
  Support: {levels: [none, office hours, around the clock], weight: 40}
"""
PERFORMANCE = """\
performance:
  Acme: {Price: 45, Support: office hours}
  Bolt: {Price: 30, Support: none}
"""


def decision(*, title: str = "Which help desk?", candidates: str = "[Acme, Bolt]", rest: str = PERFORMANCE) -> str:
    """Return a small decision without a fault, one part of it exchanged."""
    return f"decide: 1\ntitle: {title}\ncandidates: {candidates}\n{CRITERIA}{rest}"


def _file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / f"{name}.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def y02_alias_quadratic(folder: Path) -> Path:
    """Copies 20 kB of text 5000 times by name."""
    text = "lol " * 5000
    aliases = "".join("  - *long\n" for _ in range(5000))
    return _file(folder, "y02_alias_quadratic", f"{decision()}x-long: &long {text}\nx-copies:\n{aliases}")


def y03_deep_flow(folder: Path) -> Path:
    """Opens 5000 brackets."""
    return _file(folder, "y03_deep_flow", f"{decision()}x-deep: {'[' * 5000}{']' * 5000}\n")


def y27_digit_bomb(folder: Path) -> Path:
    """Writes a price of 100 000 digits."""
    rest = f"performance:\n  Acme: {{Price: {'7' * 100_000}}}\n  Bolt: {{Price: 0.{'3' * 100_000}}}\n"
    return _file(folder, "y27_digit_bomb", decision(rest=rest))


def y27_zero_bomb(folder: Path) -> Path:
    """Writes numbers that are small but 10 000 characters long, one of which is no number in the end."""
    zeros = "0" * 10_000
    prices = (f"1.{zeros}", f"1e{zeros}1", f"1{zeros}", f"0.{zeros}1", f"{'1' * 10_000}x", f"-{zeros}1")
    names = [f"vendor-{letter}" for letter in "abcdef"]
    rows = "".join(f"  {name}: {{Price: {price}}}\n" for name, price in zip(names, prices, strict=True))
    text = decision(candidates=f"[{', '.join(names)}]", rest=f"performance:\n{rows}")
    return _file(folder, "y27_zero_bomb", text)


def y36_bom_utf8(folder: Path) -> Path:
    """Begins with a byte order mark, as some editors write it."""
    return _file(folder, "y36_bom_utf8", b"\xef\xbb\xbf" + decision().encode())


def y37_utf16(folder: Path) -> Path:
    """Is written in UTF-16."""
    return _file(folder, "y37_utf16", decision().encode("utf-16"))


def y38_latin1(folder: Path) -> Path:
    """Is written in Latin-1."""
    return _file(folder, "y38_latin1", decision(title="Welches Büro für Köln?").encode("latin-1"))


def y39_crlf(folder: Path) -> Path:
    """Ends its lines as Windows does."""
    return _file(folder, "y39_crlf", decision().replace("\n", "\r\n"))


def y40_cr_only(folder: Path) -> Path:
    """Ends its lines as old Macs did."""
    return _file(folder, "y40_cr_only", decision().replace("\n", "\r"))


def y42_nul_and_control(folder: Path) -> Path:
    """Holds a NUL, a bell and the beginning of a colour for terminals."""
    return _file(folder, "y42_nul_and_control", decision(title="Which \x00 help \x07 desk \x1b[31m ?"))


def y46_long_name(folder: Path) -> Path:
    """Names a candidate with 200 000 letters."""
    return _file(folder, "y46_long_name", decision(candidates=f"[Acme, {'Bo' * 100_000}lt]", rest=""))


def y46_long_key(folder: Path) -> Path:
    """Writes a name of 200 000 letters where a key is due."""
    return _file(folder, "y46_long_key", decision(rest=f"performance:\n  {'Bo' * 100_000}lt: {{Price: 30}}\n"))


def y48_many_alternatives(folder: Path) -> Path:
    """Has 20 000 candidates."""
    names = [f"vendor-{number}" for number in range(20_000)]
    rows = "".join(f"  {name}: {{Price: 30, Support: none}}\n" for name in names)
    text = decision(candidates=f"[{', '.join(names)}]", rest=f"performance:\n{rows}")
    return _file(folder, "y48_many_alternatives", text)


def y48_many_misspelt(folder: Path) -> Path:
    """Has 2000 candidates, and 20 000 rows for candidates that nearly have their names."""
    names = "".join(f"  - supplier-number-{number}\n" for number in range(2000))
    rows = "".join(f"  suplier-number-{number}: {{Price: 30}}\n" for number in range(20_000))
    return _file(folder, "y48_many_misspelt", decision(candidates=f"\n{names}", rest=f"performance:\n{rows}"))


def y49_many_criteria(folder: Path) -> Path:
    """Has 3000 criteria."""
    leaves = "".join(f"  c-{number}: {{range: {{worst: 0, best: 1}}}}\n" for number in range(3000))
    return _file(
        folder, "y49_many_criteria", f"decide: 1\ntitle: Which?\ncandidates: [Acme, Bolt]\ncriteria:\n{leaves}"
    )


def y54_huge_line_col(folder: Path) -> Path:
    """Holds a comment of 3 MB."""
    return _file(folder, "y54_huge_line_col", f"# {'-' * 3_000_000}\n{decision()}")


def y54_too_large(folder: Path) -> Path:
    """Holds a comment of 6 MB."""
    return _file(folder, "y54_too_large", f"# {'-' * 6_000_000}\n{decision()}")


def y54_many_values(folder: Path) -> Path:
    """Holds more than a million empty lists."""
    return _file(folder, "y54_many_values", f"{decision()}x-lists: [{'[],' * 1_500_000}]\n")


def y54_many_warnings(folder: Path) -> Path:
    """Hides a fault behind 300 warnings."""
    names = "".join(f"  room-{number}: Room #{number}\n" for number in range(300))
    return _file(folder, "y54_many_warnings", decision(candidates=f"\n{names}", rest="limti: 90\n"))


def y54_many_faults(folder: Path) -> Path:
    """Hides mixed weights, without which nothing can be ranked, behind 300 faults that touch no number."""
    wrong = ", ".join(f"proof-{number}" for number in range(300))
    rest = f"performance:\n  Acme: {{Price: {{is: 45, evidence: [{wrong}]}}}}\n"
    text = decision(rest=rest).replace("weight: 40", "weight: 40%")
    return _file(folder, "y54_many_faults", text)


def links_outside(folder: Path) -> Path:
    """Is a link to a file of the system."""
    path = folder / "links_outside.yaml"
    path.symlink_to("/etc/passwd")
    return path


def links_dangling(folder: Path) -> Path:
    """Is a link to nothing."""
    path = folder / "links_dangling.yaml"
    path.symlink_to("links_nowhere.yaml")
    return path


def links_loop(folder: Path) -> Path:
    """Is a link to itself."""
    path = folder / "links_loop.yaml"
    path.symlink_to("links_loop.yaml")
    return path


def links_loop_above(folder: Path) -> Path:
    """Lies in a folder that is a link to itself."""
    (folder / "links_loop_above").symlink_to("links_loop_above")
    return folder / "links_loop_above" / "decision.yaml"


def links_piece_outside(folder: Path) -> Path:
    """Is a folder with a piece that is a link to a file outside."""
    whole = _folder(folder, "links_piece_outside")
    (folder / "secret.yaml").write_text("reg-01: {claim: nobody else should read this}\n")
    (whole / "evidence.yaml").symlink_to(folder / "secret.yaml")
    return whole


def links_section_outside(folder: Path) -> Path:
    """Is a folder with a section that is a link to a folder outside."""
    whole = _folder(folder, "links_section_outside")
    (folder / "secrets").mkdir()
    (folder / "secrets" / "reg-01.yaml").write_text("claim: nobody else should read this\n")
    (whole / "evidence").symlink_to(folder / "secrets")
    return whole


def io_fifo(folder: Path) -> Path:
    """Is a pipe into which nobody writes."""
    path = folder / "io_fifo.yaml"
    os.mkfifo(path)
    return path


def io_device(folder: Path) -> Path:
    """Is an endless device."""
    return Path("/dev/zero")


def io_large_folder(folder: Path) -> Path:
    """Is a folder of twelve pieces with 1 MB each."""
    whole = _folder(folder, "io_large_folder")
    (whole / "evidence").mkdir()
    for number in range(12):
        (whole / "evidence" / f"proof-{number}.yaml").write_text(f"# {'-' * 1_000_000}\nclaim: something\n")
    return whole


def io_many_values(folder: Path) -> Path:
    """Is a folder of eight pieces with 195 000 empty lists each."""
    whole = _folder(folder, "io_many_values")
    for number in range(8):
        (whole / f"x-{number}.yaml").write_text(f"[{'[],' * 195_000}]\n")
    return whole


def _folder(folder: Path, name: str) -> Path:
    whole = folder / name
    whole.mkdir()
    (whole / "decision.yaml").write_text(decision())
    return whole


MADE: dict[str, Callable[[Path], Path]] = {
    make.__name__: make
    for make in (
        *(y02_alias_quadratic, y03_deep_flow, y27_digit_bomb, y27_zero_bomb, y36_bom_utf8, y37_utf16, y38_latin1),
        *(y39_crlf, y40_cr_only, y42_nul_and_control, y46_long_name, y46_long_key, y48_many_alternatives),
        *(y48_many_misspelt, y49_many_criteria, y54_huge_line_col, y54_too_large, y54_many_values),
        *(y54_many_warnings, y54_many_faults, links_outside, links_dangling, links_loop, links_loop_above),
        *(links_piece_outside, links_section_outside, io_fifo, io_device, io_large_folder, io_many_values),
    )
}


def peak_megabytes() -> float:
    """Return the most memory that this process ever held, in MB.

    Linux hands ``ru_maxrss`` on from the process that started this one, but not VmHWM.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main(folder: Path) -> None:
    """Make and examine every file, within 1 GB of addresses, and print what it took."""
    paths = [make(folder) for make in MADE.values()]
    resource.setrlimit(resource.RLIMIT_AS, (1024**3, 1024**3))
    for name, path in zip(MADE, paths, strict=True):
        start = time.perf_counter()
        try:
            outcome = str(len(examine(path).problems))
        except Unreadable:
            outcome = "unreadable"
        sys.stdout.write(f"{name} {time.perf_counter() - start:.3f} {peak_megabytes():.0f} {outcome}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
