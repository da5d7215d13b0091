import type { Partner } from '../../src/learning/partner.ts'
import { issuerPage } from '../../src/pages/issuer-page.ts'
import { type PartnerView, partnerPage } from '../../src/pages/issuers/partner-page.ts'
import type { Frame } from '../../src/pages/layout.ts'
import { catalogue, issuerView } from './samples.ts'

const text = (en: string) => ({ en, it: null, el: null, bg: null, lv: null })

const partner: Partner = {
  id: 'harbour-library',
  name: 'Harbour Library School',
  description: text('An invented school of a harbour town.'),
  url: 'https://harbour.example/',
  scope: {
    achievements: ['mooc-completion'],
    courses: [],
    from: '2026-01-01',
    until: '2026-12-31',
  },
}

export const partnerView: PartnerView = {
  partner,
  programme: catalogue.issuer.name,
  achievements: catalogue.courses.flatMap(({ achievements }) => achievements),
  did: 'did:web:badges.example.org:issuers:harbour-library',
  keys: issuerView.keys,
}

/** The pages about issuers where partners issue on behalf of the programme. */
export const partnerPages = (frame: Frame) => ({
  partner: partnerPage(partnerView, frame),
  'partner-without-end': partnerPage(
    {
      ...partnerView,
      partner: { ...partner, url: null, scope: { ...partner.scope, until: null } },
    },
    frame,
  ),
  'issuer-with-partners': issuerPage({ ...issuerView, partners: [partner] }, frame),
})
