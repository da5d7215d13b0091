import type { Json } from './parts.ts'

/** Who may call. `admin` may do whatever any other role may, and is named only where nobody else may. */
export type CallerKind =
  | 'anyone'
  | 'admin'
  | 'issuer'
  | 'reviewer'
  | 'provider'
  | 'wallet'
  | 'vc-api'
  | 'connection'

const rules: readonly (readonly [RegExp, readonly CallerKind[]])[] = [
  [/^\w+ \/api\/(?:audit|keys|accounts|tokens)(?:[/.]|$)/, ['admin']],
  [/\/api\/connections\/\{id\}\/secret$/, ['admin']],
  [/ \/(?:xapi\/statements|hooks\/)/, ['connection']],
  [/^post \/api\/acts$/, ['issuer']],
  [
    /^\w+ \/api\/(?:acts|catalogue|corrections|learners|statistics)(?:[/.]|$)/,
    ['issuer', 'reviewer'],
  ],
  [/^get \/api\/credentials(?:[/.]|$)/, ['issuer', 'reviewer']],
  [/^\w+ \/api\/(?:eligibility|enrolments)(?:[/.]|$)/, ['provider']],
  [/^\w+ \/vc-api\/(?:\{suite\}\/)?credentials\/(?:issue|status)$/, ['vc-api']],
  [/^\w+ \/oid4vci\/(?:credential|notification)$/, ['wallet']],
]

/**
 * Who may call an operation: what it says itself in `x-who`, else by its method and path; where it asks for a token and no rule fits,
 * issuers. A test calls each with the tokens of every role.
 */
export function callersOf(method: string, path: string, operation: Json): readonly CallerKind[] {
  const own = operation['x-who'] as readonly CallerKind[] | undefined
  const found = own ?? rules.find(([form]) => form.test(`${method} ${path}`))?.[1]
  return found ?? (operation.security === undefined ? ['anyone'] : ['issuer'])
}
