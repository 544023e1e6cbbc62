// Puts the empty page into the built index.html, so that it stands before any script of it has run.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Plugin } from 'vite'

const ROOT = '<div id="root"></div>'

/** The empty page, drawn while building. */
export function prerender(): Plugin {
  let root = ''
  return {
    name: 'prerender',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        if (!html.includes(ROOT)) throw new Error(`index.html has no ${ROOT}.`)
        const drawn = await promisify(execFile)(process.execPath, [join(root, '.ci/empty-page.mjs')], { cwd: root })
        return html.replace(ROOT, () => ROOT.replace('></', `>${drawn.stdout}</`))
      },
    },
  }
}
