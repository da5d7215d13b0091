import type { Award } from '../../learning/awards.ts'
import type { Sample } from './look.ts'

const firstOnes = 3
const longestOf = (text: string) => Array.from(text).length

// Scripts that certificates are printed in; of each the first name is worth a look.
const scripts = {
  latin: /\p{Script=Latin}/u,
  greek: /\p{Script=Greek}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  georgian: /\p{Script=Georgian}/u,
  armenian: /\p{Script=Armenian}/u,
  ethiopic: /\p{Script=Ethiopic}/u,
} as const

const scriptsIn = (name: string) =>
  Object.entries(scripts)
    .filter(([, letters]) => letters.test(name))
    .map(([script]) => script)

/** Picks out, of all that would be issued, what shows how the certificates will look: the first, the longest, one a script. */
export class SamplePicker {
  readonly #first: Sample[] = []
  readonly #ofScript = new Map<string, Sample>()
  #longest: Sample | undefined

  offer(line: number, award: Award): void {
    const { name } = award.learner
    if (this.#first.length < firstOnes) this.#first.push({ why: 'first', line, award })
    if (longestOf(name) > longestOf(this.#longest?.award.learner.name ?? ''))
      this.#longest = { why: 'longest', line, award }
    for (const script of scriptsIn(name))
      if (!this.#ofScript.has(script)) this.#ofScript.set(script, { why: 'script', line, award })
  }

  /** None twice, the first ones first. */
  picked(): readonly Sample[] {
    const all = [
      ...this.#first,
      ...(this.#longest ? [this.#longest] : []),
      ...this.#ofScript.values(),
    ]
    const seen = new Set<string>()
    return all.filter(({ line, award }) => {
      const mark = `${line} ${award.achievement}`
      if (seen.has(mark)) return false
      seen.add(mark)
      return true
    })
  }
}
