import { expect, it } from 'vitest'
import { settingVerdict } from './block-public-access'
import { plainText } from '../../text/phrase'

it('a setting that is not known is told in general words, whatever its name', () => {
  for (const name of ['BlockSomething', 'constructor', '__proto__']) {
    const { sentence, notes } = settingVerdict(name)
    expect(plainText(sentence)).toContain('refuses what would make a bucket or an object public')
    expect(notes.map(plainText)).toContain('To keep it on, make the call without what is public.')
  }
})
