import type { Diagram, Gate } from '../../../explanation/explanation'
import { gateLook, laneEnd, railsOf, type GateLook, type Rail } from '../../shared/gate-look'
import { SEALS } from '../../shared/gate-seals'
import { SIGNS, type SignName } from '../../shared/sign-shapes'

/** Reads a design token as a colour. */
export type ReadColor = (token: string) => string

const LANE_WIDTH = 440
const LANE_GAP = 28
const MARGIN = 24
const ROW = 46
const BAR = 10
const TOP = 72
const TITLE = 22
const FONT = 'Inter, system-ui, sans-serif'

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

interface Ink {
  readonly fill?: string
  readonly stroke?: string
  readonly dash?: string
}

function rect(x: number, y: number, width: number, height: number, { fill = 'none', stroke, dash }: Ink): string {
  const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="1.5"`
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${fill}"${line}${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}/>`
}

function text(x: number, y: number, words: string, fill: string, more = ''): string {
  return `<text x="${x}" y="${y}" font-family="${FONT}" font-size="13" fill="${fill}" ${more}>${escapeXml(words)}</text>`
}

function line(x: number, from: number, to: number, stroke: string, dash = ''): string {
  return `<path d="M${x} ${from}V${to}" stroke="${stroke}" stroke-width="2" fill="none"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`
}

function sign(name: SignName, x: number, y: number, size: number, color: ReadColor): string {
  const { tone, paths } = SIGNS[name]
  const ink = color(tone)
  const drawn = paths.map(({ d, dash }) =>
    dash === undefined
      ? `<path fill="${ink}" fill-rule="evenodd" d="${d}"/>`
      : `<path fill="none" stroke="${ink}" stroke-width="1.5" stroke-dasharray="${dash}" d="${d}"/>`,
  )
  const ground = `<circle cx="8" cy="8" r="10" fill="${color('canvas')}"/>`
  return `<g transform="translate(${x - size / 2} ${y - size / 2}) scale(${size / 16})">${ground}${drawn.join('')}</g>`
}

const INKS: Readonly<Record<GateLook, (color: ReadColor) => Ink & { readonly gap: number; readonly height: number }>> =
  {
    open: (color) => ({ fill: color('allow-solid'), gap: 30, height: BAR }),
    stopped: (color) => ({ fill: color('deny-solid'), gap: 0, height: 14 }),
    shut: (color) => ({ fill: color('deny-soft'), stroke: color('deny-solid'), gap: 0, height: BAR }),
    bypassed: (color) => ({ fill: 'url(#quiet)', stroke: color('unknown-line'), gap: 30, height: BAR }),
    claimed: (color) => ({ fill: 'url(#stripes)', stroke: color('deny-line'), gap: 0, height: BAR }),
    ajar: (color) => ({ fill: color('depends-soft'), stroke: color('depends-solid'), gap: 10, height: BAR }),
    notGiven: (color) => ({ stroke: color('unknown-solid'), dash: '1.5 2.5', gap: 30, height: BAR }),
    empty: (color) => ({ stroke: color('line-strong'), dash: '4 3', gap: 30, height: 7 }),
    absent: (color) => ({ fill: color('line-strong'), gap: 30, height: 1.5 }),
  }

const STATUS_INKS: Readonly<Partial<Record<GateLook, string>>> = {
  open: 'allow',
  stopped: 'deny',
  claimed: 'deny',
  shut: 'deny',
  ajar: 'depends',
}

function way(rail: Rail, x: number, y: number, height: number, color: ReadColor): string {
  if (rail === 'through') return line(x, y, y + height, color('ink'))
  if (rail === 'perhaps') return line(x, y, y + height, color('depends-solid'), '5 4')
  if (rail === 'beyond') return line(x, y, y + height, color('line-strong'), '2 4')
  return line(x, y, y + 26, color('deny-solid')) + line(x, y + 32, y + height, color('line-strong'), '2 4')
}

/** From the end of a lane to the middle, where both join. */
function across(rail: Rail, from: number, to: number, y: number, color: ReadColor): string {
  const ink = { through: 'ink', arrives: 'ink', perhaps: 'depends-solid', beyond: 'line-strong' }[rail]
  const dash = { through: 'none', arrives: 'none', perhaps: '5 4', beyond: '2 4' }[rail]
  return `<path d="M${from} ${y}H${to}" stroke="${color(ink)}" stroke-width="2" fill="none" stroke-dasharray="${dash}"/>`
}

function gateRow(gate: Gate, rail: Rail, x: number, y: number, color: ReadColor): string {
  const look = gateLook(gate)
  const { gap, height, ...ink } = INKS[look](color)
  const center = x + LANE_WIDTH / 2
  const bar = y + 26
  const leaf = (LANE_WIDTH - 2 * gap) / 2
  const isImplicit = gate.status !== 'explicitDeny' && (look === 'stopped' || look === 'shut')
  const stripes = isImplicit ? { fill: 'url(#stripes)' } : {}
  const weight = look === 'stopped' ? 'font-weight="650"' : ''
  const seal = SEALS[look]?.(gate)
  return [
    look === 'stopped'
      ? rect(x - 10, y + 1, LANE_WIDTH + 20, ROW - 2, { fill: color('deny-soft'), stroke: color('deny-line') })
      : '',
    way(rail, center, y, ROW, color),
    text(x, y + 18, gate.name, color(look === 'open' || STATUS_INKS[look] ? 'ink' : 'muted'), weight),
    text(x + LANE_WIDTH, y + 18, gate.statusText, color(STATUS_INKS[look] ?? 'muted'), `text-anchor="end" ${weight}`),
    rect(x, bar, leaf, height, ink),
    rect(center + gap, bar, leaf, height, ink),
    isImplicit ? rect(x, bar, LANE_WIDTH, height, stripes) : '',
    seal ? sign(seal, center, bar + height / 2, look === 'stopped' ? 22 : 14, color) : '',
  ].join('')
}

function pill(x: number, y: number, words: string, { fill = 'none', stroke, dash }: Ink, ink: string): string {
  const width = words.length * 8.2 + 28
  const border = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="1.5"`
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash}"`
  return `<rect x="${x - width / 2}" y="${y}" width="${width}" height="26" rx="13" fill="${fill}"${border}${dashes}/>${text(x, y + 17, words, ink, 'text-anchor="middle" font-weight="600"')}`
}

function endPill(x: number, y: number, end: Diagram['end'], color: ReadColor): string {
  if (end === 'allowed') return pill(x, y, 'allowed', { fill: color('allow-solid') }, '#ffffff')
  const ink = end === 'depends' ? 'depends' : 'faint'
  const words = end === 'depends' ? 'allowed?' : 'allowed: not reached'
  return pill(
    x,
    y,
    words,
    { stroke: color(end === 'depends' ? 'depends-solid' : 'line-strong'), dash: '4 3' },
    color(ink),
  )
}

/** The gates as an SVG document that stands alone, in the colours of the page. */
export function diagramSvg(diagram: Diagram, action: string, color: ReadColor): string {
  const { lanes, end } = diagram
  const most = Math.max(...lanes.map(({ gates }) => gates.length))
  const width = 2 * MARGIN + lanes.length * LANE_WIDTH + (lanes.length - 1) * LANE_GAP
  const top = TOP + (lanes.length > 1 ? TITLE : 0)
  const bottom = top + most * ROW
  const height = bottom + (lanes.length > 1 ? 96 : 70)
  const middle = width / 2
  const centers = lanes.map((_, index) => MARGIN + index * (LANE_WIDTH + LANE_GAP) + LANE_WIDTH / 2)
  const drawn = lanes.map(({ title, gates }, index) => {
    const x = MARGIN + index * (LANE_WIDTH + LANE_GAP)
    const rails = railsOf(gates)
    const rows = gates.map((gate, row) => gateRow(gate, rails[row] ?? 'through', x, top + row * ROW, color))
    const after = way(
      laneEnd(gates),
      x + LANE_WIDTH / 2,
      top + gates.length * ROW,
      bottom - top - gates.length * ROW + 16,
      color,
    )
    const heading = lanes.length > 1 ? text(x + LANE_WIDTH / 2 + 12, top - 10, title, color('muted')) : ''
    return way('through', x + LANE_WIDTH / 2, 60, top - 60, color) + heading + rows.join('') + after
  })
  const [first = middle, last = middle] = [centers[0], centers.at(-1)]
  const forks =
    lanes.length > 1
      ? [
          `<path d="M${first} 60H${last}" stroke="${color('ink')}" stroke-width="2" fill="none"/>`,
          ...lanes.map(({ gates }, index) =>
            across(laneEnd(gates), centers[index] ?? middle, middle, bottom + 16, color),
          ),
          text(middle, bottom + 38, 'both accounts must say yes', color('muted'), 'text-anchor="middle"'),
        ].join('')
      : ''
  const stripes = (id: string, ink: string) =>
    `<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V8" stroke="${ink}" stroke-width="8"/></pattern>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<defs>${stripes('stripes', color('deny-line'))}${stripes('quiet', color('unknown-line'))}</defs>`,
    `<rect width="${width}" height="${height}" fill="${color('canvas')}"/>`,
    line(middle, 44, 60, color('ink')),
    forks,
    ...drawn,
    pill(middle, 20, `request ${action}`, { fill: color('ink') }, color('canvas')),
    endPill(middle, height - 46, end, color),
    '</svg>',
  ].join('')
}
