#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { runProgram } from './commands/program.ts'
import { readConfig } from './config.ts'
import { packageFile } from './package-root.ts'

const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
  version: string
}

process.exitCode = await runProgram(process.argv.slice(2), () => readConfig(process.env), version)
