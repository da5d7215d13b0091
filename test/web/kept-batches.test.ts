import { describe, expect, test } from '@jest/globals'
import { KeptBatches } from '../../src/web/kept-batches.ts'

const outcome = { index: 0, name: 'a', thrown: new Error('no') }

describe('kept batches', () => {
  test('of one who begins many push out his own, and nobody else’s', () => {
    const kept = new KeptBatches(() => new Date())
    const victim = kept.begin('victim', 1)
    victim.add(outcome)
    const crowd = Array.from({ length: 500 }, () => kept.begin('crowd', 1).secret)
    expect(kept.find(victim.secret).outcomes).toHaveLength(1)
    expect(() => kept.find(crowd[479] ?? '')).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
    expect(kept.find(crowd[480] ?? '').total).toBe(1)
  })

  test('are two hundred at the most, whoever began them', () => {
    const kept = new KeptBatches(() => new Date())
    const all = Array.from({ length: 202 }, (_, client) => kept.begin(`client ${client}`, 1).secret)
    expect(() => kept.find(all[0] ?? '')).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(kept.find(all[201] ?? '').total).toBe(1)
  })
})
