import { describeAttacks } from './attack.ts'
import { contextFamilies } from './contexts.ts'

describeAttacks(contextFamilies)
