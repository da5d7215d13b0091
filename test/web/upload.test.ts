import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import type { Request } from 'express'
import { readForm, receiveUpload } from '../../src/web/upload.ts'

const requestOf = (body: string, headers: Record<string, string> = {}) =>
  Object.assign(Readable.from([Buffer.from(body)]), { headers }) as unknown as Request

const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith('colophon-upload'))

describe('a body on disk', () => {
  test('can be read again and again, and has no name that anybody could find it by', async () => {
    const before = leftBehind()
    const upload = await receiveUpload(requestOf('some learners'), 1_000)
    expect(leftBehind()).toEqual(before)
    for (const _ of [1, 2]) {
      const chunks: Uint8Array[] = []
      for await (const chunk of upload.read()) chunks.push(chunk)
      expect(Buffer.concat(chunks).toString()).toBe('some learners')
    }
    await upload.discard()
  })
  test('is refused beyond its limit and leaves nothing', async () => {
    const before = leftBehind()
    await expect(receiveUpload(requestOf('too long'), 3)).rejects.toMatchObject({
      code: 'too-large',
    })
    expect(leftBehind()).toEqual(before)
  })
})

test('the parts of a form are counted by its own boundary, not by another parameter', async () => {
  const part = '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n'
  const request = requestOf(`${part.repeat(100)}--b--\r\n`, {
    'content-type': 'multipart/form-data; xboundary=zzz; boundary=b',
  })
  await expect(readForm(request, 100_000)).rejects.toThrow('too many parts')
})
