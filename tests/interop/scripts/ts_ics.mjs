// What ts-ics reads from each file of a folder; zod's form of a calendar is asked for with `--zod`.
import fs from 'fs';
import path from 'path';
import { convertIcsCalendar } from 'ts-ics';
import { parseIcsCalendar } from '@ts-ics/schema-zod';

const [folder, zod] = process.argv.slice(1);
const plain = (time) => !time ? null
  : time.type === 'DATE' ? time.date.toISOString().slice(0, 10) : Math.floor(time.date.getTime() / 1000);
const parse = zod ? parseIcsCalendar : (text) => convertIcsCalendar(undefined, text);
const rows = (calendar) => (calendar.events ?? []).map((event) => [event.uid, plain(event.start), plain(event.end),
  event.summary ?? '', event.description ?? '', event.location ?? '', event.status ?? '']);
// Of an event that may end in two ways, zod says for each what is missing.
const isEndless = (issue) => issue.errors?.flat().every((inner) => ['end', 'duration'].includes(inner.path.join('.')));
const read = (name) => {
  const text = fs.readFileSync(path.join(folder, name), 'utf8');
  try {
    return rows(parse(text));
  } catch (error) {
    return { refused: JSON.parse(error.message).every(isEndless) ? 'no end and no duration' : error.message };
  }
};
console.log(JSON.stringify(Object.fromEntries(fs.readdirSync(folder).map((name) => [name, read(name)]))));
