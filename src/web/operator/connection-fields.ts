import type { ConnectionSettings } from '../../inbound/connection-settings.ts'
import type { ConnectionGiven } from '../../pages/operator/connections-page.ts'

const linesOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** `activity = target`, parted at the last equals sign: addresses have some of their own. */
const activityOf = (line: string): readonly [string, string] => {
  const at = line.lastIndexOf('=')
  return [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 1).trim()]
}

/** Settings as a form gives them; a platform is there once anything of it is. */
export function settingsGiven(fields: ConnectionGiven): unknown {
  const text = (name: string) => fields.get(name)?.trim() ?? ''
  const platform = {
    issuer: text('issuer'),
    clientId: text('clientId'),
    deployments: linesOf(fields.get('deployments')),
    authUrl: text('authUrl'),
    jwksUrl: text('jwksUrl'),
    frames: linesOf(fields.get('frames')),
  }
  const hasPlatform = Object.values(platform).some((value) => value.length > 0)
  return {
    activities: Object.fromEntries(linesOf(fields.get('activities')).map(activityOf)),
    platform: hasPlatform ? platform : null,
    trustsEmail: fields.get('trustsEmail') === 'yes',
  }
}

/** The same settings as the fields of a form. */
export function fieldsOfSettings({
  activities,
  platform,
  trustsEmail,
}: ConnectionSettings): ConnectionGiven {
  const { issuer = '', clientId = '', authUrl = '', jwksUrl = '' } = platform ?? {}
  return new Map([
    [
      'activities',
      Object.entries(activities)
        .map((pair) => pair.join(' = '))
        .join('\n'),
    ],
    ['issuer', issuer],
    ['clientId', clientId],
    ['authUrl', authUrl],
    ['jwksUrl', jwksUrl],
    ['deployments', (platform?.deployments ?? []).join('\n')],
    ['frames', (platform?.frames ?? []).join('\n')],
    ['trustsEmail', trustsEmail ? 'yes' : ''],
  ])
}
