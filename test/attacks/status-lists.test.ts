import { describeAttacks } from './attack.ts'
import { statusFamilies } from './status-lists.ts'

describeAttacks(statusFamilies)
