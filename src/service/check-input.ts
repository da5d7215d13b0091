import type { Source } from '../admission/application-form.ts'
import type { Received } from '../checking/receiving/received.ts'
import type { Report } from '../checking/report.ts'
import type { Question } from '../checking/verify.ts'

/** A report, and the credential as it was received. */
export interface Checked {
  readonly report: Report
  readonly received: Received
}

/** Whoever checks what is handed in: the service. */
export interface Checker {
  readonly publicUrl: URL
  verify(bytes: Uint8Array, question?: Question): Promise<Checked>
  verifyAt(url: URL, question?: Question): Promise<Checked>
}

/** The address of one of ours by the id alone, as it is printed on certificates; people type it in capitals too. */
function addressOfId(text: string, { publicUrl }: Checker): URL | undefined {
  const id = text.trim().toLowerCase()
  return /^[0-9a-z]{26}$/.test(id) ? new URL(`/c/${id}`, publicUrl) : undefined
}

/** Pasted text is a credential, or the link to one, or the id of one of ours. @throws Refusal as `Service.verify` and `verifyAt`. */
export function checkText(text: string, service: Checker, question?: Question): Promise<Checked> {
  const link = text.trim()
  const own = addressOfId(link, service)
  if (own) return service.verifyAt(own, question)
  return /^https?:\/\/\S+$/.test(link) && URL.canParse(link)
    ? service.verifyAt(new URL(link), question)
    : service.verify(new TextEncoder().encode(text), question)
}

/** What stands in the field for links; people leave `https://` out. A credential pasted there is checked as well. */
export function checkLink(text: string, service: Checker, question?: Question): Promise<Checked> {
  const link = text.trim()
  if (!/^[^\s/:"]+(?::\d+)?\/\S*$/.test(link)) return checkText(text, service, question)
  const own = service.publicUrl
  const scheme = link.startsWith(`${own.host}/`) ? own.protocol : 'https:'
  return checkText(`${scheme}//${link}`, service, question)
}

const maxNameChars = 200

/** A text that stands for one credential: the id of one of ours, a link, or the credential itself. */
export function handedIn(text: string, place: number, service: Checker): Source {
  const bare = text.trim()
  const own = addressOfId(bare, service)
  if (own) return { name: bare, check: () => service.verifyAt(own) }
  const isWhole = /^[{"]|^ey[\w-]+\./.test(bare)
  return {
    name: isWhole ? `credential ${place + 1}` : bare.slice(0, maxNameChars),
    check: () => (isWhole ? checkText(text, service) : checkLink(text, service)),
  }
}
