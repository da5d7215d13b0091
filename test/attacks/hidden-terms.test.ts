import { describeAttacks } from './attack.ts'
import { hiddenTermFamilies } from './hidden-terms.ts'

describeAttacks(hiddenTermFamilies)
