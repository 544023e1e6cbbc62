import { completeArn } from '../evaluation/match/resource-pattern'
import { wholeApiArn } from '../iam/short-api-arn'
import { likePattern, runPattern, type TextPattern } from '../evaluation/operators/text-walk'
import { isWithoutColon } from '../facts/names-without-colon'
import { LAYERS, type CaseLayer } from '../iam/layers'
import { matchWildcard } from '../iam/wildcard'
import type { Statement } from '../policy/policy'
import { PLACEHOLDER } from '../reference/arn-placeholder'
import { FIELD } from '../reference/glob'
import type { GroundStatement } from './ground-texts'

/** The fields of an ARN before the resource. */
const FIELDS_AHEAD = 5

const fieldByField = (pattern: string): string =>
  pattern
    .split(':')
    .map((field, i, { length }) => (i < FIELDS_AHEAD && length > FIELDS_AHEAD ? field.replaceAll('*', FIELD) : field))
    .join(':')

/** A value of Resource as patterns of whole ARNs: an incomplete one fits as it is, or completed. */
function wholePatterns(text: string, layer: CaseLayer): readonly string[] {
  if (text === '*') return [text]
  const short = wholeApiArn(text, '')
  if (short !== null) return [short]
  const completed = LAYERS[layer].completesArns ? completeArn(text) : null
  return completed === null ? [text] : [text, completed]
}

/** The values of Resource or NotResource as patterns of whole ARNs, each once. */
export function resourcePatterns({ resource }: Statement, layer: CaseLayer): Pick<WithPatterns, 'patterns' | 'fields'> {
  const patterns = [...new Set((resource?.values ?? []).flatMap(({ text }) => wholePatterns(text, layer)))]
  return { patterns, fields: patterns.map(fieldByField) }
}

/** A statement whose values of Resource were made patterns. */
export interface WithPatterns {
  readonly ground: GroundStatement
  /** The values of its Resource or NotResource as patterns of whole ARNs. */
  readonly patterns: readonly string[]
  /** The same, with wildcards that stay within the fields of the ARN, as their author means them. */
  readonly fields: readonly string[]
}

/** Does Resource or NotResource take it in? A statement without either is about the resource that has the policy. */
export function takesResource({ ground, patterns }: WithPatterns, arn: string): boolean {
  const { resource } = ground.statement
  return resource === null || patterns.some((pattern) => matchWildcard(pattern, arn)) !== resource.not
}

const PLACEHOLDER_PARTS = /(\$\{[^{}]*\}|<[^<>]*>)/

/** Can what a placeholder of a template stands for hold a colon? */
const mayHoldColon = (fields: readonly string[], at: number, placeholder: string): boolean =>
  at >= FIELDS_AHEAD && !isWithoutColon(fields[2] ?? '', placeholder.replaceAll(/[${}<>]/g, ''))

/** A template of ARNs with its first fields filled, and a run of at least one character for each placeholder. */
export function withinTemplate(template: string, partition: string): TextPattern {
  const fields = template.split(':')
  return fields.flatMap((field, i) => {
    const colon = i === 0 ? [] : likePattern(':')
    if (i === 1) return [...colon, ...likePattern(partition)]
    const parts = field.split(PLACEHOLDER_PARTS)
    return [
      ...colon,
      ...parts.flatMap((part, at) => (at % 2 === 1 ? runPattern(mayHoldColon(fields, i, part)) : likePattern(part))),
    ]
  })
}

/** The template as a pattern whose wildcards stay within the fields of the ARN. */
export const templateGlob = (template: string): string =>
  template
    .split(':')
    .map((field, i, fields) => field.replace(PLACEHOLDER, (part) => (mayHoldColon(fields, i, part) ? '*' : FIELD)))
    .join(':')
