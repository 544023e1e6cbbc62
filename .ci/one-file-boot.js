// Starts the page that is one file: what the build wrote into it is unpacked, each module becomes a blob of its own, and what
// would be fetched comes out of the pack. FILES says where each file is in it, MAIN which one begins, WORKERS what its workers
// are called. PACKED is how many bytes the pack has, LISTED how many of the unpacked ones list the repeats, and SIZE how many
// there are once withRepeats has put these in. A worker of a file can neither import nor fetch, so it is one text, and asks
// the page for the reference.
void (async () => {
  const packed = document.getElementById('files')
  const letters = packed.textContent
  packed.remove()
  // Two letters of 91 hold thirteen bits: from "!" on, without "<" and the backslash.
  const valueAt = (at) => {
    const code = letters.charCodeAt(at)
    return code - 33 - (code > 60) - (code > 92)
  }
  const bytes = new Uint8Array(PACKED)
  let [bits, held] = [0, 0]
  for (let at = 0, byte = 0; byte < PACKED; at += 2) {
    bits = (bits << 13) | (valueAt(at) * 91 + valueAt(at + 1))
    for (held += 13; held >= 8 && byte < PACKED; byte += 1) {
      held -= 8
      bytes[byte] = bits >> held
      bits &= (1 << held) - 1
    }
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  const unpacked = new Uint8Array(await new Response(stream).arrayBuffer())
  const decoder = new TextDecoder()
  // What stood twice is there once, behind a list of where to put it again.
  const repeats = JSON.parse(decoder.decode(unpacked.subarray(0, LISTED)))
  const all = withRepeats(unpacked.subarray(LISTED), repeats, SIZE)
  const files = new Map(FILES.map(([name, type, start, end]) => [name, { type, bytes: all.subarray(start, end) }]))
  const textOf = (name) => decoder.decode(files.get(name).bytes)
  const blobOf = (parts, type) => URL.createObjectURL(new Blob(parts, { type }))

  const urls = new Map()
  /** The text of a file with the addresses of those that it names. */
  const linked = (name) => textOf(name).replace(/file:\/\/\/pack\/([\w.-]+)/g, (_, other) => urlOf(other))
  /** The address of a file. Those that a module imports at once come first: none of them imports it in turn. */
  const urlOf = (name) => {
    const known = urls.get(name)
    if (known) return known
    const { type, bytes: own } = files.get(name)
    const url = blobOf([type === 'text/javascript' ? linked(name) : own], type)
    urls.set(name, url)
    return url
  }

  const base = new URL('reference/', document.baseURI).href
  const packs = new Map()
  const partsOf = (file) => {
    if (!packs.has(file)) packs.set(file, JSON.parse(textOf(file)))
    return packs.get(file)
  }
  /** The text of a part of the reference; null where there is none. */
  const referenceAt = (path) => {
    const [folder, name] = path.split('/')
    if (name === undefined) return files.has(folder) ? textOf(folder) : null
    const parts = partsOf(`${folder}-pack.json`)
    return Object.hasOwn(parts, name) ? JSON.stringify(parts[name]) : null
  }
  /** Answers what a page or a worker fetches of the reference. Stands alone, so that a worker can have it as a text. */
  const answerFetch = (scope, from, read) => {
    const ask = scope.fetch.bind(scope)
    scope.fetch = async (input, init) => {
      const address = String(input instanceof Request ? input.url : input)
      if (!address.startsWith(from)) return ask(input, init)
      const text = await read(address.slice(from.length))
      return new Response(text, { status: text === null ? 404 : 200 })
    }
  }
  answerFetch(window, base, referenceAt)

  /** What a worker has before its own code: the first message brings the port by which it asks the page. */
  const askPage = (scope) => {
    const waiting = []
    const port = new Promise((resolve) => {
      const first = (event) => {
        event.stopImmediatePropagation()
        scope.removeEventListener('message', first)
        event.ports[0].onmessage = ({ data }) => waiting.shift()(data)
        resolve(event.ports[0])
      }
      scope.addEventListener('message', first)
    })
    return async (path) => {
      const page = await port
      return new Promise((resolve) => {
        waiting.push(resolve)
        page.postMessage(path)
      })
    }
  }
  const workerOf = (name) =>
    blobOf(
      [
        `self.part = ${JSON.stringify(name)}\n;(${answerFetch})(self, ${JSON.stringify(base)}, (${askPage})(self));\n`,
        textOf('workers.js'),
      ],
      'text/javascript',
    )
  window.Worker = class extends Worker {
    constructor(address) {
      super(address)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => port1.postMessage(referenceAt(data))
      this.postMessage(null, [port2])
    }
  }
  const workers = new Map(WORKERS.map((name) => [name, null]))
  const workerUrlOf = (name) => {
    if (workers.get(name) === null) workers.set(name, workerOf(name))
    return workers.get(name)
  }
  window.fileOfPack = (name) => (workers.has(name) ? workerUrlOf(name) : urlOf(name))

  for (const [name] of FILES.filter(([, type]) => type === 'text/css')) {
    const style = document.createElement('style')
    style.textContent = linked(name)
    document.head.append(style)
  }
  document.addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element ? target.closest('a[href="./licenses.txt"]') : null
      if (link !== null) link.href = urlOf('licenses.txt')
    },
    { capture: true },
  )
  await import(urlOf(MAIN))
})()
