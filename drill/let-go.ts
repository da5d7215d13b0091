import { readdirSync, readlinkSync } from 'node:fs'
import { setImmediate as soon } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function isOpenHere(folder: string): boolean {
  return readdirSync('/proc/self/fd').some((handle) => {
    try {
      return readlinkSync(`/proc/self/fd/${handle}`).startsWith(folder)
    } catch {
      return false // closed since it was listed
    }
  })
}

/**
 * Waits until this process has really let go of the databases in a folder. The SQLite binding keeps a closed connection
 * open until its statements are garbage-collected, and as long as anybody has a ledger open, SQLite has nothing to
 * recover after a kill: the drill would spare the service what it is about.
 */
export async function letGo(folder: string): Promise<void> {
  const canTell = process.platform === 'linux'
  for (let tries = 0; tries < 20; tries += 1) {
    collectGarbage()
    await soon()
    if (canTell ? !isOpenHere(folder) : tries > 3) return
  }
  throw new Error(`this process still has a database open in ${folder}`)
}
