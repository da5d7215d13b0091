import { answer, inPath, type Json, problem, query, text } from './parts.ts'

const card = (of: string): Json => ({
  get: {
    summary: `What is shown of a link to ${of}, 1.91 to 1`,
    parameters: [
      inPath('id'),
      query('lang', text, 'Language of its words'),
      query('width', { enum: [1200, 800, 400] }, 'In pixels'),
    ],
    responses: { 200: answer('The card', 'image/png'), default: problem },
  },
})

/** What other sites show of links to ours. */
export const previewPaths: Json = {
  '/c/{id}/card.png': card('a credential'),
  '/achievements/{id}/card.png': card('an achievement'),
  '/oembed': {
    get: {
      summary: 'oEmbed 1.0 for the pages of credentials and achievements',
      parameters: [
        query('url', text, 'Address of the page', true),
        query('format', { enum: ['json'] }, 'Of the answer'),
        query('maxwidth', { type: 'integer' }, 'In pixels'),
        query('maxheight', { type: 'integer' }, 'In pixels'),
      ],
      responses: { 200: answer('A photograph, and the same as HTML'), default: problem },
    },
  },
}
