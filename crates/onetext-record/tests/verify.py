"""Checks an export of a onetext record as docs/record.md describes it: a second verifier, with the standard library alone.

    verify.py EXPORT [--key KEY] [--kept CHECKPOINT_FILE]... [--without CHECK]...
    verify.py --many        reads exports as JSON lines from stdin; used by the tests of the crate

It says what is wrong, one line each, and ends with 1 if anything is. `--without` leaves a check out (form, links, root,
signature, kept, keys, manifest, pin): with it, the tests show which edits only that check finds.
"""

import base64
import hashlib
import hmac
import json
import os
import re
import sys
from functools import lru_cache

LINE_BYTES_MAX = 32 << 20
NOTE_BYTES_MAX = 1 << 20
SIGNATURES_MAX = 16
DEPTH_MAX = 64
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", re.ASCII)
CHECKS = ["form", "links", "root", "signature", "kept", "keys", "manifest", "pin"]


class Bad(ValueError):
    """Something that is not as it should be."""


def b64(text):
    """Strict base64: one text for some bytes."""
    if not isinstance(text, str):
        raise Bad("no base64")
    try:
        plain = base64.b64decode(text, validate=True)
    except ValueError:
        raise Bad("no base64") from None
    if base64.b64encode(plain).decode() != text:
        raise Bad("base64 in another form")
    return plain


# Canonical JSON

class Number(str):
    """A number as it is written."""


def number_in_form(text):
    if not NUMBER.fullmatch(text) or text == "-0" or len(text) > 64:
        raise Bad("a number in another form")
    return Number(text)


def no_twins(pairs):
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise Bad("a key stands twice")
    return fields


def no_constant(_):
    raise Bad("not JSON")


def written(value, depth=0):
    if depth >= DEPTH_MAX:
        raise Bad("nested too deep")
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, str):
        return json.encoder.encode_basestring(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, list):
        return "[" + ",".join(written(item, depth + 1) for item in value) + "]"
    fields = (json.encoder.encode_basestring(key) + ":" + written(value[key], depth + 1) for key in sorted(value))
    return "{" + ",".join(fields) + "}"


def read_json(raw, check_form=True):
    try:
        value = json.loads(raw.decode(), parse_int=number_in_form, parse_float=number_in_form,
                           parse_constant=no_constant, object_pairs_hook=no_twins)
        again = written(value).encode()
    except (ValueError, RecursionError) as error:
        raise Bad(f"cannot be read: {error}") from None
    if check_form and again != raw:
        raise Bad("not written as the record writes it")
    return value


def fields(value, names):
    if not isinstance(value, dict) or sorted(value) != sorted(names):
        raise Bad("not the fields that stand here")
    return [value[name] for name in names]


def whole(value):
    if not isinstance(value, Number) or not value.isdigit() or int(value) >= 1 << 64:
        raise Bad("no whole number")
    return int(value)


# Merkle tree of RFC 6962

def leaf(raw):
    return hashlib.sha256(b"\0" + raw).digest()


def root(leaves):
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + root(leaves[:half]) + root(leaves[half:])).digest()


# Ed25519 of RFC 8032

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ZERO = (0, 1, 1, 0)


def add(one, two):
    a = (one[1] - one[0]) * (two[1] - two[0]) % P
    b = (one[1] + one[0]) * (two[1] + two[0]) % P
    c = 2 * one[3] * two[3] * D % P
    d = 2 * one[2] * two[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def unpack(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        raise Bad("no point of the curve")
    return (P - x if x & 1 != sign else x, y, 1, (P - x if x & 1 != sign else x) * y % P)


def pack(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


@lru_cache(maxsize=16)
def doublings(packed):
    """The point doubled 0 to 255 times: multiplying is then only adding."""
    points = [unpack(packed)]
    for _ in range(255):
        points.append(add(points[-1], points[-1]))
    return points


def times(number, packed):
    total = ZERO
    for bit, point in enumerate(doublings(packed)):
        if number >> bit & 1:
            total = add(total, point)
    return total


BASE = (4 * pow(5, P - 2, P) % P).to_bytes(32, "little")


@lru_cache(maxsize=100_000)
def is_signed(key, text, signature):
    try:
        small = pack(times(8, key)) == pack(ZERO) or pack(add_eight(unpack(signature[:32]))) == pack(ZERO)
    except Bad:
        return False
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L or small:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    # R = sB - kA
    x, y, z, t = times(k, key)
    return pack(add(times(s, BASE), (P - x, y, z, P - t))) == signature[:32]


def add_eight(point):
    for _ in range(3):
        point = add(point, point)
    return point


# ChaCha20-Poly1305 of RFC 8439

def chacha_block(key, counter):
    start = [int.from_bytes(part, "little") for part in
             [b"expa", b"nd 3", b"2-by", b"te k", *(key[at:at + 4] for at in range(0, 32, 4))]] + [counter, 0, 0, 0]
    s = start[:]
    for turn in range(10):
        for a, b, c, d in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                           (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            for left, right in ((16, 12), (8, 7)):
                s[a] = s[a] + s[b] & 0xFFFFFFFF
                s[d] = rotated(s[d] ^ s[a], left)
                s[c] = s[c] + s[d] & 0xFFFFFFFF
                s[b] = rotated(s[b] ^ s[c], right)
    return b"".join((x + y & 0xFFFFFFFF).to_bytes(4, "little") for x, y in zip(s, start))


def rotated(word, by):
    return (word << by | word >> 32 - by) & 0xFFFFFFFF


def poly1305(key, text):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(text), 16):
        total = (total + int.from_bytes(text[at:at + 16] + b"\1", "little")) * r % (2**130 - 5)
    return (total + int.from_bytes(key[16:], "little") & (1 << 128) - 1).to_bytes(16, "little")


@lru_cache(maxsize=100_000)
def unsealed(key, boxed, head):
    """The text of a box, whose nonce is zero."""
    if len(boxed) < 16:
        raise Bad("the box does not open")
    sealed, tag = boxed[:-16], boxed[-16:]
    even = lambda raw: raw + bytes(-len(raw) % 16)
    text = even(head) + even(sealed) + len(head).to_bytes(8, "little") + len(sealed).to_bytes(8, "little")
    if not hmac.compare_digest(poly1305(chacha_block(key, 0)[:32], text), tag):
        raise Bad("the box does not open")
    stream = b"".join(chacha_block(key, 1 + at) for at in range((len(sealed) + 63) // 64))
    padded = bytes(x ^ y for x, y in zip(sealed, stream))
    plain = padded[4:4 + int.from_bytes(padded[:4], "big")]
    filled = len(plain).to_bytes(4, "big") + plain
    if filled + bytes(-len(filled) % 256) != padded:
        raise Bad("the box is padded in another form")
    return plain


# Signed notes and checkpoints

class Key:
    """The key of a room, from its text."""

    def __init__(self, text):
        parts = text.split("+", 2)
        if len(parts) != 3 or not names_a_key(parts[0]):
            raise Bad("no key")
        self.text, self.name, raw = text, parts[0], b64(parts[2])
        self.id = hashlib.sha256(self.name.encode() + b"\n" + raw).digest()[:4]
        if len(raw) != 33 or raw[0] != 1 or parts[1] != self.id.hex():
            raise Bad("no key")
        self.point = raw[1:]
        unpack(self.point)

    def opened(self, raw, check_signature=True):
        """The text of a note that this key has signed."""
        try:
            note = raw.decode()
        except ValueError:
            raise Bad("no text") from None
        if len(raw) > NOTE_BYTES_MAX or any(letter < " " and letter != "\n" for letter in note):
            raise Bad("no signed note")
        text, blank, signatures = note.rpartition("\n\n")
        lines = signatures.split("\n")
        if not blank or lines.pop() != "" or not 1 <= len(lines) <= SIGNATURES_MAX:
            raise Bad("no signed note")
        own = [signature for signature in map(self.signature, lines) if signature is not None]
        if not own:
            raise Bad("not signed by this key")
        text = text + "\n"
        if check_signature and not all(is_signed(self.point, text.encode(), signature) for signature in own):
            raise Bad("the signature does not fit")
        return text

    def signature(self, line):
        dash, name, encoded = (line.split(" ", 2) + ["", ""])[:3]
        raw = b64(encoded)
        if dash != "\u2014" or not names_a_key(name) or len(raw) < 4:
            raise Bad("no signed note")
        if (name, raw[:4]) != (self.name, self.id):
            return None
        if len(raw) != 68:
            raise Bad("no signed note")
        return raw[4:]


def names_a_key(name):
    return name != "" and not any(letter.isspace() or letter < " " or letter in "+\x7f" for letter in name)


def read_checkpoint(raw, key, without):
    lines = key.opened(raw, "signature" not in without).split("\n")
    if lines.pop() != "" or len(lines) < 3 or "" in lines:
        raise Bad("no checkpoint")
    tree = b64(lines[2])
    if not re.fullmatch(r"0|[1-9][0-9]{0,19}", lines[1], re.ASCII) or int(lines[1]) >= 1 << 64 or len(tree) != 32:
        raise Bad("no checkpoint")
    return lines[0], int(lines[1]), tree


# Logs

@lru_cache(maxsize=256)
def follow(log, raw, without):
    """Leaves, sealed notes by number, and what broke the log where."""
    leaves, sealed = [], {}
    lines = raw.split(b"\n")
    ending = lines.pop()
    for number, line in enumerate(lines, 1):
        try:
            note = read_line(log, number, leaves[-1] if leaves else bytes(32), line, without)
        except Bad as error:
            return leaves, sealed, (number, str(error))
        if note:
            sealed[number] = note
        leaves.append(leaf(line))
    return leaves, sealed, (len(lines) + 1, "cut off") if ending else None


def read_line(log, number, previous, line, without):
    if len(line) > LINE_BYTES_MAX:
        raise Bad("too long")
    value = read_json(line, "form" not in without)
    if not isinstance(value, dict):
        raise Bad("no line")
    content = {name: value.pop(name) for name in ("open", "sealed") if name in value}
    at, by, own_log, own_number, own_previous = fields(value, ["at", "by", "log", "number", "previous"])
    if len(content) != 1 or not all(isinstance(text, str) and not isinstance(text, Number) for text in (at, by)):
        raise Bad("no line")
    whole(own_number)
    if "links" not in without and (own_log, whole(own_number), own_previous) != (
            log, number, base64.b64encode(previous).decode()):
        raise Bad("not the next line")
    if "open" in content:
        return None
    boxed, commitment = map(b64, fields(content["sealed"], ["box", "commitment"]))
    if len(commitment) != 32:
        raise Bad("no line")
    return boxed, commitment, written(value).encode()


def read_keys(raw, find):
    keys, last = {}, ("", 0)
    lines = raw.split(b"\n")
    if lines.pop():
        find("keys.jsonl: cut off")
    for number, line in enumerate(lines, 1):
        try:
            key, log, place = fields(read_json(line), ["key", "log", "number"])
            if not isinstance(log, str) or isinstance(log, Number) or (log, whole(place)) <= last or len(b64(key)) != 32:
                raise Bad("no key, or out of order")
            last = (log, whole(place))
            keys[last] = b64(key)
        except Bad as error:
            find(f"keys.jsonl:{number}: {error}")
    return keys


# An export

def check_manifest(files, room, key, without, find):
    try:
        text = key.opened(files.get("manifest.note", b""), "signature" not in without)
    except Bad as error:
        return find(f"manifest.note: {error}")
    others = sorted(name for name in files if name != "manifest.note")
    rows = [f"{hashlib.sha256(files[name]).hexdigest()} {name}\n" for name in others]
    if text != f"onetext export 1\n{room}\n" + "".join(rows):
        find("manifest.note: the files are not those that were signed")


def check_log(files, log, context, kept, find):
    room, key, keys, without = context
    name, marks = f"{log}.jsonl", []
    leaves, sealed, broken = follow(log, files.get(name, b""), without)
    if name not in files:
        find(f"{name}: missing")
    if broken:
        find(f"{name}:{broken[0]}: {broken[1]}")
    try:
        origin, size, tree = read_checkpoint(files.get(f"{log}.checkpoint", b""), key, without)
        if origin != f"onetext/{room}/{log}":
            raise Bad("of another log")
        if "root" not in without:
            marks.append(("the checkpoint", size, tree))
            if size < len(leaves):
                find(f"{name}: {len(leaves) - size} lines not yet under a checkpoint")
    except Bad as error:
        find(f"{log}.checkpoint: {error}")
    for what, size, tree in marks + [("the kept checkpoint", *mark) for mark in kept]:
        if size <= len(leaves) and root(leaves[:size]) != tree:
            find(f"{name}: the first {size} lines are not those of {what}")
        if size > len(leaves) and not broken:
            find(f"{name}: {what} has {size} lines, the log {len(leaves)}")
    if "keys" not in without:
        check_keys(log, keys, sealed, broken, find)


def check_keys(log, keys, sealed, broken, find):
    for (_, number), key in filter(lambda item: item[0][0] == log, keys.items()):
        if number not in sealed:
            if not broken:
                find(f"keys.jsonl: line {number} of {log} is not sealed or not here")
            continue
        boxed, commitment, head = sealed[number]
        try:
            if hashlib.sha256(b"onetext note key 1\n" + key).digest() != commitment:
                raise Bad("another key than the one it was sealed with")
            unsealed(key, boxed, head)
        except Bad as error:
            find(f"{log}.jsonl:{number}: {error}")


def verify(files, pinned=None, kept=(), without=frozenset()):
    """Everything that is wrong with an export."""
    findings = []
    find = findings.append
    try:
        about = files.get("room.json", b"")
        if not about.endswith(b"\n"):
            raise Bad("missing or cut off")
        form, told, room = fields(read_json(about[:-1]), ["format", "key", "room"])
        if whole(form) != 1 or isinstance(room, Number) or not isinstance(room, str):
            raise Bad("of another form")
        key = Key(str(told))
    except Bad as error:
        return [f"room.json: {error}"]
    if pinned and "pin" not in without:
        if key.text != pinned:
            find("room.json: another key than the one that you know")
        key = Key(pinned)
    if "manifest" not in without:
        check_manifest(files, room, key, without, find)
    marks = {}
    for note in kept if "kept" not in without else ():
        try:
            origin, *mark = read_checkpoint(note, key, without)
            prefix = f"onetext/{room}/"
            if not origin.startswith(prefix):
                raise Bad("of another room")
            marks.setdefault(origin.removeprefix(prefix), []).append(mark)
        except Bad as error:
            find(f"(kept checkpoint): {error}")
    if "keys.jsonl" not in files:
        find("keys.jsonl: missing")
    keys = read_keys(files.get("keys.jsonl", b""), find) if "keys" not in without else {}
    logs = set(marks)
    for name in files:
        if name.endswith((".jsonl", ".checkpoint")) and name != "keys.jsonl":
            logs.add(name.removesuffix(".jsonl").removesuffix(".checkpoint"))
        elif name not in ("room.json", "keys.jsonl", "manifest.note"):
            find(f"{name}: does not belong to an export")
    for log in sorted(logs):
        check_log(files, log, (room, key, keys, without), marks.get(log, []), find)
    for log, number in keys:
        if log not in logs:
            find(f"keys.jsonl: the log {log} is not here")
    return findings


def many():
    """The first line is the export that all others differ from; each answer counts the findings, check by check."""
    base = json.loads(sys.stdin.readline())
    files = {name: base64.b64decode(raw) for name, raw in base["files"].items()}
    kept = tuple(note.encode() for note in base["kept"])
    withouts = [frozenset()] + [frozenset([check]) for check in base["without"]]
    for line in sys.stdin:
        edit = json.loads(line)
        edited = dict(files)
        for name, raw in edit["files"].items():
            if raw is None:
                edited.pop(name, None)
            else:
                edited[name] = base64.b64decode(raw)
        wanted = withouts if edit["all"] else withouts[:1]
        print(*(len(verify(edited, base["key"], kept, without)) for without in wanted))


def main(arguments):
    if arguments == ["--many"]:
        return many()
    kept, without, pinned, folder = [], set(), None, None
    while arguments:
        word = arguments.pop(0)
        if word == "--key":
            pinned = arguments.pop(0)
        elif word == "--kept":
            with open(arguments.pop(0), "rb") as file:
                kept.append(file.read())
        elif word == "--without":
            without.add(arguments.pop(0))
        else:
            folder = word
    files = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            files[name] = file.read()
    findings = verify(files, pinned, kept, frozenset(without))
    print(*(findings or ["everything fits together"]), sep="\n")
    if not (pinned and kept):
        print("without a key and a checkpoint kept outside, all of this could have been made anew")
    return sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
