import { answerTasks } from '../../src/apart/answer-tasks.ts'
import { Refusal } from '../../src/errors.ts'

/** What a thread of the tests can be asked to do. */
export type OddTask =
  | { readonly do: 'echo'; readonly what: string }
  | { readonly do: 'spin' | 'hoard' | 'hang' | 'throw' | 'refuse' | 'leave' | 'crash' | 'tell' }
  | { readonly do: 'wait'; readonly ms: number }

async function answer(task: OddTask): Promise<unknown> {
  switch (task.do) {
    case 'echo':
      return task.what
    case 'wait':
      await new Promise((resolve) => setTimeout(resolve, task.ms))
      return 'waited'
    case 'spin':
      for (;;);
    case 'hoard': {
      const hoard: string[][] = []
      for (;;) hoard.push(Array.from({ length: 100_000 }, (_, index) => `hoarded ${index}`))
    }
    case 'hang':
      return new Promise(() => undefined)
    case 'throw':
      throw new TypeError('a fault of ours')
    case 'refuse':
      throw new Refusal('input-unreadable', 'It cannot be read')
    case 'leave':
      return process.exit(0)
    case 'crash':
      setTimeout(() => {
        throw new Error('thrown by nobody')
      })
      return new Promise(() => undefined)
    case 'tell':
      return { ...process.env }
  }
}

answerTasks(answer)
