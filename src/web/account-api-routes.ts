import { type Request, type RequestHandler, type Response, Router } from 'express'
import { permit, roleOf } from '../service/access.ts'
import { type AccountWish, viewOf } from '../service/accounts.ts'
import { newPassword } from '../service/passwords.ts'
import type { Service } from '../service/service.ts'
import { membersIn } from './correction-body.ts'
import { param } from './guard.ts'
import { readBody } from './upload.ts'

const maxBodyBytes = 16 * 1024

type Handler = (request: Request, response: Response) => unknown

const rights = { label: 'string', role: 'string', scope: 'strings', provider: 'string' } as const

interface Rights {
  readonly label?: string
  readonly role?: string
  readonly scope?: readonly string[]
  readonly provider?: string
}

const wishOf = (asked: Rights, held: Omit<AccountWish, 'login'>): Omit<AccountWish, 'login'> => ({
  label: asked.label ?? held.label,
  role: asked.role === undefined ? held.role : roleOf(asked.role),
  scope: asked.scope ?? held.scope,
  provider: asked.provider ?? held.provider,
})

const nothing = { label: '', role: 'issuer', scope: [], provider: null } as const

/** `/api/accounts`: people at the desk; a password is answered once, to whoever made or reset it. */
function accountCalls(service: Service, guarded: (work: Handler) => RequestHandler): Router {
  const router = Router()
  const { accounts } = service.operator
  router.get(
    '/api/accounts',
    guarded((_request, response) => response.json({ accounts: accounts.all() })),
  )
  router.post(
    '/api/accounts',
    guarded(async (request, response) => {
      const asked = membersIn(await readBody(request, maxBodyBytes), {
        login: 'string',
        ...rights,
        withPassword: 'boolean',
      })
      roleOf(asked.role ?? '')
      const password = asked.withPassword === false ? null : newPassword()
      const account = await accounts.make(
        { ...wishOf(asked, nothing), login: asked.login ?? '' },
        password,
      )
      response.status(201).json({ account, ...(password !== null && { password }) })
    }),
  )
  router.patch(
    '/api/accounts/:id',
    guarded(async (request, response) => {
      const id = param(request, 'id')
      const asked = membersIn(await readBody(request, maxBodyBytes), {
        ...rights,
        disabled: 'boolean',
      })
      const { disabled, ...wish } = asked
      let account = viewOf(accounts.one(id))
      if (Object.keys(wish).length > 0) account = accounts.change(id, wishOf(wish, account))
      if (disabled !== undefined) account = accounts.setDisabled(id, disabled)
      response.json({ account })
    }),
  )
  router.post(
    '/api/accounts/:id/password',
    guarded(async (request, response) => {
      response.json({ password: await accounts.resetPassword(param(request, 'id')) })
    }),
  )
  return router
}

/** `/api/tokens`: keys of scripts; the text of one is answered once. */
function tokenCalls(service: Service, guarded: (work: Handler) => RequestHandler): Router {
  const router = Router()
  const { tokens } = service.operator
  router.get(
    '/api/tokens',
    guarded((_request, response) => response.json({ tokens: tokens.all() })),
  )
  router.post(
    '/api/tokens',
    guarded(async (request, response) => {
      const asked = membersIn(await readBody(request, maxBodyBytes), rights)
      roleOf(asked.role ?? '')
      response.status(201).json({ token: tokens.make(wishOf(asked, nothing)) })
    }),
  )
  router.delete(
    '/api/tokens/:id',
    guarded((request, response) => {
      tokens.revoke(param(request, 'id'))
      response.status(204).end()
    }),
  )
  return router
}

/** Who may use the service, for administrators. */
export function accountApiRoutes(service: Service): Router {
  const guarded =
    (work: Handler): RequestHandler =>
    async (request, response) => {
      permit(service.recognise(request.headers.authorization), [])
      response.set('Cache-Control', 'no-store')
      await work(request, response)
    }
  const router = Router()
  router.use(accountCalls(service, guarded))
  router.use(tokenCalls(service, guarded))
  return router
}
