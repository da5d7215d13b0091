import type { Request } from 'express'

const inWords = (pattern: string) => pattern.replaceAll(/:(\w+)/g, '{$1}')

/** Whether a path could be of this pattern: as many parts, and those without a colon the same. */
function fits(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => part.includes(':') || part === given[at])
  )
}

/**
 * The pattern of the route that took a request, as in the API's description: `/c/{id}`. It holds nothing that a caller
 * wrote. `none` where no route took it.
 */
export function routeOf(request: Request): string {
  const patterns = [request.route?.path ?? []].flat() as unknown[]
  const known = patterns.filter((pattern) => typeof pattern === 'string')
  const [first] = known
  if (first === undefined) return 'none'
  return inWords(known.find((pattern) => fits(pattern, request.path)) ?? first)
}
