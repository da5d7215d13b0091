import type { Service } from '../service/service.ts'

/** A report, and the credential as it was received. */
export type Checked = Awaited<ReturnType<Service['verify']>>

/** Pasted text is a credential, or the link to one. @throws Refusal as `Service.verify` and `verifyAt`. */
export function checkText(text: string, service: Service): Promise<Checked> {
  const link = text.trim()
  return /^https?:\/\/\S+$/.test(link) && URL.canParse(link)
    ? service.verifyAt(new URL(link))
    : service.verify(new TextEncoder().encode(text))
}

/** What stands in the field for links; people leave `https://` out. A credential pasted there is checked as well. */
export function checkLink(text: string, service: Service): Promise<Checked> {
  const link = text.trim()
  if (!/^[^\s/:"]+(?::\d+)?\/\S*$/.test(link)) return checkText(text, service)
  const own = service.publicUrl
  return checkText(`${link.startsWith(`${own.host}/`) ? own.protocol : 'https:'}//${link}`, service)
}
