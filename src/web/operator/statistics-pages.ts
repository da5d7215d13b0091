import { type Request, type Response, Router } from 'express'
import { Refusal } from '../../errors.ts'
import type { Localised } from '../../language.ts'
import {
  type ShownCheck,
  type ShownRun,
  statisticsPage,
} from '../../pages/operator/statistics-page.ts'
import { hasInScope, permit } from '../../service/access.ts'
import type { Service } from '../../service/service.ts'
import { type RunStatistics, type Statistics, statisticsOf } from '../../service/statistics.ts'
import { csvHeaders } from '../csv.ts'
import type { Desk } from '../desk-session.ts'
import { queryText } from '../guard.ts'
import { statisticsTable } from '../statistics-routes.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

const roles = ['issuer', 'reviewer'] as const

/** What is not of the catalogue any more goes by its id. */
const plainName = (id: string): Localised => ({ en: id, it: null, el: null, bg: null, lv: null })

function shownRun(run: RunStatistics, { achievements, catalogue }: Service): ShownRun {
  const specializationName = (id: string) =>
    catalogue.specializations.find((each) => each.id === id)?.name ?? plainName(id)
  return {
    funnel: run.funnel,
    badges: run.badges.map(({ achievement, issued, revoked }) => ({
      ...{ issued, revoked },
      name: achievements.get(achievement)?.name ?? plainName(achievement),
    })),
    specializations: run.specializations.map(({ specialization, eligible, enrolled }) => ({
      ...{ eligible, enrolled },
      name: specializationName(specialization),
    })),
    deliveries: { ...run.letters, ...run.claims },
  }
}

const shownChecks = ({ checks }: Statistics, { achievements }: Service): readonly ShownCheck[] =>
  checks.map(({ day, achievement, way, verdict, count }) => ({
    ...{ day, way, count },
    name: achievements.get(achievement)?.name ?? plainName(achievement),
    verdict: verdict as ShownCheck['verdict'],
  }))

/** The course that was asked for, or the first that the visitor may see. @throws Refusal `forbidden`. */
function courseAsked({ request, service, caller }: OperatorVisit): string {
  const seen = service.catalogue.courses.filter(({ id }) => hasInScope(caller, id))
  const course = queryText(request, 'course') || seen[0]?.id
  if (course === undefined) throw new Refusal('forbidden', 'No course of this catalogue is yours')
  permit(caller, roles, course)
  return course
}

function send(visit: OperatorVisit): void {
  const { request, response, service, caller, frame } = visit
  const course = courseAsked(visit)
  const all = statisticsOf(service, { course })
  const wanted = queryText(request, 'run')
  // Whoever chose another course left the run of the former one in the form.
  const run = all.runs.find((each) => each.run === wanted) ?? all.runs.at(-1)
  const view = {
    courses: service.catalogue.courses.filter(({ id }) => hasInScope(caller, id)),
    course,
    runs: all.runs.map((each) => each.run),
    run: run?.run ?? null,
    shown: run ? shownRun(run, service) : null,
    checks: shownChecks(all, service),
  }
  response.type('html').send(statisticsPage(view, frame).markup)
}

/** `/desk/statistics`: what came of the courses one sees, and the same as a table. */
export function statisticsPages(desk: Desk): Router {
  const router = Router()
  const visit = (request: Request, response: Response) =>
    operatorVisit(request, response, desk, roles)
  router.get('/desk/statistics', (request, response) => send(visit(request, response)))
  router.get('/desk/statistics.csv', (request, response) => {
    const visitor = visit(request, response)
    const course = courseAsked(visitor)
    const run = queryText(request, 'run')
    const statistics = statisticsOf(visitor.service, { course, run })
    response.set(csvHeaders(`statistics-${course}.csv`)).send(statisticsTable(statistics))
  })
  return router
}
