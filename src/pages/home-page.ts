import { messagesFor } from '../messages/offered.ts'
import type { Passage } from '../messages/page-messages.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { verifyForm } from './verify-page.ts'

const reader = ({ title, text }: Passage) =>
  html`<section><h2>${title}</h2><p>${text}</p></section>`

/** What this is, for each of the three readers, and the box that checks a credential. */
export function homePage(frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const { home, verify } = messages.pages
  const main = html`<h1>${home.title}</h1>
<p class="lead">${home.lead}</p>
<section class="box" aria-labelledby="check"><h2 id="check">${verify.title}</h2>
<p>${verify.lead}</p>
${verifyForm(messages)}</section>
<div class="columns">
${reader(home.forLearners)}
${reader(home.forEmployers)}
${reader(home.forProviders)}
</div>
<p class="onward"><a href="/achievements">${home.allAchievements}</a> <a href="/eligibility">${messages.pages.selfCheck.title}</a> <a href="/issuer">${home.aboutIssuer}</a> <a href="/provider">${messages.pages.desk.forProviders}</a> <a href="/docs">${messages.apiDocs.title}</a></p>`
  return page({ title: home.title, main, hasForm: true }, frame)
}
