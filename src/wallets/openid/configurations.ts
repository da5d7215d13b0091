import { badgeContexts, badgeTypes } from '../../credential/build.ts'
import { languagesOf } from '../../credential/build-achievement.ts'
import type { CatalogueAchievement } from '../../learning/catalogue.ts'
import { holderAlgorithms } from '../../proof/holder-proof.ts'

/** The forms a wallet can be given (OpenID4VCI 1.0, Appendix A.1). */
export const walletForms = ['ldp_vc', 'jwt_vc_json'] as const

export type WalletForm = (typeof walletForms)[number]

/** What a wallet can ask for: one achievement in one form, so that it can be shown by name before it is there. */
export interface Configuration {
  readonly achievement: string
  readonly form: WalletForm
}

const separator = '.'

export const configurationId = ({ achievement, form }: Configuration): string =>
  `${achievement}${separator}${form}`

/** What stands under this id; `undefined` for anything that {@link configurationId} did not make. */
export function parseConfigurationId(id: string): Configuration | undefined {
  const at = id.lastIndexOf(separator)
  const form = walletForms.find((known) => known === id.slice(at + 1))
  return at > 0 && form ? { achievement: id.slice(0, at), form } : undefined
}

// The suite of VC Data Integrity, and the algorithm of JOSE, as each form names what it is signed with.
const forms = {
  ldp_vc: {
    credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
    credential_definition: { '@context': badgeContexts, type: badgeTypes },
  },
  jwt_vc_json: {
    credential_signing_alg_values_supported: ['ES256'],
    credential_definition: { type: badgeTypes },
  },
} as const satisfies Record<WalletForm, object>

/** How a wallet shows an achievement, in each language that it is written in. */
function displayOf(achievement: CatalogueAchievement, publicUrl: URL) {
  const { name, description, emblem } = achievement
  const uri = new URL(`/achievements/${achievement.id}.png`, publicUrl).href
  return languagesOf(achievement).map((locale) => ({
    name: name[locale] ?? name.en,
    locale,
    description: description[locale] ?? description.en,
    logo: { uri, alt_text: name[locale] ?? name.en },
    background_color: emblem.ground,
    text_color: emblem.ink,
  }))
}

/** One entry of `credential_configurations_supported`. */
export function configurationOf(
  achievement: CatalogueAchievement,
  form: WalletForm,
  publicUrl: URL,
) {
  return {
    format: form,
    cryptographic_binding_methods_supported: ['did:key', 'did:jwk', 'jwk'],
    proof_types_supported: { jwt: { proof_signing_alg_values_supported: [...holderAlgorithms] } },
    ...forms[form],
    credential_metadata: { display: displayOf(achievement, publicUrl) },
  }
}
