/** What one look came to. */
export interface Diagnosis {
  readonly check: string
  /** `unknown`: it could not be looked at, which is not the same as fine. */
  readonly state: 'fine' | 'bad' | 'unknown'
  readonly isFine: boolean
  readonly detail: string
  /** What to do where it is not fine. */
  readonly remedy?: string
}

/** Thrown by a look that could not be carried out. */
export class CouldNotLook extends Error {
  override name = 'CouldNotLook'
}

/** Carries one look out: what it returns is fine, what it throws is bad, unless it says that it could not look. */
export async function look(
  check: string,
  run: () => Promise<string> | string,
  remedy?: string,
): Promise<Diagnosis> {
  try {
    return { check, state: 'fine', isFine: true, detail: await run() }
  } catch (thrown) {
    return {
      check,
      state: thrown instanceof CouldNotLook ? 'unknown' : 'bad',
      isFine: false,
      detail: thrown instanceof Error ? thrown.message : String(thrown),
      ...(remedy === undefined ? {} : { remedy }),
    }
  }
}

/** @throws Error with the complaint where it does not hold. */
export function insist(holds: boolean, complaint: string): void {
  if (!holds) throw new Error(complaint)
}
