"""Lets a program of this folder make the references of some families alone: those that are named on the command line, as in
"python3 extremes.py Frechet". The lines of all others stay as they are, so that to add a family takes seconds."""
import io
import sys
from contextlib import contextmanager


def chosen(families):
    """The families that are named on the command line, or all."""
    unknown = [name for name in sys.argv[1:] if name not in families]
    if unknown:
        sys.exit("not in the table of this program: " + ", ".join(unknown))
    return {name: families[name] for name in sys.argv[1:] or families}


def name_of(line):
    return line.split(",", 1)[0]


@contextmanager
def rewritten(path, families):
    """Takes the lines that are made, a header first, and writes them to the file, in the order of the table."""
    made = io.StringIO()
    yield made
    header, *lines = made.getvalue().splitlines(keepends=True)
    kept = [] if not sys.argv[1:] else open(path).readlines()[1:]
    new = {name_of(line) for line in lines}
    lines += [line for line in kept if name_of(line) not in new]
    with open(path, "w") as out:
        out.write(header)
        for name in families:
            out.writelines(line for line in lines if name_of(line) == name)
