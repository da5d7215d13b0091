/** An item of CBOR (RFC 8949), of the few kinds that a derived proof is made of. */
type Item = number | Uint8Array | readonly Item[] | ReadonlyMap<Item, Item>

// The value is a list of signatures, labels and numbers: nothing in it is deeper.
const maxDepth = 3

/** Reads definite lengths alone; throws a RangeError on whatever does not belong in a proof value. */
class CborReader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  item(depth = maxDepth): Item {
    if (depth < 0) throw new RangeError('too deep')
    const head = this.#take(1)[0] ?? 0
    const [major, argument] = [head >> 5, this.#argument(head & 0x1f)]
    if (major === 0) return argument
    if (major === 2) return this.#take(argument)
    if (major === 4) return this.#list(argument, depth)
    if (major === 5) {
      const flat = this.#list(argument * 2, depth)
      return new Map(pairsOf(flat))
    }
    // RFC 8746 §2.1: tag 64 says that bytes are bytes, as some encoders do.
    if (major === 6 && argument === 64) return this.item(depth - 1)
    throw new RangeError('unexpected item')
  }

  #argument(info: number): number {
    if (info < 24) return info
    if (info > 26) throw new RangeError('unexpected length')
    const length = 2 ** (info - 24)
    return this.#take(length).readUIntBE(0, length)
  }

  #take(length: number): Buffer {
    const end = this.#at + length
    if (end > this.#bytes.length) throw new RangeError('cut off')
    const taken = this.#bytes.subarray(this.#at, end)
    this.#at = end
    return taken
  }

  #list(length: number, depth: number): Item[] {
    // Each item takes a byte at least: a length beyond that is made up.
    if (length > this.#bytes.length - this.#at) throw new RangeError('cut off')
    return Array.from({ length }, () => this.item(depth - 1))
  }
}

function pairsOf(flat: readonly Item[]): [Item, Item][] {
  const pairs: [Item, Item][] = []
  for (let index = 0; index < flat.length; index += 2)
    pairs.push([flat[index] as Item, flat[index + 1] as Item])
  return pairs
}

const isDistinct = (values: readonly unknown[]) => new Set(values).size === values.length

/**
 * Whether the value of a derived `ecdsa-sd-2023` proof is one plain list whose label map gives each blank node a label
 * of its own. The suite does not ask for that; but under one label shared by two nodes, a holder could tear apart what
 * the issuer said of one thing, say a mark and the course it was given for, with all signatures still good.
 *
 * Takes a value of the form that `Suite.mayBeValue` lets through.
 */
export function isPlainDisclosure(proofValue: string): boolean {
  // After the multibase letter and the three bytes of the tag.
  const reader = new CborReader(Buffer.from(proofValue.slice(1), 'base64url').subarray(3))
  try {
    const value = reader.item()
    if (!Array.isArray(value) || value.length !== 5 || !reader.isAtEnd) return false
    const [, , signatures, labels, mandatory] = value as readonly Item[]
    return (
      Array.isArray(signatures) &&
      labels instanceof Map &&
      [...labels.keys()].every((key) => typeof key === 'number') &&
      isDistinct(
        [...labels.values()].map((label) => Buffer.from(label as Buffer).toString('hex')),
      ) &&
      Array.isArray(mandatory) &&
      isDistinct(mandatory)
    )
  } catch {
    return false
  }
}
