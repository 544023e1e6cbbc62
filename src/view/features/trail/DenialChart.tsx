import { useId } from 'react'
import { READING_ORDER } from '../../../iam/layers'
import type { ClaimedLayer } from '../../../denial/denial'
import type { ChartBar } from '../../../trail/store/denial-look'
import { timeOf } from '../../../trail/scan/seconds'
import { claimTitle } from './trail-messages'

const LAYERS: readonly ClaimedLayer[] = [...READING_ORDER, 'unknown']

/** A colour for each layer; its name always stands beside it. */
const FILLS: Readonly<Record<ClaimedLayer, string>> = {
  identity: 'fill-depends-solid bg-depends-solid',
  resource: 'fill-accent-solid bg-accent-solid',
  trust: 'fill-accent-line bg-accent-line',
  boundary: 'fill-depends-line bg-depends-line',
  session: 'fill-allow-line bg-allow-line',
  scp: 'fill-deny-solid bg-deny-solid',
  rcp: 'fill-deny-line bg-deny-line',
  endpoint: 'fill-ink bg-ink',
  unknown: 'fill-unknown-line bg-unknown-line',
}

const HEIGHT = 96
/** The room of a bar, in pixels: it has at most 24 of them itself. */
const WIDEST = 28
const WIDTH = 1_000
/** The room of the numbers beside the bars. */
const SCALE = 28

const sumOf = ({ counts }: ChartBar): number => LAYERS.reduce((sum, layer) => sum + (counts[layer] ?? 0), 0)

/** A moment in UTC, to the minute. */
const minute = (seconds: number): string => timeOf(seconds).slice(0, 16).replace('T', ' ')

interface DenialChartProps {
  readonly bars: readonly ChartBar[]
  readonly isNarrowed: boolean
  readonly onPick: (span: readonly [number, number] | null) => void
}

/** The denials over time, a bar for each stretch of it, by the layer that AWS names; the same as a table. */
export function DenialChart({ bars, isNarrowed, onPick }: DenialChartProps) {
  const id = useId()
  const highest = Math.max(1, ...bars.map(sumOf))
  const used = LAYERS.filter((layer) => bars.some(({ counts }) => (counts[layer] ?? 0) > 0))
  const [first, last] = [bars[0], bars.at(-1)]
  if (first === undefined || last === undefined) return null
  const width = WIDTH / bars.length
  const total = bars.reduce((sum, bar) => sum + sumOf(bar), 0)
  return (
    <figure className="flex flex-wrap items-center gap-x-8 gap-y-2 rounded-xl border border-line bg-surface px-4 py-3">
      <div className="flex flex-auto basis-80 gap-x-2" style={{ maxWidth: bars.length * WIDEST + SCALE }}>
        <span aria-hidden className="flex h-24 flex-col justify-between text-right text-2xs text-muted tabular-nums">
          <span>{highest.toLocaleString('en')}</span>
          <span>0</span>
        </span>
        <div className="min-w-0 flex-1">
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            className="h-24 w-full border-b border-l border-line-strong"
            role="img"
            aria-labelledby={`${id}-title ${id}-description`}
          >
            <title id={`${id}-title`}>Denials over time by layer</title>
            <desc id={`${id}-description`}>
              {`${total.toLocaleString('en')} denials from ${minute(first.from)} to ${minute(last.to)} UTC, at most ${highest.toLocaleString('en')} in one bar. The table below has the numbers.`}
            </desc>
            {bars.map((bar, i) => {
              let top = HEIGHT
              return (
                <g key={bar.from} className="cursor-pointer" onClick={() => onPick([bar.from, bar.to])}>
                  <rect
                    x={i * width}
                    y={0}
                    width={width}
                    height={HEIGHT}
                    className="fill-transparent hover:fill-hover"
                  />
                  {used.map((layer) => {
                    const height = ((bar.counts[layer] ?? 0) / highest) * HEIGHT
                    top -= height
                    return height === 0 ? null : (
                      <rect
                        key={layer}
                        x={i * width + width * 0.08}
                        y={top}
                        width={width * 0.84}
                        height={height}
                        className={FILLS[layer]}
                      />
                    )
                  })}
                </g>
              )
            })}
          </svg>
          <p className="mt-1 flex flex-wrap justify-between gap-x-4 text-2xs whitespace-nowrap text-muted tabular-nums">
            <span>{minute(first.from)}</span>
            <span>{minute(last.to)} UTC</span>
          </p>
        </div>
      </div>
      <figcaption className="flex flex-col gap-y-1.5 text-xs text-muted">
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1 lg:flex-col lg:items-start">
          {used.map((layer) => (
            <span key={layer} className="inline-flex items-center gap-1.5">
              <span aria-hidden className={`size-2.5 rounded-xs [forced-color-adjust:none] ${FILLS[layer]}`} />
              {claimTitle(layer)}
            </span>
          ))}
          {isNarrowed && (
            <button type="button" className="min-h-6 text-accent hover:underline" onClick={() => onPick(null)}>
              Show all of the time
            </button>
          )}
        </span>
      </figcaption>
      <details className="basis-full text-xs">
        <summary className="cursor-pointer text-muted hover:text-ink">The chart as a table</summary>
        <div className="mt-2 max-h-72 overflow-auto">
          <table className="w-full border-collapse tabular-nums">
            <caption className="sr-only">Denials over time by layer</caption>
            <thead>
              <tr>
                <th scope="col" className="border-b border-line px-2 py-1 text-left font-medium">
                  From (UTC)
                </th>
                {used.map((layer) => (
                  <th key={layer} scope="col" className="border-b border-line px-2 py-1 text-right font-medium">
                    {claimTitle(layer)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.from}>
                  <th scope="row" className="border-b border-line px-2 py-1 text-left font-normal">
                    <button
                      type="button"
                      className="min-h-6 text-accent hover:underline"
                      onClick={() => onPick([bar.from, bar.to])}
                    >
                      {minute(bar.from)}
                    </button>
                  </th>
                  {used.map((layer) => (
                    <td key={layer} className="border-b border-line px-2 py-1 text-right">
                      {(bar.counts[layer] ?? 0).toLocaleString('en')}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
