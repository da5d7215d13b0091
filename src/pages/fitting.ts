import type { Html } from './html.ts'

/** What a part of a page takes when it is sent. */
export const bytesOf = ({ markup }: Html) => Buffer.byteLength(markup)

/**
 * The first of a list that together fit into so many bytes, and how many are left: a page must stay small, whatever a
 * credential holds.
 */
export function fitting(
  items: readonly Html[],
  maxBytes: number,
): { readonly shown: readonly Html[]; readonly rest: number } {
  let left = maxBytes
  const end = items.findIndex((item) => {
    left -= bytesOf(item)
    return left < 0
  })
  return end === -1
    ? { shown: items, rest: 0 }
    : { shown: items.slice(0, end), rest: items.length - end }
}

/** Like {@link fitting}, for what must not be hidden altogether: the first is always there. */
export function fittingSome(
  items: readonly Html[],
  maxBytes: number,
): { readonly shown: readonly Html[]; readonly rest: number } {
  const { shown, rest } = fitting(items, maxBytes)
  return shown.length > 0 || items.length === 0
    ? { shown, rest }
    : { shown: items.slice(0, 1), rest: items.length - 1 }
}
