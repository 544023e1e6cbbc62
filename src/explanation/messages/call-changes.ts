import { code, codes, say, type Phrase } from '../../text/phrase'

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
