import { describeAttacks } from './attack.ts'
import { weakKeyFamilies } from './weak-keys.ts'

describeAttacks(weakKeyFamilies)
