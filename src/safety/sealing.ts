import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { Refusal } from '../errors.ts'

// docs/OPERATIONS.md "A sealed file" says the same: others have to be able to open it without us.
const magic = Buffer.from('colophon-sealed-1\n')
const saltBytes = 16
const nonceBytes = 12
const tagBytes = 16
const headBytes = magic.length + saltBytes + nonceBytes
const chunkBytes = 1024 * 1024
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const

/** Seals and opens files under a passphrase: scrypt (RFC 7914) and AES-256-GCM (NIST SP 800-38D). */
export class Sealer {
  readonly #passphrase: string
  // One costly step for each salt, on purpose; all files of a backup share one.
  readonly #keys = new Map<string, Buffer>()
  readonly #salt = randomBytes(saltBytes)

  constructor(passphrase: string) {
    this.#passphrase = passphrase
  }

  #keyOf(salt: Buffer): Buffer {
    const name = salt.toString('hex')
    const key = this.#keys.get(name) ?? scryptSync(this.#passphrase, salt, 32, cost)
    this.#keys.set(name, key)
    return key
  }

  /** Writes the file `to`, which must not be there, with what is in `from`. */
  seal(from: string, to: string): void {
    const nonce = randomBytes(nonceBytes)
    const head = Buffer.concat([magic, this.#salt, nonce])
    const cipher = createCipheriv('aes-256-gcm', this.#keyOf(this.#salt), nonce).setAAD(head)
    copy(from, to, {
      begin: head,
      from: 0,
      cut: 0,
      through: (chunk) => cipher.update(chunk),
      end: () => Buffer.concat([cipher.final(), cipher.getAuthTag()]),
    })
  }

  /** The reverse. @throws Refusal `backup-unusable` for another passphrase, or a file that was changed. */
  open(from: string, to: string): void {
    const { head, tag } = endsOf(from)
    const salt = head.subarray(magic.length, magic.length + saltBytes)
    const nonce = head.subarray(magic.length + saltBytes)
    const decipher = createDecipheriv('aes-256-gcm', this.#keyOf(Buffer.from(salt)), nonce)
      .setAAD(head)
      .setAuthTag(tag)
    try {
      copy(from, to, {
        begin: Buffer.alloc(0),
        from: headBytes,
        cut: tagBytes,
        through: (chunk) => decipher.update(chunk),
        end: () => decipher.final(),
      })
    } catch (cause) {
      throw new Refusal('backup-unusable', 'The passphrase does not open it, or it was changed', {
        cause,
      })
    }
  }
}

function endsOf(file: string): { readonly head: Buffer; readonly tag: Buffer } {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    const head = Buffer.alloc(headBytes)
    const tag = Buffer.alloc(tagBytes)
    if (size < headBytes + tagBytes) throw new Refusal('backup-unusable', `${file} is cut short`)
    readSync(handle, head, 0, headBytes, 0)
    readSync(handle, tag, 0, tagBytes, size - tagBytes)
    if (!head.subarray(0, magic.length).equals(magic))
      throw new Refusal('backup-unusable', `${file} is not a file that was sealed here`)
    return { head, tag }
  } finally {
    closeSync(handle)
  }
}

interface Passage {
  /** Written before everything else. */
  readonly begin: Buffer
  /** Where reading begins, and how many bytes before the end it stops. */
  readonly from: number
  readonly cut: number
  readonly through: (chunk: Buffer) => Buffer
  readonly end: () => Buffer
}

/** Passes one file into another, which nobody else may read, a piece at a time. */
function copy(from: string, to: string, { begin, cut, through, end, ...rest }: Passage): void {
  const source = openSync(from, 'r')
  const target = openSync(to, 'wx', 0o600)
  try {
    writeSync(target, begin)
    const until = fstatSync(source).size - cut
    const buffer = Buffer.alloc(chunkBytes)
    for (let at = rest.from; at < until; ) {
      const read = readSync(source, buffer, 0, Math.min(chunkBytes, until - at), at)
      if (read === 0) throw new Error(`${from} became shorter while it was read`)
      writeSync(target, through(buffer.subarray(0, read)))
      at += read
    }
    writeSync(target, end())
    fsyncSync(target)
  } finally {
    closeSync(source)
    closeSync(target)
  }
}

/** A plain copy of a file, for nobody else's eyes. */
export const copyPrivate = (from: string, to: string): void =>
  copy(from, to, {
    begin: Buffer.alloc(0),
    from: 0,
    cut: 0,
    through: (chunk) => chunk,
    end: () => Buffer.alloc(0),
  })
