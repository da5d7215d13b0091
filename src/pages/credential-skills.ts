import type { Achievement, Alignment } from '../credential/open-badge.ts'
import type { Told } from '../language.ts'
import type { Messages } from '../messages/messages.ts'
import { isFrameworkArea } from '../messages/public-page-messages.ts'
import { inTongue, linkOr, nameOf } from './foreign.ts'
import { type Html, html } from './html.ts'

/** A skill as our catalogue knows it, in the reader's language. */
export interface KnownSkill {
  readonly name: Told
  readonly framework: string | null
  readonly frameworkArea: string | null
  readonly level: number
}

/** Skills of the catalogue by the address that credentials name them by. */
export type KnownSkills = ReadonlyMap<string, KnownSkill>

// The level of the whole is a result for readers, though Open Badges knows it as an alignment only.
export const isLevel = ({ targetFramework }: Alignment) => targetFramework === 'EQF'

interface Entry {
  /** What it is grouped under; `undefined` for what belongs to no framework. */
  readonly group: string | undefined
  readonly item: Html
}

function areaOf({ framework, frameworkArea }: KnownSkill, messages: Messages): string | undefined {
  const { frameworkAreas } = messages.pages.publicPage
  if (framework === null || frameworkArea === null) return framework ?? undefined
  const area = isFrameworkArea(frameworkArea) ? frameworkAreas[frameworkArea] : frameworkArea
  return `${framework}: ${area}`
}

/** Of the catalogue, in the reader's language; what was signed is one link away, and in every file. */
function knownEntry(skill: KnownSkill, { targetUrl }: Alignment, messages: Messages): Entry {
  const name = html`<span${inTongue(skill.name.language)}>${nameOf(skill.name.text)}</span>`
  return {
    group: areaOf(skill, messages),
    item: html`<li>${linkOr(targetUrl, name)} <small class="level">${messages.pages.publicPage.level(skill.level)}</small></li>`,
  }
}

/** As it was signed; its description repeats the framework that the heading names already. */
function signedEntry({ targetName, targetUrl, ...target }: Alignment, language?: string): Entry {
  const prefix = `${target.targetFramework ?? ''}: `
  const description = target.targetCode ?? target.targetDescription
  const note = description?.startsWith(prefix) ? description.slice(prefix.length) : description
  return {
    group: target.targetFramework,
    item: html`<li${inTongue(language)}>${linkOr(targetUrl, nameOf(targetName))}${note !== undefined && html` <small>${note}</small>`}</li>`,
  }
}

/** Skills under the part of the framework they belong to; those without one come last. */
export function skillList(
  { alignment = [], inLanguage }: Achievement,
  known: KnownSkills,
  messages: Messages,
): Html | false {
  const entries = alignment
    .filter((each) => !isLevel(each))
    .map((each) => {
      const skill = known.get(each.targetUrl)
      return skill ? knownEntry(skill, each, messages) : signedEntry(each, inLanguage)
    })
  const groups = [...new Set(entries.map(({ group }) => group))].sort(
    (left, right) => Number(left === undefined) - Number(right === undefined),
  )
  const lists = groups.map((group) => {
    const own = entries.filter((each) => each.group === group).map(({ item }) => item)
    return html`${group !== undefined && html`<h3>${group}</h3>`}<ul class="skills">${own}</ul>`
  })
  return (
    lists.length > 0 &&
    html`<section><h2>${messages.pages.credential.skills}</h2>${lists}</section>`
  )
}
