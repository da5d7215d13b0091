import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { colophonInTurn } from './command-line.ts'

/** A folder of its own in which commands run, with a ledger in it. */
export function openCommandFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  const at = (name: string) => join(folder, name)
  const env = { DATA_DIR: at('data'), PUBLIC_URL: 'https://badges.example.org' }
  const inTurn = (...words: string[][]) => colophonInTurn(words, { env, cwd: folder })

  /** Makes keys, issues a certificate of completion, and exports it: its id, and where its JSON is from the folder. */
  async function issueTo(name: string) {
    const header = 'learner_id,email,name,language,completed_on,score,modules'
    writeFileSync(at('in.csv'), `${header}\na,a@example.org,${name},,2026-05-04,91,\n`)
    const importing = ['import', 'in.csv', '--course', 'biblio-mooc', '--run', '1', '--json']
    const [, imported] = await inTurn(['keygen'], importing)
    const id: string = JSON.parse(imported?.out ?? '').lines[0].awards[0].credential
    await inTurn(['export', id, '--out', 'out'])
    return { id, good: join('out', `${id}.json`) }
  }
  const close = () => rmSync(folder, { recursive: true, force: true })
  return { folder, env, at, inTurn, issueTo, close }
}
