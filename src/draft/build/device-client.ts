import { onlyOne } from '../../text/only-one'
import { MOST_READ } from './inference'

/** How logs, options and programs name the client that connects to AWS IoT; a bare word without a digit or a mark is a variable's name. */
const CLIENT =
  /\bclient[ _-]?id["']?(?:\s{0,2}[:=]\s{0,2}|\s)(?:["']([\w:#./@-]{1,128})["']|(?=[a-z_]{0,128}[\d#-])([\w:#@-]{1,127}[\w#]))/gi
const REGION = /\.iot\.([a-z]{2}(?:-[a-z]{3,10}){1,2}-\d)\.amazonaws\.com\b/g

/**
 * The client that a connection to AWS IoT is asked for, where the text names one: a policy lets in clients by their ids.
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-action-resources.html
 */
export function deviceClientIn(text: string, action: string): string | null {
  if (action.toLowerCase() !== 'iot:connect') return null
  const seen = text.slice(0, MOST_READ)
  const client = onlyOne([...seen.matchAll(CLIENT)].map(([, quoted, bare]) => quoted ?? bare!))
  const region = onlyOne([...seen.matchAll(REGION)].map(([, name]) => name!))
  return client === undefined ? null : `arn:aws:iot:${region ?? '<region>'}:<account>:client/${client}`
}
