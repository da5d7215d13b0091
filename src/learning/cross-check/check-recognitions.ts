import type { Recognition } from '../specialization.ts'
import { believes, checkTwice, type Ground, isOwnIssuer } from './ground.ts'

function checkSkills(recognition: Recognition, at: string, { complain, skills }: Ground): void {
  recognition.skills?.forEach((skill, index) => {
    if (!skills.has(skill)) complain(`${at}.skills[${index}]`, `there is no skill "${skill}"`)
  })
  checkTwice(recognition.skills ?? [], (index) => `${at}.skills[${index}]`, complain)
  recognition.alignments.forEach(({ skill }, index) => {
    const place = `${at}.alignments[${index}].skill`
    if (!skills.has(skill)) complain(place, `there is no skill "${skill}"`)
    else if (!believes(recognition, skill))
      complain(place, `it is not believed about the skill "${skill}"`)
  })
}

/** Complains of recognitions that name nothing, or say what can never come to bear. */
export function checkRecognitions(ground: Ground): void {
  const { recognitions, complain } = ground
  checkTwice(
    recognitions.map(({ id }) => id),
    (index) => `$.recognitions[${index}].id`,
    complain,
  )
  recognitions.forEach((recognition, index) => {
    const at = `$.recognitions[${index}]`
    const { since, until, maxHours, alignments } = recognition
    checkSkills(recognition, at, ground)
    if (since !== null && until !== null && since > until)
      complain(`${at}.until`, `${since} is after ${until}`)
    if (!isOwnIssuer(recognition)) return
    if (maxHours !== null)
      complain(`${at}.maxHours`, 'our own hours count by module, whatever a credential states')
    if (alignments.length > 0)
      complain(`${at}.alignments`, 'our own credentials name their skills themselves')
  })
}
