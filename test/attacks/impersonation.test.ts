import { describeAttacks } from './attack.ts'
import { impersonationFamilies } from './impersonation.ts'

describeAttacks(impersonationFamilies)
