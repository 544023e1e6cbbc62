import { claimedLayer } from '../../denial/denial'
import { matchWildcard } from '../../iam/wildcard'
import { escaped } from '../../text/escaped'
import { namedTexts } from '../../policy/statement-names'
import { allowsOf } from '../given-policies'
import type { Observation } from '../knowledge'
import type { FindPair } from './pair-finder'
import { clueOf, placeAt, placesOf, type TextPlace } from './text-places'

/** A kind of source in which a text with a gap is written as it stands. */
interface Source {
  /** What shows that the text holds such source. */
  readonly has: RegExp
  /** The text with its gaps. */
  readonly written: RegExp
  /** A gap in it; its first group is the name. */
  readonly gap: RegExp
  /** Is it filled in all the same? */
  readonly isFilled: (text: string, place: TextPlace) => boolean
}

/** What stands on the line of a place, before it. */
const before = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', Math.max(0, at - 1)) + 1, at)

/** What stands above the line of a place and is not as deep. */
const above = (text: string, at: number): string => {
  const start = text.lastIndexOf('\n', Math.max(0, at - 1))
  return start <= 0
    ? ''
    : (text
        .slice(Math.max(0, start - 200), start)
        .trimEnd()
        .split('\n')
        .at(-1) ?? '')
}

const OF_SUB = /\bSub["']?\s{0,3}(?::\s{0,3})?(?:[[|>"'-]{1,4}\s{0,3})?$/

/** Does code set a name, or take it as a parameter? */
const isSet = (text: string, name: string): boolean =>
  new RegExp(
    `(?<![\\w{.])${escaped(name)}\\s{0,3}(?:=(?!=)|:\\s?str\\b)|\\bdef\\s\\w{1,60}\\([^)\\n]{0,200}\\b${escaped(name)}\\b`,
  ).test(text)

const SOURCES = {
  sub: {
    has: /\bAWSTemplateFormatVersion\b|\bType["']?\s{0,3}:\s{0,3}["']?AWS::|^Resources:/m,
    written: /(arn:[^\s"',]{0,120}\$\{AWS::(?:AccountId|Region|Partition)\}[^\s"',]{0,300})/g,
    gap: /\$\{(AWS::(?:AccountId|Region|Partition))\}/,
    // Other tools fill these in by plugins of theirs.
    isFilled: (text, { at }) =>
      OF_SUB.test(before(text, at)) || OF_SUB.test(above(text, at)) || /^(?:provider|custom|plugins):/m.test(text),
  },
  quotes: {
    has: /\baddTo(?:Role|Resource|Principal)Policy\(|\bnew\s(?:\w{1,30}\.)?PolicyStatement\(/,
    written: /(?:"(arn:[^"`'\n]{0,120}\$\{[^"`'\n]{1,300})"|'(arn:[^"`'\n]{0,120}\$\{[^"`'\n]{1,300})')/g,
    gap: /\$\{([^{}\n]{1,100})\}/,
    isFilled: () => false,
  },
  python: {
    has: /^\s{0,40}(?:import\s(?:boto3|json)|from\saws_cdk|def\s\w{1,60}\()|\bjson\.dumps\(|\biam\.PolicyStatement\(|\bput_\w{1,20}_policy\(/m,
    written: /["'](arn:[^"'\n]{0,120}(?<!\$)\{[a-z_][\w.]{0,60}\}[^"'\n]{0,200})["']/gi,
    gap: /\{([a-z_][\w.]{0,60})\}/i,
    // A name that the code never sets is what somebody wrote over a value.
    isFilled: (text, { at, value }) =>
      !isSet(text, /\{([a-z_][\w.]{0,60})\}/i.exec(value)?.[1] ?? '') ||
      /fr?["']{1,3}$/i.test(text.slice(Math.max(0, at - 6), at)) ||
      /^["']\s{0,4}\.format\(/.test(text.slice(at + value.length)),
  },
  shell: {
    has: /<<-?\s?["'\\]\w{1,20}|--(?:policy-document|policy|assume-role-policy-document)[= ]'\{/,
    written: /(arn:[^\s"',]{0,120}\$\{?[a-z_]\w{0,60}\}?[^\s"',]{0,300})/gi,
    gap: /\$\{?([a-z_]\w{0,60})\}?/i,
    isFilled: (text, { at }) => !isQuotedForShell(text, at),
  },
} as const satisfies Readonly<Record<string, Source>>

/** What puts a document between marks that keep its variables, and where it ends. */
const QUOTED =
  /<<-?\s?(?:["'](?<one>\w{1,20})["']|\\(?<other>\w{1,20}))[^\n]{0,200}\n|--(?:policy-document|policy|assume-role-policy-document)[= ]'(?=\{)/g

/** Does a place stand in a document whose variables the shell leaves as they are? */
function isQuotedForShell(text: string, at: number): boolean {
  return [...text.matchAll(QUOTED)].some(({ 0: opens, index, groups }) => {
    const from = index + opens.length
    const mark = groups?.['one'] ?? groups?.['other']
    const end = mark === undefined ? text.indexOf("'", from) : text.indexOf(`\n${mark}`, from)
    return from <= at && (end < 0 || at < end)
  })
}

const GAPS = /\$\{[^{}\n]{1,100}\}|\$[a-z_]\w{0,60}|\{[a-z_][\w.]{0,60}\}/gi

/** Could it cover what was asked, once something stands in its gaps? Then a gap is all that keeps it from that. */
const wouldCover = (written: string, asked: string): boolean => {
  const pattern = written.replace(GAPS, '*')
  return matchWildcard(pattern, asked) || (!pattern.endsWith('*') && matchWildcard(`${pattern}:*`, asked))
}

/** Does a policy given here allow the action on something with a gap, and on nothing that is whole and covers it? */
function isOpenFor(seen: Observation, asked: string): boolean {
  const { action, policies } = seen
  const layer = claimedLayer(seen.denial) ?? 'identity'
  const texts =
    action === null ? [] : allowsOf(policies, layer, action).flatMap(({ statement }) => namedTexts(statement.resource))
  return (
    texts.some((one) => one.search(GAPS) >= 0 && wouldCover(one, asked)) &&
    !texts.some((one) => matchWildcard(one, asked))
  )
}

/** A policy is made of a text in which nothing fills the gaps in: AWS keeps it as it stands, and it covers nothing. */
export const neverFilled =
  (kind: keyof typeof SOURCES): FindPair =>
  (seen) => {
    const { has, written, gap, isFilled }: Source = SOURCES[kind]
    const { text, resource } = seen
    if (resource === null || !has.test(text) || !isOpenFor(seen, resource)) return null
    const place = placesOf(text, written).find((one) => wouldCover(one.value, resource) && !isFilled(text, one))
    if (place === undefined) return null
    const layer = claimedLayer(seen.denial)
    return {
      facts: {
        asked: place.value,
        there: gap.exec(place.value)?.[1] ?? '',
        end: place.value.split(GAPS).at(-1) ?? '',
      },
      clues: [clueOf(placeAt(text, place.value, place.at))],
      ...(layer !== null && { layer }),
    }
  }
