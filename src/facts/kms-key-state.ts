/** States in which KMS uses a key for nobody. https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
const stateOf = (states: string): RegExp =>
  new RegExp(
    String.raw`\bKeyState\b["'\]]{0,3}\s{0,3}[:=\s]\s{0,3}["']?(?:${states})\b|\bdescribe-key\b[^\n]{0,200}\n\s{0,8}["']?(?:${states})\b`,
  )
/** Of a key that is to be deleted, in what a look at it printed. */
export const KEY_TO_DELETE = stateOf('PendingDeletion|PendingReplicaDeletion')
/** Of a key that can’t be used for another reason. */
export const KEY_OFF = stateOf('Disabled|PendingImport|Unavailable')

const KEY_ID = /mrk-[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi

/** Where a text shows that a key is in such a state: what is printed of another than the one that is named says nothing. */
export function keyInState(text: string, state: RegExp, named: string): RegExpExecArray | null {
  const found = state.exec(text)
  if (found === null) return null
  const [asked] = named.match(KEY_ID) ?? []
  const shown = text.slice(0, found.index).match(KEY_ID)?.at(-1) ?? text.slice(found.index).match(KEY_ID)?.[0]
  return asked === undefined || shown === undefined || shown === asked ? found : null
}
