/**
 * A certification as LinkedIn's profile form takes it: the title of the achievement, never the learner's name. The
 * issuer is LinkedIn's number of its page, which brings the logo, or else its name.
 */
export type LinkedInCertification = {
  readonly name: string
  readonly issuedOn: Date
  readonly expiresOn?: Date
  readonly certUrl: string
  readonly certId: string
} & ({ readonly organizationId: string } | { readonly organizationName: string })

/** Address that opens LinkedIn's "Add licence or certification" form filled in. Months count from 1, in UTC. */
export function linkedInAddToProfile(certification: LinkedInCertification): string {
  const { name, issuedOn, expiresOn, certUrl, certId } = certification
  const fields = new URLSearchParams({ startTask: 'CERTIFICATION_NAME', name })
  if ('organizationId' in certification) {
    fields.set('organizationId', certification.organizationId)
  } else {
    fields.set('organizationName', certification.organizationName)
  }
  setMonth(fields, 'issue', issuedOn)
  if (expiresOn) setMonth(fields, 'expiration', expiresOn)
  fields.set('certUrl', certUrl)
  fields.set('certId', certId)
  return `https://www.linkedin.com/profile/add?${fields}`
}

function setMonth(fields: URLSearchParams, which: 'issue' | 'expiration', date: Date): void {
  if (Number.isNaN(date.getTime())) return
  fields.set(`${which}Year`, String(date.getUTCFullYear()))
  fields.set(`${which}Month`, String(date.getUTCMonth() + 1))
}

/** Address that opens a post sharing `url`; LinkedIn takes text and picture from the page's Open Graph data. */
export function linkedInShare(url: string): string {
  return `https://www.linkedin.com/sharing/share-offsite/?${new URLSearchParams({ url })}`
}
