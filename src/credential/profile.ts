import type { Catalogue } from '../learning/catalogue.ts'
import type { Partner } from '../learning/partner.ts'
import { absolute } from './build-achievement.ts'
import type { IssuerProfile, SignedMandate } from './open-badge.ts'

/** The programme as its credentials name it, and as the mandates of its partners do. */
export const programmeProfile = (
  { issuer }: Catalogue,
  { did, publicUrl }: { readonly did: string; readonly publicUrl: URL },
): IssuerProfile => ({
  id: did,
  type: ['Profile'],
  name: issuer.name,
  url: absolute(publicUrl, '/issuer'),
  description: issuer.description.en,
})

/** Path of a partner's page, beneath which everything about it stands. */
export const partnerPath = (id: string): string => `/issuers/${id}`

/** A partner as its credentials name it: with the mandate, so that whoever checks need not ask for it. */
export const partnerProfile = (
  { id, name, description }: Partner,
  mandate: SignedMandate,
  { did, publicUrl }: { readonly did: string; readonly publicUrl: URL },
): IssuerProfile => ({
  id: did,
  type: ['Profile'],
  name,
  url: absolute(publicUrl, partnerPath(id)),
  description: description.en,
  endorsement: [mandate],
})
