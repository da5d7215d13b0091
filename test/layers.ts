/**
 * The whole architecture: a folder (or root file) of src may import itself and what its row lists. docs/ARCHITECTURE.md
 * shows the same table, and test/docs.test.ts holds the two equal.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  language: [],
  'package-root': [],
  config: ['errors', 'language', 'package-root'],
  learning: ['errors', 'language'],
  messages: ['errors', 'language', 'learning', 'checking'], // types only, held below
  credential: ['errors', 'language', 'learning'],
  apart: ['errors'],
  proof: ['errors', 'package-root', 'credential', 'apart'],
  ledger: ['errors', 'language', 'credential'],
  documents: ['errors', 'language', 'package-root', 'messages', 'credential', 'apart'],
  issuing: ['errors', 'language', 'learning', 'credential', 'proof', 'ledger'],
  checking: ['errors', 'language', 'credential', 'proof', 'documents', 'apart'],
  pages: ['errors', 'language', 'messages', 'learning', 'credential', 'documents', 'checking'],
  service: [
    'config',
    'errors',
    'language',
    'package-root',
    'messages',
    'learning',
    'credential',
    'proof',
    'ledger',
    'issuing',
    'documents',
    'checking',
  ],
  web: [
    'config',
    'errors',
    'language',
    'package-root',
    'messages',
    'learning',
    'credential',
    'proof',
    'issuing',
    'documents',
    'checking',
    'pages',
    'service',
  ],
  commands: [
    'config',
    'errors',
    'language',
    'package-root',
    'messages',
    'learning',
    'credential',
    'proof',
    'documents',
    'checking',
    'service',
    'web',
  ],
  cli: ['config', 'package-root', 'commands'],
  main: ['config', 'errors', 'web'],
}

/** Where only the shapes of another layer may be known, never its code. */
export const typesOnly: Readonly<Record<string, readonly string[]>> = {
  messages: ['errors', 'learning', 'checking'],
}

/** A package that only one folder may know, so that replacing it touches one folder. */
export const home: Readonly<Record<string, string>> = {
  express: 'web',
  'express-rate-limit': 'web',
  jose: 'proof',
  '@digitalbazaar': 'proof',
  '@hyzyla/pdfium': 'documents',
  'zxing-wasm': 'documents',
  '@photostructure/sqlite': 'ledger',
  'csv-parse': 'learning',
  'pdf-lib': 'documents',
  '@cantoo/fontkit': 'documents',
  '@resvg/resvg-js': 'documents',
  qrcode: 'documents',
  commander: 'commands',
}
