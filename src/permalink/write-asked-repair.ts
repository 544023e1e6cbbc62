import * as v from 'valibot'
import type { AskedRepair } from '../draft/asked-repair'
import { eachOf } from '../iam/each-of'
import type { CaseLayer } from '../iam/layers'
import { escapeText, unescapeText } from './record-text'

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

/** More probes of an exercise are none that a person wrote. */
export const MOST_PROBES = 20
const LONGEST = 2_000
const MOST_KEYS = 20

const text = v.pipe(v.string(), v.maxLength(LONGEST))

const context = v.pipe(
  v.record(text, v.nullable(text)),
  v.check((keys) => Object.keys(keys).length <= MOST_KEYS),
)

const asked = v.object({
  task: text,
  layers: v.pipe(v.array(v.picklist(LAYERS)), v.minLength(1), v.maxLength(LAYERS.length)),
  probes: v.pipe(
    v.array(
      v.object({
        must: v.picklist(['stayDenied', 'beAllowed']),
        words: text,
        principal: text,
        action: text,
        resource: text,
        context,
      }),
    ),
    v.maxLength(MOST_PROBES),
  ),
})

/** The repair in a parsed value; null where it is none. */
export function readAskedRepair(value: unknown): AskedRepair | null {
  const read = v.safeParse(asked, value)
  return read.success ? read.output : null
}

/** A repair as a short text without control characters; empty: none is asked for. */
export function writeAskedRepair(repair: AskedRepair | undefined): string {
  if (repair === undefined) return ''
  const probes = repair.probes
    .slice(0, MOST_PROBES)
    .map(({ must, words, principal, action, resource, context: keys }) => [
      must === 'beAllowed' ? 1 : 0,
      words,
      action,
      resource,
      principal,
      Object.entries(keys),
    ])
  const layers = repair.layers.map((layer) => LAYER_SIGNS[layer]).join('')
  return escapeText(JSON.stringify([repair.task, layers, ...probes]))
}

const signed = v.tuple([text, text])
const written = v.tupleWithRest(
  signed.items,
  v.tuple([v.picklist([0, 1]), text, text, text, text, v.array(v.tuple([text, v.nullable(text)]))]),
)

/** The repair of such a text, undefined where none is asked for; null where it is no such text. */
export function parseAskedRepair(escaped: string): AskedRepair | undefined | null {
  if (escaped === '') return undefined
  const plain = unescapeText(escaped)
  const parsed = plain === null ? null : v.safeParse(written, jsonOf(plain))
  if (!parsed?.success) return null
  const [task, signs, ...probes] = parsed.output
  const layers = [...signs].map((sign) => LAYERS.find((layer) => LAYER_SIGNS[layer] === sign))
  return readAskedRepair({
    task,
    layers,
    probes: probes.map(([must, words, action, resource, principal, keys]) => ({
      must: must === 1 ? 'beAllowed' : 'stayDenied',
      words,
      principal,
      action,
      resource,
      context: Object.fromEntries(keys),
    })),
  })
}

function jsonOf(plain: string): unknown {
  try {
    return JSON.parse(plain)
  } catch {
    return null
  }
}
