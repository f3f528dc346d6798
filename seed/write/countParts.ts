/** How much of a graph documents hold. */
export interface PartCounts {
  references: number
  mentions: number
  quotations: number
  findings: number
}

/** Counts what documents refer to, mark and find. */
export function countParts(documents: readonly object[]): PartCounts {
  const counts: PartCounts = {references: 0, mentions: 0, quotations: 0, findings: 0}
  const counted: Record<string, keyof PartCounts> = {
    reference: 'references',
    mention: 'mentions',
    quotation: 'quotations',
    pollFinding: 'findings',
  }
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      const kind = '_type' in value ? counted[String(value._type)] : undefined
      if (kind !== undefined) counts[kind]++
      Object.values(value).forEach(visit)
    }
  }
  visit(documents)
  return counts
}
