import type { Messages } from '../messages.ts'
import { mandateReasonsEnglish } from './partner.ts'

export const reasonsEnglish: Messages['reasons'] = {
  'form-conforms':
    'The credential is well formed: nothing in it is missing or hidden, and each entry means what its name says.',
  'form-not-a-credential':
    'The file can be read, but it is not a credential. Make sure you have the right file.',
  'form-context-not-pinned':
    'The credential uses a vocabulary this service does not know, so its content could mean something else than it seems to. Ask the issuer to confirm it.',
  'form-term-hidden':
    'The credential holds entries that a signature would not protect. Anyone could have added them. Do not rely on it; ask the issuer.',
  'form-nonconforming':
    'The credential does not follow its standard (Open Badges 3.0 for a badge, that of the W3C for others): an entry is missing or wrong. Ask the issuer for a corrected one.',
  'form-too-complex':
    'The credential is built in so complicated a way that it could not be read within the time allowed. Real credentials are not: ask the issuer.',
  'form-not-reached':
    'The form was not checked, because something went wrong here. Try again later.',
  'signature-holds':
    'The digital signature is intact: nothing has been changed since the issuer signed.',
  'signature-broken':
    'The digital signature does not fit the content: something was changed after signing, or it was never signed with this key. Do not rely on it; ask the holder for the original.',
  'signature-missing':
    'There is no digital signature, so anyone could have written this. Ask the holder for the signed file.',
  'signature-suite-unknown':
    'The credential is signed with a method this service does not know, so it could not be checked here. Try another verifier, or ask the issuer.',
  'signature-malformed':
    'The digital signature is damaged, or not built as the standards say. Ask the holder for the original file.',
  'signature-purpose-wrong':
    'The digital signature was made for another purpose than to vouch for this content. Do not rely on it; ask the issuer.',
  'signature-chain-broken':
    'The digital signatures rest on one another, and one of them is missing or does not hold. Ask the holder for the complete file.',
  'signature-other-audience':
    'The digital signature was made for another recipient or another occasion: it may have been copied. Ask the holder for one that was made for you.',
  'signature-claims-differ':
    'The signed envelope and the credential inside it say different things. Do not rely on it; ask the issuer.',
  'signature-algorithm-refused':
    'The credential is signed in a way that does not fit the key, or that is not safe enough to rely on. Ask the issuer for a new one.',
  'signature-key-missing':
    'No key is known with which this could have been signed, so the signature cannot be checked. Ask the issuer.',
  'signature-too-complex':
    'Checking the digital signature took longer than is allowed, so it was stopped. Try again later, or ask the issuer.',
  'signature-not-reached':
    'The signature was not checked, because something went wrong here. Try again later.',
  'issuer-key-bound': 'The signing key belongs to the issuer named in the credential.',
  'issuer-key-not-bound':
    'The signing key does not belong to the issuer named in the credential, or no issuer is named. Someone else may have signed in the issuer’s name. Do not rely on it.',
  'issuer-key-not-published':
    'The issuer does not publish the key that signed this credential. Ask the issuer whether it is theirs.',
  'issuer-key-ended':
    'The issuer no longer lets anything be signed with this key: it has been withdrawn or has run out. Ask the issuer for a new credential.',
  'issuer-key-compromised':
    'The issuer has declared the signing key compromised: others may have used it. Ask the issuer for a new credential.',
  'issuer-key-weak':
    'The issuer’s key is so weak that others could have signed with it. Ask the issuer for a new credential.',
  'issuer-key-unreachable':
    'The issuer’s published keys could not be reached just now, so nobody can say yet who signed. Try again later.',
  'issuer-key-method-unknown':
    'The issuer identifies itself by a method, or signs with a kind of key, that this service does not know, so the signature could not be checked. Try another verifier, or ask the issuer.',
  'issuer-key-not-reached':
    'The issuer’s key was not looked up, because something went wrong here. Try again later.',
  'dates-current': 'Today lies within the period for which the credential was issued.',
  'dates-not-yet-valid':
    'The credential starts to count on a later date. Check it again from that date on.',
  'dates-expired':
    'The period for which the credential, or its signature, was made is over. Ask the holder whether it was renewed.',
  'dates-unreadable':
    'The dates in the credential cannot be understood. Ask the issuer to correct them.',
  'dates-not-reached':
    'The dates were not checked, because something went wrong here. Try again later.',
  'status-not-revoked': 'The issuer’s list of withdrawn credentials does not name this one.',
  'status-revoked':
    'The issuer has withdrawn this credential. It no longer counts, whatever a printed copy says.',
  'status-suspended':
    'The issuer has put this credential on hold for now. Ask the issuer, and check again later.',
  'status-not-about-withdrawal':
    'The credential names a list of its issuer, but not one that says whether it was withdrawn.',
  'status-none':
    'The credential names no list of withdrawn credentials, so its issuer cannot withdraw it.',
  'status-list-unreachable':
    'The issuer’s list of withdrawn credentials could not be reached just now. Try again later.',
  'status-list-unverifiable':
    'The list of withdrawn credentials was reached, but it could not be shown to come from the issuer. Try again later, or ask the issuer.',
  'status-list-malformed':
    'The list of withdrawn credentials, or the entry that leads to it, is damaged and cannot be read. Try again later, or ask the issuer.',
  'status-index-out-of-range':
    'The credential points to a place that the list of withdrawn credentials does not have. Ask the issuer.',
  'status-type-unknown':
    'The credential says in a way this service does not know whether it was withdrawn. Try another verifier, or ask the issuer.',
  'status-not-reached':
    'Whether it was withdrawn was not looked up, because something went wrong here. Try again later.',
  'published-same': 'The issuer publishes this very credential at its address.',
  'published-newer':
    'The issuer has published a corrected version since. Open the address of the credential to see it.',
  'published-not-ours':
    'It carries a signature of this service, but this service never issued it. Do not rely on it, and tell the operator.',
  'published-erased':
    'This service has erased its copy of this credential, so it can no longer confirm that it issued it. Ask the operator of this service.',
  'published-in-gap':
    'This service was put back from an older copy and knows nothing of the time in which this was signed, so it can neither confirm it nor deny it. Ask the operator for a new one.',
  'published-not-found':
    'The issuer publishes nothing to compare at the credential’s address. That is no fault: it need not.',
  'published-nowhere':
    'The credential has no address on the issuer’s own site where a newer version could stand.',
  'published-not-reached':
    'Whether there is a newer version was not looked up, because something went wrong here. Try again later.',
  'issuer-known': 'The issuer is on this service’s list of known issuers.',
  'issuer-unknown':
    'The issuer is not on this service’s list of known issuers. That is no fault in itself: find out on your own who is behind the internet address shown.',
  'issuer-outside-scope':
    'The issuer is on this service’s list, but not for achievements of this kind. Ask the issuer whether it may award this one.',
  'issuer-outside-period':
    'The issuer is on this service’s list, but not for the time at which this was issued. Ask the issuer to confirm it.',
  ...mandateReasonsEnglish,
  'issuer-impostor':
    'The credential uses the name of a known issuer, but another key and address. Treat it as a forgery and tell the real issuer.',
  'issuer-not-reached':
    'Whether the issuer is known was not looked up, because something went wrong here. Try again later.',
  'person-matches': 'The name or address you gave is the one that was signed.',
  'person-differs':
    'The name or address you gave is not the one that was signed. Compare both: it may be a matter of spelling.',
  'person-not-named':
    'The credential does not name its holder in this way, so there is nothing to compare. Try the name, or the e-mail address.',
  'person-not-reached':
    'The person was not compared, because something went wrong here. Try again later.',
  'printed-agrees':
    'The pages of the file print the name and the title that are signed. For everything else rely on the facts shown here.',
  'printed-differs':
    'What the page shows differs from what is signed. Only what is signed counts; the page was changed or does not belong to it.',
  'printed-unreadable':
    'The text of the page could not be compared with what is signed. Rely on the facts shown here, not on the page.',
  'printed-covered':
    'The page is not as it was made: something may stand over its text, beside it, or as a note. Rely on the facts shown here, not on the page.',
  'printed-compare-yourself':
    'The code in the picture was read, the printed text was not. Compare the paper with the facts shown here.',
  'printed-not-reached':
    'The page was not compared, because something went wrong here. Rely on the facts shown here.',
  'presentation-proven': 'The holder’s own signature on what was presented is intact.',
  'presentation-unsigned':
    'Nobody has signed for presenting it, so it does not show who handed it over. The credential inside was checked all the same.',
  'presentation-broken':
    'The holder’s signature does not fit what was presented. Ask the holder to present it again.',
  'presentation-malformed':
    'What was presented is not put together as the standard says. Ask the holder to present it again.',
  'presentation-key-not-bound':
    'The key that signed for presenting it is not the holder’s. Someone else may be using the credential.',
  'presentation-key-unreachable':
    'The holder’s published keys could not be reached just now. Try again later.',
  'presentation-suite-unknown':
    'The holder signed with a method this service does not know, so it does not show who handed it over. Try another verifier, or ask the holder to present it in another way.',
  'presentation-other-audience':
    'The holder signed for another recipient or another occasion: it may have been copied. Ask the holder to present it to you anew.',
  'presentation-not-reached':
    'The presentation was not checked, because something went wrong here. Try again later.',
  'earlier-check-failed': 'Not looked at, because another check on which it rests did not pass.',
}
