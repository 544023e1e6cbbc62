// What `npm start` serves is packed as hosts pack it: by Brotli, where the browser takes it.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Plugin } from 'vite'

const TYPES = { js: 'text/javascript', css: 'text/css', html: 'text/html' } as const
/** A hash in the name: what was packed once stays right. */
const PACKABLE = /^\/assets\/[\w.-]+\.(?<type>js|css)$/

/** Between what hosts pack while they answer and what they pack once; and the latter, which takes seconds, for who measures a line. */
const QUALITY = { now: 9, once: 11 } as const

/** The page, whose name has no hash: packed anew for each visit. */
const isPage = (path: string): boolean => path === '/' || path === '/index.html'

/** A file of the build, packed once, and the page. Others are left to the server. */
export function packedPreview(): Plugin {
  const packed = new Map<string, Promise<Buffer>>()
  const pack = (file: string) => {
    const quality = process.env.WHYDENIED_PACKED === 'once' ? QUALITY.once : QUALITY.now
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality }
    return promisify(brotliCompress)(readFileSync(file), { params })
  }
  const packOnce = (file: string) => {
    const made = packed.get(file) ?? pack(file)
    packed.set(file, made)
    return made
  }
  return {
    name: 'packed-preview',
    configurePreviewServer({ config, middlewares }) {
      middlewares.use(async (request, response, next) => {
        const path = (request.url ?? '').split('?', 1)[0] ?? ''
        const type = isPage(path) ? 'html' : (PACKABLE.exec(path)?.groups?.type as keyof typeof TYPES | undefined)
        const file = join(resolve(config.root, config.build.outDir), isPage(path) ? 'index.html' : path)
        const takesIt = /\bbr\b/.test(String(request.headers['accept-encoding']))
        if (type === undefined || !takesIt || request.method !== 'GET' || !existsSync(file)) return next()
        const body = await (type === 'html' ? pack(file) : packOnce(file))
        response.setHeader('Content-Type', TYPES[type])
        if (type === 'html') response.setHeader('Cache-Control', 'no-cache')
        response.setHeader('Content-Encoding', 'br')
        response.setHeader('Vary', 'Accept-Encoding')
        response.end(body)
      })
    },
  }
}
