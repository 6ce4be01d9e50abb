"""The tree against the vectors that RFC 6962 implementations share, and its proofs against every tampering."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from approvals import merkle

# The eight entries and the roots of their beginnings that certificate-transparency implementations test against.
ENTRIES = [
    bytes.fromhex(entry)
    for entry in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [merkle.leaf_hash(entry) for entry in ENTRIES]

some_entries = st.lists(st.binary(max_size=8), min_size=1, max_size=70)


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_the_published_ones(size: int) -> None:
    assert merkle.root(ENTRIES[:size]).hex() == ROOTS[size - 1]


def test_the_empty_tree_is_the_hash_of_nothing() -> None:
    assert merkle.root([]).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


# Index and size, from 0, with the published path.
INCLUSION = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}


@pytest.mark.parametrize(("index", "size"), INCLUSION)
def test_inclusion_proofs_are_the_published_ones(index: int, size: int) -> None:
    proof = merkle.inclusion_proof(LEAVES[:size], index)
    assert [step.hex() for step in proof] == INCLUSION[index, size]


@given(some_entries, st.sets(st.integers(0, 69)))
def test_proofs_of_several_entries_are_made_in_one_pass(entries: list[bytes], marked: set[int]) -> None:
    leaves = [merkle.leaf_hash(entry) for entry in entries]
    expected = {index: merkle.inclusion_proof(leaves, index) for index in marked if index < len(leaves)}
    found = merkle.inclusion_proofs((leaf, index in marked) for index, leaf in enumerate(leaves))
    assert found == (merkle.root(entries), len(entries), expected)


def test_nothing_is_proved_of_no_entries() -> None:
    assert merkle.inclusion_proofs([]) == (merkle.EMPTY, 0, {})


@given(some_entries, st.data())
def test_an_entry_is_proved_and_no_other(entries: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(entries) - 1))
    leaves = [merkle.leaf_hash(entry) for entry in entries]
    tree, size = merkle.root(entries), len(entries)
    proof = merkle.inclusion_proof(leaves, index)
    assert merkle.includes(tree, size, leaves[index], index, proof)
    assert not merkle.includes(tree, size, merkle.leaf_hash(b"forged entry"), index, proof)
    assert not merkle.includes(tree, size, leaves[index], index, [*proof, merkle.EMPTY])
    assert not proof or not merkle.includes(tree, size, leaves[index], index, proof[:-1])
    assert not merkle.includes(tree, size, leaves[index], size, proof)


@given(some_entries, st.data())
def test_a_longer_list_is_proved_to_begin_with_the_shorter(entries: list[bytes], data: st.DataObject) -> None:
    earlier = data.draw(st.integers(1, len(entries)))
    leaves = [merkle.leaf_hash(entry) for entry in entries]
    before, after, size = merkle.root(entries[:earlier]), merkle.root(entries), len(entries)
    proof = merkle.consistency_proof(leaves, earlier)
    assert merkle.extends(before, earlier, after, size, proof)
    forged = merkle.root([b"forged entry", *entries[1:earlier]])
    assert not merkle.extends(forged, earlier, after, size, proof)
    assert not merkle.extends(before, earlier, after, size, [*proof, merkle.EMPTY])


def test_a_cut_off_tail_cannot_be_proved() -> None:
    proof = merkle.consistency_proof(LEAVES, 5)
    assert not merkle.extends(bytes.fromhex(ROOTS[5]), 6, bytes.fromhex(ROOTS[4]), 5, proof)


@pytest.mark.parametrize("index", [-1, 8])
def test_there_is_no_proof_for_an_entry_that_is_not_there(index: int) -> None:
    with pytest.raises(IndexError):
        merkle.inclusion_proof(LEAVES, index)
    with pytest.raises(IndexError):
        merkle.consistency_proof(LEAVES, index + 1 if index > 0 else 0)
