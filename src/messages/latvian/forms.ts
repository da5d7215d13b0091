import { formatNumber } from '../format.ts'

const plural = new Intl.PluralRules('lv', { maximumFractionDigits: 2 })

export const number = (value: number) => formatNumber(value, 'lv')

/** The form that goes with a number: of 0, 10 to 20, 30 …; of 1, 21 …; of all others. */
export function formFor(count: number, zero: string, one: string, other: string): string {
  const category = plural.select(count)
  if (category === 'zero') return zero
  return category === 'one' ? one : other
}

export const isOne = (count: number) => plural.select(count) === 'one'

/** The number and the word that goes with it. */
export const counted = (count: number, zero: string, one: string, other: string) =>
  `${number(count)} ${formFor(count, zero, one, other)}`

/** After "no": singular genitive, else plural dative. */
export const outOf = (count: number, one: string, other: string) =>
  `no ${number(count)} ${isOne(count) ? one : other}`

interface MonthForms {
  readonly from: string
  readonly until: string
  readonly on: string
}

// Dates come in the nominative; a sentence needs another case of the month.
const months: Readonly<Record<string, MonthForms>> = {
  janvāris: { from: 'janvāra', until: 'janvārim', on: 'janvārī' },
  februāris: { from: 'februāra', until: 'februārim', on: 'februārī' },
  marts: { from: 'marta', until: 'martam', on: 'martā' },
  aprīlis: { from: 'aprīļa', until: 'aprīlim', on: 'aprīlī' },
  maijs: { from: 'maija', until: 'maijam', on: 'maijā' },
  jūnijs: { from: 'jūnija', until: 'jūnijam', on: 'jūnijā' },
  jūlijs: { from: 'jūlija', until: 'jūlijam', on: 'jūlijā' },
  augusts: { from: 'augusta', until: 'augustam', on: 'augustā' },
  septembris: { from: 'septembra', until: 'septembrim', on: 'septembrī' },
  oktobris: { from: 'oktobra', until: 'oktobrim', on: 'oktobrī' },
  novembris: { from: 'novembra', until: 'novembrim', on: 'novembrī' },
  decembris: { from: 'decembra', until: 'decembrim', on: 'decembrī' },
}

const inCase = (date: string, wanted: keyof MonthForms) =>
  `${date}`
    .replace(/\p{L}+/gu, (word) => months[word]?.[wanted] ?? word)
    .replace(/(?<=\p{L}) (?=\d\d:\d\d)/u, ' plkst. ')

/** "no 2026. gada 22. novembra" */
export const fromDay = (date: string) => `no ${inCase(date, 'from')}`

/** "līdz 2026. gada 22. novembrim" */
export const untilDay = (date: string) => `līdz ${inCase(date, 'until')}`

/** "2026. gada 22. novembrī plkst. 21:05 UTC" */
export const onDay = (date: string) => inCase(date, 'on')
