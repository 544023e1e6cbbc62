/** What reading a log costs, by the list price of the Regions that cost least, without taxes. */
export interface ScanPrice {
  /** US dollars for each terabyte (10^12 bytes) that a query reads. */
  readonly perTerabyte: number
  /** The day on which the price was looked up. */
  readonly date: string
  /** Athena counts no query as smaller. */
  readonly least: number
  readonly page: string
}

/** Prices differ by Region. */
export const SCAN_PRICES: Readonly<Record<'athena' | 'lake', ScanPrice>> = {
  athena: {
    perTerabyte: 5,
    date: '2026-11-26',
    least: 10_000_000,
    page: 'https://aws.amazon.com/athena/pricing/',
  },
  lake: { perTerabyte: 5, date: '2026-11-26', least: 0, page: 'https://aws.amazon.com/cloudtrail/pricing/' },
}

/** What a query reads, and what that costs. */
export interface ScanCost {
  readonly bytes: number
  readonly dollars: number
}

/** Bytes and price of a query over so many days, each with so many bytes as they lie in storage. */
export function scanCost(engine: keyof typeof SCAN_PRICES, bytesPerDay: number, days: number): ScanCost {
  const { perTerabyte, least } = SCAN_PRICES[engine]
  const bytes = Math.max(least, bytesPerDay * days)
  return { bytes, dollars: (bytes / 1e12) * perTerabyte }
}
