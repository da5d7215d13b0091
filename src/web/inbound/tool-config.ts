import { tell } from '../../language.ts'
import type { Connection } from '../../service/inbound/connections.ts'
import type { Service } from '../../service/service.ts'

/**
 * What an administrator pastes into a platform, or lets it fetch: the form that Canvas reads by an address, with the same
 * values under the names of the OpenID registration that Moodle and Open edX show.
 */
export function toolConfig({ record, course }: Connection, service: Service) {
  const { login = '', launch = '', jwks = '' } = service.inbound.connections.addresses(record)
  const title = service.catalogue.issuer.name
  const description = tell(course.name, course.language).text
  return {
    title,
    description,
    target_link_uri: launch,
    oidc_initiation_url: login,
    public_jwk_url: jwks,
    scopes: [],
    custom_fields: {},
    extensions: [
      {
        platform: 'canvas.instructure.com',
        domain: service.publicUrl.host,
        tool_id: record.id,
        privacy_level: 'public',
        settings: {
          text: title,
          placements: [
            {
              placement: 'assignment_selection',
              message_type: 'LtiResourceLinkRequest',
              target_link_uri: launch,
            },
            {
              placement: 'link_selection',
              message_type: 'LtiResourceLinkRequest',
              target_link_uri: launch,
            },
          ],
        },
      },
    ],
    client_name: title,
    initiate_login_uri: login,
    redirect_uris: [launch],
    jwks_uri: jwks,
  }
}
