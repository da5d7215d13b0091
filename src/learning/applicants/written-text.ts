/** Line breaks as one character each: browsers send two, and neither a limit nor a page may count or show the other. */
export const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n')

/** What somebody typed into a field. */
export const writtenText = (text: string): string => withLineFeeds(text).trim()
