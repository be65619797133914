"""Each file of a folder through a CalDAV server: PUT, REPORT, REPORT by time range, GET, DELETE."""

import datetime as dt
import json
import sys
import tempfile
import threading
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import caldav
from radicale import config
from radicale.app import Application


class Server(ThreadingMixIn, WSGIServer):
    """One thread for each request."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """No line for each request."""

    def log_message(self, *_):
        pass


def application(folder):
    configuration = config.load()
    settings = {"storage": {"filesystem_folder": folder}, "auth": {"type": "none"}, "logging": {"level": "critical"}}
    configuration.update(settings, "this script", privileged=True)
    return Application(configuration)


def moment(seconds):
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def texts(events):
    return [event.data for event in events]


def taken(client, number, path, ranges):
    """Send one file as a whole collection, as the server's own page does, and ask for it in every way."""
    url = f"{client.url}reader/c{number}/"
    client.put(url, path.read_bytes().decode(), {"Content-Type": "text/calendar; charset=utf-8"})
    calendar = client.calendar(url=url)
    found = calendar.get_events()
    within = [texts(calendar.search(start=moment(start), end=moment(end), event=True)) for start, end in ranges]
    one = calendar.event_by_url(found[0].url)
    one.load()
    alone = one.data
    one.delete()
    left = texts(calendar.get_events())
    calendar.add_event(alone)
    again = texts(calendar.get_events())
    calendar.delete()
    return {"all": texts(found), "within": within, "one": [alone], "left": left, "again": again}


ranges = json.loads(sys.stdin.read())
with tempfile.TemporaryDirectory() as folder:
    server = make_server("127.0.0.1", 0, application(folder), Server, Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/"
    # Any password will do: the server asks for none.
    with caldav.DAVClient(url=url, username="reader", password="x") as client:  # noqa: S106 - see above
        client.principal()  # Radicale makes the folder of a user who logs in.
        files = enumerate(sorted(Path(sys.argv[1]).iterdir()))
        print(json.dumps({path.name: taken(client, number, path, ranges[path.name]) for number, path in files}))
    server.shutdown()
