import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../errors.ts'
import type { ReadApart } from './pdf-apart.ts'
import { readAttachedCredential } from './pdf-attachment.ts'

// A thread of its own for one foreign PDF, started and stopped by pdf-apart.ts.
async function read(pdf: Uint8Array): Promise<ReadApart> {
  try {
    return { text: await readAttachedCredential(pdf) }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { code: thrown.code, message: thrown.message }
  }
}

// Loading the library is our own time, not the file's: the deadline begins when it is there.
await import('pdf-lib')
parentPort?.postMessage('ready')
parentPort?.postMessage(await read(workerData))
