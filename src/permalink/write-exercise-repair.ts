import { isFields, itemsIn } from '../text/fields'
import type { AskedProbe, AskedRepair } from '../draft/exercise-repair'
import { eachOf } from '../iam/each-of'
import type { CaseLayer } from '../iam/layers'
import { escapeText, unescapeText } from './tagged-text'
import { parsedJson } from '../text/parsed-json'

/** The layers by their signs in links: part of the format. */
const LAYER_SIGNS: Readonly<Record<CaseLayer, string>> = {
  identity: 'i',
  resource: 'r',
  boundary: 'b',
  session: 's',
  scp: 'o',
  rcp: 'c',
  endpoint: 'e',
}

const LAYERS = eachOf<CaseLayer>()(['identity', 'resource', 'boundary', 'session', 'scp', 'rcp', 'endpoint'])

/** What a request must do, by its number in links: part of the format. */
const MUST = eachOf<AskedProbe['must']>()(['stayDenied', 'beAllowed'])

/** More probes of an exercise are none that a person wrote. */
export const MOST_PROBES = 20
const LONGEST_WORDS = 2_000
const MOST_KEYS = 20
const MOST_POLICIES = 100
const LONGEST_POLICY = 50_000

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_WORDS
const isLayer = (value: unknown): value is CaseLayer => LAYERS.some((layer) => layer === value)

function readProbe(value: unknown): AskedProbe | null {
  if (!isFields(value) || !isFields(value['context'])) return null
  const { must, words, principal, action, resource } = value
  if (must !== 'stayDenied' && must !== 'beAllowed') return null
  if (!isText(words) || !isText(principal) || !isText(action) || !isText(resource)) return null
  const keys = Object.entries(value['context'])
  const known = keys.filter((entry): entry is [string, string | null] => entry[1] === null || isText(entry[1]))
  if (known.length < keys.length || keys.length > MOST_KEYS || !keys.every(([key]) => isText(key))) return null
  return { must, words, principal, action, resource, context: Object.fromEntries(known) }
}

/** The repair in a parsed value; null where it is none. */
export function readAskedRepair(value: unknown): AskedRepair | null {
  if (!isFields(value)) return null
  const { task, layers, probes } = value
  if (!isText(task) || !Array.isArray(layers) || !Array.isArray(probes)) return null
  if (layers.length === 0 || layers.length > LAYERS.length || !layers.every(isLayer)) return null
  if (probes.length > MOST_PROBES) return null
  const read = probes.map(readProbe)
  const solution = readSolution(value['solution'])
  if (!read.every((probe) => probe !== null) || solution === null) return null
  return { task, layers, probes: read, ...(solution === undefined ? {} : { solution }) }
}

/** The texts of a solution; undefined where there is none, null where they are no such texts. */
function readSolution(value: unknown): readonly string[] | undefined | null {
  if (value === undefined) return undefined
  const isPolicy = (text: unknown): text is string => typeof text === 'string' && text.length <= LONGEST_POLICY
  return Array.isArray(value) && value.length <= MOST_POLICIES && value.every(isPolicy) ? value : null
}

/** A repair as a short text without control characters; empty: none is asked for. */
export function writeAskedRepair(repair: AskedRepair | undefined): string {
  if (repair === undefined) return ''
  const probes = repair.probes
    .slice(0, MOST_PROBES)
    .map(({ must, words, principal, action, resource, context: keys }) => [
      MUST.indexOf(must),
      words,
      action,
      resource,
      principal,
      Object.entries(keys),
    ])
  const layers = repair.layers.map((layer) => LAYER_SIGNS[layer]).join('')
  // What came later stands behind the layers: an older page says that it cannot open the link.
  const head = repair.solution === undefined ? layers : [layers, repair.solution]
  return escapeText(JSON.stringify([repair.task, head, ...probes]))
}

/** The repair of such a text, undefined where none is asked for; null where it is no such text. */
export function parseAskedRepair(escaped: string): AskedRepair | undefined | null {
  if (escaped === '') return undefined
  const plain = unescapeText(escaped)
  const [task, head, ...probes] = itemsIn(plain === null ? null : parsedJson(plain))
  const [signs, solution] = Array.isArray(head) ? (head as unknown[]) : [head]
  if (typeof signs !== 'string') return null
  return readAskedRepair({
    task,
    solution,
    layers: [...signs].map((sign) => LAYERS.find((layer) => LAYER_SIGNS[layer] === sign)),
    probes: probes.map((probe) => {
      const [must, words, action, resource, principal, keys] = itemsIn(probe)
      const context = Object.fromEntries(itemsIn(keys).map((entry) => [String(itemsIn(entry)[0]), itemsIn(entry)[1]]))
      return { must: MUST[Number(must)], words, principal, action, resource, context }
    }),
  })
}
