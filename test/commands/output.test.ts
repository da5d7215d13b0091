import { expect, test } from '@jest/globals'
import { safeJson } from '../../src/commands/output.ts'

test('JSON gives no orders to a terminal, whatever somebody wrote, and means the same', () => {
  const note = 'A\u001b]0;x\u0007\u009b2J\u202Eevil\u2066\u0000\u007f\u200b Ελένη 李 é'
  const json = safeJson({ note })
  expect(json).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u)
  expect(json).toContain('Ελένη 李 é')
  expect(JSON.parse(json)).toEqual({ note })
})
