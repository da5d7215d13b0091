import type { SignedBadge } from '../credential/open-badge.ts'

interface Forms {
  readonly signed: string | null
  readonly jwt: string | null
}

const behind = (text: string, mark: string) => text.slice(text.lastIndexOf(mark) + 1)

function keyOfToken(jwt: string): string {
  const header = Buffer.from(jwt.slice(0, jwt.indexOf('.')), 'base64url').toString('utf8')
  return behind((JSON.parse(header) as { kid: string }).kid, '/')
}

/**
 * Ids of our keys that the two forms of a credential were signed with: `did#kid` in the one, `/keys/kid` in the other;
 * and that of the mandate in it, without which its issuer is not known.
 */
export function signedWith({ signed, jwt }: Forms): readonly string[] {
  const badge = signed === null ? undefined : (JSON.parse(signed) as SignedBadge)
  const mandates = badge?.issuer.endorsement ?? []
  const proofs = [...(badge?.proof ?? []), ...mandates.flatMap(({ proof }) => proof)]
  return [
    ...proofs.map(({ verificationMethod }) => behind(verificationMethod, '#')),
    ...(jwt === null ? [] : [keyOfToken(jwt)]),
  ]
}
