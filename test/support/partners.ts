import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageFile } from '../../src/package-root.ts'

const localised = (en: string) => ({ en, it: null, el: null, bg: null, lv: null })

/** Two partners: one for the certificate of completion in 2026, and one for a badge, without an end. */
export const partners = [
  {
    id: 'harbour-library',
    name: 'Harbour Library School',
    description: localised('An invented school of a harbour town.'),
    scope: { achievements: ['mooc-completion'], from: '2026-01-01', until: '2026-12-31' },
  },
  {
    id: 'hill-academy',
    name: 'Hill Academy',
    description: localised('An invented academy on a hill.'),
    scope: { achievements: ['mooc-participation'], from: '2026-01-01' },
  },
]

// biome-ignore lint/suspicious/noExplicitAny: a test changes the file wherever it likes
export type Loose = any

/** Writes the shipped catalogue with these partners, changed further as a test likes; gives back the file's name. */
export function catalogueWithPartners(change: (catalogue: Loose) => void = () => undefined) {
  const catalogue = JSON.parse(readFileSync(packageFile('catalogue', 'biblio.json'), 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'colophon-partners-'))
  catalogue.issuers = structuredClone(partners)
  catalogue.certificate.logo = null
  change(catalogue)
  const file = join(folder, 'catalogue.json')
  writeFileSync(file, JSON.stringify(catalogue))
  return file
}

/** The same, where the first partner issues the certificate of completion unless an import says otherwise. */
export const usualPartner = (catalogue: Loose) => {
  const [completion] = catalogue.courses[0].achievements.filter(
    ({ id }: Loose) => id === 'mooc-completion',
  )
  completion.issuer = 'harbour-library'
}
