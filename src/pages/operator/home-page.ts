import { messagesFor } from '../../messages/offered.ts'
import { type Html, html } from '../html.ts'
import { type OperatorFrame, operatorPage, placePath, placesFor } from './frame.ts'

/** `/desk`: what may be done here, by whoever is signed in. */
export function operatorHomePage(frame: OperatorFrame): Html {
  const words = messagesFor(frame.language).pages.operator
  const { name, role, hasPassword } = frame.person
  const cards = placesFor(role).map(
    (place) =>
      html`<li><h2><a href="${placePath(place)}">${words.places[place].name}</a></h2><p>${words.places[place].hint}</p></li>
`,
  )
  const main = html`<h1>${words.title}</h1>
<p class="lead">${words.home.lead}</p>
<ul class="cards places">
${cards}</ul>
${(role === 'provider' || role === 'admin') && html`<p><a class="button" href="/provider">${words.home.toProvider}</a></p>`}
<p class="note">${words.signedInAs(name, words.roles[role])}. ${hasPassword && html`<a href="/desk/password">${words.accounts.own}</a>`}</p>`
  return operatorPage({ title: words.title, main }, frame)
}
