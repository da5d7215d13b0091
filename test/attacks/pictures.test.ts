import { describeAttacks } from './attack.ts'
import { pictureFamilies } from './pictures.ts'

describeAttacks(pictureFamilies)
