import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { colophonInTurn } from '../support/command-line.ts'
import { issueOne, openWorkshop, publicUrl } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
let id: string
let other: string
let old: string
let wish: string
beforeAll(async () => {
  workshop = await openWorkshop({ now: () => new Date(Date.now() - 60_000) })
  const { service } = workshop
  const one = await issueOne(service, { key: 'email:maria@example.org', name: 'Marla Rosi' })
  const two = await issueOne(service, { key: 'email:janis@example.org', name: 'Jānis' })
  id = one.id
  other = two.id
  old = join(workshop.dataDir, 'old.json')
  writeFileSync(old, one.signed)
  wish = service.corrections.ask(id, { name: 'Maria Rossi', note: 'as in\nmy passport' }).id
})
afterAll(() => workshop.close())

describe('a correction on the command line', () => {
  test('goes from the wish to the file that says replaced, and ends with an erasure', async () => {
    const again = shopWish()
    const ran = await colophonInTurn(
      [
        ['corrections', 'list'],
        ['corrections', 'approve', wish, '--reason', 'passport seen'],
        ['corrections', 'approve', wish, '--reason', 'passport seen'],
        ['show', id],
        ['verify', old],
        ['verify', old, '--json'],
        ['corrections', 'decline', again, '--answer', 'The list of the exam says 87.'],
        ['corrections', 'list', '--state', 'all'],
        ['replace', other, '--score', '93', '--reason', 'marked again'],
        ['replace', other, '--score', '93'],
        ['replace', other, '--name', 'Jānis', '--reason', 'x'],
        ['erase', '--learner', 'maria@example.org', '--reason', 'requested-by-holder', '--dry-run'],
        ['erase', '--learner', 'maria@example.org', '--reason', 'requested-by-holder'],
        ['show', id],
        ['verify', old],
        ['erase', '--learner', 'maria@example.org', '--reason', 'requested-by-holder'],
        ['erase', other, '--reason', 'because'],
        ['erase', '--reason', 'unlawful'],
        ['doctor'],
      ],
      { env: { PUBLIC_URL: publicUrl, DATA_DIR: workshop.dataDir } },
    )
    expect(ran.map(({ code }) => code)).toEqual([
      // Nothing is bad, and the address of the tests cannot be looked at from outside.
      0, 0, 0, 0, 1, 1, 0, 0, 0, 64, 1, 0, 0, 1, 1, 1, 64, 64, 2,
    ])
    const out = ran.map((each) => each.out)
    expect(out[0]).toContain(`${wish}  asked`)
    expect(out[0]).toContain('name "Maria Rossi"')
    expect(out[0]).toContain('"as in ⏎ my passport"')
    expect(out[1]).toBe(out[2])
    expect(out[3]).toContain('Maria Rossi')
    expect(out[3]).toContain('corrected 2')
    expect(out[4]).toMatch(/^INVALID, replaced/)
    expect(out[4]).toContain(`(recipient) by ${publicUrl}/c/${id}`)
    expect(JSON.parse(out[5] ?? '{}')).toMatchObject({
      status: 'replaced',
      replacement: { url: `${publicUrl}/c/${id}`, changed: ['recipient'] },
    })
    expect(out[7]).toContain('answered "The list of the exam says 87."')
    expect(out[11]).toContain(`${id} would be erased`)
    expect(out[12]).toContain(`${id} erased`)
    expect(out[14]).toMatch(/^INVALID/)
    expect(ran[13]?.err).toContain('credential-erased')
    expect(ran[15]?.err).toContain('learner-not-found')
  })
})

const shopWish = () => workshop.service.corrections.ask(other, { score: 99 }).id
