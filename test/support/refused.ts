import { Refusal, type RefusalCode } from '../../src/errors.ts'

/** The code that a call is refused with; `undefined` where it is not. Anything else that is thrown fails the test. */
export function codeOf(call: () => unknown): RefusalCode | undefined {
  try {
    call()
    return undefined
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.code
    throw thrown
  }
}

/** The same of a promise. */
export async function codeOfPromise(promise: Promise<unknown>): Promise<RefusalCode | undefined> {
  try {
    await promise
    return undefined
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.code
    throw thrown
  }
}
