import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { systemThread, watchProcessorTime } from '../../src/apart/processor-time.ts'
import { Overrun, WorkerPool } from '../../src/apart/worker-pool.ts'
import type { OddTask } from './odd-thread.ts'

const script = new URL('./odd-thread.js', import.meta.url)
const spinning = () =>
  new WorkerPool<OddTask, unknown>({
    script,
    threads: 2,
    maxWaiting: 2,
    deadlineMs: 600,
    maxHeapMb: 48,
  })

if (process.platform !== 'linux')
  test.skip('the time of one thread (only Linux tells it)', () => undefined)
else
  test('a thread is watched by its own time, whatever others of the process do', async () => {
    let isGivenUp = false
    const end = watchProcessorTime(400, { thread: systemThread(), threadsAtWork: () => 1 }, () => {
      isGivenUp = true
    })
    const others = spinning()
    const spins = [others.run({ do: 'spin' }), others.run({ do: 'spin' })]
    for (const spin of spins) await expect(spin).rejects.toBeInstanceOf(Overrun)
    expect(isGivenUp).toBe(false)
    const until = Date.now() + 30_000
    while (!isGivenUp && Date.now() < until) {
      for (let at = 0; at < 20_000_000; at += 1);
      await sleep(1)
    }
    expect(isGivenUp).toBe(true)
    end()
  })
