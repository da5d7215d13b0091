import { describeAttacks } from './attack.ts'
import { tokenFamilies } from './tokens.ts'

describeAttacks(tokenFamilies)
