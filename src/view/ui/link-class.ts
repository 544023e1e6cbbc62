/** A link, or a small command, in a line of text. */
export const LINK_CLASS = 'inline-flex items-center gap-1 text-accent underline-offset-2 hover:underline'

/** The same below a text, smaller than it. */
export const SMALL_LINK_CLASS = `${LINK_CLASS} rounded-sm text-xs`
