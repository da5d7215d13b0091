import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { boundaryIn, findParts } from '../../src/web/multipart.ts'

/** A body in pieces of the given sizes, over and over. */
async function* inChunks(body: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < body.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    yield body.subarray(at, at + size)
    at += size
  }
}

const read = async (body: Uint8Array | string, type: string, sizes = [7], maxParts = 1_000) => {
  const bytes = Buffer.from(body)
  const boundary = boundaryIn(type)
  if (boundary === undefined) throw new Error('no boundary')
  const parts = await findParts(inChunks(bytes, sizes), boundary, maxParts)
  return parts.map(({ name, filename, start, size }) => ({
    name,
    filename,
    content: bytes.subarray(start, start + size).toString('latin1'),
  }))
}

/** The same by Node's own parser. */
async function readByNode(body: Uint8Array, type: string) {
  const form = await new Response(Uint8Array.from(body), {
    headers: { 'content-type': type },
  }).formData()
  return Promise.all(
    [...form].map(async ([name, value]) => ({
      name,
      filename: typeof value === 'string' ? undefined : value.name,
      content: (typeof value === 'string'
        ? Buffer.from(value)
        : Buffer.from(await value.arrayBuffer())
      ).toString('latin1'),
    })),
  )
}

// Half characters cannot be sent at all.
const wellFormed = (text: string) => Buffer.from(text).toString()
const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map(wellFormed),
  fc.constantFrom('file', 'a"b', 'a; name="b"', 'x\r\ny', 'Ωmega', '%22', '', 'filename="x"'),
)
const nearlyDelimiter = fc.constantFrom('\r\n', '\r\n--', '--', '\r', '-', '\r\n\r\n')
const content = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), nearlyDelimiter), { maxLength: 8 })
  .map((pieces) => wellFormed(pieces.join('')))
const entry = fc.record({ name, filename: fc.option(name), content })

async function encoded(
  entries: readonly { name: string; filename: string | null; content: string }[],
) {
  const form = new FormData()
  for (const { name: key, filename, content: text } of entries)
    if (filename === null) form.append(key, text)
    else form.append(key, new File([text], filename))
  const response = new Response(form)
  const type = response.headers.get('content-type') ?? ''
  return { type, body: Buffer.from(await response.arrayBuffer()) }
}

const sizes = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 5 })

describe('a form in parts', () => {
  test('is read as Node itself reads it, wherever its chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), sizes, async (entries, cuts) => {
        const { type, body } = await encoded(entries)
        expect(await read(body, type, cuts)).toEqual(await readByNode(body, type))
      }),
      { numRuns: 300 },
    )
  })

  test('of other bytes is read the same or refused, and never anything else', async () => {
    const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 1, maxLength: 3 }),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        sizes,
        async (entries, changes, cuts) => {
          const { type, body } = await encoded(entries)
          for (const { at, byte } of changes) body[at % body.length] = byte
          const whole = await read(body, type, [body.length]).catch((thrown) => thrown.code)
          expect(await read(body, type, cuts).catch((thrown) => thrown.code)).toEqual(whole)
          if (!Array.isArray(whole)) expect(whole).toBe('bad-request')
        },
      ),
      { numRuns: 300 },
    )
  })

  test('is refused when it is cut off anywhere', async () => {
    const { type, body } = await encoded([{ name: 'a', filename: 'b', content: 'c' }])
    // The two hyphens of the end are there; the line end after them says nothing.
    for (let length = 0; length < body.length - 2; length += 1)
      await expect(read(body.subarray(0, length), type)).rejects.toMatchObject({
        code: 'bad-request',
      })
  })

  const type = 'multipart/form-data; boundary=b'
  const disposition = 'content-disposition: form-data; name="x"'

  test.each<[string, string]>([
    ['too many parts', `${`--b\r\n${disposition}\r\n\r\n1\r\n`.repeat(12)}--b--`],
    ['a header without end', `--b\r\n${'x'.repeat(20_000)}`],
    ['a delimiter that goes on', `--b${' '.repeat(200)}\r\n${disposition}\r\n\r\n1\r\n--b--`],
    ['a delimiter with more behind it', `--bother\r\n${disposition}\r\n\r\n1\r\n--b--`],
    ['a part without a name', '--b\r\ncontent-disposition: form-data\r\n\r\n1\r\n--b--'],
    ['a part without a header', '--b\r\n\r\n1\r\n--b--'],
    [
      'a part that is no form-data',
      '--b\r\ncontent-disposition: inline; name="x"\r\n\r\n1\r\n--b--',
    ],
    [
      'a part in base64',
      `--b\r\n${disposition}\r\ncontent-transfer-encoding: base64\r\n\r\nMQ==\r\n--b--`,
    ],
    ['nothing', ''],
    ['no delimiter', 'hello'],
  ])('is refused with %s', async (_what, body) => {
    await expect(read(body, type, [13], 10)).rejects.toMatchObject({ code: 'bad-request' })
  })

  test('may have text before and after it, blanks after a delimiter, and parts with nothing in them', async () => {
    const body = `before\r\n--b  \r\n${disposition}\r\n\r\n--b\t\r\n${disposition}; filename=y\r\n\r\n\r\n--b--\r\nafter`
    expect(await read(body, type)).toEqual([
      { name: 'x', filename: undefined, content: '' },
      { name: 'x', filename: 'y', content: '' },
    ])
  })
})

describe('the boundary of a form', () => {
  test.each([
    ['multipart/form-data; boundary=b', 'b'],
    ['Multipart/Form-Data; charset=utf-8; Boundary="a b"', 'a b'],
    ['multipart/form-data; xboundary=z; boundary=b', 'b'],
    ['multipart/form-data', undefined],
    ['multipart/form-data; boundary=', undefined],
    [`multipart/form-data; boundary=${'b'.repeat(71)}`, undefined],
    ['multipart/mixed; boundary=b', undefined],
    ['text/plain; boundary=b', undefined],
    ['', undefined],
  ])('of %j is %j', (type, boundary) => {
    expect(boundaryIn(type)).toBe(boundary)
  })
})
