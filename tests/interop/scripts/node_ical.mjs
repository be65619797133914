// What node-ical reads from each file of a folder.
import fs from 'fs';
import path from 'path';
import ical from 'node-ical';

// A whole day comes as midnight on the clock of the machine.
const day = (time) => [time.getFullYear(), time.getMonth() + 1, time.getDate()]
  .map((number) => String(number).padStart(2, '0')).join('-');
const plain = (time) => !time ? null : time.dateOnly ? day(time) : Math.floor(time.getTime() / 1000);
const text = (value) => value?.val ?? value ?? '';
const [folder] = process.argv.slice(1);
const read = (name) => Object.values(ical.sync.parseICS(fs.readFileSync(path.join(folder, name), 'utf8')))
  .filter((event) => event.type === 'VEVENT')
  .map((event) => [event.uid, plain(event.start), plain(event.end), text(event.summary), text(event.description),
    text(event.location), text(event.status)]);
console.log(JSON.stringify(Object.fromEntries(fs.readdirSync(folder).map((name) => [name, read(name)]))));
