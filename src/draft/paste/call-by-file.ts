import { isBareDocument } from '../../policy/found-policy'
import { tellLayerByFile } from '../../policy/layer-from-heading'
import type { PasteReading } from './read-paste-with'

/** No policy has a longer name. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST_NAME = 128

/** What a file holds, its one policy called as the file is, and put where that name says, where nothing in it says more: several files are told apart. */
export function callByFile(reading: PasteReading, file: string): PasteReading {
  const [only, ...others] = reading.policies
  const name = file.replace(/\.\w{1,5}$/, '').slice(0, LONGEST_NAME)
  if (only === undefined || others.length > 0 || name === '' || !isBareDocument(only)) return reading
  return { ...reading, policies: [{ ...tellLayerByFile(only, name), isCalledByFile: true }] }
}
