import { Refusal, type RefusalCode } from '../../src/errors.ts'

function refusalIn(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown
  throw thrown
}

const notRefused = () => new Error('was not refused')

/** The refusal of a call that has to be refused. Anything else that is thrown fails the test. */
export function refusalOf(call: () => unknown): Refusal {
  try {
    call()
  } catch (thrown) {
    return refusalIn(thrown)
  }
  throw notRefused()
}

/** The same of a promise. */
export async function refusalOfPromise(promise: Promise<unknown>): Promise<Refusal> {
  try {
    await promise
  } catch (thrown) {
    return refusalIn(thrown)
  }
  throw notRefused()
}

/** The code that a call is refused with; `undefined` where it is not. */
export function codeOf(call: () => unknown): RefusalCode | undefined {
  try {
    call()
    return undefined
  } catch (thrown) {
    return refusalIn(thrown).code
  }
}

/** The same of a promise. */
export async function codeOfPromise(promise: Promise<unknown>): Promise<RefusalCode | undefined> {
  try {
    await promise
    return undefined
  } catch (thrown) {
    return refusalIn(thrown).code
  }
}
