"""PP-OCR's model of letters, given lines of any height and cut in two before its last layer.

That layer weighs 18,710 characters against each other for every eight columns of a line: a fifth of all
the work, seven tenths of it for the gaps between letters, whose weight alone tells them. So it is run
apart, for the columns that may be letters. The file is taken to pieces as it is laid down (ONNX, in
protocol buffers): a graph has its nodes in field 1, constants in 5, inputs in 11 and outputs in 12.
"""

import functools
import importlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from app.errors import AppError

_THREE_COLOURS_48_ROWS = b"\x0a\x02\x08\x03\x0a\x02\x08\x30"
"""How the model file declares its input: a dimension of 3 and one of 48 (ONNX, TensorShapeProto)."""

_THREE_COLOURS_ANY_ROWS = b"\x0a\x02\x08\x03\x0a\x02\x12\x00"
"""The same with a dimension that has a name, an empty one, in the place of a number."""

_SILENT = "ORT_DISABLE_TELEMETRY"
"""Wheels of ONNX Runtime tell their maker of each model that is loaded, and keep what could not be sent in the
person's own folder, from the moment they are imported, unless the environment forbids it beforehand."""

_GRAPH, _ENTRY = 7, 14
_ENTRY_KEY, _ENTRY_VALUE = 1, 2
_NODE, _CONSTANT, _INPUT, _OUTPUT = 1, 5, 11, 12
_NODE_INPUT, _NODE_OUTPUT, _NODE_OPERATION, _CONSTANT_NAME = 1, 2, 4, 8
_NUMBERS_OF_ANY_SHAPE = b"\x0a\x02\x08\x01"
_LAST_LAYER = ["MatMul", "Add", "Identity", "Softmax"]
_HELD_INSIDE, _NUMBER = 2, 0


@dataclass(frozen=True, slots=True)
class _Node:
    """A step of a model: what it does, and the names of what goes in and comes out."""

    operation: str
    inputs: tuple[str, ...]
    output: str


def session(model: bytes) -> Any:  # noqa: ANN401 - an optional package
    """A model ready to run, in one thread."""
    runtime = _runtime()
    options = runtime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.use_env_allocators", "1")
    return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@functools.cache
def _runtime() -> Any:  # noqa: ANN401
    """ONNX Runtime with one store of memory for all models of the process, which it keeps.

    The models run one after the other, so that what one has used serves the next; given back and asked for
    again with each page, it would cost a thirtieth of the page's time.
    """
    os.environ[_SILENT] = "1"
    runtime = importlib.import_module("onnxruntime")
    runtime.disable_telemetry_events()
    place = runtime.OrtMemoryInfo(
        "Cpu", runtime.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, runtime.OrtMemType.DEFAULT
    )
    runtime.create_and_register_allocator(place, None)
    return runtime


def cut(model: bytes) -> tuple[bytes, bytes]:
    """The model up to its last layer, for pictures of any height, and that layer without its softmax.

    Raises:
        AppError: it is a model of another build.
    """
    if model.count(_THREE_COLOURS_48_ROWS) != 1:
        raise _other_build()
    model = model.replace(_THREE_COLOURS_48_ROWS, _THREE_COLOURS_ANY_ROWS)
    graph = next(held for number, held, _ in _fields(model) if number == _GRAPH)
    last = _last_layer([_node(held) for number, held, _ in _fields(graph) if number == _NODE])
    seam, scores = last[0].inputs[0], last[-1].inputs[0]
    produced = {node.output for node in last}
    constants = {name for node in last for name in node.inputs[1:]}
    before, layer = [], []
    for number, held, field in _fields(graph):
        if number == _NODE:
            node = _node(held)
            if node.output not in produced:
                before.append(field)
            elif node != last[-1]:
                layer.append(field)
        elif number == _CONSTANT:
            (layer if _text(held, _CONSTANT_NAME) in constants else before).append(field)
        elif number != _OUTPUT:
            before.append(field)
    return (
        _with_graph(model, [*before, _place(_OUTPUT, seam)]),
        _with_graph(model, [*layer, _place(_INPUT, seam), _place(_OUTPUT, scores)]),
    )


def letters_of(model: bytes) -> list[str]:
    """The characters that a model tells apart, in its order: the gap, the letters of its list, a blank."""
    entries = [held for number, held, _ in _fields(model) if number == _ENTRY]
    listed = (_text(entry, _ENTRY_VALUE) for entry in entries if _text(entry, _ENTRY_KEY) == "character")
    return ["", *next(listed, "").splitlines(), " "]


def _last_layer(nodes: list[_Node]) -> list[_Node]:
    """The steps that make a likelihood of each character out of what was seen, in their order."""
    last = nodes[-len(_LAST_LAYER) :]
    follows = all(node.inputs[0] == before.output for before, node in pairwise(last))
    if [node.operation for node in last] != _LAST_LAYER or not follows:
        raise _other_build()
    return last


def _other_build() -> AppError:
    return AppError(
        "文字识别（OCR）组件的模型与本程序不配套。", "请安装 requirements/ocr.lock 中写明的版本。"
    )


def _node(held: bytes) -> _Node:
    fields = [(number, value) for number, value, _ in _fields(held)]
    return _Node(
        operation=_text(held, _NODE_OPERATION),
        inputs=tuple(value.decode() for number, value in fields if number == _NODE_INPUT),
        output=_text(held, _NODE_OUTPUT),
    )


def _text(message: bytes, wanted: int) -> str:
    return next((held.decode() for number, held, _ in _fields(message) if number == wanted), "")


def _place(kind: int, name: str) -> bytes:
    """An input or output of a graph: a name, and that it holds numbers (ValueInfoProto)."""
    return _field(kind, _field(1, name.encode()) + _field(2, _NUMBERS_OF_ANY_SHAPE))


def _with_graph(model: bytes, graph: list[bytes]) -> bytes:
    """The model with other contents, and without its list of letters, which would be held twice more."""
    others = [field for number, _, field in _fields(model) if number not in {_GRAPH, _ENTRY}]
    return b"".join([*others, _field(_GRAPH, b"".join(graph))])


def _fields(message: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Number, contents and whole bytes of each field of a message; numbers of their own have no contents."""
    at = 0
    while at < len(message):
        start = at
        tag, at = _varint(message, at)
        if tag & 7 == _HELD_INSIDE:
            length, at = _varint(message, at)
            at += length
            yield tag >> 3, message[at - length : at], message[start:at]
        elif tag & 7 == _NUMBER:
            _, at = _varint(message, at)
            yield tag >> 3, b"", message[start:at]
        else:
            raise _other_build()


def _field(number: int, held: bytes) -> bytes:
    return _as_varint(number << 3 | _HELD_INSIDE) + _as_varint(len(held)) + held


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """A number in groups of seven bits, the lowest first, and where it ends."""
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _as_varint(value: int) -> bytes:
    groups = bytearray()
    while value > 127:
        groups.append(value & 127 | 128)
        value >>= 7
    return bytes([*groups, value])
