import { answerTasks } from '../apart/answer-tasks.ts'
import type { ProofAnswer, ProofTask } from './apart.ts'
import { canonize } from './canonize.ts'
import { judgeProof } from './judge-proof.ts'

// The first document that is read pays for what stays in memory after it: no stranger's shall.
await canonize({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'urn:uuid:00000000-0000-4000-8000-000000000000',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  credentialSubject: { type: 'AchievementSubject', achievement: { type: 'Achievement' } },
})

answerTasks<ProofTask, ProofAnswer>((task) =>
  task.kind === 'canonize' ? canonize(JSON.parse(task.json)) : judgeProof(task.question),
)
