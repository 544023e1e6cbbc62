import { nameOfAction } from '../../iam/action'
import { firstInPath, resourcePart } from '../../iam/arn'
import { listsForKind, tagLists, type TagList } from '../../iam/tags-in-text'
import type { PastedText, PastedValue } from './pasted-value'
import type { TestedKey } from './tested-keys'

const KINDS = [
  ['request', /^[\w-]{2,40}:requesttag\/(.{1,128})$/i],
  ['resource', /^(?:[\w-]{2,40}:resourcetag|s3:existingobjecttag|rds:[a-z-]{2,20}-tag)\/(.{1,128})$/i],
  ['principal', /^aws:principaltag\/(.{1,128})$/i],
] as const

type Kind = (typeof KINDS)[number][0]

/** What says that tags are those of who calls. */
const OF_PRINCIPAL =
  /\b(?:list-role-tags|list-user-tags|principal ?tags?|session ?tags?|assume-role|tag-role|tag-user)\b[^\n]{0,200}(?:\n[^\n]{0,120}){0,2}$/i
const OF_EXISTING = /\b(?:describe-|list-tags|get-\w+-tagging|get-resources|has the tags?|is tagged)\b/i

/** Does the action make something, or set tags? */
const sendsTags = (action: string): boolean =>
  /^(?:create|run|tag|untag|register|put|start|request|import|copy|allocate|launch|add|restore|publish)/i.test(
    nameOfAction(action),
  )

function kindOf({ at }: TagList, { text, action }: PastedText): Kind {
  const before = text.slice(Math.max(0, at - 400), at + 20)
  if (OF_PRINCIPAL.test(before)) return 'principal'
  const isPrinted = OF_EXISTING.test(before.split('\n').slice(-6).join('\n'))
  return sendsTags(action) && !isPrinted ? 'request' : 'resource'
}

const isReference = (value: string): boolean => value === '' || /[${}<>]|^(?:var|local|module|data)\./.test(value)

/** A tag with the domain of a controller before it, as `elbv2.k8s.aws/cluster`: the controller sends it by itself. */
const OF_CONTROLLER = /^[a-z\d-]{1,40}(?:\.[a-z\d-]{1,40}){1,6}\//i

/** What a text says of a key of a tag, or of the keys of all tags that a call sends; null where it lists none of the kind. */
export function pastedTag({ key }: TestedKey, seen: PastedText): PastedValue | null {
  const isKeys = key.toLowerCase() === 'aws:tagkeys'
  const [kind, tag] = isKeys
    ? (['request', ''] as const)
    : (KINDS.map(([one, form]) => [one, form.exec(key)?.[1]] as const).find(([, name]) => name !== undefined) ?? [
        null,
        '',
      ])
  if (kind === null || tag === undefined) return null
  const sent = tagLists(seen.text).filter((list) => kindOf(list, seen) === kind)
  const [first] = sent
  if (first === undefined) return null
  const lists = kind === 'request' ? listsForKind(sent, firstInPath(resourcePart(seen.resource))) : sent
  if (isKeys) {
    const keys = [...new Set(lists.flatMap(({ tags }) => [...tags.keys()]))]
    return { key, values: keys, listed: keys, written: first.written, parameter: null }
  }
  const found = lists.flatMap(({ tags, written }) =>
    [...tags].filter(([name]) => name.toLowerCase() === tag.toLowerCase()).map(([, value]) => ({ value, written })),
  )
  const [one, ...others] = found
  // Lists of several things say nothing of the one that is meant.
  if (one === undefined)
    return (kind === 'request' ? !OF_CONTROLLER.test(tag) : lists.length === 1)
      ? { key, values: [], listed: [], written: first.written, parameter: null }
      : null
  if (isReference(one.value) || others.some(({ value }) => value !== one.value)) return null
  return { key, values: [one.value], listed: [one.value], written: one.written, parameter: null }
}
