import type { Request, Response } from 'express'
import type { Artefact } from '../service/artefacts.ts'

/** The one part of a file that is asked for, if it is still that file (RFC 9110 §13.1.5 and §14.2). */
function partOf(request: Request, { body, tag }: Artefact) {
  const condition = request.headers['if-range']
  if (request.method !== 'GET' || (condition !== undefined && condition !== tag)) return undefined
  const ranges = request.range(body.length)
  // Several at once, and what is malformed, may be answered with the whole.
  if (ranges === -1) return 'unsatisfiable'
  if (ranges === undefined || ranges === -2) return undefined
  return ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined
}

/**
 * Answers with a file: 304 to whoever has it, 206 with the part that is asked for, 416 to a part that it has not. HEAD
 * gets the same headers. What else is to be said of it has been set on the response.
 */
export function sendArtefact(request: Request, response: Response, artefact: Artefact): void {
  const { body, tag } = artefact
  response.set('ETag', tag).set('Accept-Ranges', 'bytes')
  if (request.fresh) {
    response.status(304).end()
    return
  }
  const part = partOf(request, artefact)
  if (part === 'unsatisfiable') {
    response.status(416).set('Content-Range', `bytes */${body.length}`).end()
    return
  }
  if (!part) {
    response.send(Buffer.from(body))
    return
  }
  const { start, end } = part
  response
    .status(206)
    .set('Content-Range', `bytes ${start}-${end}/${body.length}`)
    .send(Buffer.from(body.subarray(start, end + 1)))
}
