import { expect, it } from 'vitest'
import { SETTING_MESSAGES } from '../messages/block-public-access'
import { settingNotes } from './block-public-access'
import { plainText } from '../../text/phrase'

it('a setting that is not known is told in general words, whatever its name', () => {
  for (const name of ['BlockSomething', 'constructor', '__proto__']) {
    expect(plainText(SETTING_MESSAGES.refused(name))).toContain('refuses what would make a bucket or an object public')
    expect(settingNotes(name).map(plainText)).toContain('To keep it on, make the call without the public part.')
  }
})
