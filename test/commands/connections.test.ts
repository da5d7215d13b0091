import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { colophonInTurn } from '../support/command-line.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...commands: string[][]) => colophonInTurn(commands, { env: { DATA_DIR: folder } })
const add = ['connection', 'add', '--course', 'biblio-mooc', '--run', '2026-1', '--label', 'LMS']

test('connections are made, listed, set and removed, and show their secret when asked', async () => {
  const activity = 'https://moodle.example.org/course/view.php?id=2=biblio-mooc'
  const [xapi, lti, odd, strange] = await run(
    [...add, '--kind', 'xapi', '--activity', activity, '--json'],
    [...add, '--kind', 'lti', '--json'],
    [...add, '--kind', 'fax'],
    [...add, '--kind', 'xapi', '--activity', 'x=no-module'],
  )
  expect([odd?.code, strange?.code]).toEqual([64, 64])
  expect(strange?.err).toContain('connection-invalid')
  const made = JSON.parse(xapi?.out ?? '')
  expect(made).toMatchObject({
    kind: 'xapi',
    secret: expect.stringMatching(/^[0-9a-z]{26}$/),
    settings: { activities: { 'https://moodle.example.org/course/view.php?id=2': 'biblio-mooc' } },
    addresses: { endpoint: 'http://localhost:8080/xapi' },
  })
  const launch = JSON.parse(lti?.out ?? '')
  expect(launch).toMatchObject({ secret: null, settings: { platform: null } })

  const platform = ['--issuer', 'https://lms.example.org', '--client-id', 'c1']
  const urls = [
    '--auth-url',
    'https://lms.example.org/a',
    '--jwks-url',
    'https://lms.example.org/k',
  ]
  const [half, set, more, list, secret, removed, again, left] = await run(
    ['connection', 'set', launch.id, ...platform],
    ['connection', 'set', launch.id, ...platform, ...urls, '--json'],
    ['connection', 'set', launch.id, '--deployment', '1', '2', '--json'],
    ['connection', 'list'],
    ['connection', 'secret', made.id],
    ['connection', 'remove', made.id],
    ['connection', 'remove', made.id],
    ['connection', 'list', '--all', '--json'],
  )
  expect(half?.code).toBe(64)
  expect(JSON.parse(set?.out ?? '').settings.platform).toMatchObject({
    clientId: 'c1',
    deployments: [],
  })
  expect(JSON.parse(more?.out ?? '').settings.platform).toMatchObject({
    clientId: 'c1',
    deployments: ['1', '2'],
  })
  expect(list?.out).toContain(`${made.id}  xapi     biblio-mooc  2026-1  0 taken, 0 refused  LMS`)
  expect(list?.out).not.toContain(made.secret)
  expect(secret?.out.trim()).toBe(made.secret)
  expect([removed?.code, again?.code]).toEqual([0, 1])
  const states = JSON.parse(left?.out ?? '').connections.map(
    (each: { state: string }) => each.state,
  )
  expect(states.sort()).toEqual(['active', 'removed'])
}, 60_000)
