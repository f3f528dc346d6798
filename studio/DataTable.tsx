import {useTheme_v2} from '@sanity/ui'
import type {ReactNode} from 'react'
import {styled} from 'styled-components'

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font: inherit;
  font-size: 13px;
  line-height: 1.45;

  caption {
    text-align: left;
    font-weight: 600;
    padding-bottom: 8px;
  }
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: 8px 16px 8px 0;
    border-top: 1px solid var(--card-border-color);
  }
  tbody th {
    font-weight: 400;
  }
  a {
    color: var(--card-link-color);
  }
  a:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 2px;
  }
`

const Scroller = styled.div`
  overflow-x: auto;
  color: var(--card-fg-color);
`

/** What a picture shows, to be read: the first cell of a row names it. */
export function DataTable({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: readonly string[]
  rows: readonly {key: string; cells: readonly ReactNode[]}[]
}) {
  const {font} = useTheme_v2()
  return (
    <Scroller style={{fontFamily: font.text.family}}>
      <Table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({key, cells: [name, ...others]}) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {others.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroller>
  )
}
