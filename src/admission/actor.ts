/** What the audit trail calls the service where it acts by itself. */
export const byItself = 'colophon'
