import { type Request, Router } from 'express'
import { permit } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import {
  type Statistics,
  statisticsColumns,
  statisticsOf,
  statisticsRows,
} from '../service/statistics.ts'
import { csvHeaders, csvRow } from './csv.ts'
import { queryText } from './guard.ts'

function asked(request: Request, service: Service): Statistics {
  const caller = service.recognise(request.headers.authorization)
  const course = queryText(request, 'course') ?? ''
  permit(caller, ['issuer', 'reviewer'], course)
  return statisticsOf(service, { course, run: queryText(request, 'run') })
}

/** The counts as a table (RFC 4180). */
export const statisticsTable = (statistics: Statistics): string =>
  [csvRow(statisticsColumns), ...statisticsRows(statistics).map(csvRow)].join('')

/** `GET /api/statistics`, as JSON or as a table, by what is accepted or by the name of the path. */
export function statisticsRoutes(service: Service): Router {
  const router = Router()
  router.get('/api/statistics.csv', (request, response) => {
    const statistics = asked(request, service)
    response
      .set(csvHeaders(`statistics-${statistics.course}.csv`))
      .send(statisticsTable(statistics))
  })
  router.get('/api/statistics', (request, response) => {
    const statistics = asked(request, service)
    response.set('Cache-Control', 'no-store').vary('Accept')
    if (request.accepts(['application/json', 'text/csv']) === 'text/csv')
      response
        .set(csvHeaders(`statistics-${statistics.course}.csv`))
        .send(statisticsTable(statistics))
    else response.json(statistics)
  })
  return router
}
