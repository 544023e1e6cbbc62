import { isRegionName } from '../iam/regions-in-text'
import type { FoundCall } from './command-words'

/**
 * A line that sets a variable: of a shell (`export A=b`), of Windows (`set A=b`, `$Env:A = "b"`), of the environment that a
 * pipeline prints (`A: b`), or in front of a command (`A=b aws …`).
 */
const SETTING =
  /(?<![\w$])AWS_(?<default>DEFAULT_)?(?<name>REGION|PROFILE)["']?\s?[=:]\s?["']?(?<value>[\w.@+-]{1,80})(?![\w$({])/g

type Option = 'region' | 'profile'

interface Setting {
  readonly at: number
  readonly option: Option
  readonly isDefault: boolean
  readonly value: string
}

/** How far before a command its variable may be set. */
const REACH = 4_000

/** Variables in front of a command: they hold for it alone. */
const IN_FRONT = /(?<![\w=])(?:[A-Z][A-Z\d_]{1,60}=[^\s;&|]{0,100}\s){1,6}$/
const LONGEST_FRONT = 400

/** Where a command begins with the variables in front of it. */
export const startWithVariables = (text: string, at: number): number =>
  at - (IN_FRONT.exec(text.slice(Math.max(0, at - LONGEST_FRONT), at))?.[0].length ?? 0)

const settingsIn = (text: string): readonly Setting[] =>
  [...text.matchAll(SETTING)].flatMap(({ index, groups }): Setting[] => {
    const { name = '', value = '' } = groups ?? {}
    const option: Option = name === 'REGION' ? 'region' : 'profile'
    const isValue = option === 'profile' || isRegionName(value)
    return isValue ? [{ at: index, option, isDefault: groups?.default !== undefined, value }] : []
  })

/** The setting that holds: the last one, and one that is no default before those that are. */
const inForce = (settings: readonly Setting[], option: Option): string | undefined => {
  const of = settings.filter((one) => one.option === option)
  return (of.findLast(({ isDefault }) => !isDefault) ?? of.at(-1))?.value
}

/**
 * Commands with the Region and the profile of the lines before them, where they have no option of their own.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html
 */
export function withSettings(text: string, commands: readonly FoundCall[]): FoundCall[] {
  const settings = text.includes('AWS_') ? settingsIn(text) : []
  if (settings.length === 0) return [...commands]
  const fronts = commands.map(({ range: [at] }) => [startWithVariables(text, at), at] as const)
  return commands.map((command) => {
    const [start] = command.range
    const near = settings.filter(
      ({ at }) =>
        at < start && start - at < REACH && !fronts.some(([from, to]) => to !== start && from <= at && at < to),
    )
    const [region, profile] = [inForce(near, 'region'), inForce(near, 'profile')]
    const parameters = { ...(region && { region }), ...(profile && { profile }), ...command.parameters }
    return { ...command, parameters }
  })
}
