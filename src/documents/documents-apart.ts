import { extname } from 'node:path'
import { Overrun, WorkerPool } from '../apart/worker-pool.ts'
import { Refusal } from '../errors.ts'
import { imageSize } from './image-size.ts'
import { maxPdfBytes } from './pdf-attachment.ts'
import type { PrintedPages } from './printed-pages.ts'

/** What a PDF holds: the credential attached to it, if any, and what its pages show. */
export interface ReadPdf {
  readonly attached?: string
  /** A receipt attached to it. */
  readonly receipt?: string
  readonly pages: PrintedPages
}

export interface ReadPhoto {
  readonly codes: readonly string[]
}

/** The first page of a PDF, as a PNG. */
export interface DrawnPage {
  readonly png: Uint8Array
}

export interface DocumentTask {
  readonly kind: 'pdf' | 'photo' | 'page'
  readonly bytes: Uint8Array
}

export type DocumentAnswer = ReadPdf | ReadPhoto | DrawnPage

const pool = new WorkerPool<DocumentTask, DocumentAnswer>({
  // Compiled or as it is: the threads run what stands beside this file.
  script: new URL(`./document-thread${extname(import.meta.url)}`, import.meta.url),
  threads: 2,
  maxWaiting: 32,
  deadlineMs: 3_000,
  maxHeapMb: 256,
})

async function run(task: DocumentTask): Promise<DocumentAnswer> {
  try {
    return await pool.run(task)
  } catch (thrown) {
    if (!(thrown instanceof Overrun)) throw thrown
    const message = 'The file takes too long or too much memory to read'
    throw new Refusal('input-unreadable', message, { cause: thrown })
  }
}

/**
 * What a stranger's PDF holds, read in a thread with a deadline and a limit of memory: the PDF libraries have neither,
 * and a small file can keep them busy for minutes.
 *
 * @throws Refusal `input-too-large`, `input-unreadable`, and `busy` when too many are being read.
 */
export async function readPdfApart(pdf: Uint8Array): Promise<ReadPdf> {
  if (pdf.length > maxPdfBytes) throw new Refusal('input-too-large', 'The PDF is over 2 MB')
  return (await run({ kind: 'pdf', bytes: pdf })) as ReadPdf
}

/** The first page of a PDF of our own as a PNG, drawn in a thread. @throws Refusal `input-unreadable`, `busy`. */
export async function drawPageApart(pdf: Uint8Array): Promise<Uint8Array> {
  return ((await run({ kind: 'page', bytes: pdf })) as DrawnPage).png
}

export const maxPhotoBytes = 10 * 1024 * 1024
const maxPhotoPixels = 16_000_000

/**
 * What the QR codes in a photograph or scan say (PNG or JPEG), read in a thread. How large it is once unpacked is read
 * from its header before anything unpacks it.
 *
 * @throws Refusal `input-too-large`, `input-unreadable`, `busy`.
 */
export async function readPhotoApart(bytes: Uint8Array): Promise<ReadPhoto> {
  if (bytes.length > maxPhotoBytes)
    throw new Refusal('input-too-large', 'The picture is over 10 MB')
  const size = imageSize(bytes)
  if (!size || size.width === 0 || size.height === 0)
    throw new Refusal('input-unreadable', 'The picture is neither a PNG nor a JPEG, or is damaged')
  if (size.width * size.height > maxPhotoPixels)
    throw new Refusal('input-too-large', 'The picture has over 16 megapixels')
  return (await run({ kind: 'photo', bytes })) as ReadPhoto
}
