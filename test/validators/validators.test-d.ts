import type {ClientReturn} from '@sanity/client'
import {describe, expectTypeOf, it} from 'vitest'
import type {infer as Infer} from 'zod'

import type * as queries from '../../queries/index.ts'
import type * as types from '../../sanity.types.ts'
import type * as validators from '../../validators/index.ts'
import type {QueryName} from '../queries/queryName.ts'

// A validator that let something else through than the type says would be a lie: each must be the
// other's equal. Both ways round, for `X[] | never[]` and `X[]` are one to everybody but the checker.

type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

describe('validators and types', () => {
  it('agree on the result of each query', () => {
    type Agreement = {
      [Name in QueryName]: Equal<
        Infer<(typeof validators)[`${Name}Validator`]>,
        ClientReturn<(typeof queries)[Name]>
      >
    }
    expectTypeOf<Agreement>().toEqualTypeOf<Record<QueryName, true>>()
  })

  it('agree on each type of document', () => {
    expectTypeOf<
      Equal<Infer<typeof validators.articleValidator>, types.Article>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.personValidator>, types.Person>
    >().toEqualTypeOf<true>()
    expectTypeOf<Equal<Infer<typeof validators.unitValidator>, types.Unit>>().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.organisationValidator>, types.Organisation>
    >().toEqualTypeOf<true>()
    expectTypeOf<
      Equal<Infer<typeof validators.placeValidator>, types.Place>
    >().toEqualTypeOf<true>()
    expectTypeOf<Equal<Infer<typeof validators.pollValidator>, types.Poll>>().toEqualTypeOf<true>()
  })
})
