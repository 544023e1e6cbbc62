import type { Answer, Cause } from '../answer'
import { plainText } from '../../text/phrase'

/** The causes of an answer as they are listed below it: none but the first says what the headline says. */
export function toldCauses({ headline, causes }: Answer): readonly Cause[] {
  const [first, ...others] = causes
  if (first === undefined) return causes
  const said = plainText(headline).toLowerCase()
  const isSaid = ({ layer, basis, sentence }: Cause): boolean =>
    layer === first.layer && basis === first.basis && said.endsWith(plainText(sentence).toLowerCase())
  return [first, ...others.filter((one) => !isSaid(one))]
}
