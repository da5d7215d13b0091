/** Parts of the API, in the order they are told; an operation belongs to the first whose paths it fits. */
export interface Group {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly paths: RegExp
}

export const groups: readonly Group[] = [
  {
    id: 'checking',
    name: 'Checking',
    description: 'Credentials and receipts of anybody, checked: one, or up to 200 at once.',
    paths: /^\/(?:api\/verify|api\/receipts|verify|receipts)(?:\/|$)/,
  },
  {
    id: 'issuing',
    name: 'Issuing',
    description:
      'Imports of completions and what they came to; what was issued, found, revoked, corrected, erased, signed anew, one by one or many at once; the catalogue.',
    paths:
      /^\/api\/(?:completions|batches|credentials|corrections|keys|imports?|acts|learners|catalogue)(?:[/.]|$)/,
  },
  {
    id: 'connections',
    name: 'Connections',
    description:
      'Learning platforms that tell of completions by themselves: webhooks, xAPI, LTI 1.3.',
    paths: /^\/(?:api\/connections|hooks|xapi|lti)(?:\/|$)/,
  },
  {
    id: 'admission',
    name: 'Admission',
    description: 'Who may enrol: the rules as data, decisions, reviews, and lists of applicants.',
    paths:
      /^\/(?:api\/eligibility|api\/specializations|eligibility|specializations|c\/\{id\}\/eligibility)(?:[/.]|$)/,
  },
  {
    id: 'enrolments',
    name: 'Enrolments',
    description: 'Places in specializations, and the wait for one.',
    paths: /^\/api\/enrolments(?:[/.]|$)/,
  },
  {
    id: 'webhooks',
    name: 'Webhooks',
    description: 'Other programs told of what happens, by Standard Webhooks.',
    paths: /^\/api\/webhooks(?:\/|$)/,
  },
  {
    id: 'wallets',
    name: 'Wallets',
    description: 'Offers to wallets, by OpenID4VCI 1.0 and by VC-API exchanges.',
    paths: /^\/(?:wallets|oid4vci|vc-api\/exchanges|\.well-known\/o)/,
  },
  {
    id: 'vc-api',
    name: 'VC-API',
    description: 'For test suites of other people: issuing with separate keys, and checking.',
    paths: /^\/vc-api\//,
  },
  {
    id: 'credentials',
    name: 'Credentials and what they rest on',
    description:
      'What is published of a credential, for people and machines: its page, forms and state, keys and status lists.',
    paths: /^\/(?:c|s|status|keys|oembed|\.well-known)(?:\/|$)/,
  },
  {
    id: 'operations',
    name: 'Operations',
    description: 'For whoever runs the service: how it stands, who did what, and this description.',
    paths: /^\/(?:api|healthz|readyz|metrics|openapi\.json|docs)(?:\/|$)/,
  },
  {
    id: 'pages',
    name: 'Pages',
    description: 'Pages for people about the programme and the service, and what they load.',
    paths: /^\//,
  },
]

/** The group of a path of the description. */
export const groupOf = (path: string): Group =>
  groups.find(({ paths }) => paths.test(path)) ?? (groups.at(-1) as Group)
