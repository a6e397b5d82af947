"""Recovery of a file that no longer parses: the smallest statement that fails is masked, so that the rest can be analysed.

Every line keeps its number. What Python 2 wrote otherwise is written as Python 3 writes it; any other statement that fails
gives way to a call of code that is not seen: it gets hold of all that the statement mentions, and binds what it assigned. Of a
whole block, or a merge conflict, that speaks of training not even that is known: what stands around it is in doubt.
"""

from __future__ import annotations

import ast
import keyword
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sched_lint.project.statements import Statement, is_block, is_header, scan

MARKER = "__masked__"
"""The name that masked statements call. Nothing defines it, so that to the evaluator it is code that is not seen."""

MAX_CHARACTERS = 200_000  # of a file
MAX_MASKS = 24
MAX_STATEMENTS = 300  # more than these are no small part of a file
MAX_PARSED = 1_500_000  # characters given to Python's parser for one file, all attempts together

_CONFLICT = re.compile(r"^<{7}(?: [^\n]*)?\n.*?^>{7}(?: [^\n]*)?$", re.MULTILINE | re.DOTALL)
_PRINT = re.compile(r"(?:print|exec)[ \t]+(?!(?:if|else|in|is|and|or|for|not in)\b)[\w\"'`~{]")
_EXCEPT = re.compile(r"^except[ \t]+(.+?)[ \t]*,[ \t]*(\w+)[ \t]*:")
_RAISE = re.compile(r"^(raise[ \t]+[\w.]+)[ \t]*,.*", re.DOTALL)
_REPAIRS = (
    (re.compile(r"(?<=[(, \t\n])async(?=[ \t]*=(?!=))|(?<=\.)async\b"), lambda match: "_async"),
    (re.compile(r"<>"), lambda match: "!="),
    (re.compile(r"(?<![\w.])(\d+)[lL]\b"), lambda match: match[1]),
    (re.compile(r"(?<![\w.])0+([1-7][0-7]*)(?![\w.])"), lambda match: "0o" + match[1]),
    (re.compile(r"`([^`\n]+)`"), lambda match: f"({match[1]})"),
)
_TRAINING = re.compile(
    r"optim|sched|state|step|train|fit\b|backward|epoch|resume|checkpoint|ckpt|lr\b|load|save|accum|iter|batch|restore",
    re.IGNORECASE,
)  # fmt: skip
_LONGEST = 2000  # characters of a statement of Python 2 that is written anew
_CONTROL = re.compile(r"\b(?:return|raise|break|continue)\b")
_CHAIN = re.compile(r"(?<![\w.])([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)[ \t]*(\(?)(=(?!=))?")
_READING = re.compile(r"get_lr|get_last_lr|state_dict|item|format|size|cpu|numpy|mean|sum|time")
_HARMLESS = re.compile(
    r"print|len|str|int|float|x?range|enumerate|zip|min|max|sum|abs|round|type|isinstance|list|dict|tuple|set|open|iter|next"
)
_DEFINITION = re.compile(r"(?:async[ \t]+)?(?:def|class)\b")
_UNPACKED = re.compile(r"(?<=[(,])([ \t]*)\([ \t]*\w+(?:[ \t]*,[ \t]*\w+)*[ \t]*,?[ \t]*\)(?=[ \t]*[,)])")
_LEAVES = re.compile(r"^(return|raise|break|continue)\b")
_FIRST_WORD = re.compile(r"\w*")
_CLAUSES = {
    "elif": ("if",),
    "else": ("if", "for", "while", "try"),
    "except": ("try",),
    "finally": ("try",),
    "case": ("match",),
}
_MISSING_BODY = re.compile(r"expected an indented block.* on line (\d+)")


@dataclass(slots=True)
class Recovery:
    """A file made to parse.

    Attributes:
        text: the source with statements masked; as many lines as before.
        masked: first and last line of what was masked or rewritten.
        doubtful: first and last line of what such a part makes uncertain.
    """

    text: str
    masked: list[tuple[int, int]] = field(default_factory=list)
    doubtful: list[tuple[int, int]] = field(default_factory=list)


def recover(text: str) -> Recovery | None:
    """The file with what fails masked; None where that would be too much, or does not help."""
    return _Masking(text).run()


class _Masking:
    """The rounds of one recovery."""

    def __init__(self, text: str) -> None:
        self.found = Recovery(text)
        self.spent = 0
        self.masks = 0

    def run(self) -> Recovery | None:
        if len(self.found.text) > MAX_CHARACTERS or self.found.text.count("<<<<<<<") > MAX_MASKS:
            return None
        self._conflicts()
        self._old_python()
        error = self._error(self.found.text)
        while error is not None:
            if self.masks >= MAX_MASKS or error[0] <= 0:
                return None
            error = self._round(*error)
            self.masks += 1
        return self.found

    def _error(self, text: str) -> tuple[int, str] | None:
        """Line and message of the first error; line 0 where nothing helps."""
        self.spent += len(text)
        if self.spent > MAX_PARSED:
            return 0, ""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                ast.parse(text)
            except SyntaxError as error:
                return max(error.lineno or 1, 1), str(error.msg)
            except (ValueError, OverflowError, RecursionError, MemoryError):
                return 0, ""
        return None

    def _round(self, line: int, message: str) -> tuple[int, str] | None:
        """Mask the smallest part that moves the first error on; where it stands then."""
        self.spent += len(self.found.text) * 2  # what looking for the statements costs, measured in parsing
        statements = scan(self.found.text)
        for first, last, replacement in self._candidates(statements, line, message):
            attempt = _replaced(self.found.text, first, last, replacement)
            error = self._error(attempt)
            if error is None or error[0] > max(last, line):
                self._accept(attempt, first, last, statements)
                return error
            if error[0] == 0:
                break
        return 0, ""

    def _accept(self, attempt: str, first: int, last: int, statements: Sequence[Statement]) -> None:
        masked = [each for each in statements if first <= each.first <= last]
        self.found.text = attempt
        self.found.masked.append((first, last))
        if _matters(masked, attempt):
            self.found.doubtful.extend(((first, last), *_surroundings(statements, first, last)))

    # -- what to mask ------------------------------------------------------------------------------------------

    def _candidates(self, statements: list[Statement], line: int, message: str) -> Iterator[tuple[int, int, list[str]]]:
        """(first line, last line, what to put there), smallest first."""
        at = _index(statements, line)
        if at is None:
            return
        missing = _MISSING_BODY.search(message)
        if missing is not None:
            header = _index(statements, int(missing[1]))
            if header is not None:
                yield _with_body(statements[header])
        statement = statements[at]
        before = statements[at - 1] if at > 0 else None
        if "indent" in message or "tabs" in message:
            end = at
            while "indent" in message and end + 1 < len(statements) and statements[end + 1].width >= statement.width:
                end += 1
            if before is not None and not is_header(before):
                yield _call_of(statements[at : end + 1], before.indent)
        following = statements[at + 1] if at + 1 < len(statements) else None
        stray = following is not None and following.width > statement.width
        if following is not None and stray and not is_block(statement):
            yield _call_of([statement], following.indent)  # a stray line at the left margin, as of a merge
        if statement.suite is not None and not stray:
            yield _with_masked_suite(statement)
        elif not is_header(statement):
            yield _simple(statement)
        larger = [at, at - 1] if before is not None else [at]
        for position in (*larger, *_enclosing(statements, at)):
            first, last = _extent(statements, position)
            if last - first >= MAX_STATEMENTS:
                break
            yield _call_of(statements[first : last + 1], statements[position].indent)

    def _conflicts(self) -> None:
        """Both sides of a merge conflict: which of them is meant, nobody knows."""
        text = self.found.text
        for match in list(_CONFLICT.finditer(text)):
            first = text.count("\n", 0, match.start()) + 1
            last = first + match[0].count("\n")
            sides = [line for line in match[0].split("\n")[1:-1] if not re.match(r"={7}$|\|{7}", line)]
            inner = scan("\n".join(sides))
            indent = inner[0].indent if inner else ""
            replacement = _call_of(inner, indent)[2] if inner else [""]
            statements = scan(_CONFLICT.sub(lambda found: "\n" * found[0].count("\n"), text))
            self.found.text = _replaced(self.found.text, first, last, replacement)
            self.found.masked.append((first, last))
            if _matters(inner):
                self.found.doubtful.extend(((first, last), *_surroundings(statements, first, last)))

    def _old_python(self) -> None:
        """What Python 2 wrote otherwise, everywhere at once: such files have many of them."""
        lines = self.found.text.split("\n")
        for statement in scan(self.found.text):
            if _PRINT.match(statement.code):
                _, _, new = _simple(statement)
            else:
                code = _rewritten(statement)
                if code is None:
                    continue
                new = [statement.indent + code.split("\n")[0], *code.split("\n")[1:]]
            size = statement.last - statement.first + 1
            lines[statement.first - 1 : statement.last] = (new + [""] * size)[:size]
            self.found.masked.append((statement.first, statement.last))
        self.found.text = "\n".join(lines)


def _matters(masked: Sequence[Statement], attempt: str = "") -> bool:
    """Does what was masked speak of training, or can it leave a loop or function?"""
    if len(masked) == 1 and is_header(masked[0]) and attempt.split("\n")[masked[0].last - 1].endswith(": pass"):
        return False  # nothing is gone: the block was empty
    if any(_DEFINITION.match(each.code) for each in masked):
        return True
    codes = [each.source for each in masked]
    if len(masked) == 1 and masked[0].suite is not None:
        head = masked[0].indent + masked[0].source[: masked[0].suite]
        if attempt.split("\n")[masked[0].first - 1].startswith(head):  # the header stays
            codes = [masked[0].source[masked[0].suite :].strip()]
    if any(_TRAINING.search(code) and not (_PRINT.match(code) and "step" not in code) for code in codes):
        return True
    blocks = len(masked) > 1 or any(map(is_block, masked))
    return blocks and any(_CONTROL.search(each.code) and not _inside_definition(masked, each) for each in masked)


def _rewritten(statement: Statement) -> str | None:
    """A statement of Python 2 as Python 3 writes it, or None where there is nothing to rewrite."""
    code, source = statement.code, statement.source
    if len(code) > _LONGEST:
        return None
    heard = _EXCEPT.match(code)
    if heard is not None and heard[1].count("(") == heard[1].count(")"):
        return f"{source[: heard.end(1)]} as {source[heard.start(2) :]}"
    if code.startswith("def ") and source == code and _UNPACKED.search(code):
        return _UNPACKED.sub(lambda match: f"{match[1]}_unpacked{match.start()}", code)
    raised = _RAISE.match(code)
    if raised is not None:
        return raised[1]
    edits = [(match.span(), write(match)) for pattern, write in _REPAIRS for match in pattern.finditer(code)]
    if not edits:
        return None
    for (start, end), new in sorted(edits, reverse=True):
        inner = new if new.startswith(("_", "!", "0")) or new.isdigit() else f"({source[start + 1 : end - 1]})"
        source = source[:start] + inner + source[end:]
    return source


def _index(statements: Sequence[Statement], line: int) -> int | None:
    """The statement on a line, else the last one above it."""
    found = None
    for position, statement in enumerate(statements):
        if statement.first > line:
            break
        found = position
    return found if found is not None else (0 if statements else None)


def _enclosing(statements: Sequence[Statement], at: int) -> Iterator[int]:
    width = statements[at].width
    for position in range(at - 1, -1, -1):
        if statements[position].width < width:
            width = statements[position].width
            yield position


def _with_body(header: Statement) -> tuple[int, int, list[str]]:
    """A header whose block is empty, as when all of it was commented out."""
    text = header.indent + header.source[: len(header.code.rstrip())]
    return header.first, header.last, f"{text} pass".split("\n")


def _with_masked_suite(statement: Statement) -> tuple[int, int, list[str]]:
    """`if x: print "y"`: the header stays."""
    assert statement.suite is not None
    head = statement.source[: statement.suite]
    if "\n" in head:
        return _simple(statement)
    code = statement.code[statement.suite :].strip()
    leaving = _LEAVES.match(code)
    text = _call(code) if leaving is None else leaving[1] if leaving[1] != "return" else f"return {MARKER}()"
    return statement.first, statement.last, [f"{statement.indent}{head} {text}"]


def _simple(statement: Statement) -> tuple[int, int, list[str]]:
    leaving = _LEAVES.match(statement.code)
    if leaving is not None and leaving[1] != "return":
        return statement.first, statement.last, [statement.indent + leaving[1]]
    text = _call(statement.code[leaving.end() :] if leaving is not None else statement.code)
    if leaving is not None:
        return statement.first, statement.last, [f"{statement.indent}return {text}"]
    targets = "".join(f"{target} = " for target in _targets(statement))
    return statement.first, statement.last, [statement.indent + targets + text]


def _extent(statements: Sequence[Statement], at: int) -> tuple[int, int]:
    """The first and last of a statement with its block, its other clauses and its decorators."""
    word = _first_word(statements[at])
    width = statements[at].width
    while word in _CLAUSES and at > 0:
        opening = next((p for p in range(at - 1, -1, -1) if statements[p].width <= width), None)
        if opening is None or statements[opening].width < width:
            break
        at, word = opening, _first_word(statements[opening])
    end = at
    while end + 1 < len(statements):
        following = statements[end + 1]
        if following.width <= width and not (following.width == width and _first_word(following) in _CLAUSES):
            break
        end += 1
    start = at
    while start > 0 and statements[start - 1].code.startswith("@") and statements[start - 1].width == width:
        start -= 1
    return start, end


def _call_of(statements: Sequence[Statement], indent: str) -> tuple[int, int, list[str]]:
    """Several statements as one call of code that is not seen."""
    if len(statements) == 1 and not is_header(statements[0]):
        first, last, (line,) = _simple(statements[0])
        return first, last, [indent + line.lstrip()]
    first, last = statements[0].first, statements[-1].last
    outermost = min(each.width for each in statements)
    targets: list[str] = []
    for each in statements:
        if each.width == outermost or not _inside_definition(statements, each):
            targets.extend(target for target in _targets(each) if target not in targets)
    text = _call("\n".join(each.code for each in statements))
    lines = [indent + "".join(f"{target} = " for target in targets) + text]
    leaving = {
        match[1] for each in statements if (match := _LEAVES.match(each.code)) and not _inside_definition(statements, each)
    }
    if leaving & {"return", "raise"} and last > first:
        lines.append(f"{indent}if {MARKER}(): return {MARKER}()")
    return first, last, lines


def _inside_definition(statements: Sequence[Statement], inner: Statement) -> bool:
    width = inner.width
    for each in reversed([other for other in statements if other.first < inner.first]):
        if each.width < width:
            width = each.width
            if _first_word(each) in ("def", "class", "async"):
                return True
    return False


def _call(code: str) -> str:
    """The call that stands for masked code: what the code mentions is handed on, and functions that it calls are called."""
    prints = _PRINT.match(code) is not None
    given: list[str] = []
    for match in _CHAIN.finditer(code):
        chain, calls, names_argument = match[1], bool(match[2]), match[3]
        head, _, method = chain.rpartition(".")
        if keyword.iskeyword(chain.partition(".")[0]) or any(map(keyword.iskeyword, chain.split("."))):
            continue
        if names_argument or chain in ("print", "exec", "self", "cls"):
            continue
        if calls and head in ("", "self"):
            ours = not _HARMLESS.fullmatch(method) and not method[0].isupper()
            given.append(f"{chain}(*{MARKER}())" if ours else "")
        elif calls:
            given.append("" if prints and _READING.fullmatch(method) else head)
        elif not prints:
            given.append(chain)
    return f"{MARKER}({', '.join(each for each in dict.fromkeys(given) if each)})"


def _targets(statement: Statement) -> list[str]:
    """What a statement binds, as far as that can be told of one that may be broken."""
    code, source = statement.code, statement.source
    word = _first_word(statement)
    if word in ("def", "class", "async"):
        named = re.match(r"(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", code)
        return [named[1]] if named is not None and not keyword.iskeyword(named[1]) else []
    if keyword.iskeyword(word) or word in ("print", "exec"):
        return []
    found: list[str] = []
    depth = start = 0
    for match in re.finditer(r"[(\[{]|[)\]}]|[=!<>]=|(?:[+\-*/%&|^@]|//|\*\*|<<|>>)?=", code):
        token = match[0]
        if token in "([{":
            depth += 1
        elif token in ")]}":
            depth -= 1
        elif (
            depth == 0
            and code[match.start() - 1 : match.start()] not in ("=", "!", "<", ">")
            and code[match.end() : match.end() + 1] != "="
        ):
            target = source[start : match.start()].strip()
            start = match.end()
            if len(found) < 8 and _can_be_bound(target):
                found.append(target)
    return found


def _can_be_bound(target: str) -> bool:
    if not target or "\n" in target or len(target) > 300:
        return False
    try:
        ast.parse(f"{target} = 0")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _first_word(statement: Statement) -> str:
    found = _FIRST_WORD.match(statement.code)
    return found[0] if found is not None else ""


def _replaced(text: str, first: int, last: int, replacement: Sequence[str]) -> str:
    lines = text.split("\n")
    size = last - first + 1
    lines[first - 1 : last] = ([*replacement] + [""] * size)[:size]
    return "\n".join(lines)


def _surroundings(statements: Sequence[Statement], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The definition at the left margin that a part stands in; of a part outside of all, whatever is outside of all."""
    tops = [position for position, each in enumerate(statements) if each.width == 0]
    spans = []
    for number, position in enumerate(tops):
        end = statements[tops[number + 1]].first - 1 if number + 1 < len(tops) else 1 << 30
        spans.append((statements[position].first, end, _first_word(statements[position]) in ("def", "class", "async")))
    if any(each.width == 0 and first <= each.first <= last and _DEFINITION.match(each.code) for each in statements):
        yield 1, 1 << 30  # a whole definition is gone: anything in the file may need it
    inside = [span for span in spans if span[2] and span[0] < first and last <= span[1]]
    for start, end, is_definition in inside or spans:
        if inside or not is_definition:
            yield start, end
