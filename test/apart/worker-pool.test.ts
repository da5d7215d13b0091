import { spawnSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { Overrun, type PoolSettings, WorkerPool } from '../../src/apart/worker-pool.ts'
import type { OddTask } from './odd-thread.ts'

const script = new URL('./odd-thread.js', import.meta.url)

const pool = (change: Partial<PoolSettings> = {}) =>
  new WorkerPool<OddTask, unknown>({
    script,
    threads: 2,
    maxWaiting: 100,
    deadlineMs: 300,
    maxHeapMb: 48,
    ...change,
  })

const echo = (what: string): OddTask => ({ do: 'echo', what })

describe('a pool of threads', () => {
  test('answers each with its own answer', async () => {
    const threads = pool()
    const words = Array.from({ length: 50 }, (_, index) => `word ${index}`)
    expect(await Promise.all(words.map((word) => threads.run(echo(word))))).toEqual(words)
  })

  test.each([
    ['never ends', 'spin'],
    ['wants all memory', 'hoard'],
  ] as const)('gives up a task that %s, and answers those behind it', async (_what, odd) => {
    const threads = pool({ threads: 1 })
    const lost = threads.run({ do: odd })
    const behind = [threads.run(echo('second')), threads.run(echo('third'))]
    await expect(lost).rejects.toBeInstanceOf(Overrun)
    expect(await Promise.all(behind)).toEqual(['second', 'third'])
  })

  test('keeps the main thread free while a task is being given up', async () => {
    let ticks = 0
    const clock = setInterval(() => {
      ticks += 1
    }, 20)
    await expect(pool().run({ do: 'spin' })).rejects.toBeInstanceOf(Overrun)
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(3)
  })

  test('lets a task wait longer than its deadline of processor time', async () => {
    expect(await pool().run({ do: 'wait', ms: 900 })).toBe('waited')
  })

  test('gives up a task that waits for ever', async () => {
    await expect(pool({ deadlineMs: 50 }).run({ do: 'hang' })).rejects.toBeInstanceOf(Overrun)
  })

  test('refuses as busy what is more than may wait, and takes on work again', async () => {
    const threads = pool({ threads: 1, maxWaiting: 3 })
    const answers = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((word) => threads.run(echo(word))),
    )
    const outcome = (answer: PromiseSettledResult<unknown>) =>
      answer.status === 'fulfilled' ? answer.value : answer.reason.code
    expect(answers.map(outcome)).toEqual(['a', 'b', 'c', 'd', 'busy', 'busy'])
    expect(await threads.run(echo('again'))).toBe('again')
  })

  test('passes a refusal on as the refusal it was', async () => {
    await expect(pool().run({ do: 'refuse' })).rejects.toMatchObject({
      name: 'Refusal',
      code: 'input-unreadable',
      message: 'It cannot be read',
    })
  })

  test.each(['throw', 'leave', 'crash'] as const)(
    'tells a fault of ours (%s) apart from an overrun, and goes on',
    async (odd) => {
      const threads = pool({ threads: 1 })
      const fault = await threads.run({ do: odd }).catch((thrown: unknown) => thrown)
      expect(fault).toBeInstanceOf(Error)
      expect(fault).not.toBeInstanceOf(Overrun)
      expect(await threads.run(echo('after'))).toBe('after')
    },
  )

  test('answers with a fault when a task cannot be sent, and goes on', async () => {
    const threads = pool({ threads: 1 })
    const unsendable = { do: 'echo', what: () => undefined } as unknown as OddTask
    await expect(threads.run(unsendable)).rejects.toThrow('could not be cloned')
    expect(await threads.run(echo('after'))).toBe('after')
  })

  test('answers with a fault when its script cannot be loaded', async () => {
    const missing = new URL('./no-such-thread.js', import.meta.url)
    await expect(pool({ script: missing }).run(echo('a'))).rejects.not.toBeInstanceOf(Overrun)
  })

  test('shows its threads nothing of our environment', async () => {
    expect(Object.keys(process.env).length).toBeGreaterThan(0)
    expect(await pool().run({ do: 'tell' })).toEqual({})
  })

  test('starts threads anew after it was ended', async () => {
    const threads = pool()
    expect(await threads.run(echo('before'))).toBe('before')
    await threads.end()
    expect(await threads.run(echo('after'))).toBe('after')
  })

  test('does not keep a process alive that has nothing else to do', () => {
    const module = new URL('../../src/apart/worker-pool.js', import.meta.url).href
    const settings = { threads: 1, maxWaiting: 1, deadlineMs: 1000, maxHeapMb: 64 }
    const program = `import(${JSON.stringify(module)}).then(async ({ WorkerPool }) => {
      const script = new URL(${JSON.stringify(script.href)})
      const pool = new WorkerPool({ script, ...${JSON.stringify(settings)} })
      console.log(await pool.run({ do: 'echo', what: 'done' }))
    })`
    const ran = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8', timeout: 30_000 })
    expect(ran).toMatchObject({ status: 0, stdout: 'done\n' })
  })
})
