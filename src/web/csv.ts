type Cell = string | number | null

/** A spreadsheet takes a table for UTF-8 only when it begins with this. */
export const byteOrderMark = '\uFEFF'

/** Of a table to take away, which nobody else is to keep. */
export const csvHeaders = (filename: string) => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${filename}"`,
  'Cache-Control': 'no-store',
})

/** Quotes a cell, and takes from a spreadsheet the idea that it might be a formula. */
export function csvCell(value: Cell): string {
  const text = String(value ?? '')
  // A spreadsheet of a country with decimal commas parts cells at semicolons, quoted or not.
  const harmless = text.replace(/(^|[;\t\r\n])(?=[=+\-@＝＋－＠\t\r])/g, "$1'")
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One row (RFC 4180), with its end. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`
