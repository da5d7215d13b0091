import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import type { ErasureTarget } from '../holder/erasure.ts'
import { erasureCodeOf } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import type { Define } from './command.ts'
import { idIn } from './records.ts'

interface Words {
  readonly learner?: string
  readonly reason: string
  readonly dryRun?: boolean
}

function targetIn(id: string | undefined, { learner }: Words, service: Service): ErasureTarget {
  if ((id === undefined) === (learner === undefined))
    throw new Refusal('bad-request', 'Name a credential, or --learner')
  return learner === undefined
    ? { credential: idIn(id ?? '') }
    : { learner: service.erasure.learnerOf(learner.includes('@') ? learner : idIn(learner)) }
}

/** `erase`: one credential, or a learner with everything. */
export function erasureCommand(program: Command, define: Define): void {
  const command = define(program, 'erase [id]', 'erase a credential, or a learner, for good')
  command.command
    .option('--learner <key>', 'e-mail address, other key, or any credential of the learner')
    .requiredOption(
      '--reason <code>',
      'requested-by-holder, no-longer-needed, unlawful or unspecified',
    )
    .option('--dry-run', 'show what would be erased, erase nothing')
  command.run(async ({ service, output }, id: string | undefined, words: Words) => {
    const code = erasureCodeOf(words.reason)
    const target = targetIn(id, words, service)
    const isDryRun = words.dryRun === true
    const { credentials, isLearnerErased } = isDryRun
      ? service.erasure.preview(target)
      : service.erasure.erase(target, 'command line', code)
    if (!isDryRun) service.erasure.rebuild()
    const verb = isDryRun ? 'would be erased' : 'erased'
    output.result({ dryRun: isDryRun, erased: credentials, learnerErased: isLearnerErased }, [
      ...credentials.map((each) => `${each} ${verb}`),
      ...(isLearnerErased ? [`the learner ${verb}: name, address and key`] : []),
      ...(isDryRun ? [] : ['copies made by "backup" still hold it: see docs/PRIVACY.md']),
    ])
    return 0
  })
}
