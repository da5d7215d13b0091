import type { NewLinkView, NoClaim } from '../pages/claim-page.ts'
import type { Service } from '../service/service.ts'

/** What the page with the form for a new link says; whether it has one depends on letters being sent at all. */
export function newLinkView(why: NoClaim, { catalogue, mail }: Service): NewLinkView {
  const { name, url } = catalogue.issuer
  return { why, isOffered: mail.isOn, issuer: { name, url } }
}
