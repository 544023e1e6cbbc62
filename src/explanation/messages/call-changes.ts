import { code, codes, say, type Phrase } from '../../text/phrase'

/** The bounds of a number, as a sentence on the call names them. */
export const BOUNDS = {
  lessThan: 'less than',
  lessThanEquals: 'at most',
  greaterThan: 'more than',
  greaterThanEquals: 'at least',
} as const

/** What to set a parameter that is a number to. */
export const boundChange = (parameter: string, bound: keyof typeof BOUNDS, value: string): Phrase =>
  say`Set ${code(parameter)} to ${BOUNDS[bound]} ${code(value)} in the call.`

/** What to set a parameter of a call to, by what a policy asks of the key that it fills. */
export const PARAMETER_CHANGES: Readonly<
  Record<'among' | 'beyond' | 'absent' | 'present', (parameter: string, values: readonly string[]) => Phrase>
> = {
  among: (parameter, values) => say`Set ${code(parameter)} to ${codes(values, 'or')} in the call.`,
  beyond: (parameter, values) =>
    say`Set ${code(parameter)} in the call to something other than ${codes(values, 'or')}.`,
  absent: (parameter) => say`Leave ${code(parameter)} out of the call.`,
  present: (parameter) => say`Set ${code(parameter)} in the call.`,
}

/** How to name what a call is for, so that a statement which is there covers it. */
export const NAME_CHANGES = {
  parameter: (parameter: string, value: string): Phrase =>
    say`Set ${code(parameter)} to ${code(value)} in the call: the statement allows it there.`,
  name: (pattern: string, name: string): Phrase =>
    say`Name it as the statement prescribes: ${code(pattern)}, not ${code(name)}.`,
  meant: (whole: string, name: string): Phrase =>
    say`Name ${code(whole)} in the call, not ${code(name)}: the statement allows it there.`,
} as const
