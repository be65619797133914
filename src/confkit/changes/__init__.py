"""What changed between two versions of a conference or of a catalog.

Calls, deadlines, venues, milestones and tickets are the same where their ids are; topics by id or name, organisations
by name, links by what they lead to and address, contacts by address or number, and events of a catalog by id. What
has no such mark is compared as a whole. Every difference is in some change, whether or not it has a kind of its own:

===================================================  ==================================================================
kind                                                 what it says
===================================================  ==================================================================
``event.cancelled``, ``.postponed``,                 the status; ``confirmed`` is back to as scheduled
``.tentative``, ``.confirmed``, ``.moved_online``
``event.rescheduled``                                other days or hours, or the status alone
``event.restored``                                   the same days, which had changed in between
``event.dated``, ``event.undated``                   days where there were none, and the reverse
``event.hours_set``, ``event.hours_removed``         hours where there were none, and the reverse
``event.renamed``                                    another name
``event.added``, ``event.removed``                   a conference of a catalog
``deadline.extended``, ``deadline.brought_forward``  a date that closes something, by the windows that it can mean
``deadline.restated``                                the same date, said more or less precisely
``deadline.restored``                                the same date, which had changed in between
``deadline.moved``                                   a date that closes nothing: a notification, a start
``deadline.set``, ``.withdrawn``, ``.cancelled``     from a pending date, and to one
``deadline.added``, ``deadline.removed``             a whole deadline
``milestone.*``, ``opens.*``, ``registration.*``     the same for milestones, the opening of a call, registration
``venue.changed``, ``.added``, ``.removed``          another place; ``address.*``: another address of the same place
``text.reworded``, ``.translated``, ``.added``,      words of a field; ``translated``: words in further languages,
``.removed``                                         the others as they were
``order.changed``                                    the same items in another order
===================================================  ==================================================================

``call``, ``topic``, ``organization``, ``contact``, ``link``, ``relation``, ``online``, ``ticket`` and ``field`` (what
has no name here) are ``added``, ``removed`` or ``changed``.

>>> import datetime as dt
>>> from confkit import CallForProposals, Conference, Deadline, When
>>> deadline = Deadline(kind="submission", at=When.parse("2027-01-13"))
>>> later = deadline.extend(When.parse("2027-01-20"), announced=dt.date(2027, 1, 10), reason="many requests")
>>> old, new = (
...     Conference(id="day-2027", name="A Day", calls=[CallForProposals(deadlines=[one])]) for one in (deadline, later)
... )
>>> [(change.kind, change.path, str(change.old), str(change.new)) for change in diff(old, new)]
[('deadline.extended', 'calls[0].deadlines[0].at', '2027-01-13', '2027-01-20')]
"""

from __future__ import annotations

from confkit.changes._change import Change
from confkit.changes._diff import diff
from confkit.changes._kinds import Shift, shape, shift

__all__ = ["Change", "Shift", "diff", "shape", "shift"]
