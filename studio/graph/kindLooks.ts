import {BarChartIcon} from '@sanity/icons/BarChart'
import {BoltIcon} from '@sanity/icons/Bolt'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {LockIcon} from '@sanity/icons/Lock'
import {PinIcon} from '@sanity/icons/Pin'
import {UserIcon} from '@sanity/icons/User'
import {UsersIcon} from '@sanity/icons/Users'
import type {ComponentType} from 'react'

import type {GraphNode, Kind} from './graphModel.ts'

/** How a kind of node looks: by its icon and the shape of its box as much as by its colour. */
export interface KindLook {
  icon: ComponentType
  colour: {light: string; dark: string}
  radius: number
}

export const kindLooks: Readonly<Record<Kind, KindLook>> = {
  article: {icon: DocumentTextIcon, colour: {light: '#3b3f8f', dark: '#b9bcff'}, radius: 3},
  person: {icon: UserIcon, colour: {light: '#1c5fb8', dark: '#8ab8ff'}, radius: 17},
  unit: {icon: BoltIcon, colour: {light: '#9c4700', dark: '#ffb066'}, radius: 3},
  organisation: {icon: UsersIcon, colour: {light: '#7a2f86', dark: '#e2a5ec'}, radius: 8},
  place: {icon: PinIcon, colour: {light: '#2b6a4d', dark: '#86d4ad'}, radius: 12},
  poll: {icon: BarChartIcon, colour: {light: '#525a69', dark: '#b7bdca'}, radius: 0},
}

/** The icon of a node; a protected person has a lock, as in lists. */
export function nodeIcon({_type, isProtected}: GraphNode): ComponentType {
  return isProtected ? LockIcon : kindLooks[_type].icon
}
