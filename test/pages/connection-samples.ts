import type { Html } from '../../src/pages/html.ts'
import { connectionPage } from '../../src/pages/operator/connection-page.ts'
import { connectionsPage } from '../../src/pages/operator/connections-page.ts'
import type { OperatorFrame } from '../../src/pages/operator/frame.ts'

const counts = { taken: 210, refused: 3, ignored: 1_044 }
const connection = {
  id: '07vb8h1y4y1agj6mq2jjn3m6q6',
  label: 'Moodle της σχολής',
  kind: 'xapi',
  course: 'biblio-mooc',
  run: '2026-1',
  counts,
} as const
const courses = [{ id: 'biblio-mooc', name: 'BIBLIO' }]
const given = new Map([
  ['activities', 'https://moodle.example.org/course/view.php?id=2 = biblio-mooc'],
  ['trustsEmail', 'yes'],
])

/** The pages of connections at the operator's desk, by a name for the test. */
export function connectionPages(frame: OperatorFrame): Readonly<Record<string, Html>> {
  const problem = { title: 'Not so', remedy: 'Mend it.' }
  const addresses = [['endpoint', 'https://badges.example.org/xapi']] as const
  const days = [{ day: '2026-11-27', batch: connection.id }]
  const secret = { secret: '5yyc0d2v6kq2mmp1yq3bb1nh8r', url: null }
  return {
    'connections-none': connectionsPage({ rows: [], courses }, frame),
    connections: connectionsPage({ rows: [connection], courses }, frame),
    'connections-problem': connectionsPage({ rows: [connection], courses, problem, given }, frame),
    connection: connectionPage({ connection, addresses, given, days: [] }, frame),
    'connection-made': connectionPage({ connection, addresses, given, days, secret }, frame),
    'connection-saved': connectionPage(
      { connection, addresses, given, days, isSaved: true },
      frame,
    ),
  }
}
