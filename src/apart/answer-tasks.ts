import { parentPort } from 'node:worker_threads'
import { Refusal } from '../errors.ts'
import { systemThread } from './processor-time.ts'
import type { Begun, Reply } from './worker-pool.ts'

async function replyTo<Task, Answer>(
  task: Task,
  answer: (task: Task) => Promise<Answer>,
): Promise<Reply<Answer>> {
  try {
    return { answer: await answer(task) }
  } catch (thrown) {
    if (thrown instanceof Refusal)
      return { refused: { code: thrown.code, message: thrown.message } }
    return { fault: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) }
  }
}

/**
 * The inside of a thread of a `WorkerPool`: answers one task after another. Call it once what the tasks need has been
 * loaded, for loading is our own time and not the task's.
 */
export function answerTasks<Task, Answer>(answer: (task: Task) => Promise<Answer>): void {
  const begun: Begun = { begun: systemThread() }
  parentPort?.on('message', async (task: Task) => {
    parentPort?.postMessage(begun)
    parentPort?.postMessage(await replyTo(task, answer))
  })
}
