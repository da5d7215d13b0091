import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** What of a file is kept in the ledger. */
export interface KeptFile {
  /** SHA-256, hex. */
  readonly hash: string
  readonly size: number
}

const unfinished = '.part'
const patienceMs = 60 * 60 * 1_000

/** Puts names of files on disk for good: without it a crash could leave a row without its file. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** The files of drafts, in a folder of their own that nobody else on the machine reads: they are full of names. */
export class DraftFiles {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  #pathOf(id: string): string {
    return join(this.#folder, id)
  }

  /** Durable and whole once it returns; of what breaks off nothing is left. */
  async keep(id: string, chunks: AsyncIterable<Uint8Array>): Promise<KeptFile> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const part = this.#pathOf(id) + unfinished
    const handle = await open(part, 'wx', 0o600)
    const hash = createHash('sha256')
    let size = 0
    try {
      for await (const chunk of chunks) {
        hash.update(chunk)
        size += chunk.length
        await handle.writeFile(chunk)
      }
      await handle.sync()
    } catch (thrown) {
      rmSync(part, { force: true })
      throw thrown
    } finally {
      await handle.close()
    }
    await rename(part, this.#pathOf(id))
    await syncFolder(this.#folder)
    return { hash: hash.digest('hex'), size }
  }

  /** From its beginning, as often as asked. */
  read(id: string): AsyncIterable<Uint8Array> {
    return createReadStream(this.#pathOf(id), { highWaterMark: 64 * 1024 })
  }

  /** Takes it away; what is not there any more, too. */
  remove(id: string): void {
    rmSync(this.#pathOf(id), { force: true })
  }

  /** Takes away what no draft names: a crash came between the two. */
  sweep(isNamed: (id: string) => boolean): void {
    for (const name of this.#names()) {
      const isPart = name.endsWith(unfinished)
      if (!isPart && isNamed(name)) continue
      // It may just be arriving.
      const { mtimeMs } = statSync(this.#pathOf(name))
      if (Date.now() - mtimeMs > patienceMs) this.remove(name)
    }
  }

  #names(): readonly string[] {
    try {
      return readdirSync(this.#folder)
    } catch {
      return []
    }
  }
}
