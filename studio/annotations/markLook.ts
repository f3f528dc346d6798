import {css, styled} from 'styled-components'

import type {ConfirmationState} from '../../vocabulary/desk.ts'

/** What a mark says about its words. */
export type MarkKind = 'figure' | 'mention' | 'quotation'

const looks = {
  // Each kind has a sign, a line and a tint of its own: colour alone tells nobody anything.
  mention: css`
    --mark: #3b6fe0;
    border-bottom: 2px solid var(--mark);
    background: color-mix(in srgb, var(--mark) 7%, transparent);
    &[data-first]::before {
      content: '@' / '';
    }
  `,
  quotation: css`
    --mark: #9a4fc4;
    border-bottom: 1px solid transparent;
    background: color-mix(in srgb, var(--mark) 13%, transparent);
    &[data-first]::before {
      content: '' / '';
      display: inline-block;
      width: 0.9em;
      height: 0.8em;
      background: currentColor;
      mask: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 18 16'%3E%3Cpath d='M2 10C2 5 4 2 8 1L8 3C6 4 6 6 6 7A3.5 3.5 0 1 1 2 10ZM11 10C11 5 13 2 17 1L17 3C15 4 15 6 15 7A3.5 3.5 0 1 1 11 10Z'/%3E%3C/svg%3E")
        center / contain no-repeat;
    }
  `,
  figure: css`
    --mark: #1f8a5b;
    border-bottom: 3px dotted var(--mark);
    background: color-mix(in srgb, var(--mark) 7%, transparent);
    &[data-first]::before {
      content: '#' / '';
    }
  `,
}

/** Marked words in the text: an underline or a tint with a sign, and a label while undecided. */
export const MarkLook = styled.span<{$kind: MarkKind; $state: ConfirmationState}>`
  ${({$kind}) => looks[$kind]}
  color: inherit;
  border-radius: 2px;

  &[data-first]::before {
    margin-inline: 1px 2px;
    font-size: 0.75em;
    font-weight: 700;
    vertical-align: 0.25em;
    color: color-mix(in srgb, var(--mark) 75%, currentColor);
  }

  ${({$state}) =>
    $state !== 'confirmed' &&
    css`
      outline: 1px ${$state === 'suggested' ? 'dashed' : 'double'} #b6771b;
      outline-offset: 1px;

      &[data-last] {
        margin-inline-end: 2px;
      }
      text-decoration: ${$state === 'changed' ? 'underline wavy #b6771b 1px' : 'none'};

      &[data-last][data-label]::after {
        content: attr(data-label);
        margin-inline: 4px 1px;
        padding: 1px 4px;
        border-radius: 3px;
        font-size: 0.65em;
        font-weight: 600;
        vertical-align: 0.15em;
        white-space: nowrap;
        background: #ffe3b0;
        color: #563806;
      }
    `}
`

/** Takes the dashed line and the tint off that Studio gives to every mark, errors excepted. */
export const MarkFrame = styled.span`
  && > span:not([data-error], [data-warning]) {
    border-bottom: 0;
    background: none;
    color: inherit;
  }
`
