"""Merkle trees after RFC 6962, section 2.1: one hash that stands for a list of entries, and short proofs about it.

A run certificate seals its manifest with the root of such a tree.  Whoever holds the root can be shown with a handful
of hashes that an entry is in the list (inclusion), or that a longer list only added to a shorter one (consistency).
Entries are bytes and hashes are SHA-256 digests; leaf and inner hashes start with different bytes, so that no inner
node can be passed off as an entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

Digest = bytes
Proof = list[Digest]

EMPTY: Digest = sha256(b"").digest()


def leaf_hash(entry: bytes) -> Digest:
    """The hash of one entry."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: Digest, right: Digest) -> Digest:
    """The hash of two subtrees."""
    return sha256(b"\x01" + left + right).digest()


def root(entries: Iterable[bytes]) -> Digest:
    """The tree's hash over entries that are seen once and not kept: memory grows with the logarithm of their number."""
    tree = GrowingTree()
    for entry in entries:
        tree.add(entry)
    return tree.root()


class GrowingTree:
    """A tree that entries are added to one by one.

    It keeps the roots of the complete subtrees, largest first, whose sizes are the binary digits of `size`.
    """

    def __init__(self, size: int = 0, complete: Iterable[Digest] = ()) -> None:
        self.size = size
        self._complete: list[Digest] = list(complete)

    @property
    def complete(self) -> tuple[Digest, ...]:
        """The roots of the complete subtrees; with the size, all it takes to go on from here."""
        return tuple(self._complete)

    def add(self, entry: bytes) -> None:
        """Append one entry."""
        self.add_leaf(leaf_hash(entry))

    def add_leaf(self, digest: Digest) -> None:
        """Append an entry whose leaf hash is known; two subtrees of equal size become one."""
        carry = self.size
        while carry & 1:
            digest, carry = node_hash(self._complete.pop(), digest), carry >> 1
        self._complete.append(digest)
        self.size += 1

    def root(self) -> Digest:
        """The hash of all entries so far."""
        if not self._complete:
            return EMPTY
        *larger, digest = self._complete
        for left in reversed(larger):
            digest = node_hash(left, digest)
        return digest


def inclusion_proof(leaves: Sequence[Digest], index: int) -> Proof:
    """The hashes that lead from the leaf at `index` (from 0) to the root of all `leaves`; the lowest one first."""
    if not 0 <= index < len(leaves):
        raise IndexError(f"no leaf {index} in a tree of {len(leaves)}")
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if index < split:
        return [*inclusion_proof(left, index), _subtree(right)]
    return [*inclusion_proof(right, index - split), _subtree(left)]


def inclusion_proofs(leaves: Iterable[tuple[Digest, bool]]) -> tuple[Digest, int, dict[int, Proof]]:
    """Root and size of a tree whose leaves are seen once and not kept, and the proofs of the marked ones by index.

    The proofs are those of `inclusion_proof`; memory grows with their number and the logarithm of that of the leaves.
    """
    peaks: list[tuple[Digest, list[Proof]]] = []
    proofs: dict[int, Proof] = {}
    size = 0
    for digest, marked in leaves:
        peak = digest, [proofs.setdefault(size, [])] if marked else []
        carry = size
        while carry & 1:
            peak, carry = _joined(peaks.pop(), peak), carry >> 1
        peaks.append(peak)
        size += 1
    if not peaks:
        return EMPTY, 0, {}
    peak = peaks.pop()
    while peaks:
        peak = _joined(peaks.pop(), peak)
    return peak[0], size, proofs


def _joined(left: tuple[Digest, list[Proof]], right: tuple[Digest, list[Proof]]) -> tuple[Digest, list[Proof]]:
    """Two subtrees as one; the way up from each entry under one of them goes past the other."""
    for proof in left[1]:
        proof.append(right[0])
    for proof in right[1]:
        proof.append(left[0])
    return node_hash(left[0], right[0]), left[1] + right[1]


def includes(tree: Digest, size: int, leaf: Digest, index: int, proof: Sequence[Digest]) -> bool:
    """Whether `proof` shows that `leaf` is entry `index` of the `size` entries under the root `tree`.

    RFC 9162, section 2.1.3.2: follows the path upwards; `last` is the last entry's place on the same level.
    """
    if not 0 <= index < size:
        return False
    last, digest = size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if index & 1 or index == last:
            digest = node_hash(step, digest)
            index, last = _up_to_left_turn(index, last)
        else:
            digest = node_hash(digest, step)
        index, last = index >> 1, last >> 1
    return last == 0 and digest == tree


def consistency_proof(leaves: Sequence[Digest], earlier: int) -> Proof:
    """The hashes which show that the tree of the first `earlier` leaves is a beginning of the tree of all of them."""
    if not 0 < earlier <= len(leaves):
        raise IndexError(f"no earlier tree of {earlier} in a tree of {len(leaves)}")
    return _consistency(leaves, earlier, complete=True)


def _consistency(leaves: Sequence[Digest], earlier: int, *, complete: bool) -> Proof:
    """RFC 6962, section 2.1.2.  `complete`: the earlier tree is a whole subtree here, and its hash is known."""
    if earlier == len(leaves):
        return [] if complete else [_subtree(leaves)]
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if earlier <= split:
        return [*_consistency(left, earlier, complete=complete), _subtree(right)]
    return [*_consistency(right, earlier - split, complete=False), _subtree(left)]


def extends(earlier: Digest, earlier_size: int, later: Digest, later_size: int, proof: Sequence[Digest]) -> bool:
    """Whether `proof` shows that the later tree begins with the entries of the earlier one (RFC 9162, 2.1.4.2)."""
    if earlier_size == later_size:
        return not proof and earlier == later
    if not 0 < earlier_size < later_size or not proof:
        return False
    whole = earlier_size & (earlier_size - 1) == 0
    first, *steps = [earlier, *proof] if whole else proof
    index, last = _up_past_right_turns(earlier_size - 1, later_size - 1)
    old = new = first
    for step in steps:
        if last == 0:
            return False
        if index & 1 or index == last:
            old, new = node_hash(step, old), node_hash(step, new)
            index, last = _up_to_left_turn(index, last)
        else:
            new = node_hash(new, step)
        index, last = index >> 1, last >> 1
    return last == 0 and old == earlier and new == later


def _split(size: int) -> int:
    """The largest power of two below `size`: how many leaves the left subtree holds."""
    return 1 << (size - 1).bit_length() - 1


def _subtree(leaves: Sequence[Digest]) -> Digest:
    if len(leaves) == 1:
        return leaves[0]
    split = _split(len(leaves))
    return node_hash(_subtree(leaves[:split]), _subtree(leaves[split:]))


def _up_to_left_turn(index: int, last: int) -> tuple[int, int]:
    """Skip the levels on which a right-hand edge has no sibling."""
    while index and not index & 1:
        index, last = index >> 1, last >> 1
    return index, last


def _up_past_right_turns(index: int, last: int) -> tuple[int, int]:
    """Go up while the earlier tree's last entry is a right child: there its subtree is complete."""
    while index & 1:
        index, last = index >> 1, last >> 1
    return index, last
