import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { messagesFor } from '../../../src/messages/offered.ts'
import { settingsCaller } from '../../../src/service/access.ts'
import { openOperator } from '../../support/operator.ts'
import { answer, isSignedWith, openReceiver, type Receiver } from '../../support/receiver.ts'
import { openShop, type Shop } from '../../support/shop.ts'

const { webhooks: words } = messagesFor('en')
let shop: Shop
let receiver: Receiver
let admin: Awaited<ReturnType<typeof openOperator>>
let issuer: Awaited<ReturnType<typeof openOperator>>

beforeAll(async () => {
  shop = await openShop()
  receiver = await openReceiver()
  admin = await openOperator(shop, 'admin')
  issuer = await openOperator(shop, 'issuer', ['biblio-mooc'])
})
afterAll(async () => {
  expect(shop.faults).toEqual([])
  await shop.close()
  await receiver.close()
})

const endpoints = () => shop.service.webhooks.list(settingsCaller)

describe('/desk/webhooks', () => {
  test('adds an endpoint and shows its secret once', async () => {
    const added = await admin.post('/desk/webhooks', {
      url: receiver.url,
      'event:credential.issued': 'yes',
      'scope:biblio-mooc': 'yes',
    })
    const [, secret = ''] = /<code class="secret">([^<]+)</.exec(await added.text()) ?? []
    expect(secret).toMatch(/^whsec_/)
    const [one] = endpoints()
    expect(one).toMatchObject({ events: ['credential.issued'], scope: ['biblio-mooc'] })
    const list = await admin.text('/desk/webhooks')
    expect(list).toContain(receiver.url)
    expect(list).not.toContain('whsec_')
    expect((await admin.post(`/desk/webhooks/${one?.id}/test`)).status).toBe(303)
    const [arrived] = receiver.arrived
    expect(arrived && isSignedWith(secret, arrived)).toBe(true)
  })

  test('shows what was sent and answered, and sends it again', async () => {
    const [one] = endpoints()
    const page = await admin.text(`/desk/webhooks/${one?.id}`)
    expect(page).toContain('webhook.test')
    expect(page).toContain('answered 204')
    const [, path = ''] = /action="([^"]+\/resend)"/.exec(page) ?? []
    expect((await admin.post(path)).status).toBe(303)
    expect(endpoints()[0]?.deliveries).toMatchObject({ delivered: expect.any(Number) })
  })

  test('tells that one was switched off, and switches it on again', async () => {
    const [one] = endpoints()
    const { ledger } = shop.service
    ledger.transaction(() => ledger.webhookTurns.disable(one?.id ?? '', 'gone'))
    expect(await admin.text(`/desk/webhooks/${one?.id}`)).toContain(words.states.gone)
    await admin.post(`/desk/webhooks/${one?.id}/enable`)
    expect(endpoints()[0]?.state).toBe('active')
  })

  test('shows the form again with what was wrong', async () => {
    const refused = await admin.post('/desk/webhooks', {
      url: 'http://10.0.0.1/',
      'event:credential.issued': 'yes',
    })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(messagesFor('en').refusals['webhook-address'].title)
  })

  test('is for issuers within their courses', async () => {
    expect(await issuer.text('/desk/webhooks')).not.toContain('enrolment.enrolled')
    const all = shop.service.webhooks.add({ url: receiver.url }, settingsCaller)
    expect((await issuer.get(`/desk/webhooks/${all.id}`)).status).toBe(404)
    expect((await issuer.post(`/desk/webhooks/${all.id}/remove`, { sure: 'yes' })).status).toBe(404)
  })

  test('gives another secret, and removes only where that is sure', async () => {
    receiver.rules.play = answer(204)
    const [one] = endpoints()
    const rotated = await admin.post(`/desk/webhooks/${one?.id}/rotate`)
    expect(await rotated.text()).toContain('whsec_')
    await admin.post(`/desk/webhooks/${one?.id}/remove`)
    expect(endpoints().map(({ id }) => id)).toContain(one?.id)
    await admin.post(`/desk/webhooks/${one?.id}/remove`, { sure: 'yes' })
    expect(endpoints().map(({ id }) => id)).not.toContain(one?.id)
  })
})
