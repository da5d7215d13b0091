import type { CatalogueMessages } from '../catalogue-messages.ts'

export const catalogueItalian: CatalogueMessages = {
  lead: 'Che cosa si può ottenere, com’è in vigore adesso. Ciò che è stato rilasciato conserva le parole firmate, qualunque cosa cambi dopo.',
  inForce: 'In vigore',
  version: (version, day) => `Versione ${version}, dal ${day}`,
  table: 'Risultati del catalogo',
  columns: {
    achievement: 'Risultato',
    kind: 'Si ottiene con',
    version: 'Versione',
    issued: 'Rilasciati',
  },
  asCertificate: 'Come certificato',
  asBadge: 'Come distintivo',
  certificateOf: (achievement) => `Certificato di ${achievement}, con un nome inventato`,
  badgeOf: (achievement) => `Distintivo di ${achievement}`,
  sampleMark: 'ESEMPIO',
  publicPage: 'La pagina pubblica',
  changes: 'Versioni',
  versions: 'Cataloghi che sono stati in vigore, dal più recente',
  takeAway: 'Scaricarlo',
  check: 'Controllare un altro catalogo',
  checkHint:
    'Non cambia nulla: si vede che cosa non va, che cosa differisce da quello in vigore, e che cosa significa per ciò che è stato rilasciato.',
  file: 'Catalogo, un file JSON',
  howToUse: 'Per metterlo in vigore, salvarlo dove indica CATALOGUE e riavviare il servizio.',
  complaints: 'Da correggere prima',
  none: 'Non c’è nulla da correggere.',
  same: 'Di ogni risultato dice ciò che dice quello in vigore.',
  differences: 'Che cosa differisce',
  differencesTable: 'Risultati che differiscono',
  differenceColumns: {
    achievement: 'Risultato',
    change: 'Modifica',
    members: 'Che cosa',
    issued: 'Rilasciati',
    judgement: 'Giudizio',
  },
  kinds: { added: 'nuovo', removed: 'tolto', changed: 'cambiato' },
  judgements: {
    breaks:
      'compromette ciò che è stato rilasciato: conservare id e significato, o creare un nuovo risultato',
    'same-version': 'cambiato con la stessa versione: dargliene un’altra',
    fine: 'va bene',
  },
  untranslated: (count) =>
    count === 1
      ? 'Manca una traduzione; al suo posto c’è l’inglese.'
      : `Mancano ${count} traduzioni; al loro posto c’è l’inglese.`,
}
