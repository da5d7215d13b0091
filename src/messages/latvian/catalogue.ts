import type { CatalogueMessages } from '../catalogue-messages.ts'
import { isOne } from './forms.ts'

export const catalogueLatvian: CatalogueMessages = {
  lead: 'Ko var iegūt, kā tas ir spēkā tagad. Izsniegtais saglabā parakstītos vārdus, lai kas mainītos vēlāk.',
  inForce: 'Spēkā',
  version: (version, day) => `Versija ${version}, kopš ${day}`,
  table: 'Kataloga sasniegumi',
  columns: {
    achievement: 'Sasniegums',
    kind: 'Iegūst ar',
    version: 'Versija',
    issued: 'Izsniegti',
  },
  asCertificate: 'Kā sertifikāts',
  asBadge: 'Kā nozīmīte',
  certificateOf: (achievement) => `Sertifikāts „${achievement}” ar izdomātu vārdu`,
  badgeOf: (achievement) => `Nozīmīte „${achievement}”`,
  sampleMark: 'PARAUGS',
  publicPage: 'Tā publiskā lapa',
  changes: 'Versijas',
  versions: 'Katalogi, kas bijuši spēkā, jaunākie vispirms',
  takeAway: 'Lejupielādēt',
  check: 'Pārbaudīt citu katalogu',
  checkHint:
    'Nekas netiek mainīts: redzat, kas nav kārtībā, kas atšķiras no spēkā esošā un ko tas nozīmē izsniegtajam.',
  file: 'Katalogs, JSON fails',
  howToUse:
    'Lai tas stātos spēkā, saglabājiet to tur, kur norāda CATALOGUE, un palaidiet pakalpojumu no jauna.',
  complaints: 'Kas vispirms jāizlabo',
  none: 'Kļūdu nav.',
  same: 'Par katru sasniegumu tas saka to pašu, ko spēkā esošais.',
  differences: 'Kas atšķiras',
  differencesTable: 'Sasniegumi, kas atšķiras',
  differenceColumns: {
    achievement: 'Sasniegums',
    change: 'Izmaiņa',
    members: 'Kas',
    issued: 'Izsniegti',
    judgement: 'Vērtējums',
  },
  kinds: { added: 'jauns', removed: 'vairs nav', changed: 'mainīts' },
  judgements: {
    breaks: 'bojā izsniegto: saglabājiet id un nozīmi vai veidojiet jaunu sasniegumu',
    'same-version': 'mainīts ar to pašu versiju: dodiet citu',
    fine: 'labi',
  },
  untranslated: (count) =>
    isOne(count)
      ? `Trūkst ${count} tulkojuma; tā vietā ir angļu teksts.`
      : `Trūkst ${count} tulkojumu; to vietā ir angļu teksts.`,
}
