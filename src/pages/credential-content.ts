import {
  type Achievement,
  type Alignment,
  type ResultDescription,
  recipientName,
  type UnsignedBadge,
} from '../credential/open-badge.ts'
import type { Messages } from '../messages/messages.ts'
import { day, pair } from './facts.ts'
import { inTongue, linkOr, nameOf, passage } from './foreign.ts'
import { type Html, html } from './html.ts'
import { domainOf, safeImageUrl } from './safe-url.ts'

/** Values as people write them; what is of another type stays as it was signed. */
function resultValue(description: ResultDescription, value: string, messages: Messages): string {
  if (description.resultType === 'Percent') return `${value} %`
  if (description.resultType === 'ext:StudyHours' && Number.isFinite(Number(value)))
    return messages.pages.achievement.hours(Number(value))
  return value
}

function resultList(credential: UnsignedBadge, messages: Messages): Html | false {
  const { achievement, result = [] } = credential.credentialSubject
  const pairs = result.flatMap(({ resultDescription, value }) => {
    const description = achievement.resultDescription?.find(({ id }) => id === resultDescription)
    if (!description) return []
    const shown = nameOf(resultValue(description, value, messages))
    return [pair(description.name, shown)]
  })
  return (
    pairs.length > 0 &&
    html`<section><h2>${messages.pages.credential.results}</h2><dl class="pairs"${inTongue(achievement.inLanguage)}>${pairs}</dl></section>`
  )
}

const alignment = ({ targetName, targetUrl, targetCode }: Alignment) =>
  html`<li>${linkOr(targetUrl, nameOf(targetName))}${targetCode !== undefined && html` <small>${targetCode}</small>`}</li>`

/** Skills and levels, grouped by the framework they belong to; those without one come first. */
function skillList({ alignment: all = [], inLanguage }: Achievement, messages: Messages) {
  const groups = new Map<string, Alignment[]>()
  for (const each of all) {
    const framework = each.targetFramework ?? ''
    groups.set(framework, [...(groups.get(framework) ?? []), each])
  }
  const lists = [...groups]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(
      ([framework, alignments]) =>
        html`${framework !== '' && html`<h3>${framework}</h3>`}<ul class="skills">${alignments.map(alignment)}</ul>`,
    )
  return (
    lists.length > 0 &&
    html`<section${inTongue(inLanguage)}><h2 lang="${messages.language}">${messages.pages.credential.skills}</h2>${lists}</section>`
  )
}

/** The title page of the credential: who, what, by whom, when; nothing but what is signed, and the picture. */
export function titlePlate(
  credential: UnsignedBadge,
  badgeImage: string,
  messages: Messages,
): Html {
  const words = messages.pages.credential
  const { achievement } = credential.credentialSubject
  const image = safeImageUrl(badgeImage)
  const recipient = recipientName(credential.credentialSubject)
  const { issuer } = credential
  return html`<section class="plate">
${image && html`<img src="${image}" width="160" height="160" alt="${words.badgeAlternative(achievement.name)}">`}
${recipient !== undefined && html`<p class="person">${nameOf(recipient)}</p><p class="small">${words.earned}</p>`}
<h1${inTongue(achievement.inLanguage)}>${nameOf(achievement.name)}</h1>
<dl class="imprint">
${pair(words.issuedBy, html`${nameOf(issuer.name)} <span class="domain" dir="ltr">${domainOf(issuer.id) ?? issuer.id}</span>`)}
${pair(words.awardedOn, day(credential.awardedDate ?? credential.validFrom, messages))}
${pair(words.until, day(credential.validUntil, messages))}
</dl>
</section>`
}

/** What the credential stands for: description, criteria, results, skills, in the language they were signed in. */
export function credentialContent(credential: UnsignedBadge, messages: Messages): Html {
  const words = messages.pages.credential
  const { achievement } = credential.credentialSubject
  const { narrative, id } = achievement.criteria
  return html`<section><h2>${words.about}</h2>${passage(achievement.description, achievement.inLanguage)}</section>
${
  (narrative !== undefined || id !== undefined) &&
  html`<section><h2>${words.criteria}</h2>${narrative !== undefined && passage(narrative, achievement.inLanguage)}
${id !== undefined && html`<p>${linkOr(id, id)}</p>`}</section>`
}
${resultList(credential, messages)}
${skillList(achievement, messages)}`
}
