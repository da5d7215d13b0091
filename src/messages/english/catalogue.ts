import type { CatalogueMessages } from '../catalogue-messages.ts'

export const catalogueEnglish: CatalogueMessages = {
  lead: 'What can be earned, as it is in force now. What was issued keeps the words that were signed, whatever comes later.',
  inForce: 'In force',
  version: (version, day) => `Version ${version}, since ${day}`,
  table: 'Achievements of the catalogue',
  columns: { achievement: 'Achievement', kind: 'Earned by', version: 'Version', issued: 'Issued' },
  asCertificate: 'As a certificate',
  asBadge: 'As a badge',
  certificateOf: (achievement) => `Certificate of ${achievement}, with an invented name`,
  badgeOf: (achievement) => `Badge of ${achievement}`,
  sampleMark: 'SAMPLE',
  publicPage: 'Its public page',
  changes: 'Versions',
  versions: 'Catalogues that were in force, the newest first',
  takeAway: 'Take it away',
  check: 'Check another catalogue',
  checkHint:
    'Nothing is changed: you see what is wrong with it, what differs from the one in force, and what that means for what was issued.',
  file: 'Catalogue, a JSON file',
  howToUse: 'To put it in force, save it where CATALOGUE points to and start the service again.',
  complaints: 'What has to be mended first',
  none: 'Nothing is wrong with it.',
  same: 'It says of every achievement what the one in force says.',
  differences: 'What differs',
  differencesTable: 'Achievements that differ',
  differenceColumns: {
    achievement: 'Achievement',
    change: 'Change',
    members: 'What',
    issued: 'Issued',
    judgement: 'Judgement',
  },
  kinds: { added: 'new', removed: 'gone', changed: 'changed' },
  judgements: {
    breaks: 'breaks what was issued: keep the id and the meaning, or make a new achievement',
    'same-version': 'changed under the same version: give it another version',
    fine: 'fine',
  },
  untranslated: (count) =>
    count === 1
      ? 'One translation is owed; English stands there.'
      : `${count} translations are owed; English stands there.`,
}
