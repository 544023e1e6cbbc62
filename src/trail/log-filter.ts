/** What a log can be summed up by. */
export const GROUP_FIELDS = ['principal', 'action', 'resource', 'layer'] as const

/** A field that the entries of a log are grouped by. */
export type GroupField = (typeof GROUP_FIELDS)[number]

/** Which entries are looked at. Null in a field means those that do not name one. */
export interface LogFilter {
  /** Words that all must stand somewhere in the entry, in any case. */
  readonly words: string
  /** Fields with the value that they must have. */
  readonly fields: Partial<Readonly<Record<GroupField, string | null>>>
}

/** The filter that lets every entry through. */
export const NO_FILTER: LogFilter = { words: '', fields: {} }
