import type { Command } from 'commander'
import type { Define } from './command.ts'
import { openInput, readAll } from './input.ts'

/** `catalogue check|versions`. */
export function catalogueCommands(program: Command, define: Define): void {
  const catalogue = program
    .command('catalogue')
    .description('what can be earned, and which version says so')
    .exitOverride()

  define(
    catalogue,
    'check <file>',
    'what is wrong with a catalogue, and what differs from the one in force; changes nothing',
  ).run(async ({ service, output }, file: string) => {
    const text = Buffer.from(await readAll(openInput(file))).toString('utf8')
    const found = service.operator.catalogue.check(text)
    const { complaints, differences, untranslated } = found
    const isFine =
      complaints.length === 0 && differences.every(({ judgement }) => judgement !== 'breaks')
    output.result({ isFine, ...found }, [
      ...complaints.map(({ at, message }) => `wrong    ${at}: ${message}`),
      ...differences.map(
        ({ achievement, change, members, issued, judgement }) =>
          `${judgement.padEnd(12)} ${achievement} ${change} ${members.join(', ')} (${issued} issued)`,
      ),
      `${untranslated.length} translation(s) owed`,
      isFine ? 'it can be put in force' : 'do not put it in force as it is',
    ])
    return isFine ? 0 : 1
  })

  define(catalogue, 'versions', 'the catalogues that were in force, the newest first').run(
    async ({ service, output }) => {
      const versions = service.operator.catalogue.versions()
      output.result(
        { versions },
        versions.map(({ digest, version, inForceFrom }) => `${inForceFrom}  ${version}  ${digest}`),
      )
      return 0
    },
  )
}
