import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SignedBadge } from '../credential/open-badge.ts'
import { type ArchiveFile, safeFileName, zipOf } from '../documents/archive.ts'
import { attachmentDisposition } from '../documents/content-disposition.ts'
import { Refusal } from '../errors.ts'
import type { HeldRecord } from '../holder/holders.ts'
import { heldAward } from '../holder/wall.ts'
import { tell } from '../language.ts'
import { messagesFor } from '../messages/offered.ts'
import { type ListedAward, takenAwayPage } from '../pages/taken-away-page.ts'
import { type ArtefactForm, artefactForms } from '../service/artefacts.ts'
import { heldNow } from './award-routes.ts'
import { urlOf } from './credential-routes.ts'
import type { HolderVisit } from './holder-session.ts'

// Whoever reads nothing for so long would hold one of the few places for ever.
const unreadMs = 60_000

const packed: readonly ArtefactForm[] = ['pdf', 'png']

/** The title in the learner's language, where the catalogue has it. */
function titleOf(record: HeldRecord, { service, frame }: HolderVisit) {
  const known = service.achievements.get(record.achievement)
  if (known) return tell(known.name, messagesFor(frame.language).language).text
  return (JSON.parse(record.signed) as SignedBadge).name
}

/** One form; `undefined` for a certificate whose letters no font here can draw. */
async function fileOf(record: HeldRecord, form: ArtefactForm, { service }: HolderVisit) {
  try {
    return (await service.artefact(record, form)).body
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'name-not-printable') return undefined
    throw thrown
  }
}

/** Every form of every credential, a folder each, and last the page that lists them. */
async function* filesOf(
  records: readonly HeldRecord[],
  visit: HolderVisit,
): AsyncGenerator<ArchiveFile> {
  const { service, holder, frame } = visit
  const listed: ListedAward[] = []
  const digits = String(records.length).length
  for (const [at, record] of records.entries()) {
    const title = titleOf(record, visit)
    const number = String(at + 1).padStart(Math.max(2, digits), '0')
    const stem = `${number} ${safeFileName(title)}`.trim()
    const files: string[] = []
    for (const form of artefactForms) {
      const bytes = await fileOf(record, form, visit)
      if (!bytes) continue
      files.push(`${stem}/${stem}.${form}`)
      yield { name: `${stem}/${stem}.${form}`, bytes, isPacked: packed.includes(form) }
    }
    const { awardedOn, state } = await heldNow(heldAward(record, service.now()), service)
    listed.push({ title, awardedOn, state, files, page: urlOf(service, record.id) })
  }
  const page = takenAwayPage(
    { name: holder.name, awards: listed, madeAt: service.now().toISOString() },
    frame.language,
  )
  yield { name: 'index.html', bytes: Buffer.from(page.markup), isPacked: false }
}

/** Everything of theirs as one ZIP file, made while it is sent: one file in memory at a time, as fast as it is read. */
export async function sendZip(visit: HolderVisit): Promise<void> {
  const { request, response, service, holder, door, frame } = visit
  const leave = door.enterBatch(request)
  try {
    const records = service.holders.all(holder.id)
    const { title } = messagesFor(frame.language).pages.holder
    response.set({
      'Content-Type': 'application/zip',
      'Content-Disposition': attachmentDisposition(title, 'zip', 'certificates'),
    })
    response.setTimeout(unreadMs)
    await pipeline(Readable.from(zipOf(filesOf(records, visit), service.now())), response)
  } catch (thrown) {
    // Whoever went away needs no more of it; anything else is a fault, and breaks the file off.
    if ((thrown as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw thrown
  } finally {
    leave()
  }
}
