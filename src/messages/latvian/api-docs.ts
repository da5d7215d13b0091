import type { ApiDocsMessages } from '../api-docs-messages.ts'

export const apiDocsLatvian: ApiDocsMessages = {
  title: 'Programmu saskarne (API)',
  lead: 'Viss, ko programma var lūgt šim pakalpojumam. Piekļuves kodu sūta galvenē Authorization: Bearer. Apraksti ir angļu valodā.',
  machine: 'Tas pats mašīnām, OpenAPI 3.1 formātā',
  groups: 'Saskarnes daļas',
  all: 'Viss',
  who: 'Kas drīkst to izsaukt',
  callers: {
    anyone: 'ikviens',
    admin: 'administratori',
    issuer: 'izsniedzēji un administratori',
    reviewer: 'izvērtētāji un administratori',
    provider: 'mācību iestādes un administratori',
    wallet: 'digitālais maks ar piedāvājuma kodu',
    'vc-api': 'testu programmas, ar VC-API kodu, ja tāds ir iestatīts',
    connection: 'mācību platforma ar sava savienojuma noslēpumu',
  },
  parameters: 'Parametri',
  body: 'Pieprasījuma saturs',
  answers: 'Atbildes',
  refusals: 'Atteikumi',
  example: 'Piemērs',
  schemas: 'Objekti ar nosaukumu',
}
