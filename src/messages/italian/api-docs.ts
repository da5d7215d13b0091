import type { ApiDocsMessages } from '../api-docs-messages.ts'

export const apiDocsItalian: ApiDocsMessages = {
  title: 'Le API',
  lead: 'Tutto ciò che un programma può chiedere a questo servizio. Il token va nell’intestazione Authorization: Bearer. Le descrizioni sono in inglese.',
  machine: 'Lo stesso per le macchine, in OpenAPI 3.1',
  groups: 'Parti delle API',
  all: 'Tutto',
  who: 'Chi può usarla',
  callers: {
    anyone: 'chiunque',
    admin: 'gli amministratori',
    issuer: 'chi rilascia e gli amministratori',
    reviewer: 'chi esamina e gli amministratori',
    provider: 'gli enti di formazione e gli amministratori',
    wallet: 'un portafoglio digitale con il token di un’offerta',
    'vc-api': 'le suite di prova, con il token della VC-API se ne è impostato uno',
    connection: 'una piattaforma didattica con il segreto del suo collegamento',
  },
  parameters: 'Parametri',
  body: 'Corpo della richiesta',
  answers: 'Risposte',
  refusals: 'Rifiuti',
  example: 'Esempio',
  schemas: 'Oggetti con un nome',
}
