import { issuing } from './schema/1-issuing.ts'
import { vcApi } from './schema/2-vc-api.ts'
import { admission } from './schema/3-admission.ts'
import { holders } from './schema/4-holders.ts'
import { operators } from './schema/5-operators.ts'
import { drafts } from './schema/6-drafts.ts'
import { issuers } from './schema/7-issuers.ts'
import { webhooks } from './schema/8-webhooks.ts'
import { connections } from './schema/9-connections.ts'
import { acts } from './schema/10-acts.ts'
import { statistics } from './schema/10-statistics.ts'
import { reissue } from './schema/11-reissue.ts'
import { catalogueVersions } from './schema/13-catalogue.ts'

/**
 * The ledger's schema, one step after another; a step that has shipped is never changed. SQL keeps to what SQLite and
 * PostgreSQL both read. Rows have time-ordered keys; what the public sees is random.
 */
export const migrations: readonly string[] = [
  issuing,
  vcApi,
  admission,
  holders,
  operators,
  drafts,
  issuers,
  webhooks,
  statistics,
  connections,
  acts,
  reissue,
  catalogueVersions,
]
