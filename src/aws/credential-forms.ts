/** The three parts by their own forms, in any text: a call, a table, markup. */
const ANYWHERE = {
  accessKeyId: /(?<![\w/+])A[KS]IA[A-Z\d]{12,28}(?![\w/+=])/,
  secretAccessKey: /(?<![\w/+])[A-Z\d/+]{40}(?![\w/+=])/i,
  sessionToken: /(?<![\w/+])[A-Z\d/+]{100,}={0,2}(?![\w/+=])/i,
} as const
/** A token that a terminal or a template broke over lines of one length. */
const BROKEN = /(?<=[\w+/]{60})\r?\n[ \t>|]{0,24}(?!\w{2,40}\s?[=:])(?=[\w+/=]{2,400}[ \t"',;|]*(?:\r?\n|$))/g
const EXPIRES = /expir\w{0,20}\W{1,12}(\d{4}-\d\d-\d\dT[\d:.+Z-]{5,30})/i

/** What of temporary credentials a text holds, whatever stands around them. */
export function readAnywhere(
  text: string,
): Readonly<Partial<Record<'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'expiration', string>>> {
  const whole = text.replace(BROKEN, '')
  const parts = Object.entries(ANYWHERE).flatMap(([field, form]) => {
    const part = form.exec(whole)?.[0]
    return part === undefined ? [] : [[field, part] as const]
  })
  const expiration = EXPIRES.exec(text)?.[1]
  return { ...Object.fromEntries(parts), ...(expiration === undefined ? {} : { expiration }) }
}
