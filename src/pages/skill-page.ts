import { tell } from '../language.ts'
import type { Catalogue, Skill } from '../learning/catalogue.ts'
import { messagesFor } from '../messages/offered.ts'
import { phrase } from './achievement-pages.ts'
import { pair } from './facts.ts'
import { type Html, html, joined } from './html.ts'
import { type Frame, page } from './layout.ts'
import { ownPath } from './safe-url.ts'

export interface SkillView {
  readonly catalogue: Catalogue
  readonly skill: Skill
}

/** `/skills/{id}`: one skill, the framework it is mapped to, and where it can be earned. */
export function skillPage({ catalogue, skill }: SkillView, frame: Frame): Html {
  const { language } = frame
  const messages = messagesFor(language)
  const words = messages.pages.skill
  const area = catalogue.areas.find(({ id }) => id === skill.area)
  const profiles = catalogue.profiles.filter(({ id }) => skill.profiles.includes(id))
  const achievements = catalogue.courses
    .flatMap((course) => course.achievements)
    .filter((achievement) => achievement.skills.includes(skill.id))
  const links = achievements.map(
    ({ id, name }) =>
      html`<li><a href="${ownPath('achievements', id)}">${phrase(name, language)}</a></li>`,
  )
  const names = profiles.map(({ code, name }) => html`${phrase(name, language)} (${code})`)
  const framework =
    skill.framework && [skill.framework, skill.frameworkArea].filter(Boolean).join(': ')
  const main = html`<p class="kind">${words.kind}</p>
<h1>${phrase(skill.name, language)}</h1>
<dl class="pairs">
${pair(words.area, area && phrase(area.name, language))}
${pair(words.framework, framework)}
${pair(words.level, words.levelOf(skill.level))}
${pair(words.profiles, names.length > 0 && html`${joined(names, ', ')}`)}
</dl>
<section><h2>${words.includedIn}</h2>${links.length > 0 ? html`<ul>${links}</ul>` : html`<p>${words.notIncluded}</p>`}</section>`
  return page({ title: tell(skill.name, language).text, main, section: 'achievements' }, frame)
}
