const form = /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:]{2,45}\]):\d{1,5}$/

/**
 * Receivers on the operator's own network, by WEBHOOK_HOSTS: `host:port`, separated by commas. Only these are told of
 * anything over plain http, on another port than 443, or at an address that is not public.
 */
export function parseWebhookHosts(
  text: string,
  wrong: (name: string, message: string) => void,
): readonly string[] {
  const hosts = text
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '')
  if (hosts.some((host) => !form.test(host)))
    wrong('WEBHOOK_HOSTS', 'must be host:port, and commas between several')
  return hosts
}
