/** A place in a JSON document, for people: `$.courses[0].modules[3].area`. */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (written, step) => written + (typeof step === 'number' ? `[${step}]` : `.${String(step)}`),
    '$',
  )
}
