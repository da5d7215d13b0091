import { describeAttacks } from './attack.ts'
import { presentationFamilies } from './presentations.ts'

describeAttacks(presentationFamilies)
