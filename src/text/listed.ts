/** Names as people type them: one a line, or parted by commas or spaces. */
export const listed = (text: string): readonly string[] => text.split(/[\s,]+/).filter((part) => part !== '')
