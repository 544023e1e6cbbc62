import { onlyOne } from '../../text/only-one'

/** The ID of an API: ten lowercase letters and digits, of both kinds. */
const ID = String.raw`(?=[a-z\d]{0,9}\d)(?=\d{0,9}[a-z])[a-z\d]{10}`
const END = String.raw`(?![\w-])`

/** How texts name an API by its ID: by its address, in a command or a field, or behind the word. */
const NAMED = new RegExp(
  [
    String.raw`https?:\/\/(${ID})(?=(?:-vpce-[\w-]{1,40})?\.execute-api\.)`,
    String.raw`(?:--rest-api-id|--api-id|\b(?:rest_?)?api_?id["']?\s{0,3}[:=])[\s=]{0,3}["']?(${ID})${END}`,
    String.raw`\bAPI\b[^.\n]{0,59}?[^\w./:\n-](${ID})${END}`,
  ].join('|'),
  'gi',
)

/** What says that an API was there before the one that calls. */
const BEFORE =
  /\b(?:old|older|previous|former|first|original|deleted|removed|exported|replaced|earlier)\b[^.\n]{1,40}$/i

/** The one API that a text names beside those of a policy, where it names none of these as what is called. */
export function apiBeside(text: string, written: readonly string[]): string | undefined {
  const places = [...text.matchAll(NAMED)].flatMap((match) => {
    const id = match.slice(1).find((one) => one !== undefined) ?? ''
    const at = match.index + match[0].lastIndexOf(id)
    return id === id.toLowerCase() ? [{ id, isOld: BEFORE.test(text.slice(Math.max(0, at - 60), at)) }] : []
  })
  const isCalled = places.some(({ id, isOld }) => written.includes(id) && !isOld)
  return isCalled ? undefined : onlyOne(places.filter(({ id }) => !written.includes(id)).map(({ id }) => id))
}
