import type { Response } from 'express'
import type { IssuedRecord } from '../service/service.ts'

/** What search engines are told of the page of a credential: it is theirs to show only where its holder chose that. */
export function tellRobots(response: Response, { visibility }: IssuedRecord): void {
  response.set('X-Robots-Tag', visibility === 'public' ? 'all' : 'noindex, noarchive')
}
