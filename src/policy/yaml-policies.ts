import type { JsonNode } from '../text/json-node'
import type { Span } from '../text/span'
import type { FoundPolicy } from './found-policy'
import { printDocument } from './document-text'
import { readTree } from './read-tree'

/** Reads YAML: src/text/parse-yaml.ts, which is large and therefore loaded only when a paste needs it. */
export type YamlReader = (text: string) => readonly JsonNode[]

const LONGEST_TEXT = 1_000_000
const MOST_POLICIES = 500

/** Members without quotes that only a policy in YAML has. */
const POLICY_LINE =
  /^[ \t-]*(?:Statement|PolicyDocument|AssumeRolePolicyDocument|KeyPolicy|Content|ResourcePolicy|Policy|NotAction|Action|Document):/m

/** May there be policies in YAML? */
export function looksLikeYaml(text: string): boolean {
  return text.length <= LONGEST_TEXT && POLICY_LINE.test(text)
}

const YAML_LINE = /^(?:\s*$|\s*#|\s*- |\s*-$|---|\.\.\.|\s*["']?[\w.:/*-]+["']?\s*:(?:\s|$)|\s*!)/

/** Runs of lines that may be YAML: prose, prompts and fences part them. An indented line belongs to the line before. */
function yamlBlocks(text: string): readonly Span[] {
  const blocks: [number, number][] = []
  let start = 0
  let isOpen = false
  while (start < text.length) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next + 1
    const line = text.slice(start, end)
    const belongs: boolean = YAML_LINE.test(line) || (isOpen && /^[ \t}\]]/.test(line))
    const last = blocks.at(-1)
    if (belongs && isOpen && last) last[1] = end
    else if (belongs) blocks.push([start, end])
    isOpen = belongs
    start = end
  }
  return blocks.filter(([from, to]) => looksLikeYaml(text.slice(from, to)))
}

/** The policies of a text that are written in YAML, as JSON. */
export function findYamlPolicies(text: string, readYaml: YamlReader): readonly FoundPolicy[] {
  if (!looksLikeYaml(text)) return []
  return yamlBlocks(text).flatMap(([start, end]) =>
    readYaml(text.slice(start, end)).flatMap((root) =>
      readTree(
        root,
        {
          spanOf: ({ span }) => [start + span[0], Math.max(start + span[1], start + span[0] + 1)],
          textOf: printDocument,
          notes: [{ code: 'converted-to-json', data: { format: 'YAML' } }],
        },
        MOST_POLICIES,
      ),
    ),
  )
}
