"""The changes between two versions of a conference or of a catalog.

Items of a list are recognised in the other version: calls, deadlines, venues, milestones and tickets by their ids;
topics by id or name; organizations by name; links by purpose and address; contacts by address or phone number; events
of a catalog by id. Any other value is compared as a whole. Each difference is reported; the kinds of changes are:

===================================================  ==================================================================
kind                                                 meaning
===================================================  ==================================================================
``event.cancelled``, ``.postponed``,                 the new status; ``confirmed``: the event takes place as planned
``.tentative``, ``.confirmed``, ``.moved_online``
``event.rescheduled``                                new days or new hours, or only the status ``rescheduled``
``event.restored``                                   the days are the same again after they had changed in between
``event.dated``, ``event.undated``                   days are known now, or no longer known
``event.hours_set``, ``event.hours_removed``         hours are stated now, or no longer stated
``event.renamed``                                    a new name
``event.added``, ``event.removed``                   a conference of a catalog
``deadline.extended``, ``deadline.brought_forward``  a closing date moved to later or earlier, judged by all instants
                                                     that it can mean
``deadline.restated``                                the same closing date, stated more or less precisely
``deadline.restored``                                the date is the same again after it had changed in between
``deadline.moved``                                   a date that does not close anything: a notification, a start
``deadline.set``, ``.withdrawn``, ``.cancelled``     a pending date was announced, or a date became pending
``deadline.added``, ``deadline.removed``             a whole deadline
``milestone.*``, ``opens.*``, ``registration.*``     the same for milestones, the opening of a call, registration
``venue.changed``, ``.added``, ``.removed``          another place; ``address.*``: another address of the same place
``text.reworded``, ``.translated``, ``.added``,      words of a field; ``translated``: only languages were added
``.removed``
``order.changed``                                    the same items in another order
===================================================  ==================================================================

``call``, ``topic``, ``organization``, ``contact``, ``link``, ``relation``, ``online``, ``ticket`` and ``field`` (any
other field) are ``added``, ``removed`` or ``changed``.

>>> import datetime as dt
>>> from confkit import CallForProposals, Conference, Deadline, When
>>> deadline = Deadline(kind="submission", at=When.parse("2027-01-13"))
>>> later = deadline.extend(When.parse("2027-01-20"), announced=dt.date(2027, 1, 10), reason="many requests")
>>> old, new = (
...     Conference(id="day-2027", name="A Day", calls=[CallForProposals(deadlines=[version])])
...     for version in (deadline, later)
... )
>>> [(change.kind, change.path, str(change.old), str(change.new)) for change in diff(old, new)]
[('deadline.extended', 'calls[0].deadlines[0].at', '2027-01-13', '2027-01-20')]
"""

from __future__ import annotations

from confkit.changes._change import Change, Shift, shift, without_numbers
from confkit.changes._diff import diff

__all__ = ["Change", "Shift", "diff", "shift", "without_numbers"]
