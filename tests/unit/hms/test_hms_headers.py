from __future__ import annotations

import copy
import pickle

from hms_fakes import law
from hypothesis import given
from hypothesis import strategies as st

from hms import Headers

NAMES = st.text("abcXYZ-", min_size=1, max_size=6)
PAIRS = st.lists(st.tuples(NAMES, st.text(max_size=5)), max_size=8)


@law
@given(PAIRS)
def test_names_compare_without_regard_to_case(pairs: list[tuple[str, str]]) -> None:
    headers = Headers(pairs)
    for name, _ in pairs:
        joined = ", ".join(value for other, value in pairs if other.lower() == name.lower())
        assert headers[name] == headers[name.upper()] == headers[name.swapcase()] == joined
        assert name.swapcase() in headers
    assert len(headers) == len({name.lower() for name, _ in pairs})
    assert headers == Headers([(name.swapcase(), value) for name, value in pairs])
    assert hash(headers) == hash(Headers([(name.swapcase(), value) for name, value in pairs]))


@law
@given(PAIRS, NAMES)
def test_replace_sets_one_header(pairs: list[tuple[str, str]], name: str) -> None:
    before = Headers(pairs)
    after = before.replace(name, "new")
    assert after[name] == "new"
    assert {key.lower() for key in after} == {key.lower() for key in before} | {name.lower()}


@law
@given(PAIRS)
def test_headers_copy_and_pickle(pairs: list[tuple[str, str]]) -> None:
    headers = Headers(pairs)
    assert copy.deepcopy(headers) == headers
    assert pickle.loads(pickle.dumps(headers)) == headers


def test_absent_headers() -> None:
    headers = Headers({"A": "1"})
    assert headers.get("b") is None
    assert "b" not in headers
    assert headers.__contains__(1) is False
    assert headers != {"A": "1"}
