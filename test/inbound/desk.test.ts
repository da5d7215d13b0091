import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parseCompletionsJson } from '../../src/learning/completions-json.ts'
import { openOperator, signInAs } from '../support/operator.ts'
import { openShop, type Shop } from '../support/shop.ts'

let shop: Shop
let admin: Awaited<ReturnType<typeof openOperator>>
let issuer: Awaited<ReturnType<typeof openOperator>>
let stranger: Awaited<ReturnType<typeof signInAs>>
beforeAll(async () => {
  shop = await openShop()
  admin = await openOperator(shop, 'admin')
  issuer = await openOperator(shop, 'issuer', ['biblio-mooc'])
  stranger = await signInAs(shop, { token: shop.token('issuer', ['another-course']) })
})
afterAll(async () => {
  expect(shop.faults).toEqual([])
  await shop.close()
})

const path = '/desk/connections'
const wish = { kind: 'xapi', label: 'Platform One', course: 'biblio-mooc', run: '2026-1' }
const made = () => shop.service.inbound.connections.list()[0]

describe('/desk/connections', () => {
  test('connects a platform and shows its secret, the addresses and the user name', async () => {
    const activities = 'https://moodle.example.org/course/view.php?id=2 = biblio-mooc\n'
    const answer = await issuer.post(path, { ...wish, activities })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    const connection = made()
    const record = shop.service.ledger.connections.byId(connection?.id ?? '')
    if (!connection || !record) throw new Error('none was made')
    expect(connection.settings.activities).toEqual({
      'https://moodle.example.org/course/view.php?id=2': 'biblio-mooc',
    })
    expect(record.createdBy).toBe(`account/${issuer.account.id}`)
    for (const shown of [shop.service.inbound.connections.secret(record), connection.id, '/xapi'])
      expect(page).toContain(shown)
    expect(await issuer.text(path)).toContain('Platform One')
  })

  test('shows the secret again to administrators alone, who ask for it', async () => {
    const { id = '' } = made() ?? {}
    const record = shop.service.ledger.connections.byId(id)
    const secret = record ? shop.service.inbound.connections.secret(record) : ''
    expect(await admin.text(`${path}/${id}`)).not.toContain(secret)
    expect(await (await admin.post(`${path}/${id}/secret`)).text()).toContain(secret)
    expect((await issuer.post(`${path}/${id}/secret`)).status).toBe(403)
  })

  test('leads to the imports that it has added to', async () => {
    const { connections, deliveries } = shop.service.inbound
    const own = await connections.add({
      ...{ kind: 'webhook', label: 'Ours', course: 'biblio-mooc', run: 'r', settings: {} },
      createdBy: 'test',
    })
    const body = { completions: [{ name: 'A', email: 'a@example.org', completedOn: '2026-11-20' }] }
    const rows = parseCompletionsJson(body, deliveries.options(own))
    const message = { id: 'm', content: 'm', told: { kind: 'rows', rows } } as const
    const [answer] = await deliveries.take(own, [message])
    const link = `/desk/batches/${answer?.batch}`
    expect(await issuer.text(`${path}/${own.record.id}`)).toContain(`href="${link}"`)
    expect((await issuer.get(link)).status).toBe(200)
    connections.remove(own.record.id)
  })

  test('keeps what was filled in where it is refused, and says why', async () => {
    const answer = await issuer.post(path, { ...wish, label: 'Odd <one>', activities: 'x = y' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Odd &lt;one&gt;')
    expect(page).toContain('No connection can be made of this')
  })

  test('sets the platform of a launch, and takes a connection out of use', async () => {
    await admin.post(path, { ...wish, kind: 'lti', label: 'Canvas' })
    const { id = '' } =
      shop.service.inbound.connections.list().find(({ kind }) => kind === 'lti') ?? {}
    const platform = {
      issuer: 'https://canvas.instructure.com',
      clientId: '10000001',
      authUrl: 'https://sso.canvaslms.com/api/lti/authorize_redirect',
      jwksUrl: 'https://sso.canvaslms.com/api/lti/security/jwks',
      frames: 'https://school.instructure.com\n',
    }
    const saved = await admin.post(`${path}/${id}/settings`, platform)
    expect(await saved.text()).toContain('It is saved.')
    expect(shop.service.inbound.launches.find(id).platform).toMatchObject({
      clientId: '10000001',
      frames: ['https://school.instructure.com'],
    })
    const odd = await admin.post(`${path}/${id}/settings`, {
      ...platform,
      frames: 'school.example',
    })
    expect(odd.status).toBe(422)
    expect((await admin.post(`${path}/${id}/remove`)).headers.get('location')).toBe(path)
    expect((await admin.get(`${path}/${id}`)).status).toBe(404)
  })

  test('is closed to whoever sees to another course, and to reviewers', async () => {
    const { id = '' } = made() ?? {}
    expect((await stranger.get(`${path}/${id}`)).status).toBe(403)
    expect((await stranger.post(path, wish)).status).toBe(403)
    expect(await stranger.text(path)).not.toContain('Platform One')
    const reviewer = await openOperator(shop, 'reviewer', ['biblio-mooc'])
    expect((await reviewer.get(path)).status).toBe(403)
  })

  test('does nothing that a page of somebody else asks for', async () => {
    const { id = '' } = made() ?? {}
    const forged = await admin.post(`${path}/${id}/remove`, { form: 'x' })
    expect(forged.status).toBe(403)
    const away = await admin.post(`${path}/${id}/remove`, {}, { origin: 'https://evil.example' })
    expect(away.status).toBe(403)
    expect(made()?.id).toBe(id)
  })
})
