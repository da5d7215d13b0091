import { describeAttacks } from './attack.ts'
import { keyFamilies } from './keys.ts'

describeAttacks(keyFamilies)
