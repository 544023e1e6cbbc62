import { namedTexts } from '../../policy/statement-names'
import { escaped } from '../../text/escaped'
import { allowingLayers, allowsOf } from '../given-policies'
import type { FindPair } from './pair-finder'
import { clueOf, placeAt } from './text-places'

/** A reference of Terraform to the name of a thing, with a slash right before it. */
const BEHIND_SLASH = /\/\$\{(?<type>aws_\w{1,60})\.(?<label>[\w-]{1,80})\.(?<name>name|path|key)\}/

const MOST_TEXT = 50_000
const LONGEST_BLOCK = 2000

/** A name that begins with a slash, where it stands in the block of its resource. */
function slashedName(text: string, { type = '', label = '', name = '' }: Readonly<Record<string, string>>) {
  const begin = new RegExp(`\\bresource\\s"${escaped(type)}"\\s"${escaped(label)}"\\s\\{`).exec(text)
  if (begin === null) return null
  const block = text.slice(begin.index, begin.index + LONGEST_BLOCK).split('\n}', 1)[0] ?? ''
  const set = new RegExp(`\\n\\s{0,20}${name}\\s{0,20}=\\s{0,4}"(/[^"\\n]{1,300})"`).exec(block)
  return set === null ? null : placeAt(text, set[1] ?? '', begin.index + set.index + set[0].indexOf('"'))
}

/** A template puts a slash before a name that begins with one: the ARN has two then, and AWS asks for one. */
export const slashBehindSlash: FindPair = (seen) => {
  const text = seen.text.slice(0, MOST_TEXT)
  for (const layer of allowingLayers(seen)) {
    const written = allowsOf(seen.policies, layer, seen.action ?? '').flatMap(({ statement: { resource } }) =>
      namedTexts(resource),
    )
    for (const one of written) {
      const groups = BEHIND_SLASH.exec(one)?.groups
      const place = groups === undefined ? null : slashedName(text, groups)
      if (groups === undefined || place === null || seen.resource?.includes(`/${place.value}`)) continue
      return {
        facts: { asked: place.value, there: one, reference: `${groups['type']}.${groups['label']}` },
        clues: [clueOf(place), { kind: 'resource-written', text: one }],
        layer,
      }
    }
  }
  return null
}
