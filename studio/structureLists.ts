import {LockIcon} from '@sanity/icons/Lock'
import {TaskIcon} from '@sanity/icons/Task'
import type {SortOrderingItem} from 'sanity'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'

import {API_VERSION} from './apiVersion.ts'

/** A document type with everything of it first, and then the lists that editors work through. */
export function workLists(
  S: StructureBuilder,
  type: string,
  title: string,
  lists: readonly ListItemBuilder[],
): ListItemBuilder {
  const items = [allOf(S, type, `All ${title.toLowerCase()}`), S.divider(), ...lists]
  return S.documentTypeListItem(type)
    .title(title)
    .child(S.list().id(type).title(title).items(items))
}

/** All documents of a type, in the first of the orders that the type offers. */
export function allOf(S: StructureBuilder, type: string, title: string): ListItemBuilder {
  const list = S.documentTypeList(type).title(title).defaultOrdering(firstOrdering(S, type))
  return S.documentTypeListItem(type).title(title).child(list)
}

/** All records of a confidential type. They are made from the page of their subject only. */
export function allConfidential(S: StructureBuilder, type: string, title: string): ListItemBuilder {
  const list = S.documentTypeList(type)
    .title(title)
    .defaultOrdering(firstOrdering(S, type))
    .initialValueTemplates([])
  return S.documentTypeListItem(type).title(title).child(list)
}

/** The documents of a type that a filter picks out. Opened links to one of them stay in the list. */
export function workList(
  S: StructureBuilder,
  type: string,
  title: string,
  filter: string,
): ListItemBuilder {
  const id = title.toLowerCase().replaceAll(' ', '-')
  const list = S.documentList()
    .id(id)
    .title(title)
    .schemaType(type)
    .filter(`_type == $type && (${filter})`)
    .params({type})
    .apiVersion(API_VERSION)
    .defaultOrdering(firstOrdering(S, type))
    .canHandleIntent((name, {type: asked}) => name === 'edit' && asked === type)
    // A new document might not belong to the part of the list it was made in.
    .initialValueTemplates([])
  const icon = id === 'codename-only' ? LockIcon : TaskIcon
  return S.listItem().id(id).title(title).schemaType(type).icon(icon).child(list)
}

function firstOrdering(S: StructureBuilder, typeName: string): SortOrderingItem[] {
  const type = S.context.schema.get(typeName)
  return (type?.jsonType === 'object' && type.orderings?.[0]?.by) || []
}
