import { gzipSync } from 'node:zlib'

export const listUrl = 'https://badges.example.org/lists/1'

/** So many bits, with these set. */
export function bits(set: readonly number[], length = 131_072): Buffer {
  const bytes = Buffer.alloc(length / 8)
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return bytes
}

export const packed = (bytes: Buffer) => `u${gzipSync(bytes).toString('base64url')}`

/** Members that replace those of a list, and of its subject, before it is signed. */
export interface Change {
  readonly list?: object
  readonly subject?: object
}

/** A list that names nobody, unsigned. */
export const bitstringList = (issuer: string, { list, subject }: Change = {}) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: listUrl,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer,
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    id: `${listUrl}#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: packed(bits([])),
    ...subject,
  },
  ...list,
})

export const bitstringEntry = (change: object = {}) => ({
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '42',
  statusListCredential: listUrl,
  ...change,
})

/** StatusList2021 Credential and its entry, in the data model of its time. */
export const list2021 = (issuer: string, { list, subject }: Change = {}) => ({
  '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/vc/status-list/2021/v1'],
  id: listUrl,
  type: ['VerifiableCredential', 'StatusList2021Credential'],
  issuer,
  issuanceDate: '2026-01-01T00:00:00Z',
  credentialSubject: {
    id: `${listUrl}#list`,
    type: 'StatusList2021',
    statusPurpose: 'revocation',
    encodedList: packed(bits([])).slice(1),
    ...subject,
  },
  ...list,
})

/** Credentials that say nothing but who issued them, in either data model. */
export const bare = (issuer: string, credentialStatus: unknown) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:5bb8ef40-fd32-4b0c-8d6c-0a6a4bd6c8c1',
  type: ['VerifiableCredential'],
  issuer,
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'urn:uuid:0d0b0b8e-6f0c-4f5e-9f39-6f6e4b5a2c11' },
  credentialStatus,
})

export const bare2021 = (issuer: string, credentialStatus: unknown) => ({
  '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/vc/status-list/2021/v1'],
  id: 'urn:uuid:5bb8ef40-fd32-4b0c-8d6c-0a6a4bd6c8c2',
  type: ['VerifiableCredential'],
  issuer,
  issuanceDate: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'urn:uuid:0d0b0b8e-6f0c-4f5e-9f39-6f6e4b5a2c11' },
  credentialStatus,
})
