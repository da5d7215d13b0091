import { describeAttacks } from './attack.ts'
import { proofFamilies } from './proofs.ts'

describeAttacks(proofFamilies)
