import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '../errors.ts'
import { maxPdfBytes } from './pdf-attachment.ts'

/** What comes back from the thread: a class does not survive the way. */
export type ReadApart =
  | { readonly text: string | undefined }
  | { readonly code: RefusalCode; readonly message: string }

const deadlineMs = 3_000
// For the thread to start and the library to load, on a machine with much else to do.
const loadingMs = 15_000
const maxAtOnce = 2
const maxWaiting = 16
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

// Compiled or as it is: the thread runs what stands beside this file.
const script = new URL(`./pdf-worker${extname(import.meta.url)}`, import.meta.url)

let running = 0
const waiting: (() => void)[] = []

/** Waits for one of the few places. @throws Refusal `busy` when too many are waiting already. */
async function takePlace(): Promise<void> {
  if (running < maxAtOnce) {
    running += 1
    return
  }
  if (waiting.length >= maxWaiting)
    throw new Refusal('busy', 'Too many PDFs are being read; try again shortly')
  // The place is handed over as it is: the count stays.
  await new Promise<void>((resolve) => waiting.push(resolve))
}

function leavePlace(): void {
  const next = waiting.shift()
  if (next) next()
  else running -= 1
}

function runWorker(pdf: Uint8Array): Promise<ReadApart> {
  // Neither the environment nor its secrets are any business of the thread that reads a stranger's file.
  const worker = new Worker(script, { workerData: pdf, resourceLimits, env: {} })
  return new Promise<ReadApart>((resolve, reject) => {
    const giveUp = () =>
      reject(new Refusal('input-unreadable', 'The PDF takes too long or too much memory to read'))
    let deadline = setTimeout(giveUp, loadingMs)
    worker.on('message', (message: ReadApart | 'ready') => {
      if (message !== 'ready') return resolve(message)
      clearTimeout(deadline)
      deadline = setTimeout(giveUp, deadlineMs)
    })
    // Out of memory comes as an error, a fault of ours does too; either way the file was not read.
    worker.once('error', giveUp)
    worker.once('exit', () => {
      clearTimeout(deadline)
      giveUp()
    })
  }).finally(() => worker.terminate())
}

/**
 * The credential that a stranger's PDF carries, as `readAttachedCredential` finds it, in a thread with a deadline and
 * a limit of memory: the PDF library has neither, and a small file can keep it busy for minutes.
 *
 * @throws Refusal `input-too-large`, `input-unreadable`, and `busy` when too many are being read.
 */
export async function readPdfApart(pdf: Uint8Array): Promise<string | undefined> {
  if (pdf.length > maxPdfBytes) throw new Refusal('input-too-large', 'The PDF is over 2 MB')
  await takePlace()
  try {
    const read = await runWorker(pdf)
    if ('code' in read) throw new Refusal(read.code, read.message)
    return read.text
  } finally {
    leavePlace()
  }
}
