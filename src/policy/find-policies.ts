import { findJson, type JsonRegion } from '../text/find-json'
import type { JsonNode } from '../text/json-node'
import { parseJson } from '../text/parse-json'
import type { Span } from '../text/span'
import { textAsWritten, textOfString } from './document-text'
import { decodeText } from './encoded-text'
import type { FoundPolicy } from './found-policy'
import { likelyLayers } from './policy-shape'
import { readTree } from './read-tree'
import { findTerraformPolicies } from './terraform-policies'
import { findYamlPolicies, type YamlReader } from './yaml-policies'

const LONGEST_PASTE = 16_000_000
/** The authorization details of an account have many megabytes. */
const LARGE = { length: LONGEST_PASTE, values: 1_500_000 }
const MOST_POLICIES = 50_000

/** The policies of one JSON value that stands in the text. */
function readValue(text: string, [start, end]: Span): readonly FoundPolicy[] {
  const { root } = parseJson(text.slice(start, end), LARGE)
  if (root === null) return []
  const spanOf = ({ span }: JsonNode): Span => [start + span[0], start + span[1]]
  return readTree(root, { spanOf, textOf: (node) => textAsWritten(text, spanOf(node)), notes: [] }, MOST_POLICIES)
}

const OPENING = /\{\s*"(?:Version|Id|Statement)"\s*:/g
const FENCE = '```'

/** Where a policy document opens in a region that does not close, outside of the values in it that do. */
function openingIn(text: string, { span: [start, end], parts }: JsonRegion): number | null {
  for (const { index } of text.slice(start, end).matchAll(OPENING))
    if (!parts.some(([from, to]) => start + index >= from && start + index < to)) return start + index
  return null
}

/** A document that does not close, or not where it should: all of it up to the next fence, for the editor to show. */
function brokenDocument(text: string, region: JsonRegion): FoundPolicy | null {
  const start = openingIn(text, region)
  if (start === null) return null
  const fence = text.indexOf(FENCE, start)
  const rest = text.slice(start, fence < 0 ? text.length : fence)
  if (!rest.includes('"Statement"')) return null
  const end = start + (rest.includes('}') ? rest.lastIndexOf('}') + 1 : rest.trimEnd().length)
  const candidates = likelyLayers(rest.includes('"Principal"') ? ['resource', 'endpoint'] : ['identity'])
  return {
    name: 'policy',
    text: textAsWritten(text, [start, end]),
    layer: null,
    candidates,
    level: null,
    source: null,
    owner: null,
    members: [],
    service: null,
    span: [start, end],
    recognisedAs: 'broken-document',
    notes: [],
  }
}

function readRegion(text: string, region: JsonRegion): readonly FoundPolicy[] {
  if (region.complete) return readValue(text, region.span)
  const broken = brokenDocument(text, region)
  return broken ? [broken] : region.parts.flatMap((part) => readValue(text, part))
}

const overlaps = ({ span: [from, to] }: FoundPolicy, [start, end]: Span): boolean => from < end && to > start

function findJsonPolicies(text: string, taken: readonly FoundPolicy[]): readonly FoundPolicy[] {
  const found: FoundPolicy[] = []
  for (const region of findJson(text)) {
    if (found.length >= MOST_POLICIES) break
    const isInside = found.at(-1)?.recognisedAs === 'broken-document' && overlaps(found.at(-1)!, region.span)
    if (!isInside) found.push(...readRegion(text, region))
  }
  return found.filter(({ span }) => !taken.some((other) => overlaps(other, span)))
}

function findAsWritten(text: string, readYaml: YamlReader | undefined): readonly FoundPolicy[] {
  const terraform = findTerraformPolicies(text)
  const yaml = readYaml && terraform.length === 0 ? findYamlPolicies(text, readYaml) : []
  const written = [...terraform, ...yaml]
  const found = [...written, ...findJsonPolicies(text, written)]
  return found.toSorted((one, other) => one.span[0] - other.span[0]).slice(0, MOST_POLICIES)
}

/**
 * Finds every policy in a text, in the order of the text, and says where each belongs. YAML is read where a reader for
 * it is given. Never throws.
 */
export function findPolicies(text: string, readYaml?: YamlReader): readonly FoundPolicy[] {
  if (text.length > LONGEST_PASTE) return []
  const found = findAsWritten(text, readYaml)
  const decoded = found.length === 0 ? decodeText(text) : null
  if (decoded === null) return found
  return findJsonPolicies(decoded.text, []).map((policy) => ({
    ...policy,
    text: textOfString(policy.text),
    span: decoded.span,
  }))
}
