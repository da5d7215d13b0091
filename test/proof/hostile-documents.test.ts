import { describe, expect, test } from '@jest/globals'
import { findDataLoss } from '../../src/proof/data-loss.ts'
import { verifyProof } from '../../src/proof/verify-proof.ts'
import { exampleBadge } from '../credential/example-badge.ts'
import { makeKey, makeProof } from '../support/proof-maker.ts'

const indices = (count: number) => Array.from({ length: count }, (_, index) => index)

/** A badge made by these profiles. */
function madeBy(creator: readonly object[]) {
  const { proof: _, credentialSubject, ...badge } = exampleBadge()
  const achievement = { ...credentialSubject.achievement, creator }
  return { ...badge, credentialSubject: { ...credentialSubject, achievement } }
}

/** Nameless nodes of which each points to some others, and which nothing else tells apart. */
const graph = (count: number, pointsTo: (from: number) => readonly number[]) =>
  madeBy(
    indices(count).map((from) => ({
      id: `_:n${from}`,
      type: ['Profile'],
      parentOrg: pointsTo(from).map((to) => ({ id: `_:n${to}`, type: ['Profile'] })),
    })),
  )

const circle = (count: number) => graph(count, (from) => [(from + 1) % count])
const clique = (count: number) => graph(count, (from) => indices(count).filter((to) => to !== from))

/** RDF Dataset Canonicalization, test044: a prism and a utility graph, in which every node has three neighbours. */
const prism = [
  [1, 2, 3],
  [0, 3, 4],
  [0, 4, 5],
  [0, 1, 5],
  [1, 2, 5],
  [2, 3, 4],
]
const evil = graph(12, (from) =>
  from < 6 ? (prism[from] ?? []) : [6, 7, 8].map((to) => to + (from < 9 ? 3 : 0)),
)

/** Runs something and counts how often the main thread came by meanwhile. */
async function counting<Answer>(run: () => Promise<Answer>) {
  let ticks = 0
  const clock = setInterval(() => {
    ticks += 1
  }, 10)
  const answer = await run()
  clearInterval(clock)
  return { answer, ticks }
}

describe('a document that is hard to canonicalise', () => {
  test.each([
    ['a circle of nameless nodes', circle(6)],
    ['the hard graph of the standard’s own tests (044, "evil")', evil],
    [
      'three hundred nodes that are all alike',
      madeBy(indices(300).map(() => ({ type: ['Profile'] }))),
    ],
  ])('is read when it is only %s', async (_what, document) => {
    expect(await findDataLoss(document)).toBeUndefined()
  })
  test.each([
    ['everything points to everything', clique(12)],
    ['there are a hundred such nodes', clique(100)],
  ])('is given up when %s, and the service goes on meanwhile', async (_what, document) => {
    const { answer, ticks } = await counting(() => findDataLoss(document))
    expect(answer).toEqual({ reason: 'too-complex' })
    expect(ticks).toBeGreaterThan(2)
    expect(await findDataLoss(madeBy([]))).toBeUndefined()
  })
  test('is given up as the document of a proof as well', async () => {
    const key = await makeKey('Ed25519', 'did:example:issuer')
    const proof = await makeProof(madeBy([]), 'eddsa-rdfc-2022', key)
    expect(await verifyProof(clique(13), proof, key.method)).toBe('too-complex')
    expect(await verifyProof(madeBy([]), proof, key.method)).toBe('holds')
  })
})
