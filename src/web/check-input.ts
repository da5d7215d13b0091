import type { Question } from '../checking/verify.ts'
import type { Service } from '../service/service.ts'

/** A report, and the credential as it was received. */
export type Checked = Awaited<ReturnType<Service['verify']>>

/** Pasted text is a credential, or the link to one. @throws Refusal as `Service.verify` and `verifyAt`. */
export function checkText(text: string, service: Service, question?: Question): Promise<Checked> {
  const link = text.trim()
  return /^https?:\/\/\S+$/.test(link) && URL.canParse(link)
    ? service.verifyAt(new URL(link), question)
    : service.verify(new TextEncoder().encode(text), question)
}

/** What stands in the field for links; people leave `https://` out. A credential pasted there is checked as well. */
export function checkLink(text: string, service: Service, question?: Question): Promise<Checked> {
  const link = text.trim()
  if (!/^[^\s/:"]+(?::\d+)?\/\S*$/.test(link)) return checkText(text, service, question)
  const own = service.publicUrl
  const scheme = link.startsWith(`${own.host}/`) ? own.protocol : 'https:'
  return checkText(`${scheme}//${link}`, service, question)
}
