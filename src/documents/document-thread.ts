import { answerTasks } from '../apart/answer-tasks.ts'
import type { DocumentAnswer, DocumentTask } from './documents-apart.ts'
import { firstPagePng } from './page-png.ts'
import { readCarried } from './pdf-attachment.ts'
import { readPages } from './pdf-pages.ts'
import { compilePdfium } from './pdfium.ts'
import { codesInFile, prepareCodes } from './read-codes.ts'

// The PDF library warns of oddities in files; strangers shall not write into our log.
console.warn = () => undefined

// Loading the libraries is our own time, not the file's: tasks are taken once they are there.
await Promise.all([import('pdf-lib'), compilePdfium(), prepareCodes()])

async function readPdf(pdf: Uint8Array): Promise<DocumentAnswer> {
  const { hasLayers, pageToken, ...carried } = await readCarried(pdf)
  const stated = pageToken === undefined ? {} : { token: pageToken }
  return { ...carried, pages: { ...(await readPages(pdf)), hasLayers, ...stated } }
}

async function answer({ kind, bytes }: DocumentTask): Promise<DocumentAnswer> {
  switch (kind) {
    case 'pdf':
      return readPdf(bytes)
    case 'photo':
      return { codes: await codesInFile(bytes) }
    case 'page':
      return { png: await firstPagePng(bytes) }
  }
}

answerTasks<DocumentTask, DocumentAnswer>(answer)
