// What ical.js reads from each file of a folder, with its checks on.
import fs from 'fs';
import path from 'path';
import ICAL from 'ical.js';

ICAL.design.strict = true;
const plain = (time) => !time ? null : time.isDate ? time.toString() : time.toUnixTime();
const text = (event, name) => event.getFirstPropertyValue(name) ?? '';
const rows = (calendar) => calendar.getAllSubcomponents('vevent').map((event) => [
  text(event, 'uid'), plain(event.getFirstPropertyValue('dtstart')), plain(event.getFirstPropertyValue('dtend')),
  text(event, 'summary'), text(event, 'description'), text(event, 'location'), text(event, 'status'),
]);
const [folder] = process.argv.slice(1);
const read = (name) => rows(new ICAL.Component(ICAL.parse(fs.readFileSync(path.join(folder, name), 'utf8'))));
console.log(JSON.stringify(Object.fromEntries(fs.readdirSync(folder).map((name) => [name, read(name)]))));
