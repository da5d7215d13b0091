import { describeAttacks } from './attack.ts'
import { certificateFamilies } from './certificates.ts'

describeAttacks(certificateFamilies)
