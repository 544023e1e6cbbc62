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

/** Who else may make a call. */
export const EXEMPTED = (exempted: readonly string[]): Phrase =>
  say`Have ${codes(exempted, 'or')} make this call: the Deny exempts ${exempted.length === 1 ? 'it' : 'them'}.`

/** How to name what a call is for, so that a statement which is there covers it. */
export const NAME_CHANGES = {
  parameter: (parameter: string, value: string): Phrase =>
    say`Set ${code(parameter)} to ${code(value)} in the call: the statement allows it there.`,
  name: (pattern: string, name: string): Phrase =>
    say`Name it as the statement prescribes: ${code(pattern)}, not ${code(name)}.`,
  meant: (whole: string, name: string): Phrase =>
    say`Name ${code(whole)} in the call, not ${code(name)}: the statement allows it there.`,
  region: (allowed: readonly string[], asked: string): Phrase =>
    say`Call in ${codes(allowed, 'or')}, where the policy allows it, not in ${code(asked)}: set the Region in the command, the profile, the code or the tool’s settings.`,
  other: (meant: string, asked: string): Phrase =>
    say`The policy allows ${code(meant)}, which your text names too. If that is the one, name it in the tool’s settings in place of ${code(asked)}, and leave the policy as it is.`,
  passed: (patterns: readonly string[], asked: string): Phrase =>
    say`Hand over a role that the policy lets you pass, ${codes(patterns, 'or')}, in place of ${code(asked)}.`,
} as const
