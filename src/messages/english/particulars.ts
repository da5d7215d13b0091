import type { ParticularMessages } from '../particular-messages.ts'

export const particularsEnglish: ParticularMessages = {
  missing: ({ at }) => `“${at}” is missing.`,
  'object-needed': () => 'A JSON object is needed: { … }.',
  'unknown-member': ({ at, choices }) => `Nothing here is called “${at}”. There is ${choices}.`,
  'not-one-of': ({ at, value, choices }) => `${at}: “${value}” is none of ${choices}.`,
  'no-country': ({ at, value }) =>
    `${at}: “${value}” is no country in two letters (ISO 3166-1), such as LV.`,
  'statements-form': ({ at, choices }) =>
    `${at}: an object is needed, such as {"id": true}. The ids are ${choices}.`,
  'text-needed': ({ at }) => `“${at}” is a text.`,
  'too-long': ({ at, limit }) => `${at}: at most ${limit} characters.`,
  'too-many': ({ at, limit }) => `${at}: at most ${limit}.`,
  'in-future': ({ at, value }) => `${at}: ${value} lies in the future.`,
  'no-instant': ({ at, value }) =>
    `${at}: “${value}” is neither a day such as 2026-11-30 nor an instant such as 2026-11-30T12:00:00Z.`,
  'application-days': ({ value }) => `One may apply on these days: ${value}.`,
  'columns-unknown': ({ at, value, choices }) =>
    `Line ${at}: no such column, or one that is there twice: ${value}. The columns are ${choices}.`,
  'column-needed': ({ at, choices }) =>
    `Line ${at} names no column with certificates or statements. The columns are ${choices}.`,
  'headings-open': () => 'The headings have a quotation mark that nothing closes.',
  'list-empty': () => 'There is nothing in it: send a line of headings and a row for each.',
  'too-many-rows': ({ limit }) => `A list has at most ${limit} applicants; part it.`,
  'enrolled-elsewhere': () =>
    'The place is at another training provider. Ask that provider, or the operator of this service.',
  'maybe-elsewhere': () =>
    'If it is the same person, the place is at another training provider: ask that provider, or the operator of this service. If it is another person, say so and enrol again.',
}
