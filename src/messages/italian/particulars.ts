import type { ParticularMessages } from '../particular-messages.ts'

export const particularsItalian: ParticularMessages = {
  missing: ({ at }) => `Manca «${at}».`,
  'object-needed': () => 'Serve un oggetto JSON: { … }.',
  'unknown-member': ({ at, choices }) => `Qui nulla si chiama «${at}». Sono ammessi: ${choices}.`,
  'not-one-of': ({ at, value, choices }) => `${at}: «${value}» non è tra ${choices}.`,
  'no-country': ({ at, value }) =>
    `${at}: «${value}» non è un paese in due lettere (ISO 3166-1), come LV.`,
  'statements-form': ({ at, choices }) =>
    `${at}: serve un oggetto, come {…: true}. Gli identificatori sono ${choices}.`,
  'text-needed': ({ at }) => `«${at}» è un testo.`,
  'too-long': ({ at, limit }) => `${at}: al massimo ${limit} caratteri.`,
  'too-many': ({ at, limit }) => `${at}: al massimo ${limit}.`,
  'in-future': ({ at, value }) => `${at}: ${value} è nel futuro.`,
  'no-instant': ({ at, value }) =>
    `${at}: «${value}» non è né un giorno come 2026-11-30 né un istante come 2026-11-30T12:00:00Z.`,
  'application-days': ({ value }) => `La domanda si può presentare in questi giorni: ${value}.`,
  'columns-unknown': ({ at, value, choices }) =>
    `Riga ${at}: colonna sconosciuta o ripetuta: ${value}. Le colonne sono ${choices}.`,
  'column-needed': ({ at, choices }) =>
    `La riga ${at} non nomina alcuna colonna con certificati o dichiarazioni. Le colonne sono ${choices}.`,
  'headings-open': () => 'Nelle intestazioni ci sono virgolette che nulla chiude.',
  'list-empty': () =>
    'Non contiene nulla: inviare una riga di intestazioni e una riga per ciascuno.',
  'too-many-rows': ({ limit }) => `Un elenco ha al massimo ${limit} richiedenti; va diviso.`,
  'enrolled-elsewhere': () =>
    'Il posto è presso un altro ente di formazione. Rivolgersi a quell’ente o al gestore di questo servizio.',
  'maybe-elsewhere': () =>
    'Se è la stessa persona, il posto è presso un altro ente di formazione: rivolgersi a quell’ente o al gestore di questo servizio. Se è un’altra, indicarlo e iscriverla di nuovo.',
}
