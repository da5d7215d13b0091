/**
 * What requests are for, the dearest first: when the service is behind, the last are turned away first. Checks come
 * before what checkers elsewhere read (status), then pages, then issuing, then work in bulk. Probes are always answered.
 */
export const requestClasses = ['probe', 'check', 'status', 'page', 'issue', 'bulk'] as const

export type RequestClass = (typeof requestClasses)[number]

interface Rule {
  readonly is: RequestClass
  readonly path: RegExp
  /** Any method where absent. */
  readonly method?: RegExp
}

const reading = /^(?:GET|HEAD)$/
const sending = /^POST$/

// The first that fits. What is new and not named here is a page when it is read, and issuing when it changes something.
const rules: readonly Rule[] = [
  { is: 'probe', path: /^\/(?:healthz|readyz|metrics)$/ },
  {
    is: 'status',
    path: /^\/(?:\.well-known|keys|status|vc-api\/status|receipts)\/|^\/c\/[^/]+\/status\.json$/,
    method: reading,
  },
  { is: 'bulk', path: /\/(?:batch|lists|completions|imports?)(?:\/|$)/, method: sending },
  { is: 'bulk', path: /\.(?:csv|zip)$/, method: reading },
  { is: 'check', path: /^\/(?:c\/[0-9a-z]+(?:\.json|\.jwt)?$|s\/|verify$)/, method: reading },
  {
    is: 'check',
    path: /^\/(?:verify(?:\/receipt)?|api\/verify|api\/receipts\/verify|vc-api\/(?:credentials|presentations)\/verify)$/,
    method: sending,
  },
  { is: 'page', path: /^/, method: /^(?:GET|HEAD|OPTIONS)$/ },
  { is: 'issue', path: /^/ },
]

/** What a request is for, by its method and path alone: it is asked before anything else is known of it. */
export function classOf(method: string, path: string): RequestClass {
  const rule = rules.find((each) => each.path.test(path) && each.method?.test(method) !== false)
  return rule?.is ?? 'issue'
}
