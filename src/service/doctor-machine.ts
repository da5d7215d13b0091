import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import { Exchange } from '../mail/exchange.ts'
import { CouldNotLook, type Diagnosis, insist, look } from './diagnosis.ts'
import type { Service } from './service.ts'

const dayMs = 24 * 60 * 60 * 1_000
const gib = 1024 ** 3
const leastGib = 1
const leastShare = 0.1
const oldestKeyDays = 730

/** Room on the disk that the ledger is on: in bytes, what is free and what there is. */
export type DiskRoom = (folder: string) => { readonly free: number; readonly all: number }

const diskRoom: DiskRoom = (folder) => {
  const { bavail, blocks, bsize } = statfsSync(folder)
  return { free: bavail * bsize, all: blocks * bsize }
}

function disk({ databaseFile }: Config, room: DiskRoom): string {
  const { free, all } = room(dirname(databaseFile))
  const told = `${(free / gib).toFixed(1)} GiB free, ${Math.round((free / all) * 100)} %`
  insist(free >= leastGib * gib && free >= leastShare * all, told)
  return told
}

/** Files with secrets or names in them: keys, and the ledger with what lies beside it. */
function privateFiles({ keysDir, databaseFile }: Config): string[] {
  const keys = existsSync(keysDir)
    ? readdirSync(keysDir, { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      )
    : []
  const ledger = ['', '-wal', '-shm'].map((end) => `${databaseFile}${end}`).filter(existsSync)
  return [...keys.map(({ parentPath, name }) => join(parentPath, name)), ...ledger]
}

function fileModes(config: Config): string {
  if (process.platform === 'win32') throw new CouldNotLook('this system has no modes of files')
  const files = privateFiles(config)
  const open = files.filter((file) => (statSync(file).mode & 0o077) !== 0)
  insist(open.length === 0, `others may read ${open.map((file) => basename(file)).join(', ')}`)
  return `${files.length} files of keys and ledger are their owner's alone`
}

async function keyAges({ keyring, now }: Service): Promise<string> {
  const keys = (await keyring.current()).all.filter(({ state }) => state === 'active')
  const ages = keys.map(({ created }) => (now().getTime() - Date.parse(created)) / dayMs)
  const oldest = Math.floor(Math.max(0, ...ages))
  insist(oldest <= oldestKeyDays, `the oldest active key is ${oldest} days old`)
  return `the oldest active key is ${oldest} days old`
}

/** Greets the mail server, with TLS and password as for a letter, and goes again. */
async function mailServer({ config }: Service): Promise<string> {
  if (!config.mail) return 'none is set: nobody is written to'
  const exchange = new Exchange(config.mail.server, config.publicUrl.hostname)
  try {
    const refused = await exchange.open()
    insist(refused === undefined, `it takes no letters: ${refused?.reply}`)
    return 'it answers, and lets us in'
  } finally {
    exchange.close()
  }
}

/** Looks at what the service stands on: the disk, the files, the ages of keys, the mail server. Nothing is sent. */
export async function diagnoseMachine(
  service: Service,
  room: DiskRoom = diskRoom,
): Promise<Diagnosis[]> {
  const { config } = service
  return [
    await look(
      'disk',
      () => disk(config, room),
      `make room where the ledger is: at least ${leastGib} GiB and ${leastShare * 100} %`,
    ),
    await look(
      'file modes',
      () => fileModes(config),
      'chmod 600 the files and 700 their folder; if others could read keys, rotate: "colophon keys rotate"',
    ),
    await look('key ages', () => keyAges(service), '"colophon keys rotate"'),
    await look('mail server', () => mailServer(service), 'mend SMTP_URL, or ask whoever runs it'),
  ]
}
