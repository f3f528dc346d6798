import type {Option} from './option.ts'

/** A catalogue outside the newsroom, and how its identifiers are written. */
export interface ExternalIdScheme extends Option {
  readonly pattern: RegExp
  readonly example: string
}

/** The catalogues that an entry can point to. */
export const externalIdSchemes = [
  {value: 'wikidata', title: 'Wikidata', pattern: /^Q[1-9]\d*$/, example: 'Q42'},
  {value: 'viaf', title: 'VIAF', pattern: /^[1-9]\d{1,21}$/, example: '113230702'},
  {value: 'isni', title: 'ISNI', pattern: /^\d{15}[\dX]$/, example: '0000000080455980'},
  {value: 'geonames', title: 'GeoNames', pattern: /^[1-9]\d{0,9}$/, example: '703448'},
  {value: 'lei', title: 'LEI', pattern: /^[A-Z\d]{18}\d{2}$/, example: '549300MLUDYVRQOOXS22'},
  {
    value: 'opencorporates',
    title: 'OpenCorporates',
    pattern: /^[a-z]{2}(_[a-z]{2})?\/[\w.-]+$/,
    example: 'gb/00102498',
  },
] as const satisfies readonly ExternalIdScheme[]

/** The scheme stored under a name; nothing for a name that is not in the list. */
export function findExternalIdScheme(name: unknown): ExternalIdScheme | undefined {
  return externalIdSchemes.find((scheme) => scheme.value === name)
}
