# modes: stress
# must-compile: Kind.sign, Account.balance, Account.add, Bank.open
"""A bank: accounts, transactions that roll back, a ledger in Decimal, events, and an audit at the end."""
import random
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from enum import Enum, auto
from functools import total_ordering


class Kind(Enum):
    DEPOSIT = auto()
    WITHDRAWAL = auto()
    TRANSFER = auto()
    INTEREST = auto()

    @property
    def sign(self):
        return -1 if self is Kind.WITHDRAWAL else 1


class InsufficientFunds(Exception):
    def __init__(self, account, missing):
        super().__init__(account, missing)
        self.account, self.missing = account, missing

    def __str__(self):
        return f"{self.account} lacks {self.missing}"


@dataclass(frozen=True, order=True)
class Entry:
    number: int
    kind: Kind = field(compare=False)
    amount: Decimal = field(compare=False)


@total_ordering
class Account:
    def __init__(self, owner, limit="0"):
        self.owner, self.limit = owner, Decimal(limit)
        self._entries = []

    @property
    def balance(self):
        return sum((e.kind.sign * e.amount for e in self._entries), Decimal("0.00"))

    def add(self, entry):
        after = self.balance + entry.kind.sign * entry.amount
        if after < -self.limit:
            raise InsufficientFunds(self.owner, -after - self.limit)
        self._entries.append(entry)

    def __eq__(self, other):
        return self.balance == other.balance

    def __lt__(self, other):
        return self.balance < other.balance

    def __repr__(self):
        return f"<{self.owner}: {self.balance}>"


class Bank:
    def __init__(self):
        self.accounts = {}
        self.count = 0
        self.listeners = []

    def open(self, owner, **options):
        if owner in self.accounts:
            raise KeyError(owner)
        return self.accounts.setdefault(owner, Account(owner, **options))

    def on(self, listener):
        self.listeners.append(listener)
        return listener

    def book(self, owner, kind, amount):
        self.count += 1
        self.accounts[owner].add(Entry(self.count, kind, Decimal(amount)))
        for listener in self.listeners:
            listener(owner, kind, Decimal(amount))

    @contextmanager
    def transaction(self):
        saved = {name: list(a._entries) for name, a in self.accounts.items()}
        try:
            yield self
        except InsufficientFunds as e:
            for name, entries in saved.items():
                self.accounts[name]._entries[:] = entries
            e.add_note("rolled back")
            raise

    def transfer(self, source, target, amount):
        with self.transaction():
            self.book(target, Kind.DEPOSIT, amount)
            self.book(source, Kind.WITHDRAWAL, amount)


bank = Bank()
seen = {kind: 0 for kind in Kind}


@bank.on
def note(owner, kind, amount):
    seen[kind] += 1


for owner, options in (("ann", {}), ("bob", {"limit": "100"}), ("cy", {})):
    bank.open(owner, **options)
bank.book("ann", Kind.DEPOSIT, "250.10")
bank.transfer("ann", "bob", "99.99")
for source, target, amount in (("cy", "ann", "0.01"), ("bob", "cy", "199.99"), ("bob", "cy", "0.01")):
    try:
        bank.transfer(source, target, amount)
        print("moved", amount, bank.accounts)
    except InsufficientFunds as e:
        print(type(e).__name__, e, e.args, e.__notes__, bank.accounts)
try:
    bank.open("ann")
except KeyError as e:
    print("exists", e)
for a in bank.accounts.values():
    if a.balance > 0:
        bank.book(a.owner, Kind.INTEREST, (a.balance * Decimal("0.0125")).quantize(Decimal("0.01"), ROUND_HALF_EVEN))
print(sorted(bank.accounts.values()), max(bank.accounts.values()))
rng = random.Random(7)
refused = 0
for _ in range(300):
    a, b = rng.sample(sorted(bank.accounts), 2)
    try:
        bank.transfer(a, b, f"{rng.randrange(1, 5000) / 100:.2f}")
    except InsufficientFunds:
        refused += 1
print(refused, bank.accounts, sum(a.balance for a in bank.accounts.values()))
print(seen)
numbers = [e.number for a in bank.accounts.values() for e in a._entries]
print(len(numbers) == len(set(numbers)), all(a._entries == sorted(a._entries) for a in bank.accounts.values()))
try:
    bank.accounts["ann"]._entries[0].amount = 5
except AttributeError as e:
    print(type(e).__name__, e)
