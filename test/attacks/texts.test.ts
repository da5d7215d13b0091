import { describeAttacks } from './attack.ts'
import { textFamilies } from './texts.ts'

describeAttacks(textFamilies)
