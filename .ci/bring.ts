// Has every file that is imported later fetched before it is imported: .ci/bring-boot.js says why.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const HELPER = '\0vite/preload-helper.js'

/** An import of one file that imports no other: the bundler lists no files for it. */
const ALONE = /(\bimport\(([`"])\.\/([\w.-]+\.js)\2\)(?:(?!\bimport\().){0,400}?,)\[\](?=,import\.meta\.url\))/g

/** The plugin of the build. */
export function bring(): Plugin {
  let root = ''
  return {
    name: 'bring',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    load: {
      order: 'pre',
      handler: (id) => (id === HELPER ? readFileSync(join(root, '.ci/bring-boot.js'), 'utf8') : null),
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk')
            file.code = file.code.replace(
              ALONE,
              (_whole, before: string, _quote, name: string) => `${before}["./${name}"]`,
            )
      },
    },
  }
}
