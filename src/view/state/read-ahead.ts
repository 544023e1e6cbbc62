import type { Draft } from '../../draft/draft'
import { countPolicies } from '../../draft/edit/edit-layers'
import { CASE_LAYERS } from '../../iam/layers'
import { LONGEST_HERE } from './heavy/heavy-messages'
import type { IntakeInput } from './intake-input'

type AheadInput = Pick<IntakeInput, 'engine' | 'loadLinks' | 'readAhead'>

const hasPolicies = ({ layers }: Draft): boolean => CASE_LAYERS.some((layer) => countPolicies(layers, layer) > 0)

/** While the engine is on its way, what a text or the case of a link needs besides begins to come. */
export function createReadAhead({ engine, loadLinks, readAhead }: AheadInput) {
  const ofText: AheadInput['readAhead'] = (text, ...further) => {
    if (engine.now() === null && text.length <= LONGEST_HERE) readAhead(text, ...further)
  }
  const opened = async (fragment: string) => {
    const { askedAgain, decodeFragment, linkSentence } = await loadLinks()
    const found = decodeFragment(fragment)
    if ('draft' in found) ofText(found.draft.paste, hasPolicies(found.draft))
    return { askedAgain, found, linkSentence }
  }
  return { ofText, opened }
}
