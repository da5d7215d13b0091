import type { Messages } from './messages.ts'

export const reasonsEnglish: Messages['reasons'] = {
  'form-conforms': 'The file is a complete Open Badges credential.',
  'form-not-a-credential':
    'The file can be read, but it is not a credential. Make sure you have the right file.',
  'form-context-not-pinned':
    'The credential uses a vocabulary this service does not know, so its content could mean something else than it seems to. Ask the issuer to confirm it.',
  'form-term-hidden':
    'The credential holds entries that a signature would not protect. Anyone could have added them. Do not rely on it; ask the issuer.',
  'form-nonconforming':
    'The credential does not follow the Open Badges 3.0 standard: a required entry is missing or wrong. Ask the issuer for a corrected one.',
  'form-not-reached': 'The form was not looked at, because the file could not be read that far.',
  'signature-holds':
    'The digital signature is intact: nothing has been changed since the issuer signed.',
  'signature-broken':
    'The digital signature does not fit the content: something was changed after signing, or it was never signed with this key. Do not rely on it; ask the holder for the original.',
  'signature-missing':
    'There is no digital signature, so anyone could have written this. Ask the holder for the signed file.',
  'signature-suite-unknown':
    'The credential is signed with a method this service does not know, so it could not be checked here. Try another verifier, or ask the issuer.',
  'signature-malformed':
    'The digital signature is damaged and cannot be read. Ask the holder for the original file.',
  'signature-claims-differ':
    'The signed envelope and the credential inside it say different things. Do not rely on it; ask the issuer.',
  'signature-algorithm-refused':
    'The credential is signed with a method that is not safe enough to rely on. Ask the issuer for a new one.',
  'signature-key-missing':
    'The credential does not say with which key it was signed, so the signature cannot be checked. Ask the issuer.',
  'signature-not-reached':
    'The signature was not checked, because an earlier check had already failed.',
  'issuer-key-bound': 'The signing key is published by the issuer named in the credential.',
  'issuer-key-not-bound':
    'The signing key does not belong to the issuer named in the credential. Someone else may have signed in the issuer’s name. Do not rely on it.',
  'issuer-key-not-published':
    'The issuer does not publish the key that signed this credential. Ask the issuer whether it is theirs.',
  'issuer-key-compromised':
    'The issuer has declared the signing key compromised: others may have used it. Ask the issuer for a new credential.',
  'issuer-key-unreachable':
    'The issuer’s published keys could not be reached just now, so nobody can say yet who signed. Try again later.',
  'issuer-key-method-unknown':
    'The issuer identifies itself by a method this service does not know, so the key could not be looked up. Try another verifier, or ask the issuer.',
  'issuer-key-not-reached':
    'The issuer’s key was not looked up, because an earlier check had already failed.',
  'dates-current': 'Today lies within the period for which the credential was issued.',
  'dates-not-yet-valid':
    'The credential starts to count on a later date. Check it again from that date on.',
  'dates-expired':
    'The period for which the credential was issued is over. Ask the holder whether it was renewed.',
  'dates-unreadable':
    'The dates in the credential cannot be understood. Ask the issuer to correct them.',
  'dates-not-reached': 'The dates were not looked at, because an earlier check had already failed.',
  'status-not-revoked': 'The issuer’s list of withdrawn credentials does not name this one.',
  'status-revoked':
    'The issuer has withdrawn this credential. It no longer counts, whatever a printed copy says.',
  'status-none':
    'The credential names no list of withdrawn credentials, so its issuer cannot withdraw it.',
  'status-list-unreachable':
    'The issuer’s list of withdrawn credentials could not be reached just now. Try again later.',
  'status-list-unverifiable':
    'The list of withdrawn credentials was reached, but it could not be shown to come from the issuer. Try again later, or ask the issuer.',
  'status-list-malformed':
    'The list of withdrawn credentials is damaged and cannot be read. Try again later, or ask the issuer.',
  'status-index-out-of-range':
    'The credential points to a place that the list of withdrawn credentials does not have. Ask the issuer.',
  'status-type-unknown':
    'The credential says in a way this service does not know whether it was withdrawn. Try another verifier, or ask the issuer.',
  'status-not-reached':
    'Whether it was withdrawn was not looked up, because an earlier check had already failed.',
  'issuer-known': 'The issuer is on this service’s list of known issuers.',
  'issuer-unknown':
    'The issuer is not on this service’s list of known issuers. That is no fault in itself: find out on your own who is behind the internet address shown.',
  'issuer-impostor':
    'The credential uses the name of a known issuer, but another key and address. Treat it as a forgery and tell the real issuer.',
  'issuer-not-reached':
    'Whether the issuer is known was not looked up, because an earlier check had already failed.',
  'earlier-check-failed': 'Not looked at, because an earlier check had already failed.',
}
