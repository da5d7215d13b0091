import { Router } from 'express'
import type { Service } from '../service/service.ts'
import { openToAll } from './guard.ts'

/** `GET /api/specializations`: who is admitted to what, as data, so that anybody can apply the rules again. */
export function ruleRoutes({ catalogue, admissions }: Service): Router {
  const router = Router()
  router.get('/api/specializations', openToAll, (_request, response) => {
    const specializations = catalogue.specializations.map((specialization) => {
      const { eligibility: _, ...told } = specialization
      const { version, own } = admissions.ruleBook(specialization.id)
      return { ...told, ruleVersion: version, ownAchievements: own }
    })
    response.set('Cache-Control', 'public, max-age=300')
    response.json({ specializations, recognitions: catalogue.recognitions })
  })
  return router
}
