import {defineQuery} from 'groq'

import {
  citedTextFields,
  entityFields,
  nameFields,
  placeFactFields,
  provenanceFields,
  quotationsBySubject,
  relationsBothWays,
  storiesOfSubject,
  dateFields,
  valueFields,
} from './fragments.ts'

/**
 * One armed unit’s page by its address: names, facts with their passages, relations both ways
 * (its people among them), what was said in its name and the stories it is in.
 * `null` when there is no such page.
 */
export const unitBySlugQuery = defineQuery(`
  *[_type == "unit" && slug.current == $slug] | order(_id asc) [0] {
    ${nameFields},
    "kind": coalesce(kind, "other"),
    kindWording,
    "fightsFor": select(defined(fightsFor.place->_id) => fightsFor{${placeFactFields}}),
    "deployments": coalesce(
      deployments[defined(status)]{
        _key,
        "place": place->{${entityFields}},
        wording,
        status,
        from{${dateFields}},
        to{${dateFields}},
        ${provenanceFields}
      },
      []
    ),
    "strength": coalesce(strength[defined(value)]{_key, "value": value{${valueFields}}, asOf{${dateFields}}, ${provenanceFields}}, []),
    "aims": coalesce(aims[defined(text)]{_key, ${citedTextFields}}, []),
    "compositionNationalities": coalesce(
      compositionNationalities[defined(place->_id)]{_key, ${placeFactFields}},
      []
    ),
    "composition": coalesce(composition, []),
    "nameOrigin": select(defined(nameOrigin.text) => nameOrigin{${citedTextFields}}, null),
    formedOn{${dateFields}},
    disbandedOn{${dateFields}},
    ${relationsBothWays},
    ${quotationsBySubject},
    ${storiesOfSubject}
  }
`)
