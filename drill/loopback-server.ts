import { readConfig } from '../src/config.ts'
import { Service } from '../src/service/service.ts'
import { startServer } from '../src/web/server.ts'

// The service as it ships, except that it listens on the loopback alone, on any free port, and says on which.
const service = new Service(readConfig({ ...process.env, PORT: '0' }))
const onFault = (thrown: unknown) => console.error(thrown)
const { port } = await startServer(service, { onFault, host: '127.0.0.1' })
console.log(port)
