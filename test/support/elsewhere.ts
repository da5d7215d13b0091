import { publicUrl } from './workshop.ts'

const { host } = new URL(publicUrl)

/** Headers of a form that a page of ours did not send, and who sent it. */
export const formsFromElsewhere: readonly (readonly [string, Readonly<Record<string, string>>])[] =
  [
    ['another site', { origin: 'https://evil.example' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['a page that does not say', { origin: 'null' }],
    ['another scheme', { origin: `http://${host}` }],
  ]
