import type { ApiDocsMessages } from '../api-docs-messages.ts'

export const apiDocsEnglish: ApiDocsMessages = {
  title: 'The API',
  lead: 'Everything that a program can ask of this service. A token goes into the header Authorization: Bearer.',
  machine: 'The same for machines, as OpenAPI 3.1',
  groups: 'Parts of the API',
  all: 'Everything',
  who: 'Who may call it',
  callers: {
    anyone: 'anyone',
    admin: 'administrators',
    issuer: 'issuers and administrators',
    reviewer: 'reviewers and administrators',
    provider: 'training providers and administrators',
    wallet: 'a wallet with the token of an offer',
    'vc-api': 'test suites, with the token of the VC-API where one is set',
    connection: 'a learning platform with the secret of its connection',
  },
  parameters: 'Parameters',
  body: 'Body',
  answers: 'Answers',
  refusals: 'Refusals',
  example: 'Example',
  schemas: 'Objects with a name',
}
