/**
 * Permissions and types of the [=plugin.text] plugin.
 *
 * @packageDocumentation
 */
export * from './permissions';
export * from './types';
