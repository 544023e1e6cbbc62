import type { JsonNode } from '../text/json-node'
import type { Span } from '../text/span'
import type { FoundPolicy } from './found-policy'
import { printDocument } from './document-text'
import { looksLikeYaml } from './looks-like-yaml'
import { policyForm } from './policy-trees'
import { readTree, type TemplateReader } from './read-tree'

/** Reads YAML: src/text/parse-yaml.ts, which is large and therefore loaded only when a paste needs it. */
export type YamlReader = (text: string) => readonly JsonNode[]

const MOST_POLICIES = 500

const YAML_LINE = /^(?:\s*$|\s*#|\s*- |\s*-$|---|\.\.\.|\s*["']?[\w.:/*-]+["']?\s*:(?:\s|$)|\s*!)/

/** A key whose value without quotes holds another one: no YAML, but what a message says, such as `AccessDenied: User: arn:…`. */
const MESSAGE_LINE = /^\s*[\w.]+:\s+[^\s"'[{!&|>*#][^\n#]*?:\s/

/** Runs of lines that may be YAML: prose, prompts and fences part them. An indented line belongs to the line before. */
function yamlBlocks(text: string): readonly Span[] {
  const blocks: [number, number][] = []
  let start = 0
  let isOpen = false
  while (start < text.length) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next + 1
    const line = text.slice(start, end)
    const belongs: boolean = (YAML_LINE.test(line) && !MESSAGE_LINE.test(line)) || (isOpen && /^[ \t}\]]/.test(line))
    const last = blocks.at(-1)
    if (belongs && isOpen && last) last[1] = end
    else if (belongs) blocks.push([start, end])
    isOpen = belongs
    start = end
  }
  return blocks.filter(([from, to]) => looksLikeYaml(text.slice(from, to)))
}

const CLOSING = /^[ \t]*[}\]]+,?\s*$/

const indentOf = (line: string): number => line.search(/[^ ]/)

/**
 * Pieces of a block, each as far to the right as its first line or further: what was cut out of the middle of a text
 * begins deeper than it goes on. A line of closing brackets ends what is not YAML, such as a message in JSON above it.
 */
function piecesOf(text: string, [from, to]: Span): readonly Span[] {
  const pieces: [number, number][] = []
  let base = Number.POSITIVE_INFINITY
  for (let start = from; start < to;) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? to : Math.min(next + 1, to)
    const line = text.slice(start, end)
    const indent = line.trim() === '' ? base : indentOf(line)
    const last = pieces.at(-1)
    if (CLOSING.test(line)) base = Number.POSITIVE_INFINITY
    else if (last && indent >= base) last[1] = end
    else {
      pieces.push([start, end])
      base = indent
    }
    start = end
  }
  return pieces
}

/** The policies of a text that are written in YAML, as JSON. */
export function findYamlPolicies(
  text: string,
  readYaml: YamlReader,
  templates?: TemplateReader,
): readonly FoundPolicy[] {
  if (!looksLikeYaml(text)) return []
  const read = ([start, end]: Span) =>
    readYaml(text.slice(start, end)).flatMap((root) =>
      readTree(
        policyForm(root),
        {
          spanOf: ({ span }) => [start + span[0], Math.max(start + span[1], start + span[0] + 1)],
          textOf: printDocument,
          notes: [{ code: 'converted-to-json', data: { format: 'YAML' } }],
        },
        MOST_POLICIES,
        templates,
      ),
    )
  return yamlBlocks(text).flatMap((block) => {
    const found = read(block)
    const pieces = found.length > 0 ? [] : piecesOf(text, block)
    return pieces.length > 1 ? pieces.flatMap(read) : found
  })
}
