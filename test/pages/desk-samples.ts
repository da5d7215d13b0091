import type { Localised } from '../../src/language.ts'
import type { Specialization } from '../../src/learning/specialization.ts'
import type { DeskRow } from '../../src/pages/desk-home-page.ts'

export const formToken = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

const text = (en: string, el: string | null = null): Localised => ({
  en,
  el,
  it: null,
  bg: null,
  lv: null,
})

export const specialization: Specialization = {
  id: 'ceco',
  name: text('Community engagement officer', 'Υπεύθυνος δέσμευσης κοινότητας'),
  description: text('For librarians who work with their community.'),
  profile: 'ceco',
  hours: { total: 300, parts: [{ name: text('Online'), hours: 120 }] },
  places: { total: 80, perCountry: 20 },
  countries: ['GR', 'IT', 'BG', 'LV'],
  applications: { from: '2026-10-01', until: '2026-12-31' },
  modules: [
    { id: 'm1', name: text('Community needs', 'Ανάγκες της κοινότητας'), hours: 20, skills: [] },
    { id: 'm2', name: text('Advocacy', 'Συνηγορία'), hours: 12, skills: [] },
  ],
  admission: {
    validDays: 90,
    statements: [
      {
        id: 'host-library',
        name: text('A library hosts me', 'Με φιλοξενεί βιβλιοθήκη'),
        needs: 'document',
      },
      {
        id: 'project',
        name: text('I have an idea for a project', 'Έχω μια ιδέα για έργο'),
        needs: 'review',
      },
    ],
    rules: [
      {
        id: 'mooc',
        name: text('The MOOC completed', 'Ολοκλήρωση του MOOC'),
        advice: text('Complete the MOOC.', 'Ολοκληρώστε το MOOC.'),
        requires: { kind: 'achievement', achievement: 'mooc-completion' },
        points: 2,
      },
      {
        id: 'host',
        name: text('A host library', 'Βιβλιοθήκη υποδοχής'),
        advice: text('Ask your library.', 'Ρωτήστε τη βιβλιοθήκη σας.'),
        requires: { kind: 'statement', statement: 'host-library' },
        points: 1,
      },
    ],
    eligible: { kind: 'rule', rule: 'mooc' },
    considered: { kind: 'rule', rule: 'host' },
    waivers: { from: ['own'] },
  },
  eligibility: {
    version: '1',
    name: text('May enrol'),
    description: text('May enrol.'),
    criteria: text('Meets the conditions.'),
    emblem: { label: 'CECO', ink: '#000000', ground: '#ffffff' },
  },
}

export const deskRows: readonly DeskRow[] = [
  { specialization, isOpen: true, decisions: 1204, waiting: 3, taken: 61 },
  {
    specialization: {
      ...specialization,
      applications: { from: '2027-10-01', until: null },
      places: { total: null, perCountry: 5 },
    },
    isOpen: false,
    decisions: 0,
    waiting: 0,
    taken: null,
  },
]
