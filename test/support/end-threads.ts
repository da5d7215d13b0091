import { afterAll } from '@jest/globals'
import { endThreads } from '../../src/apart/worker-pool.ts'

// Each test file has its own modules and so its own threads: without this they would pile up in the test process.
afterAll(endThreads)
