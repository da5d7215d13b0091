/** `make` that remembers its latest `most` results by key, for drawings that many files share. */
export function keeping<Input, Output>(
  keyOf: (input: Input) => string,
  make: (input: Input) => Output,
  most = 64,
): (input: Input) => Output {
  const kept = new Map<string, Output>()
  return (input) => {
    const key = keyOf(input)
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = make(input)
    const [oldest] = kept.keys()
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest)
    kept.set(key, made)
    return made
  }
}
