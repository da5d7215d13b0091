import type { ReceiptClaims, ReceiptName } from '../../src/credential/receipt.ts'

/** A receipt of a decision with one rule and one module to skip, and these names. */
export const receiptClaims = (names: readonly ReceiptName[]): ReceiptClaims => ({
  iss: 'did:web:badges.example.org',
  jti: 'urn:uuid:0e4e8a5c-3b0c-4b0e-9f0e-000000000002',
  iat: 1_795_000_000,
  receipt: {
    kind: 'decision',
    outcome: 'eligible',
    person: 'Maria Rossi',
    title: 'keeper',
    checkedAt: '2026-11-24T12:00:00Z',
    reasons: [],
    credentials: [],
    decision: {
      id: 'x',
      specialization: 'keeper',
      reason: 'conditions-met',
      priority: { points: 1, of: 1 },
      rules: [{ rule: 'mooc', outcome: 'met', reason: 'achievement-held' }],
      waivedModules: ['data'],
      ruleVersion: 'sha256-x',
      validUntil: '2027-05-23T12:00:00Z',
      names,
    },
  },
})
