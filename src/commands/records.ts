import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { recipientName, type SignedBadge } from '../credential/open-badge.ts'
import { Refusal } from '../errors.ts'
import { revocationCodeOf } from '../service/access.ts'
import { type ArtefactForm, artefactForms } from '../service/artefacts.ts'
import type { IssuedRecord, Service } from '../service/service.ts'
import type { Define } from './command.ts'

/** An id, or the whole address it stands in. */
export const idIn = (text: string) => /([0-9a-z]{26})(?:\.\w+)?$/.exec(text)?.[1] ?? text

/** @throws Refusal `credential-not-found`, `credential-erased`. */
export function issuedOrRefuse(service: Service, text: string): IssuedRecord {
  const record = service.issued(idIn(text))
  if (!record && service.isErased(idIn(text)))
    throw new Refusal('credential-erased', `${idIn(text)} was erased; nothing of it is kept`)
  if (!record) throw new Refusal('credential-not-found', `There is no credential ${idIn(text)}`)
  return record
}

/** Writes every form of a credential into a folder; a form that cannot be made is told, the others are written. */
export async function exportForms(service: Service, record: IssuedRecord, folder: string) {
  mkdirSync(folder, { recursive: true })
  const written: string[] = []
  const refused: { form: ArtefactForm; code: string }[] = []
  for (const form of artefactForms) {
    try {
      const { body } = await service.artefact(record, form)
      const file = join(folder, `${record.id}.${form}`)
      writeFileSync(file, body)
      written.push(file)
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      refused.push({ form, code: thrown.code })
    }
  }
  return { written, refused }
}

function showCommand(program: Command, define: Define): void {
  define(program, 'show <id>', 'show one credential and its state').run(
    async ({ service, output }, id: string) => {
      const record = issuedOrRefuse(service, id)
      const badge = JSON.parse(record.signed) as SignedBadge
      const url = badge.id
      const status = record.revokedAt
        ? `revoked ${record.revokedAt} (${record.revocationCode})`
        : 'active'
      output.result(
        {
          id: record.id,
          url,
          status,
          issuedAt: record.issuedAt,
          correctedAt: record.correctedAt,
          run: record.run,
          credential: badge,
        },
        [
          url,
          `${recipientName(badge.credentialSubject) ?? ''}: ${badge.name}`,
          `awarded ${badge.awardedDate?.slice(0, 10)}, issued ${record.issuedAt}`,
          `course ${record.course}, run ${record.run}`,
          ...(record.correctedAt ? [`corrected ${record.correctedAt}`] : []),
          status,
        ],
      )
      return 0
    },
  )
}

function exportCommand(program: Command, define: Define): void {
  const command = define(program, 'export <id>', 'write its JSON, JWT, PDF, PNG and SVG')
  command.command.requiredOption('--out <folder>', 'where to write them')
  command.run(async ({ service, output }, id: string, options: { out: string }) => {
    const { written, refused } = await exportForms(
      service,
      issuedOrRefuse(service, id),
      options.out,
    )
    output.result({ written, refused }, [
      ...written,
      ...refused.map(({ form, code }) => `no ${form}: ${code}`),
    ])
    return refused.length > 0 ? 1 : 0
  })
}

/** `show`, `export` and `revoke`. */
export function recordCommands(program: Command, define: Define): void {
  showCommand(program, define)
  exportCommand(program, define)
  const revoke = define(program, 'revoke <id>', 'revoke a credential for good')
  revoke.command
    .requiredOption('--reason <text>', 'why; kept private, the public sees the code')
    .option('--code <code>', 'public code of the reason', 'unspecified')
  revoke.run(async ({ service, output }, id: string, words: { reason: string; code: string }) => {
    const record = service.revoke(idIn(id), words.reason, revocationCodeOf(words.code))
    output.result({ id: record.id, revokedAt: record.revokedAt, reason: record.revocationCode }, [
      `${record.id} revoked at ${record.revokedAt}`,
    ])
    return 0
  })
}
