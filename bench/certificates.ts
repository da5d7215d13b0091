import { cpus, loadavg } from 'node:os'
import fontkit from '@cantoo/fontkit'
import { PDFDocument, rgb } from 'pdf-lib'
import QRCode from 'qrcode'
import { recipientName, type SignedBadge } from '../src/credential/open-badge.ts'
import { faceBytes } from '../src/documents/fonts.ts'
import type { IssuedRecord } from '../src/service/service.ts'
import { p12File, passphrase } from '../test/documents/seals.ts'
import { award, openWorkshop, reserve } from '../test/support/workshop.ts'
import { allRounds, type Comparison, compare } from './rounds.ts'

const count = 20
const rounds = 7
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`

const names = ['Chiara Fiorentini', 'Ελένη Παπαδοπούλου', 'Мария Щърбанова', 'Ģirts Ķēniņš']

/** So many credentials with names and languages of their own. */
async function issueAll(env: Record<string, string> = {}) {
  const workshop = await openWorkshop({ env })
  const { service } = workshop
  const languages = ['it', 'el', 'bg', 'lv'] as const
  const awards = Array.from({ length: count * allRounds(rounds) }, (_, at) => {
    const one = award({ key: `email:${at}@example.org`, name: `${names[at % 4]} ${at}` })
    return { ...one, learner: { ...one.learner, language: languages[at % 4] ?? 'it' } }
  })
  const reserved = await reserve(service, awards)
  await service.issue()
  const records = reserved.map(({ credential }) => service.issued(credential ?? ''))
  if (records.some((record) => record === undefined)) throw new Error('one was not issued')
  return { workshop, records: records as readonly IssuedRecord[] }
}

/** The same words, code and attachment as a first program would draw them: no tags, no PDF/A, nothing shared. */
async function drawPlainly({ signed, id }: IssuedRecord): Promise<Uint8Array> {
  const badge = JSON.parse(signed) as SignedBadge
  const doc = await PDFDocument.create()
  doc.registerFontkit(fontkit)
  const page = doc.addPage([841.89, 595.28])
  const display = await doc.embedFont(faceBytes('display'), { subset: true })
  const sans = await doc.embedFont(faceBytes('sans'), { subset: true })
  const { achievement } = badge.credentialSubject
  const lines = [
    [recipientName(badge.credentialSubject) ?? '', display, 40],
    [achievement.name, display, 22],
    [achievement.description.slice(0, 120), sans, 9],
    [badge.issuer.name, display, 14],
    [`https://badges.example.org/c/${id}`, sans, 8],
  ] as const
  for (const [at, [text, font, size]] of lines.entries()) {
    const x = (841.89 - font.widthOfTextAtSize(text, size)) / 2
    page.drawText(text, { x, y: 480 - at * 60, size, font })
  }
  const { modules } = QRCode.create(badge.id, { errorCorrectionLevel: 'M' })
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++)
      if (modules.get(y, x))
        page.drawRectangle({
          x: 76 + x * 2,
          y: 140 - y * 2,
          width: 2,
          height: 2,
          color: rgb(0, 0, 0),
        })
  await doc.attach(Buffer.from(signed), 'credential.json', { mimeType: 'application/vc' })
  return doc.save()
}

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0)

async function measure(name: string, env: Record<string, string>, isHeld: boolean) {
  const { workshop, records } = await issueAll(env)
  const { service } = workshop
  const sizes: number[] = []
  const part = (round: number) => records.slice(round * count, (round + 1) * count)
  const comparison: Comparison = {
    name,
    count,
    rounds,
    ours: async (_count, round) => {
      for (const record of part(round))
        sizes.push((await service.artefact(record, 'pdf')).body.length)
    },
    reference: isHeld
      ? async (_count, round) => {
          for (const record of part(round)) await drawPlainly(record)
        }
      : null,
  }
  const outcome = await compare(comparison)
  await workshop.close()
  return { ...outcome, meanKb: Math.round(sum(sizes) / sizes.length / 1024) }
}

/** `npm run bench:certificates [-- --json]`. */
async function main(): Promise<void> {
  const sealed = { PDF_SIGNING_P12_FILE: p12File(), PDF_SIGNING_PASSPHRASE: passphrase }
  const outcomes = [
    await measure('certificate', {}, true),
    await measure('certificate, signed as a file', sealed, false),
  ]
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ machine, outcomes }, null, 2))
    return
  }
  console.log('| | PDFs per s | drawn plainly, per s | ours / plainly | kB |')
  console.log('| --- | ---: | ---: | ---: | ---: |')
  for (const { name, oursPerSecond, referencePerSecond, ratio, meanKb } of outcomes)
    console.log(
      `| ${name} | ${oursPerSecond.toFixed(0)} | ${referencePerSecond?.toFixed(0) ?? '–'} | ${ratio?.toFixed(2) ?? '–'} | ${meanKb} |`,
    )
  console.log(
    `\n${machine}; one thread, each certificate for the first time; medians of ${rounds} rounds of ${count}; load ${loadavg()[0]?.toFixed(1)}.`,
  )
  console.log(
    'Ours: the whole layout with logo and ornaments, tags, PDF/A, bookmarks, attachments, the page signed. Plainly: the same words and code with pdf-lib, no tags, no PDF/A, fonts parsed each time.',
  )
}

await main()
