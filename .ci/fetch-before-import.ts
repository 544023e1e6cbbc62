// Has every file that is imported later fetched before it is imported: .ci/fetch-before-import-boot.js says why.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const HELPER = '\0vite/preload-helper.js'

/** An import of one file that imports no other: the bundler lists no files for it. */
const ALONE = /(\bimport\(([`"])\.\/([\w.-]+\.js)\2\)(?:(?!\bimport\().){0,400}?,)\[\](?=,import\.meta\.url\))/g

/** An import that is made later without any file to fetch before it. */
const UNFETCHED = /\bimport\([`"']\.\/[^)]{1,200}\)(?:(?!\bimport\().){0,400}?,\[\],import\.meta\.url\)/

/** The plugin of the build; an import that it does not reach fails the build. */
export function fetchBeforeImport(): Plugin {
  let root = ''
  return {
    name: 'fetch-before-import',
    apply: 'build',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    load: {
      order: 'pre',
      handler: (id) => (id === HELPER ? readFileSync(join(root, '.ci/fetch-before-import-boot.js'), 'utf8') : null),
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue
          file.code = file.code.replace(
            ALONE,
            (_whole, before: string, _quote, name: string) => `${before}["./${name}"]`,
          )
          const unfetched = UNFETCHED.exec(file.code)
          if (unfetched !== null) this.error(`${file.fileName}: nothing is fetched before ${unfetched[0]}`)
        }
      },
    },
  }
}
