import type { Response } from 'express'

/** What search engines are told of the page of a credential: theirs to show only where its holder chose that, and it counts. */
export function tellRobots(response: Response, mayShow: boolean): void {
  response.set('X-Robots-Tag', mayShow ? 'all' : 'noindex, noarchive')
}
