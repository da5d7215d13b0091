import { describeAttacks } from './attack.ts'
import { pdfFamilies } from './pdf.ts'

describeAttacks(pdfFamilies)
