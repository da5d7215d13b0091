import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import type { Request } from 'express'
import { bytesOf, receiveUpload } from '../../src/web/upload.ts'

const requestOf = (body: string, headers: Record<string, string> = {}) =>
  Object.assign(Readable.from([Buffer.from(body)]), { headers }) as unknown as Request

const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith('colophon-upload'))

describe('a body on disk', () => {
  test.each(['some learners', 'very many learners'.repeat(10_000)])(
    'can be read again and again, and has no name that anybody could find it by (%#)',
    async (text) => {
      const before = leftBehind()
      const upload = await receiveUpload(requestOf(text), 1_000_000)
      expect(leftBehind()).toEqual(before)
      for (const _ of [1, 2]) {
        const chunks: Uint8Array[] = []
        for await (const chunk of upload.read()) chunks.push(chunk)
        expect(Buffer.concat(chunks).toString()).toBe(text)
      }
      await upload.discard()
    },
  )
  test('is refused beyond its limit and leaves nothing', async () => {
    const before = leftBehind()
    await expect(receiveUpload(requestOf('too long'), 3)).rejects.toMatchObject({
      code: 'too-large',
    })
    expect(leftBehind()).toEqual(before)
  })
})

describe('a stretch of a body', () => {
  test.each([10, 200_000])('of %d bytes is what stands there', async (length) => {
    const body = Array.from({ length }, (_, at) => String(at % 10)).join('')
    const upload = await receiveUpload(requestOf(body), 1_000_000)
    expect(upload.size).toBe(length)
    for (const [start, size] of [
      [0, 0],
      [0, length],
      [3, 4],
      [length - 1, 1],
    ] as const)
      expect((await bytesOf(upload, { start, size })).toString()).toBe(
        body.slice(start, start + size),
      )
    await upload.discard()
  })
})
