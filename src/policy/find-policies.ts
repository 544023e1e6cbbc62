import { findJson } from '../text/find-json'
import type { JsonNode } from '../text/json-node'
import { rawSpan } from '../text/mapped-text'
import { parseJson } from '../text/parse-json'
import type { Span } from '../text/span'
import { changedText } from './change-signs'
import { textAsWritten, textOfString } from './document-text'
import { withDeclared } from './declared-things'
import { decodeText } from './encoded-text'
import type { FoundPolicy } from './found-policy'
import { readTree, readTrees, type TemplateReader } from './read-tree'
import { placeRecorded } from './recorded-policies'
import { tellLayers } from './layer-from-heading'
import { findPermissionCommands, joinPermissions } from './permission-commands'
import { findTerraformPolicies } from './terraform-policies'
import { findYamlPolicies } from './yaml-policies'
import { readManaged, tellManaged } from './managed-names'
import type { FindPolicies, PolicyReaders } from './policy-readers'

const LONGEST_PASTE = 16_000_000
/** Longer texts are logs and exports: their JSON is whole. */
const LONGEST_CODE = 300_000
/** The authorization details of an account have many megabytes. */
const LARGE = { length: LONGEST_PASTE, values: 1_500_000 }
const MOST_POLICIES = 50_000

/** The policies of one JSON value that stands in the text. */
function readValue(text: string, [start, end]: Span, templates: TemplateReader | undefined): readonly FoundPolicy[] {
  const { root } = parseJson(text.slice(start, end), LARGE)
  if (root === null) return []
  const spanOf = ({ span }: JsonNode): Span => [start + span[0], start + span[1]]
  const source = { spanOf, textOf: (node: JsonNode) => textAsWritten(text, spanOf(node)), notes: [] }
  return readTree(root, source, MOST_POLICIES, templates)
}

const overlaps = ({ span: [from, to] }: FoundPolicy, [start, end]: Span): boolean => from < end && to > start

/** Policies in JSON, whole or broken, and in code. Beyond a length only whole JSON is read. */
function findWritten(text: string, taken: readonly FoundPolicy[], templates?: TemplateReader): readonly FoundPolicy[] {
  const found =
    text.length > LONGEST_CODE
      ? findJson(text).flatMap(({ complete, span, parts }) =>
          (complete ? [span] : parts).flatMap((each) => readValue(text, each, templates)),
        )
      : readTrees(text, MOST_POLICIES, templates)
  return found.filter(({ span }) => !taken.some((other) => overlaps(other, span)))
}

/** Words of prose before something in their line: "We used ". */
const PROSE = /(?:^|\n)[^\w\n]{0,10}[A-Za-z]['’a-z]*(?: [a-z'’]+)+ $/

/** Is it a call that prose speaks of, as "we used stream.grantRead(role)" does? */
const isMention = (text: string, { span: [start, end] }: FoundPolicy): boolean =>
  /^[\w.]{1,80}\(/.test(text.slice(start, Math.min(end, start + 90))) &&
  PROSE.test(text.slice(Math.max(0, start - 120), start))

/** Calls that prose speaks of are no policies beside one that stands there. */
function withoutMentions(text: string, found: readonly FoundPolicy[]): readonly FoundPolicy[] {
  const written = found.filter((policy) => !isMention(text, policy))
  return written.length === 0 ? found : written
}

function findAsWritten(text: string, { yaml: readYaml, managed, templates }: PolicyReaders): readonly FoundPolicy[] {
  const terraform = findTerraformPolicies(text)
  const yaml = readYaml && terraform.length === 0 ? findYamlPolicies(text, readYaml, templates) : []
  const written = [...terraform, ...yaml, ...findPermissionCommands(text)]
  const found = [...written, ...findWritten(text, written, templates)].toSorted(
    (one, other) => one.span[0] - other.span[0],
  )
  const whole = withDeclared(text, withoutMentions(text, found.slice(0, MOST_POLICIES)))
  const told = placeRecorded(text, tellManaged(text, tellLayers(text, joinPermissions(whole))))
  return managed ? readManaged(text, told, managed) : told
}

/**
 * Finds every policy in a text, in the order of the text, and says where each belongs. YAML is read, and the documents
 * of AWS managed policies are filled in, where a reader for them is given. Never throws.
 */
export const findPolicies: FindPolicies = (text, readers = {}, clean = changedText(text)) => {
  if (text.length > LONGEST_PASTE) return []
  const found = findAsWritten(clean?.text ?? text, readers)
  const decoded = found.length === 0 ? decodeText(text) : null
  if (decoded === null)
    return clean === null ? found : found.map((policy) => ({ ...policy, span: rawSpan(clean, policy.span) }))
  return findWritten(decoded.text, []).map((policy) => ({
    ...policy,
    text: textOfString(policy.text),
    span: decoded.span,
  }))
}
