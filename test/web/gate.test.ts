import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, test } from '@jest/globals'
import { aside } from '../../src/service/aside.ts'
import { Allowance, Places } from '../../src/web/allowance.ts'
import { Gate } from '../../src/web/gate.ts'

/** Work that is done when it is told to be. */
function pieceOfWork() {
  let finish: () => void = () => undefined
  const done = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { finish, run: () => done }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('a gate', () => {
  test('lets so many in, keeps so many waiting, and turns the rest away', async () => {
    const gate = new Gate({ running: 2, waiting: 1, batchesRunning: 1 })
    const works = [pieceOfWork(), pieceOfWork(), pieceOfWork()]
    const begun: number[] = []
    const answers = works.map(({ run }, index) =>
      gate.run(() => {
        begun.push(index)
        return run()
      }),
    )
    await expect(gate.run(async () => 1)).rejects.toMatchObject({ code: 'busy' })
    expect(begun).toEqual([0, 1])
    works[0]?.finish()
    await answers[0]
    await settled()
    expect(begun).toEqual([0, 1, 2])
    for (const { finish } of works) finish()
    await Promise.all(answers)
    expect(await gate.run(async () => 'open again')).toBe('open again')
  })

  test('lets one client have its part, and others go past those of it that wait', async () => {
    const gate = new Gate({ running: 4, waiting: 8, batchesRunning: 1, runningPerClient: 2 })
    const works = Array.from({ length: 5 }, pieceOfWork)
    const begun: string[] = []
    const enter = (name: string, run: () => Promise<void>, admission: object) =>
      gate.run(() => {
        begun.push(name)
        return run()
      }, admission)
    const crowd = works.map(({ run }, at) => enter(`crowd ${at}`, run, { client: 'crowd' }))
    expect(begun).toEqual(['crowd 0', 'crowd 1'])
    await enter('other', async () => undefined, { client: 'other' })
    await enter('batch', async () => undefined, { isBatch: true })
    expect(begun).toEqual(['crowd 0', 'crowd 1', 'other', 'batch'])
    works[0]?.finish()
    await crowd[0]
    await settled()
    expect(begun.slice(4)).toEqual(['crowd 2'])
    for (const { finish } of works) finish()
    await Promise.all(crowd)
    expect(begun).toHaveLength(7)
  })

  test('makes a crowd wait, and turns away what comes on top once that has lasted', async () => {
    const gate = new Gate({ running: 1, waiting: 4, waitingLong: 1, batchesRunning: 1 })
    const first = pieceOfWork()
    const answers = [gate.run(first.run), gate.run(async () => 1), gate.run(async () => 1)]
    expect(gate.fullness).toBe(0.5)
    await new Promise((resolve) => setTimeout(resolve, 600))
    await expect(gate.run(async () => 1)).rejects.toMatchObject({ code: 'busy' })
    first.finish()
    await Promise.all(answers)
    const again = pieceOfWork()
    const crowd = [gate.run(again.run), ...[1, 2, 3].map(() => gate.run(async () => 1))]
    again.finish()
    await Promise.all(crowd)
  })

  test('is free again after work that failed', async () => {
    const gate = new Gate({ running: 1, waiting: 0, batchesRunning: 1 })
    await expect(gate.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    expect(await gate.run(async () => 1)).toBe(1)
  })

  test('never turns a batch away, and lets single ones go before it, but not for ever', async () => {
    const gate = new Gate({ running: 1, waiting: 20, batchesRunning: 1 })
    const first = pieceOfWork()
    const order: string[] = []
    const note = (name: string) => async () => {
      order.push(name)
    }
    const answers = [
      gate.run(first.run),
      ...Array.from({ length: 30 }, () => gate.run(note('batch'), { isBatch: true })),
      ...Array.from({ length: 20 }, () => gate.run(note('single'))),
    ]
    first.finish()
    await Promise.all(answers)
    expect(order).toHaveLength(50)
    expect(order.slice(0, 8).filter((name) => name === 'single').length).toBeGreaterThanOrEqual(5)
    expect(order.slice(0, 8)).toContain('batch')
  })

  test('keeps places free of batches', async () => {
    const gate = new Gate({ running: 2, waiting: 0, batchesRunning: 1 })
    const works = [pieceOfWork(), pieceOfWork()]
    const batches = works.map(({ run }) => gate.run(run, { isBatch: true }))
    expect(await gate.run(async () => 'single')).toBe('single')
    for (const { finish } of works) finish()
    await Promise.all(batches)
  })

  test('passes over whoever has gone away', async () => {
    const gate = new Gate({ running: 1, waiting: 5, batchesRunning: 1 })
    const first = pieceOfWork()
    const under = gate.run(first.run)
    let hasRun = false
    const gone = gate.run(
      async () => {
        hasRun = true
      },
      { isWanted: () => false },
    )
    first.finish()
    await under
    await expect(gone).rejects.toMatchObject({ code: 'busy' })
    expect(hasRun).toBe(false)
  })

  test('lets others run in the place of what waits for somebody else, so many and no more', async () => {
    const gate = new Gate({ running: 1, away: 1, waiting: 5, batchesRunning: 1 })
    const begun: string[] = []
    const outside = [pieceOfWork(), pieceOfWork()]
    const visit = (name: string, at: number) =>
      gate.run(async () => {
        begun.push(name)
        await aside(() => outside[at]?.run() ?? Promise.resolve())
        begun.push(`${name} back`)
      })
    const visits = [visit('first', 0), visit('second', 1)]
    const third = gate.run(async () => void begun.push('third'))
    await settled()
    // The first is away; the second may not be as well, and keeps its place.
    expect(begun).toEqual(['first', 'second'])
    expect(gate.load).toEqual({ running: 2, waiting: 1 })
    outside[1]?.finish()
    await third
    expect(begun).toEqual(['first', 'second', 'second back', 'third'])
    outside[0]?.finish()
    await Promise.all(visits)
    expect(gate.load).toEqual({ running: 0, waiting: 0 })
  })

  test('has all its places again after work that went without waiting for what it began', async () => {
    const gate = new Gate({ running: 1, away: 5, waiting: 5, batchesRunning: 1 })
    const outside = pieceOfWork()
    await gate.run(async () => {
      for (let at = 0; at < 3; at += 1) void aside(outside.run)
    })
    outside.finish()
    await settled()
    expect(gate.load).toEqual({ running: 0, waiting: 0 })
    const [works, begun] = [[pieceOfWork(), pieceOfWork()], [] as number[]]
    const answers = works.map(({ run }, at) =>
      gate.run(() => {
        begun.push(at)
        return run()
      }),
    )
    expect(begun).toEqual([0])
    for (const { finish } of works) finish()
    await Promise.all(answers)
  })

  test('works for whoever handed the work in, whoever makes room for it', async () => {
    const gate = new Gate({ running: 1, waiting: 5, batchesRunning: 1 })
    const who = new AsyncLocalStorage<string>()
    const first = pieceOfWork()
    const under = who.run('first', () => gate.run(first.run))
    const told = who.run('second', () => gate.run(async () => who.getStore()))
    first.finish()
    await under
    expect(await told).toBe('second')
  })
})

describe('places', () => {
  test('are so many for one and so many in all, and free again once they are left', () => {
    const places = new Places({ inAll: 3, perClient: 2, of: 'uploads' })
    const leave = places.enter('a')
    places.enter('a')
    expect(() => places.enter('a')).toThrow(expect.objectContaining({ code: 'too-many-requests' }))
    places.enter('b')
    expect(() => places.enter('c')).toThrow(expect.objectContaining({ code: 'busy' }))
    leave()
    leave()
    places.enter('c')
    expect(() => places.enter('d')).toThrow(expect.objectContaining({ code: 'busy' }))
  })
})

describe('an allowance', () => {
  test('is taken whole or not at all, and is there again after a minute', () => {
    const allowance = new Allowance(10)
    expect(allowance.take('a', 8, 0)).toBeUndefined()
    expect(allowance.take('a', 3, 1_000)).toBe(59)
    expect(allowance.take('a', 2, 1_000)).toBeUndefined()
    expect(allowance.take('b', 10, 1_000)).toBeUndefined()
    expect(allowance.take('a', 10, 60_000)).toBeUndefined()
  })
})
