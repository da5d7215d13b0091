import type { OperatorMessages } from '../operator-messages.ts'
import { catalogueLatvian } from './catalogue.ts'
import { manyLatvian } from './many.ts'
import { accountsLatvian, auditLatvian, tokensLatvian } from './operator-accounts.ts'
import { safetyDeskLatvian } from './safety-desk.ts'
import { statisticsLatvian } from './statistics.ts'

export const operatorLatvian: OperatorMessages = {
  title: 'Uzturētāja darbvieta',
  signOut: 'Izrakstīties',
  forOperators: 'Uzturētāja darbvieta',
  signedInAs: (name, role) => `Jūs esat pierakstījies kā ${name} (${role})`,
  places: {
    imports: {
      name: 'Importēšana',
      hint: 'Skatiet, ko fails izsniegtu, izsniedziet, vērojiet gaitu, atsauciet.',
    },
    find: {
      name: 'Meklēt',
      hint: 'Cilvēku vai apliecinājumu pēc vārda, adreses, kursa vai datuma.',
    },
    acts: {
      name: 'Daudzi reizē',
      hint: 'Atsaukt, aizstāt vai rakstīt vēlreiz daudziem uzreiz, vispirms apskatot.',
    },
    corrections: {
      name: 'Labojumi',
      hint: 'Dalībnieku norādītās kļūdas: apstipriniet vai noraidiet.',
    },
    statistics: {
      name: 'Skaitļi',
      hint: 'No reģistrētajiem līdz pabeigušajiem, vēstules, pārbaudes.',
    },
    catalogue: { name: 'Katalogs', hint: 'Ko var iegūt, kā tas izskatās, kura versija ir spēkā.' },
    issuers: {
      name: 'Izdevēji',
      hint: 'Partneri, viņu atslēgas, ko katrs drīkst izsniegt un līdz kuram laikam.',
    },
    connections: {
      name: 'Savienojumi',
      hint: 'Kursu platformas, kas pašas paziņo par pabeigšanu.',
    },
    webhooks: {
      name: 'Paziņojumi',
      hint: 'Sistēmas, kurām paziņo, kas izsniegts, atsaukts vai saņemts.',
    },
    accounts: { name: 'Konti', hint: 'Kas drīkst šeit pierakstīties un ko drīkst darīt.' },
    tokens: { name: 'Kodi', hint: 'Piekļuves kodi programmām, kas izmanto API.' },
    audit: { name: 'Žurnāls', hint: 'Kas ko un kad ir darījis.' },
    safety: {
      name: 'Drošība',
      hint: 'Rezerves kopijas, kontrolpunkti, parakstīšanas atslēgas, datu glabāšanas laiks.',
    },
  },
  roles: {
    admin: 'administrators',
    issuer: 'izsniedzējs',
    reviewer: 'izskatītājs',
    provider: 'mācību sniedzējs',
  },
  roleHints: {
    admin: 'drīkst darīt visu',
    issuer: 'importē, izsniedz, labo un atsauc savos kursos',
    reviewer: 'redz savus kursus, izlemj par labojumiem un piekrīt lielām darbībām; neko nesāk',
    provider: 'lemj par pretendentiem sniedzēja darbvietā',
  },
  home: {
    lead: 'Ko vēlaties darīt?',
    toProvider: 'Uz sniedzēja darbvietu',
  },
  signIn: {
    title: 'Pierakstīties uzturētāja darbvietā',
    lead: 'Tiem, kas vada kursus: importēt rezultātus, izsniegt, labot, atsaukt un redzēt, kas ko darījis.',
    login: 'Vārds vai e-pasta adrese',
    password: 'Parole',
    submit: 'Pierakstīties',
    by: (organisation) => `Pierakstīties ar ${organisation}`,
    withToken: 'Pierakstīties ar kodu',
    token: 'Piekļuves kods',
    privacy:
      'Bez nevienas darbības pierakstīšanās ir spēkā līdz 8 stundām, kopā līdz 12 stundām; to nodrošina viena šīs vietnes sīkdatne.',
    problems: {
      unauthorised: {
        title: 'Pierakstīties neizdevās',
        remedy:
          'Vēlreiz pārbaudiet vārdu un paroli. Ja savu aizmirsāt, administrators var iestatīt citu.',
      },
      forbidden: {
        title: 'Šeit jums nav konta',
        remedy: 'Lūdziet pakalpojuma administratoram izveidot kontu ar jūsu e-pasta adresi.',
      },
      ended: {
        title: 'Lūdzu, pierakstieties',
        remedy: 'Pierakstīšanās nav notikusi vai ir beigusies. Nekas no saglabātā nav zudis.',
      },
      'not-done': {
        title: 'Lūdzu, pierakstieties',
        remedy:
          'Pierakstīšanās ir beigusies, tāpēc tas netika izdarīts, un ierakstītais nav saglabāts. Nekas no saglabātā nav zudis: pierakstieties un dariet to vēlreiz.',
      },
    },
    goOn: 'Jūs esat pierakstījies. Turpiniet darbvietā.',
  },
  accounts: accountsLatvian,
  tokens: tokensLatvian,
  audit: auditLatvian,
  many: manyLatvian,
  catalogue: catalogueLatvian,
  statistics: statisticsLatvian,
  safety: safetyDeskLatvian,
}
