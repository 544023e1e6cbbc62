const LONGEST_QUOTED = 90

/** What was written over lines as one short line, to be quoted: at most 90 characters. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUOTED)
